"""Dismiss an alarm: somebody looked at it, and says why it may rest."""

from warmcalls.actions.done import Done
from warmcalls.domain.campaigns import Alert
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.store import campaigns
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry


def dismiss_alarm(
    db: Writer,
    campaign_id: int,
    warning: Alert,
    note: str,
    *,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Set an alarm of a campaign aside; a weak one comes back if it grows to a stop.

    Args:
        db: the writer.
        campaign_id: the campaign.
        warning: how strong the alarm is that is dismissed.
        note: why; whoever looks next reads it.
        now: UTC microseconds.
        person_id: who dismisses it.

    Raises:
        RefusedError: there is no alarm, no reason is given, or the campaign is unknown.
    """
    note = clean_text(note)
    if warning is Alert.NONE:
        raise RefusedError("There is no alarm to dismiss.")
    if not note:
        raise RefusedError("Say why it may be dismissed: whoever looks next will ask.")
    with entry(db, "dismiss_alarm", now, person_id) as journal:
        name = campaigns.name_of(db, campaign_id)
        if name is None:
            raise RefusedError("This campaign is not there any more.")
        row = {"campaign_id": campaign_id, "person_id": person_id, "at": now}
        made = journal.add("dismissal", row | {"warning": warning.value, "note": note})
        journal.said = f"Dismissed the alarm on {name}"
    return Done(journal.said, frozenset({"campaigns"}), journal.undo, made)
