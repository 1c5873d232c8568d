"""Placements and their fees."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.calls import Happening, HappeningKind
from warmcalls.domain.moments import moment
from warmcalls.store.engine import Reader

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
