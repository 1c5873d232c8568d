"""Moves: the same fields of many rows changed at once, a few rows of the journal for them.

A journal row of a move holds the ids of as many rows as one statement can name, all of which said
the same before, not one row each. What goes along with an entry that is taken back is a move, too,
kept under another word: redo brings it forth again first.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from warmcalls.store.engine import Reader, Row, Writer

PREFIX: Final = "rows of "
ALONG: Final = "along: "
RELEASED: Final = "signal moved"  # how versions 1 and 2 kept the signals of a merged campaign
CHUNK: Final = 5_000
OF_TABLE: Final = "select id from change where item in (:items) order by id"
BY_ID: Final = "select * from change where id = :id"
WITHOUT: Final = "update change set item_id = :item_id, before = :before where id = :id"


@dataclass(frozen=True, slots=True)
class Move:
    """Rows of a table that said the same and then something else, field by field."""

    table: str
    ids: list[int]
    before: Row
    after: Row

    @property
    def reverse(self) -> "Move":
        """The same rows on their way back."""
        return Move(self.table, self.ids, self.after, self.before)

    def kept(self) -> Row:
        """Return what the journal keeps of it."""
        before = {"ids": self.ids, "fields": self.before}
        return {
            "item": PREFIX + self.table,
            "item_id": self.ids[0],
            "before": json.dumps(before, separators=(",", ":")),
            "after": json.dumps(self.after),
        }


def is_along(change: Row) -> bool:
    """Tell whether a row of the journal keeps what went along with an entry taken back."""
    return str(change["item"]).startswith(ALONG)


def read(change: Row) -> Move | None:
    """Return the move that a row of the journal keeps, None where it keeps one row's change."""
    item = str(change["item"]).removeprefix(ALONG)
    if not (item == RELEASED or item.startswith(PREFIX)):
        return None
    before, after = json.loads(change["before"]), json.loads(change["after"])
    if item == RELEASED:
        return Move("signal", before["ids"], {"campaign_id": change["item_id"]}, after)
    return Move(item.removeprefix(PREFIX), before["ids"], before["fields"], after)


def plan(db: Reader, table: str, ids: Sequence[int], after: Row) -> Iterator[Move]:
    """Yield the moves that give rows new values; rows that say so already need none."""
    held: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    names = ", ".join(after)
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        sql = f"select id, {names} from {table} where id in (:ids) order by id"  # noqa: S608
        for row_id, *values in db.tuples(sql, ids=chunk):
            held[tuple(values)].append(int(row_id))
    held.pop(tuple(after.values()), None)
    for said, found in held.items():
        before = dict(zip(after, said, strict=True))
        for start in range(0, len(found), CHUNK):
            yield Move(table, found[start : start + CHUNK], before, after)


def forget(db: Writer, table: str, *, above: int) -> None:
    """Leave rows out of every move that are gone: those with an id above one."""
    items = [PREFIX + table, ALONG + PREFIX + table, *([RELEASED] if table == "signal" else [])]
    for (change_id,) in db.tuples(OF_TABLE, items=items):
        (change,) = db.query(BY_ID, id=change_id)
        before = json.loads(change["before"])
        left = [row_id for row_id in before["ids"] if row_id <= above]
        if not left:
            db.execute("delete from change where id = :id", id=change_id)
        elif len(left) < len(before["ids"]):
            first = change["item_id"] if change["item"] == RELEASED else left[0]
            kept = json.dumps(before | {"ids": left}, separators=(",", ":"))
            db.execute(WITHOUT, item_id=first, before=kept, id=change_id)


def is_elsewhere(db: Reader, move: Move) -> bool:
    """Tell whether a row, of those that there still are, says something else than before."""
    where, held = _as(move.before)
    sql = f"select 1 from {move.table} where id in (:ids) and not ({where}) limit 1"  # noqa: S608
    return bool(db.tuples(sql, ids=move.ids, **held))


def carry_out(db: Writer, move: Move) -> None:
    """Give the rows their new values, those that still say what they said before."""
    where, held = _as(move.before)
    sets = ", ".join(f"{name} = :to_{name}" for name in move.after)
    new = {f"to_{name}": value for name, value in move.after.items()}
    db.execute(
        f"update {move.table} set {sets} where id in (:ids) and {where}",  # noqa: S608
        ids=move.ids,
        **new,
        **held,
    )


def clients_of(db: Reader, move: Move) -> set[int]:
    """Return the clients whose figures a move changes: those its rows leave, and those they join.

    A campaign's signals stay with their clients: `Journal.moved` says which campaigns to count.
    """
    if "client_id" in move.after:
        found = {move.before["client_id"], move.after["client_id"]}
    elif "contact_id" in move.after:
        sql = f"select distinct client_id from {move.table} where id in (:ids)"  # noqa: S608
        found = {row[0] for row in db.tuples(sql, ids=move.ids)}
    else:
        found = set()
    return {int(client_id) for client_id in found if client_id is not None}


def _as(fields: Row) -> tuple[str, Row]:
    """Return the condition that a row says this, and its parameters."""
    tests = [
        f"{name} is null" if value is None else f"({name} is not null and {name} = :is_{name})"
        for name, value in fields.items()
    ]
    held = {f"is_{name}": value for name, value in fields.items() if value is not None}
    return " and ".join(tests), held
