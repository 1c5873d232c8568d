"""Placements and their fees."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.calls import Happening, HappeningKind
from warmcalls.domain.moments import moment
from warmcalls.store.engine import Reader, Row

OF_CLIENT: Final = """
select p.title, p.placed_on, coalesce(f.amount, 0) as amount, coalesce(f.paid_on, '') as paid_on
from placement p left join fee f on f.placement_id = p.id
where p.client_id = :client order by p.placed_on desc, p.id desc
"""


def of_client(db: Reader, client_id: int, zone: ZoneInfo) -> list[Happening]:
    """Return the placements at a client as lines of its timeline."""
    return [
        Happening(
            at=moment(datetime.combine(date.fromisoformat(row["placed_on"]), time(12), zone)),
            sort=HappeningKind.PLACEMENT,
            text=f"Placed: {row['title']}" if row["title"] else "Placed somebody",
            detail=_fee(row["amount"], row["paid_on"]),
        )
        for row in db.query(OF_CLIENT, client=client_id)
    ]


def _fee(amount: int, paid_on: str) -> str:
    return f"fee £{amount // 100:,}, {'paid' if paid_on else 'not paid yet'}" if amount else ""


UNPAID: Final = "select * from fee where placement_id = :id and paid_on = '' order by id limit 1"
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
