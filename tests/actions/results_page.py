"""The Results page of a small agency, and fees put into it."""

from typing import Any

from tests.actions.money_world import day_of
from tests.agency import Agency
from warmcalls.actions.results import results
from warmcalls.domain.moments import DAY
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Asked, Results

YEAR = Asked("2025-03-01", "2026-02-28")
PERIOD = Period(YEAR.first, YEAR.last)


def shown(agency: Agency, asked: Asked = YEAR) -> Results:
    return results(agency.db, asked, now=agency.now)


def fee(agency: Agency, client: int, amount: int, days_ago: int, **more: Any) -> int:
    row = {
        "client_id": client, "amount": amount, "currency": "GBP",
        "invoiced_on": day_of(agency.now - days_ago * DAY), "digest": next(agency.keys),
    }  # fmt: skip
    with agency.db.atomic():
        return agency.db.insert("fee", row | more)
