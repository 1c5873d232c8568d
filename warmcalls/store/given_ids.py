"""Ids that were given: of what a revert takes away, none is given to anything else.

SQLite gives the highest id again once its row is gone. What somebody did since may name it in the
journal, and taking that back would mean whoever bears the id by then.
"""

from typing import Final

from warmcalls.store import moves
from warmcalls.store.engine import Reader, Writer

ONE_BY_ONE: Final = ("client", "contact", "phone", "identifier", "campaign", "campaign_code", "fee")
IN_BULK: Final = ("signal", "visitor")


def highest(db: Reader) -> dict[str, int]:
    """Return the highest id of every table that a revert takes rows out of."""
    return {
        table: int(db.tuples(f"select coalesce(max(id), 0) from {table}")[0][0])  # noqa: S608
        for table in (*ONE_BY_ONE, *IN_BULK)
    }


def keep(db: Writer, entry_id: int, before: dict[str, int]) -> None:
    """Let nothing new be taken for what is gone.

    Of rows that are added one by one the journal notes the highest id, which is never given again;
    signals and visitors come in bulk and may bear it, so the journal forgets those that are gone.

    Args:
        db: the writer.
        entry_id: the entry that is taken back.
        before: what `highest` said at first.
    """
    for table, now in highest(db).items():
        if now >= before[table]:
            continue
        if table in IN_BULK:
            moves.forget(db, table, above=now)
        else:
            db.insert("change", {"entry_id": entry_id, "item": table, "item_id": before[table]})
