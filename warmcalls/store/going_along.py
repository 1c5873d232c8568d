"""What came since an entry and goes along when it is taken back; nothing names what is elsewhere.

When a merge is undone, people go back to their client, and with them what came since that is about
them: their numbers and identifiers; visits and signals by what ties them to their client; outcomes
that name them, with the call, the job brief, the placement and the fee. All else stays with the
client that was kept, a call without a contact too, though it may have rung the other one's number:
a contact or number of another client is then left out. Redo brings all of it forth again.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from warmcalls.store import moves
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.journal import Journal, update

CHUNK: Final = 500
TABLES: Final = (
    "phone", "identifier", "visitor", "signal", "call", "outcome", "vacancy",
)  # fmt: skip
CONTACTS: Final = """
select r.id from {} r left join contact k on k.id = r.contact_id where r.client_id in (:ids)
and r.contact_id is not null and (k.id is null or k.client_id <> r.client_id)
"""
PHONES: Final = """
select r.id from call r join phone p on p.id = r.phone_id
where r.client_id in (:ids) and p.client_id <> r.client_id
"""
BY: Final = "exists (select 1 from contact k where k.id = r.contact_id and k.client_id = :gone)"
OF: Final = "exists (select 1 from {0} o where o.id = r.{0}_id and o.client_id = :gone)"
OPEN: Final = "not exists (select 1 from outcome o where o.call_id = r.id)"
PEOPLE: Final = (("phone", BY), ("identifier", BY))
DEEDS: Final = (
    ("visitor", BY),
    ("signal", OF.format("visitor")),
    ("signal", f"r.visitor_id is null and {BY}"),
    ("call", f"{OPEN} and ({BY} or (r.contact_id is null and {OF.format('phone')}))"),
    ("outcome", f"({BY} or {OF.format('call')})"),
    ("call", "exists (select 1 from outcome o where o.call_id = r.id and o.client_id = :gone)"),
    ("vacancy", f"({BY} or {OF.format('outcome')})"),
    ("placement", OF.format("vacancy")),
    ("fee", OF.format("placement")),
)
ADDED: Final = """
select id, after from change where item = :item and item_id in (:ids)
and before is null and after is not null
"""
OF_VISITORS: Final = """
select v.contact_id, s.id from signal s join visitor v on v.id = s.visitor_id
join contact k on k.id = v.contact_id
where s.client_id = :gone and v.client_id = :gone and s.contact_id in (
  select id from contact where client_id <> :gone)
"""


class Following(Journal):
    """Moves rows along with an entry that is taken back; redo brings them forth again.

    Args:
        taken: the entry that is taken back.
    """

    def __init__(self, taken: Journal) -> None:
        super().__init__(taken.db, taken.entry_id)
        self.touched, self.tables, self.moved = taken.touched, taken.tables, taken.moved

    def move_rows(self, table: str, ids: Sequence[int], **fields: Any) -> int:
        """Give many rows the same values; return how many had others."""
        changed = 0
        for move in moves.plan(self.db, table, ids, fields):
            self.follow(move)
            moves.carry_out(self.db, move)
            tell(self.db, move)
            kept = move.kept()
            row = kept | {"entry_id": self.entry_id, "item": moves.ALONG + kept["item"]}
            self.db.insert("change", row)
            changed += len(move.ids)
        return changed


def tell(db: Writer, move: moves.Move) -> None:
    """Let the entries that added some rows know where they are by now, so that they come undone."""
    for change in db.query(ADDED, item=move.table, ids=move.ids):
        row = json.loads(change["after"])
        here = {n: v for n, v in move.after.items() if n in row and row[n] == move.before[n]}
        if here:
            update(db, "change", change["id"], {"after": json.dumps(row | here)})


def people(along: Following, keep_id: int, gone_id: int) -> None:
    """Let numbers and identifiers go with their contact, back to a client that was merged."""
    _send(along, PEOPLE, keep_id, gone_id)


def deeds(along: Following, keep_id: int, gone_id: int) -> None:
    """Let what came since go back: by its visitor, its contact, or the call that it came of."""
    _send(along, DEEDS, keep_id, gone_id)
    named: dict[int, list[int]] = {}
    for contact, signal in along.db.tuples(OF_VISITORS, gone=gone_id):
        named.setdefault(int(contact), []).append(int(signal))
    for contact, signals in named.items():
        along.move_rows("signal", signals, contact_id=contact)
    untangle(along, (keep_id, gone_id))


def untangle(along: Following, client_ids: Iterable[int]) -> None:
    """Leave contacts and numbers out that are another client's, or nobody's any more."""
    every = sorted(client_ids)
    for start in range(0, len(every), CHUNK):
        ids = every[start : start + CHUNK]
        for table in TABLES:
            astray = _ids(along.db, CONTACTS.format(table), ids=ids)
            along.move_rows(table, astray, contact_id=None)
        along.move_rows("call", _ids(along.db, PHONES, ids=ids), phone_id=None)


def forget(db: Writer, entry_id: int) -> None:
    """Forget what went along with an entry, once it is put again."""
    like = f"{moves.ALONG}%"
    db.execute(
        "delete from change where entry_id = :id and item like :like", id=entry_id, like=like
    )


def _send(along: Following, tables: Sequence[tuple[str, str]], keep_id: int, gone_id: int) -> None:
    for table, which in tables:
        sql = f"select r.id from {table} r where r.client_id = :keep and {which}"  # noqa: S608
        named = {"keep": keep_id, "gone": gone_id}
        used = {name: each for name, each in named.items() if f":{name}" in sql}
        along.move_rows(table, _ids(along.db, sql, **used), client_id=gone_id)


def _ids(db: Reader, sql: str, **named: Any) -> list[int]:
    return [int(row[0]) for row in db.tuples(sql, **named)]
