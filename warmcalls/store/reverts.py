"""Taking an import back: its rows, found by its number, but not what somebody worked on since."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from warmcalls.store import moves, touches
from warmcalls.store.clients import let_go
from warmcalls.store.engine import Reader, Writer

CHUNK: Final = 500
ITS_SIGNALS: Final = """
select distinct client_id from signal where import_id = :id and client_id is not null
"""
ITS_CLIENTS: Final = """
select id from client c where import_id = :id
and not exists (select 1 from outcome o where o.client_id = c.id)
and not exists (select 1 from call k where k.client_id = c.id)
and not exists (select 1 from vacancy v where v.client_id = c.id)
and not exists (select 1 from placement p where p.client_id = c.id)
and not exists (select 1 from fee f where f.client_id = c.id)
and not exists (select 1 from contact t where t.client_id = c.id
  and (t.import_id is null or t.import_id <> :id))
and not exists (select 1 from phone p where p.client_id = c.id
  and (p.import_id is null or p.import_id <> :id))
and not exists (select 1 from identifier i where i.client_id = c.id
  and (i.import_id is null or i.import_id <> :id))
and not exists (select 1 from signal s where s.client_id = c.id and s.import_id is null)
and not exists (select 1 from change h join entry e on e.id = h.entry_id
  where h.item = 'client' and h.item_id = c.id and e.action <> 'import' and e.undone_at is null)
"""
KEPT: Final = "select count(*) from client where import_id = :id"
ITS_CONTACTS: Final = """
select id, client_id from contact t where import_id = :id
and not exists (select 1 from outcome o where o.contact_id = t.id)
and not exists (select 1 from vacancy v where v.contact_id = t.id)
and not exists (select 1 from call k where k.contact_id = t.id)
and not exists (select 1 from phone p where p.contact_id = t.id
  and (p.import_id is null or p.import_id <> :id
    or exists (select 1 from call k where k.phone_id = p.id)))
and not exists (select 1 from identifier i where i.contact_id = t.id
  and (i.import_id is null or i.import_id <> :id))
and not exists (select 1 from change h join entry e on e.id = h.entry_id
  where h.item = 'contact' and h.item_id = t.id and e.action <> 'import' and e.undone_at is null)
"""
OF_OLDER_CLIENTS: Final = """
select id from {} where import_id = :id and client_id in (
  select id from client c where c.import_id is null or c.import_id <> :id)
"""
TIED: Final = """
select v.id from visitor v join identifier i on i.client_id = v.client_id
and ((i.kind = v.kind and i.value = v.value) or (i.kind = 'domain' and i.value = v.domain))
where i.id in (:ids)
"""
UNTIE_SIGNALS: Final = f"""
update signal set client_id = null, contact_id = null where visitor_id in ({TIED})
"""  # noqa: S608
UNTIE_VISITORS: Final = (
    f"update visitor set client_id = null, contact_id = null where id in ({TIED})"  # noqa: S608
)
DROP_IDENTIFIERS: Final = "delete from identifier where id in (:ids)"
DROP_PHONES: Final = """
delete from phone where id in (:ids)
and not exists (select 1 from call k where k.phone_id = phone.id)
"""
MERGES: Final = """
select e.id, c.before from entry e join change c on c.entry_id = e.id
where e.action = 'merge_clients' and e.undone_at is null
and c.item = 'client' and c.after is null and c.before is not null
"""
MOVED: Final = "select * from change where entry_id in (:ids) and item = :item"
NAMELESS: Final = """
update signal set contact_id = null where client_id in (:clients) and contact_id in (:ids)
"""
LONELY_VISITORS: Final = """
delete from visitor where ignored = ''
and not exists (select 1 from signal s where s.visitor_id = visitor.id)
"""

GONE: Final = "(select id from import where id = :id or reverted_at is not null)"
UNUSED: Final = f"""
select id from campaign c where import_id in {GONE}
and not exists (select 1 from signal s where s.campaign_id = c.id)
and not exists (select 1 from spend p where p.campaign_id = c.id)
and not exists (select 1 from sample s where s.campaign_id = c.id)
and not exists (select 1 from answer a where a.campaign_id = c.id)
and not exists (select 1 from dismissal d where d.campaign_id = c.id)
and not exists (select 1 from experiment_arm a where a.campaign_id = c.id)
and not exists (select 1 from change h where h.item = 'campaign' and h.item_id = c.id)
"""  # noqa: S608
ITS_CODES: Final = f"delete from campaign_code where campaign_id in ({UNUSED})"  # noqa: S608
ITS_CAMPAIGNS: Final = f"delete from campaign where id in ({UNUSED})"  # noqa: S608


ITS_SPEND: Final = f"delete from spend where import_id in {GONE}"  # noqa: S608
ITS_FIGURES: Final = f"delete from month_figure where import_id in {GONE}"  # noqa: S608
ITS_FEES: Final = f"""
delete from fee where import_id in {GONE}
and not exists (select 1 from change h join entry e on e.id = h.entry_id
  where h.item = 'fee' and h.item_id = fee.id and e.action <> 'import' and e.undone_at is null)
"""  # noqa: S608
KEPT_FEES: Final = "select count(*) from fee where import_id = :id"


@dataclass(frozen=True, slots=True)
class MergedAway:
    """Clients of an import that became another's, and what they took there.

    Merging them was work: what the import brought for them stays, so that they have it again once
    the merge is undone.
    """

    count: int = 0
    rows: dict[str, set[int]] = field(default_factory=dict)


def merged_away(db: Reader, import_id: int) -> MergedAway:
    """Return the clients of an import that were merged into others and still are."""
    found = db.tuples(MERGES)
    ids = [int(entry) for entry, kept in found if json.loads(kept)["import_id"] == import_id]
    rows = {table: set(_moved(db, ids, table)) for table in ("phone", "identifier")}
    return MergedAway(len(ids), rows)


def _moved(db: Reader, entries: list[int], table: str) -> Iterator[int]:
    for some in _chunks(entries):
        for change in db.query(MOVED, ids=some, item=moves.PREFIX + table):
            yield from json.loads(change["before"])["ids"]


def take_money(db: Writer, import_id: int) -> int:
    """Remove what is left of an import's spend, fees and figures; return how many fees stay.

    What a later import restated belongs to that one; a fee that somebody changed stays.
    """
    for statement in (ITS_SPEND, ITS_FIGURES, ITS_FEES):
        db.execute(statement, id=import_id)
    return int(db.tuples(KEPT_FEES, id=import_id)[0][0])


def drop_unused(db: Writer, import_id: int) -> None:
    """Remove visitors without signals, and campaigns that only this import knew."""
    for statement in (LONELY_VISITORS, ITS_CODES, ITS_CAMPAIGNS):
        db.execute(statement, id=import_id)


def still_there(db: Reader, ids: list[int]) -> list[int]:
    """Return those of some clients that there still are."""
    return [i for i in ids if db.query("select id from client where id = :id", id=i)]


def kept_clients(db: Reader, import_id: int, away: "MergedAway") -> int:
    """Return how many clients of an import stayed, as themselves or merged into another."""
    return int(db.tuples(KEPT, id=import_id)[0][0]) + away.count


def close(db: Writer, import_id: int, now: int) -> None:
    """Write down that an import was taken back."""
    db.execute("update import set reverted_at = :now where id = :id", now=now, id=import_id)


def take_signals(db: Writer, import_id: int) -> set[int]:
    """Remove the signals of an import; return the clients they belonged to, to be recounted."""
    touched = {int(row[0]) for row in db.tuples(ITS_SIGNALS, id=import_id)}
    db.execute("delete from signal where import_id = :id", id=import_id)
    touches.forget(db, sorted(touched))
    return touched


def take_parties(db: Writer, import_id: int, away: MergedAway) -> set[int]:
    """Remove what an import brought, clients last; return whom it touched."""
    touched = {
        int(row[0])
        for table in ("identifier", "phone", "contact")
        for row in db.tuples(f"select client_id from {table} where import_id = :i", i=import_id)  # noqa: S608
    }
    for ids in _chunks(_of_older_clients(db, "identifier", import_id, away)):
        for sql in (UNTIE_SIGNALS, UNTIE_VISITORS, DROP_IDENTIFIERS):
            db.execute(sql, ids=ids)
    for ids in _chunks(_of_older_clients(db, "phone", import_id, away)):
        db.execute(DROP_PHONES, ids=ids)
    clients = [int(row[0]) for row in db.tuples(ITS_CLIENTS, id=import_id)]
    contacts = dict(db.tuples(ITS_CONTACTS, id=import_id))
    for ids in _chunks(contacts):
        _remove_contacts(db, ids, [contacts[each] for each in ids])
    for ids in _chunks(clients):
        _remove_clients(db, ids)
    return touched


def _of_older_clients(db: Reader, table: str, import_id: int, away: MergedAway) -> list[int]:
    """Return what an import added to clients that were there before it, or came otherwise."""
    found = db.tuples(OF_OLDER_CLIENTS.format(table), id=import_id)
    return [row_id for (row_id,) in found if row_id not in away.rows[table]]


def _remove_contacts(db: Writer, ids: list[int], clients: list[int]) -> None:
    """Remove contacts; what they did stays with their client, as nobody's in particular."""
    for table in ("phone", "identifier"):
        db.execute(f"delete from {table} where contact_id in (:ids)", ids=ids)  # noqa: S608
    db.execute(NAMELESS, ids=ids, clients=sorted(set(clients)))
    for table in ("visitor", "objection"):
        sql = f"update {table} set contact_id = null where contact_id in (:ids)"  # noqa: S608
        db.execute(sql, ids=ids)
    db.execute("delete from contact where id in (:ids)", ids=ids)


def _remove_clients(db: Writer, ids: list[int]) -> None:
    let_go(db, ids)
    db.execute("update objection set client_id = null where client_id in (:ids)", ids=ids)
    for table in ("phone", "identifier", "contact"):
        db.execute(f"delete from {table} where client_id in (:ids)", ids=ids)  # noqa: S608
    db.execute("delete from client where id in (:ids)", ids=ids)


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    every = list(ids)
    for start in range(0, len(every), CHUNK):
        yield every[start : start + CHUNK]
