"""Spelled alike: campaigns whose names and codes seem to mean one; a no is remembered."""

from typing import Final

from warmcalls.actions.change_campaign import known
from warmcalls.actions.done import Done
from warmcalls.actions.named_setting import remember, remembered
from warmcalls.domain import spelling
from warmcalls.domain.errors import RefusedError
from warmcalls.store import campaigns
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.journal import entry

SETTING: Final = "campaigns_kept_apart"


def alike(db: Reader) -> tuple[tuple[int, int, str], ...]:
    """Return pairs of campaigns that seem to be one, the older first, with the reason.

    Pairs that somebody keeps apart are left out.
    """
    spelt = campaigns.spellings(db)
    apart = {tuple(pair) for pair in remembered(db, SETTING, [])}
    return tuple(
        (one, other, reason)
        for (one, other), reason in spelling.alike(spelt).items()
        if _names(spelt[one][0], spelt[other][0]) not in apart
    )


def keep_apart(
    db: Writer, one_id: int, other_id: int, *, now: int, person_id: int | None = None
) -> Done:
    """Remember that two campaigns are two, so that they are not suggested again.

    Args:
        db: the writer.
        one_id: a campaign.
        other_id: another.
        now: UTC microseconds.
        person_id: who says so.

    Raises:
        RefusedError: a campaign is unknown, or it is the same twice.
    """
    if one_id == other_id:
        raise RefusedError("That is one campaign: choose two.")
    with entry(db, "keep_apart", now, person_id) as journal:
        one, other = known(db, one_id).name, known(db, other_id).name
        pairs = remembered(db, SETTING, [])
        pair = list(_names(one, other))
        if pair not in pairs:
            remember(journal, SETTING, [*pairs, pair])
        journal.said = f"{one} and {other} stay two campaigns"
    return Done(journal.said, frozenset({"campaigns"}), journal.undo)


def _names(one: str, other: str) -> tuple[str, str]:
    """Return how a pair is remembered: by name, since a number may be given again."""
    first, second = sorted((one.lower(), other.lower()))
    return first, second
