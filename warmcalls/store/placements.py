"""Placements and their fees."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.calls import Happening, HappeningKind
from warmcalls.domain.moments import moment
from warmcalls.domain.money import round_words
from warmcalls.domain.placements import FeeRow
from warmcalls.store.engine import Reader, Row

OF_CLIENT: Final = """
select p.title, p.candidate, p.placed_on, coalesce(sum(f.amount), 0) as amount,
coalesce(max(f.currency), '') as currency,
sum(case when f.kind = 'invoice' and f.paid_on = '' then 1 else 0 end) as unpaid
from placement p left join fee f on f.placement_id = p.id
where p.client_id = :client group by p.id, p.title, p.candidate, p.placed_on
order by p.placed_on desc, p.id desc
"""
MONEY: Final = """
select coalesce(f.id, 0) as fee_id, coalesce(p.id, 0) as placement_id, c.id as client_id,
c.name as client, coalesce(p.title, '') as title, coalesce(p.candidate, '') as candidate,
coalesce(p.placed_on, '') as day, coalesce(f.number, '') as number,
coalesce(f.kind, '') as kind, coalesce(f.amount, 0) as amount, coalesce(f.tax, 0) as tax,
coalesce(f.currency, '') as currency, coalesce(f.invoiced_on, '') as invoiced_on,
coalesce(f.due_on, '') as due_on, coalesce(f.paid_on, '') as paid_on,
coalesce(f.note, '') as note, coalesce(f.source, '') as source,
coalesce(p.person_id, f.person_id) as person_id, coalesce(w.name, '') as by_name
from {what}
left join person w on w.id = coalesce(p.person_id, f.person_id)
where (:client = 0 or c.id = :client)
and (:like = '' or c.name_key like :like or lower(coalesce(p.title, '')) like :like
  or lower(coalesce(p.candidate, '')) like :like or lower(coalesce(f.number, '')) like :like)
{more}
"""
FEES: Final = MONEY.format(
    what="fee f join client c on c.id = f.client_id left join placement p on p.id = f.placement_id",
    more="and f.kind <> 'void' order by f.invoiced_on desc, f.id desc limit :limit",
)
UNBILLED: Final = MONEY.format(
    what="placement p join client c on c.id = p.client_id left join fee f on f.placement_id = p.id",
    more="and f.id is null order by p.placed_on desc, p.id desc limit :limit",
)
MOST: Final = 5_000


def money(db: Reader, *, client_id: int = 0, text: str = "", limit: int = MOST) -> list[FeeRow]:
    """Return placements without a fee, then all fees; each the newest first.

    Args:
        db: a reader.
        client_id: only of this client, 0 for all.
        text: a part of the client's name, the title, the person placed, or the number.
        limit: at most so many of each.
    """
    like = f"%{text.lower()}%" if text else ""
    asked = {"client": client_id, "like": like, "limit": limit}
    return [_fee_row(row) for sql in (UNBILLED, FEES) for row in db.query(sql, **asked)]


def _fee_row(row: Row) -> FeeRow:
    by = row.pop("by_name")
    return FeeRow(**row, by=by)


def of_client(db: Reader, client_id: int, zone: ZoneInfo) -> list[Happening]:
    """Return the placements at a client as lines of its timeline."""
    return [
        Happening(
            at=moment(datetime.combine(date.fromisoformat(row["placed_on"]), time(12), zone)),
            sort=HappeningKind.PLACEMENT,
            text=_placed(row["title"], row["candidate"]),
            detail=_fee(row["amount"], row["currency"], unpaid=bool(row["unpaid"])),
        )
        for row in db.query(OF_CLIENT, client=client_id)
    ]


def _placed(title: str, candidate: str) -> str:
    if not (title or candidate):
        return "Placed somebody"
    return (
        f"Placed {candidate}, {title}" if title and candidate else f"Placed: {title or candidate}"
    )


def _fee(amount: int, currency: str, *, unpaid: bool) -> str:
    if not amount:
        return ""
    return f"fee {round_words(amount, currency)}, {'not paid yet' if unpaid else 'paid'}"


UNPAID: Final = """
select * from fee where placement_id = :id and paid_on = '' and kind = 'invoice'
order by id limit 1
"""
CLIENT_OF_VACANCY: Final = "select client_id from vacancy where id = :id"
OF_OUTCOME: Final = "select id from vacancy where outcome_id = :id"


def unpaid(db: Reader, placement_id: int) -> Row | None:
    """Return the fee of a placement that is still to pay, None where there is none."""
    return next(iter(db.query(UNPAID, id=placement_id)), None)


def client_of_vacancy(db: Reader, vacancy_id: int) -> int | None:
    """Return whose job brief it is, None where there is no such brief."""
    found = db.tuples(CLIENT_OF_VACANCY, id=vacancy_id)
    return int(found[0][0]) if found else None


def vacancy_of_outcome(db: Reader, outcome_id: int) -> int | None:
    """Return the job brief that a call brought."""
    found = db.tuples(OF_OUTCOME, id=outcome_id)
    return int(found[0][0]) if found else None
