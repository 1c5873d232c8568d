"""The budget plan: an amount a month and channel."""

from typing import Final

from warmcalls.domain.periods import Period
from warmcalls.store.engine import Reader, Row

OF_MONTH: Final = "select * from plan where month = :month and lower(channel) = :channel"
IN_PERIOD: Final = """
select month, channel, amount, currency from plan where month >= :first and month <= :last
order by month, channel
"""
PLANNED_LATER: Final = """
select month from plan where month > :month and lower(channel) = :channel order by month
"""


def row_of(db: Reader, month: str, channel: str) -> Row | None:
    """Return the row of a channel's plan for a month, whatever the case of its name."""
    return next(iter(db.query(OF_MONTH, month=month, channel=channel.lower())), None)


def in_period(db: Reader, period: Period) -> list[Row]:
    """Return what is planned for the months of a period, in order."""
    return db.query(IN_PERIOD, first=period.first[:7], last=period.last[:7])


def months_after(db: Reader, month: str, channel: str) -> list[str]:
    """Return the later months that a channel has a plan for."""
    found = db.tuples(PLANNED_LATER, month=month, channel=channel.lower())
    return [str(row[0]) for row in found]
