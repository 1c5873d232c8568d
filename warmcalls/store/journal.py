"""The journal: every change a person makes, before and after, so that it can be taken back.

An entry is one action. It holds the rows it added, changed and removed; undoing it puts each row
back as it was, and refuses where somebody changed the same row since.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from warmcalls.domain.errors import RefusedError
from warmcalls.store import campaigns, moves, touches
from warmcalls.store.clients import let_go
from warmcalls.store.engine import Row, Writer

IMPORT = "import"
CHANGED_SINCE = "It cannot be undone: what it did was changed again since. Undo that first."
SEEN_SINCE = "It cannot be undone: signals came in for this campaign since."
USED_SINCE = "It cannot be undone: the campaign was used since. Undo that first."
TAKEN_SINCE = "It cannot be undone: “{}” means something else by now. Undo that first."
ONE_OF_A_KIND = {"campaign": "name", "campaign_code": "code", "experiment": "name"}


class Journal:
    """One open entry; what goes through it is recorded.

    Attributes:
        touched: clients whose standing and counters have to be worked out again.
        tables: the tables it touched.
        moved: campaigns whose signals changed hands: their touches have to be counted again.
    """

    def __init__(self, db: Writer, entry_id: int) -> None:
        self.db = db
        self.entry_id = entry_id
        self.said = ""
        self.touched: set[int] = set()
        self.tables: set[str] = set()
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
        self.touch(table, item_id, whole or before or after or {})

    def touch(self, table: str, item_id: int, row: Row) -> None:
        """Remember which client a row belongs to."""
        self.tables.add(table)
        client_id = item_id if table == "client" else row.get("client_id")
        if client_id is not None:
            self.touched.add(int(client_id))


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


NEWEST_ENTRY = """
select id, said from entry where undone_at is null and action <> 'import'
and (:person = 0 or person_id is null or person_id = :person) order by id desc limit 1
"""


def newest(db: Writer, person_id: int | None = None) -> Row | None:
    """Return the newest entry that is not undone, of one person where one is named."""
    return next(iter(db.query(NEWEST_ENTRY, person=person_id or 0)), None)


def take_back(db: Writer, entry_id: int, now: int, *, lenient: bool = False) -> Journal:
    """Undo an entry inside the caller's transaction; return what it said and whom it touched.

    With `lenient`, rows that were changed since are left as they are.

    Raises:
        RefusedError: it is unknown, undone already, or a row of it was changed since.
    """
    found = db.query("select said, undone_at from entry where id = :id", id=entry_id)
    if not found or found[0]["undone_at"] is not None:
        raise RefusedError("There is nothing to undo.")
    journal = Journal(db, entry_id)
    journal.said = str(found[0]["said"])
    changes = db.query("select * from change where entry_id = :id order by id desc", id=entry_id)
    for change in changes:
        move = moves.read(change)
        if move is None:
            _reverse(journal, change, lenient=lenient)
        else:
            _carry(journal, move.reverse, lenient=lenient)
    db.execute("update entry set undone_at = :now where id = :id", now=now, id=entry_id)
    return journal


def _carry(journal: Journal, move: moves.Move, *, lenient: bool) -> None:
    """Carry a move out again, either way; rows that are gone stay gone."""
    if not lenient and moves.is_elsewhere(journal.db, move):
        raise RefusedError(CHANGED_SINCE)
    journal.follow(move)
    moves.carry_out(journal.db, move)


def _reverse(journal: Journal, change: Row, *, lenient: bool) -> None:
    table, item_id = change["item"], change["item_id"]
    before = None if change["before"] is None else json.loads(change["before"])
    after = None if change["after"] is None else json.loads(change["after"])
    current = fetch(journal.db, table, item_id)
    since = _changed_since(journal.db, change, current, before, after)
    if since:
        if lenient:
            return
        raise RefusedError(since)
    journal.touch(table, item_id, current or before or {})
    if before is None:
        if table == "client":
            let_go(journal.db, [item_id])
        delete(journal.db, table, item_id)
    elif after is None:
        journal.db.insert(table, before)
    else:
        update(journal.db, table, item_id, before)


def _changed_since(
    db: Writer, change: Row, current: Row | None, before: Row | None, after: Row | None
) -> str:
    """Return why a change cannot be taken back, or nothing."""
    if after is not None and (
        current is None or any(current[name] != value for name, value in after.items())
    ):
        return CHANGED_SINCE
    if after is None and current is not None:
        return CHANGED_SINCE
    if before is not None:
        return _taken(db, change, before)
    if change["item"] == "campaign":
        return _in_use(db, change["item_id"])
    return ""


def _in_use(db: Writer, campaign_id: int) -> str:
    if touches.seen(db, campaign_id):
        return SEEN_SINCE
    return USED_SINCE if campaigns.in_use(db, campaign_id) else ""


def _taken(db: Writer, change: Row, before: Row) -> str:
    """Return that another row bears the name to be put back by now, or nothing."""
    table = change["item"]
    column = ONE_OF_A_KIND.get(table, "")
    if column not in before:
        return ""
    others = f"select 1 from {table} where {column} = :name and id <> :id"  # noqa: S608
    taken = db.query(others, name=before[column], id=change["item_id"])
    return TAKEN_SINCE.format(before[column]) if taken else ""


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
