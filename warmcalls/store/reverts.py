"""Taking an import back: its rows, found by its number, but not what somebody worked on since."""

from typing import Final

from warmcalls.store import touches
from warmcalls.store.clients import let_go
from warmcalls.store.engine import Reader, Writer

CHUNK: Final = 500
ITS_SIGNALS: Final = """
select distinct client_id from signal where import_id = :id and client_id is not null
"""
ITS_CLIENTS: Final = """
select id from client c where import_id = :id
and not exists (select 1 from outcome o where o.client_id = c.id)
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
and not exists (select 1 from call k where k.contact_id = t.id)
and not exists (select 1 from change h join entry e on e.id = h.entry_id
  where h.item = 'contact' and h.item_id = t.id and e.action <> 'import' and e.undone_at is null)
"""
OF_OLDER_CLIENTS: Final = """
import_id = :id and client_id in (
  select id from client c where c.import_id is null or c.import_id <> :id)
"""
TIED: Final = """
select v.id from visitor v join identifier i on i.client_id = v.client_id
and ((i.kind = v.kind and i.value = v.value) or (i.kind = 'domain' and i.value = v.domain))
where i.import_id = :id and i.client_id in (
  select id from client c where c.import_id is null or c.import_id <> :id)
"""
UNTIE_SIGNALS: Final = f"""
update signal set client_id = null, contact_id = null where visitor_id in ({TIED})
"""  # noqa: S608
UNTIE_VISITORS: Final = (
    f"update visitor set client_id = null, contact_id = null where id in ({TIED})"  # noqa: S608
)
ITS_IDENTIFIERS: Final = f"delete from identifier where {OF_OLDER_CLIENTS}"  # noqa: S608
ITS_PHONES: Final = f"""
delete from phone where {OF_OLDER_CLIENTS}
and not exists (select 1 from call k where k.phone_id = phone.id)
"""  # noqa: S608
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


def kept_clients(db: Reader, import_id: int) -> int:
    """Return how many clients of an import stayed."""
    return int(db.tuples(KEPT, id=import_id)[0][0])


def close(db: Writer, import_id: int, now: int) -> None:
    """Write down that an import was taken back."""
    db.execute("update import set reverted_at = :now where id = :id", now=now, id=import_id)


def take_signals(db: Writer, import_id: int) -> set[int]:
    """Remove the signals of an import; return the clients they belonged to, to be recounted."""
    touched = {int(row[0]) for row in db.tuples(ITS_SIGNALS, id=import_id)}
    db.execute("delete from signal where import_id = :id", id=import_id)
    touches.forget(db, sorted(touched))
    return touched


def take_parties(db: Writer, import_id: int) -> set[int]:
    """Remove what an import brought, clients last; return whom it touched."""
    touched = {
        int(row[0])
        for table in ("identifier", "phone", "contact")
        for row in db.tuples(f"select client_id from {table} where import_id = :i", i=import_id)  # noqa: S608
    }
    for sql in (UNTIE_SIGNALS, UNTIE_VISITORS, ITS_IDENTIFIERS, ITS_PHONES):
        db.execute(sql, id=import_id)
    clients = [int(row[0]) for row in db.tuples(ITS_CLIENTS, id=import_id)]
    contacts = [int(row[0]) for row in db.tuples(ITS_CONTACTS, id=import_id)]
    for start in range(0, len(contacts), CHUNK):
        _remove_contacts(db, contacts[start : start + CHUNK])
    for start in range(0, len(clients), CHUNK):
        _remove_clients(db, clients[start : start + CHUNK])
    return touched


def _remove_contacts(db: Writer, ids: list[int]) -> None:
    for table in ("phone", "identifier"):
        db.execute(f"delete from {table} where contact_id in (:ids)", ids=ids)  # noqa: S608
    db.execute("update visitor set contact_id = null where contact_id in (:ids)", ids=ids)
    db.execute("delete from contact where id in (:ids)", ids=ids)


def _remove_clients(db: Writer, ids: list[int]) -> None:
    let_go(db, ids)
    for table in ("phone", "identifier", "contact"):
        db.execute(f"delete from {table} where client_id in (:ids)", ids=ids)  # noqa: S608
    db.execute("delete from client where id in (:ids)", ids=ids)
