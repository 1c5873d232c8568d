"""The journal: every change a person makes, before and after, so that it can be taken back.

An entry is one action. It holds the rows it added, changed and removed, in order; `undoing` takes
it back and puts it again.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from warmcalls.domain.errors import RefusedError
from warmcalls.store import moves
from warmcalls.store.engine import Row, Writer

IMPORT = "import"


class Journal:
    """One open entry; what goes through it is recorded.

    Attributes:
        touched: clients whose standing and counters have to be worked out again.
        tables: the tables it touched.
        fields: those of clients that it changed.
        moved: campaigns whose signals changed hands: their touches have to be counted again.
    """

    def __init__(self, db: Writer, entry_id: int) -> None:
        self.db = db
        self.entry_id = entry_id
        self.said = ""
        self.touched: set[int] = set()
        self.tables: set[str] = set()
        self.fields: set[str] = set()
        self.moved: set[int] = set()
        self.noted = 0

    @property
    def undo(self) -> int | None:
        """The entry to take back, None where nothing changed."""
        return self.entry_id if self.noted else None

    def add(self, table: str, row: Row) -> int:
        """Add a row and return its id."""
        made = self.db.insert(table, row)
        self._note(table, made, None, row)
        return made

    def change(self, table: str, item_id: int, **fields: Any) -> None:
        """Change some fields of a row; fields that stay as they are count as no change."""
        before = fetch(self.db, table, item_id)
        if before is None:
            raise RefusedError("It is gone: somebody removed it in the meantime.")
        fields = {name: value for name, value in fields.items() if before[name] != value}
        if fields:
            update(self.db, table, item_id, fields)
            self._note(table, item_id, {name: before[name] for name in fields}, fields, before)

    def remove(self, table: str, item_id: int) -> None:
        """Remove a row."""
        before = fetch(self.db, table, item_id)
        if before is not None:
            delete(self.db, table, item_id)
            self._note(table, item_id, before, None)

    def move_rows(self, table: str, ids: Sequence[int], **fields: Any) -> int:
        """Give many rows of a table the same values; return how many had others.

        For signals, visitors and the like, of which there may be thousands. Rows whose own history
        is asked for (clients, contacts, fees, campaigns) are changed one by one.
        """
        changed = 0
        for move in moves.plan(self.db, table, ids, fields):
            self.follow(move)
            moves.carry_out(self.db, move)
            self.db.insert("change", move.kept() | {"entry_id": self.entry_id})
            self.noted += 1
            changed += len(move.ids)
        return changed

    def follow(self, move: moves.Move) -> None:
        """Remember whose figures a move changes: clients', or campaigns'."""
        self.tables.add(move.table)
        self.touched |= moves.clients_of(self.db, move)
        sides = (move.before.get("campaign_id"), move.after.get("campaign_id"))
        self.moved |= {int(side) for side in sides if side is not None}

    def _note(
        self,
        table: str,
        item_id: int,
        before: Row | None,
        after: Row | None,
        whole: Row | None = None,
    ) -> None:
        row = {
            "entry_id": self.entry_id,
            "item": table,
            "item_id": item_id,
            "before": None if before is None else json.dumps(before),
            "after": None if after is None else json.dumps(after),
        }
        self.db.insert("change", row)
        self.noted += 1
        self.touch(table, item_id, whole or before or {}, after or {})

    def mark(self, mark: str, item_id: int) -> None:
        """Note a fact about the entry itself, which changes no row."""
        self.db.insert("change", {"entry_id": self.entry_id, "item": mark, "item_id": item_id})

    def touch(self, table: str, item_id: int, *rows: Row) -> None:
        """Remember which clients a row belonged and belongs to; the last row says what changed."""
        self.tables.add(table)
        clients = [row.get("client_id") for row in rows]
        if table == "client":
            clients.append(item_id)
            self.fields.update(rows[-1] or rows[0])
        self.touched |= {int(client_id) for client_id in clients if client_id is not None}


@contextmanager
def entry(db: Writer, action: str, now: int, person_id: int | None = None) -> Iterator[Journal]:
    """Open an entry in one transaction; `said` is what the toast and the history call it.

    An entry that changed nothing is not kept, but for an import, which its report refers to.
    """
    with db.atomic():
        row = {"at": now, "person_id": person_id, "action": action, "said": ""}
        journal = Journal(db, db.insert("entry", row))
        yield journal
        if journal.noted or action == IMPORT:
            update(db, "entry", journal.entry_id, {"said": journal.said})
        else:
            delete(db, "entry", journal.entry_id)


def fetch(db: Writer, table: str, item_id: int) -> Row | None:
    """Return one row by id; the table's name comes from code only."""
    return next(iter(db.query(f"select * from {table} where id = :id", id=item_id)), None)  # noqa: S608


def update(db: Writer, table: str, item_id: int, fields: Row) -> None:
    """Set some fields of a row; names come from code only."""
    sets = ", ".join(f"{name} = :{name}" for name in fields)
    db.execute(f"update {table} set {sets} where id = :row_id", row_id=item_id, **fields)  # noqa: S608


def delete(db: Writer, table: str, item_id: int) -> None:
    """Delete a row by id; the table's name comes from code only."""
    db.execute(f"delete from {table} where id = :id", id=item_id)  # noqa: S608
