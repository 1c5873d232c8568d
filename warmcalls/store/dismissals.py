"""Alarms that somebody looked at and set aside, with the note that says why."""

from typing import Final

from warmcalls.domain.campaigns import Alert
from warmcalls.store.engine import Reader

ALL: Final = "select campaign_id, warning from dismissal order by id"


def dismissed(db: Reader) -> dict[int, Alert]:
    """Return the strongest alarm that was dismissed, by campaign.

    An alarm up to that strength stays away; a stronger one comes back.
    """
    found: dict[int, Alert] = {}
    for campaign_id, text in db.tuples(ALL):
        said = Alert(text)
        if found.get(campaign_id) is not Alert.STOP:
            found[campaign_id] = said
    return found
