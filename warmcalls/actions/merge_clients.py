"""Merge two clients that are one: everything of the one that goes becomes the other's."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.merging import Merging
from warmcalls.actions.recount import recount
from warmcalls.domain.client_merge import (
    Comparison,
    FieldChoice,
    Moves,
    check_take,
    field_choices,
    same_people,
)
from warmcalls.domain.errors import RefusedError
from warmcalls.store import client_merge, clients, settings
from warmcalls.store.engine import Reader, Row, Writer, broke_a_rule
from warmcalls.store.journal import entry

__all__ = ["Comparison", "FieldChoice", "compare", "merge_clients"]

CHANGED: Final = frozenset({"clients", "calls", "signals", "campaigns", "placements"})
JUST_NOW: Final = "Somebody works on one of the two at this moment: try again."
ONE_ALONE: Final = "A client cannot be merged with itself: choose two."


def compare(db: Reader, keep_id: int, gone_id: int) -> Comparison:
    """Return two clients side by side, and what would move.

    Raises:
        RefusedError: they are the same, or one is not there.
    """
    keep, gone = _both(db, keep_id, gone_id)
    mine, theirs = (clients.contact_rows(db, each) for each in (keep_id, gone_id))
    joined = same_people(mine, theirs)
    counts = {
        name: client_merge.count_of(db, table, gone_id)
        for name, table in client_merge.COUNTED.items()
    }
    counts["contacts"] -= len(joined)
    found = client_merge.pair_of(db, keep_id, gone_id)
    return Comparison(
        keep_id,
        gone_id,
        keep["name"],
        gone["name"],
        field_choices(keep, gone),
        Moves(**counts),
        tuple(each["name"] or each["email"] for each in theirs if each["id"] in joined),
        found,
        _warning(keep, gone),
        client_merge.is_pair(db, "not_duplicate", keep_id, gone_id),
    )


def merge_clients(
    db: Writer,
    keep_id: int,
    gone_id: int,
    *,
    now: int,
    person_id: int | None = None,
    take: Mapping[str, str] | None = None,
) -> Done:
    """Merge a client into another, in one transaction that can be taken back.

    Signals, visitors, calls, briefs, placements, fees, contacts, numbers, identifiers, samples and
    objections move. The name that is not kept becomes an alias. An objection of either holds for
    both, and of a number that both had the strictest is kept.

    Args:
        db: the writer.
        keep_id: the client that stays.
        gone_id: the client that goes.
        now: UTC microseconds.
        person_id: who merges them.
        take: column to "keep", "gone" or "both" (notes, tags); of the others the filled one is
            taken, else the kept one's, and notes and tags of both.

    Raises:
        RefusedError: they are the same, one is not there, or a choice cannot be.
    """
    check_take(take or {})
    with _alone(), db.atomic():
        keep, gone = _both(db, keep_id, gone_id)
        with entry(db, "merge_clients", now, person_id) as journal:
            name = Merging(journal, keep, gone).merge(take or {})
            journal.said = f"Merged {_other(name, keep, gone)} into {name}"
        recount(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo, keep_id)


@contextmanager
def _alone() -> Iterator[None]:
    """Say in words that another desk worked on one of the two at the same moment."""
    try:
        yield
    except Exception as error:
        if broke_a_rule(error):
            raise RefusedError(JUST_NOW) from error
        raise


def _other(name: str, keep: Row, gone: Row) -> str:
    """Return the name that is not kept."""
    return str(keep["name"] if name == gone["name"] else gone["name"])


def _both(db: Reader, keep_id: int, gone_id: int) -> tuple[Row, Row]:
    if keep_id == gone_id:
        raise RefusedError(ONE_ALONE)
    found = client_merge.both(db, keep_id, gone_id)
    if len(found) < 2:  # noqa: PLR2004
        raise RefusedError("One of the two is not there any more: look for it again.")
    return found[keep_id], found[gone_id]


def _warning(keep: Row, gone: Row) -> str:
    names = [each["name"] for each in (keep, gone) if each["objected_at"] is not None]
    if not names:
        return ""
    return f"{' and '.join(names)} objected to calls: nobody rings the merged client."
