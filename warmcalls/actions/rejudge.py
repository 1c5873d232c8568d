"""Judge pairs again after what is known of their clients changed: old reasons would mislead."""

from collections.abc import Collection
from typing import Final

from warmcalls.store import duplicates as store
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal

TABLES: Final = frozenset({"phone", "contact", "identifier"})  # which hold what is compared
FIELDS: Final = frozenset({"name", "town", "website", "company_number"})


def rejudge_touched(journal: Journal) -> None:
    """Judge again the pairs of clients of which an entry changed what is compared."""
    if journal.tables & TABLES or journal.fields & FIELDS:
        rejudge(journal.db, journal.touched)


def rejudge(db: Writer, ids: Collection[int]) -> None:
    """Judge again the pairs that were found of some clients; nobody looks for others.

    A pair that does not hold any more is kept, but not shown: undoing what changed brings it back.
    """
    rows = [row for row in sorted(store.kept(db, sorted(ids))) if not store.is_apart(db, *row[1:])]
    if not rows:
        return
    # few clients are in a pair, and what compares them takes a while to load
    from warmcalls.actions import find_duplicates as finding  # noqa: PLC0415

    involved = {client_id for _, *pair in rows for client_id in pair}
    facts, known = finding.compared(db, involved, lambda: None)
    by_id, judge = {each.id: each for each in facts}, finding.judge(known)
    for row_id, one, other in rows:
        store.judge_again(db, row_id, judge.judge(by_id[one], by_id[other]))
