"""Objections that are undone: what they alone barred is found, so that it can be freed.

An objection is known by its moment, which every row says that it was bound to.
"""

import json
from collections.abc import Collection, Iterable
from typing import Final

from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.objections import OBJECTED_TOO, REGISTERED, chunks, holders, keep

# what an objection or a register says holds whoever changed the row, and follows merged clients;
# why two seem to be one is worked out anew when what is known of them changes
FOLLOWS: Final[dict[str, frozenset[str]]] = {
    "phone": frozenset({"registered"}),
    "objection": frozenset({"client_id", "contact_id"}),
    "duplicate": frozenset({"zone", "alike", "reasons", "found_at"}),
}
OF_ENTRY: Final = """
select coalesce(after, before) from change where entry_id = :id and item in (:items)
"""
# what actions that stand, and files that ever did, say of values
STANDING: Final = """
select h.after, e.at from change h join entry e on e.id = h.entry_id
where h.item in (:items) and h.after is not null
and (e.undone_at is null or e.action = 'import')
"""
BY_HAND: Final = """
select 1 from objection o where o.kind = :kind and o.value = :value
and not exists (select 1 from import i where i.at = o.at)
"""
MOMENT: Final = "select at from entry where id = :id"
# an objection is known by its moment; two that came at the same one are told apart by nothing
MADE_AT: Final = """
select e.at, min(case when e.undone_at is null then 0 else 1 end) from entry e
where e.at in (:ats) and exists (select 1 from change h where h.entry_id = e.id
  and (h.item = 'objection' or h.after like '%"objected_at"%'))
group by e.at
"""
IMPORTED_AT: Final = "select at from import where at in (:ats)"
MARKS: Final = """
select objected_at from client where id in (:ids) and objected_at is not null
union select objected_at from contact where client_id in (:ids) and objected_at is not null
"""
MARKED: Final = """
select id from client where objected_at in (:ats)
union select client_id from contact where objected_at in (:ats)
"""
CLEAR: Final = (
    "update client set objected_at = null where objected_at in (:ats) and id in (:ids)",
    "update contact set objected_at = null where objected_at in (:ats) and client_id in (:ids)",
)
KEPT_AT: Final = "select kind, value from objection where at in (:ats)"
TAKE_AT: Final = "delete from objection where at in (:ats)"
TAKE: Final = "delete from objection where kind = :kind and value = :value"
TAKE_ITS_OWN: Final = f"{TAKE} and at = :at"
OF_UNDONE: Final = """
select h.after from change h join entry e on e.id = h.entry_id
where h.item = 'objection' and h.after is not null and e.undone_at is not null
"""
BARRED_OF: Final = """
select distinct number from phone where client_id in (:ids) and registered in (1, 3)
and not exists (select 1 from objection o where o.kind = 'phone' and o.value = phone.number)
"""
FREE: Final = """
update phone set registered = registered - 1 where number in (:numbers) and registered in (1, 3)
and not exists (select 1 from objection o where o.kind = 'phone' and o.value = phone.number)
"""


def of_entry(db: Reader, entry_id: int) -> set[tuple[str, str]]:
    """Return what the objections of an entry bind to, also those that were kept before."""
    items = ["objection", OBJECTED_TOO]
    return {_value(text) for (text,) in db.tuples(OF_ENTRY, id=entry_id, items=items)}


def note(db: Writer, entry_id: int, kind: str, value: str, client_id: int) -> None:
    """Note that an action binds to what another objection does, for when that one is undone."""
    after = {"kind": kind, "value": value, "client_id": client_id}
    row = {"entry_id": entry_id, "item": OBJECTED_TOO, "item_id": client_id}
    db.insert("change", row | {"after": json.dumps(after)})


def is_by_hand(db: Reader, kind: str, value: str) -> bool:
    """Tell whether an objection that is kept could be undone: no file told of it."""
    return bool(db.tuples(BY_HAND, kind=kind, value=value))


def hand_on(db: Writer, values: Collection[tuple[str, str]], at: int) -> None:
    """Keep those of the values that another action binds to, too; remove an undone one's own."""
    found = db.tuples(STANDING, items=["objection", OBJECTED_TOO]) if values else []
    claims = [(json.loads(after), came) for after, came in found]
    claimed = {(row["kind"], row["value"]) for row, _ in claims}
    for kind, value in sorted(set(values) - claimed):
        db.execute(TAKE_ITS_OWN, kind=kind, value=value, at=at)
    for row, came in claims:
        if (row["kind"], row["value"]) in values:
            keep(db, row["kind"], row["value"], row["client_id"], row.get("at", came))


def moment_of(db: Reader, entry_id: int) -> int:
    """Return the moment an entry was made."""
    return int(db.tuples(MOMENT, id=entry_id)[0][0])


def moments(db: Reader, ids: Collection[int]) -> set[int]:
    """Return the moments at which clients or their people objected."""
    return {int(row[0]) for some in chunks(ids) for row in db.tuples(MARKS, ids=some)}


def undone_among(db: Reader, ats: Collection[int]) -> set[int]:
    """Return those moments whose objections were all undone."""
    undone = {
        int(at)
        for some in chunks(ats)
        for at, all_undone in db.tuples(MADE_AT, ats=some)
        if all_undone
    }
    return undone - {int(row[0]) for row in db.tuples(IMPORTED_AT, ats=sorted(undone))}


def take_of(db: Writer, ats: Collection[int]) -> set[tuple[str, str]]:
    """Remove the objections of some moments; return what they bound to."""
    found = {(str(kind), str(value)) for kind, value in db.tuples(KEPT_AT, ats=list(ats))}
    db.execute(TAKE_AT, ats=list(ats))
    return found


def make_room(db: Writer, entry_id: int) -> None:
    """Remove what was kept in the place of an undone entry's objections, which come back."""
    for (text,) in db.tuples(OF_ENTRY, id=entry_id, items=["objection"]):
        kind, value = _value(text)
        db.execute(TAKE, kind=kind, value=value)


def marked(db: Reader, ats: Collection[int]) -> set[int]:
    """Return the clients where somebody objected at some moments."""
    return {int(row[0]) for row in db.tuples(MARKED, ats=list(ats))} if ats else set()


def clear(db: Writer, ids: Collection[int], ats: Collection[int]) -> None:
    """Forget that clients and their people objected at some moments."""
    for some in chunks(ids):
        for sql in CLEAR:
            db.execute(sql, ids=some, ats=list(ats))


def free(db: Writer, ids: Collection[int], values: Iterable[tuple[str, str]]) -> set[int]:
    """Free numbers that no objection bars any more; return the clients that have them.

    A number that comes back to a client from before an objection was undone is freed, too.
    """
    numbers = {value for kind, value in values if kind == "phone"}
    held = {str(row[0]) for some in chunks(ids) for row in db.tuples(BARRED_OF, ids=some)}
    if held:
        undone = {json.loads(text)["value"] for (text,) in db.tuples(OF_UNDONE)}
        numbers |= held & undone
    for some in chunks(numbers):
        db.execute(FREE, numbers=some)
    return holders(db, [("phone", number) for number in sorted(numbers)])


def _value(text: str) -> tuple[str, str]:
    row = json.loads(text)
    return str(row["kind"]), str(row["value"])


def still_registered(table: str, will: Row, current: Row) -> Row:
    """Return what a row is to say; what a register says of a number is never taken back."""
    if table != "phone" or "registered" not in will:
        return will
    return will | {"registered": will["registered"] | current["registered"] & REGISTERED}
