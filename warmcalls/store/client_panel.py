"""What the panel of a client reads: facts, signals of all time, briefs, placements, fees."""

from typing import Any, Final
from zoneinfo import ZoneInfo

from warmcalls.domain.kinds import Kind
from warmcalls.domain.placements import FeeRow, Vacancy
from warmcalls.domain.warmth_year import Seen
from warmcalls.store import vacancies
from warmcalls.store.engine import Reader, Row

NEWEST: Final = 120
TAGS: Final = "select tags from client where id = :client"
# all of it stands in an index
SEEN: Final = "select kind, at, share from signal where client_id = :client and at <= :now"
SUBJECTS: Final = """
select kind, at, share, subject from signal where client_id = :client and at <= :now
order by at desc, id desc limit :limit
"""
IDENTIFIERS: Final = """
select i.*, coalesce(k.name, '') as contact, coalesce(k.email, '') as contact_email
from identifier i left join contact k on k.id = i.contact_id
where i.client_id = :client order by i.id
"""
BRIEFS: Final = """
select v.*, coalesce(p.name, '') as by_name from vacancy v
left join person p on p.id = v.person_id
where v.client_id = :client order by v.taken_at desc, v.id desc
"""
FEES: Final = """
select f.id as fee_id, coalesce(f.placement_id, 0) as placement_id, f.client_id,
coalesce(p.title, '') as title, coalesce(p.candidate, '') as candidate,
coalesce(p.placed_on, '') as day, f.number, f.kind, f.amount, f.tax, f.currency, f.invoiced_on,
f.due_on, f.paid_on, f.note
from fee f left join placement p on p.id = f.placement_id
where f.client_id = :client and f.kind <> 'void' order by f.invoiced_on desc, f.id desc
"""
UNBILLED: Final = """
select p.id as placement_id, p.client_id, p.title, p.candidate, p.placed_on as day
from placement p left join fee f on f.placement_id = p.id
where p.client_id = :client and f.id is null order by p.placed_on desc, p.id desc
"""
NO_FEE: Final[Row] = {
    "fee_id": 0, "number": "", "kind": "", "amount": 0, "tax": 0, "currency": "",
    "invoiced_on": "", "due_on": "", "paid_on": "", "note": "",
}  # fmt: skip


def tags(db: Reader, client_id: int) -> str:
    """Return a client's tags as they are kept."""
    found = db.tuples(TAGS, client=client_id)
    return str(found[0][0]) if found else ""


def seen(db: Reader, client_id: int, now: int) -> list[tuple[Any, ...]]:
    """Return kind, moment and share of every signal of a client up to now."""
    return db.tuples(SEEN, client=client_id, now=now)


def newest(db: Reader, client_id: int, now: int, limit: int = NEWEST) -> list[Seen]:
    """Return the newest signals of a client with their subjects."""
    rows = db.tuples(SUBJECTS, client=client_id, now=now, limit=limit)
    return [Seen(Kind(kind), at, share, subject) for kind, at, share, subject in rows]


def identifiers(db: Reader, client_id: int) -> list[Row]:
    """Return a client's identifiers with the names of the people they mean."""
    return db.query(IDENTIFIERS, client=client_id)


def briefs(db: Reader, client_id: int, zone: ZoneInfo) -> list[Vacancy]:
    """Return a client's job briefs, the newest first."""
    return [vacancies.from_row(row, zone) for row in db.query(BRIEFS, client=client_id)]


def money(db: Reader, client_id: int) -> list[FeeRow]:
    """Return a client's placements that have no fee yet, then its fees; each the newest first."""
    unbilled = [NO_FEE | row for row in db.query(UNBILLED, client=client_id)]
    return [FeeRow(**row, client="") for row in (*unbilled, *db.query(FEES, client=client_id))]
