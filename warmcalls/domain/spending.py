"""Spend over some days, spread evenly over them to the penny."""

from datetime import date
from typing import NamedTuple

from warmcalls.domain.periods import Period, month_period


class Spend(NamedTuple):
    """What was spent over some days; amount in minor units of `currency`, negative for a refund.

    Attributes:
        campaign_id: None where it belongs to no campaign.
        channel: of the campaign, or its own where it has none.
        source: what it was imported from, or empty where somebody typed it.
    """

    id: int
    campaign_id: int | None
    campaign: str
    channel: str
    starts: str
    ends: str
    amount: int
    currency: str
    note: str
    source: str
    import_id: int | None

    def within(self, period: Period, amount: int | None = None) -> int:
        """Return the share of the period's days, minor units.

        Every day has an equal share. It is off by less than a penny, and the shares of periods
        that follow one another add up to the amount.

        Args:
            period: whole days.
            amount: what to share out, where it is not the amount itself (converted money).
        """
        first = date.fromisoformat(self.starts).toordinal()
        days = max(date.fromisoformat(self.ends).toordinal() - first + 1, 1)
        begins = min(max(date.fromisoformat(period.first).toordinal() - first, 0), days)
        ends = min(max(date.fromisoformat(period.last).toordinal() - first + 1, 0), days)
        whole = self.amount if amount is None else amount
        given = abs(whole) * ends // days - abs(whole) * begins // days
        return (-1 if whole < 0 else 1) * max(given, 0)

    def by_month(self, period: Period, amount: int | None = None) -> dict[str, int]:
        """Return its share of every month of the period that it touches, minor units."""
        touched = Period(
            max(self.starts, period.first), min(max(self.ends, self.starts), period.last)
        )
        if touched.first > touched.last:
            return {}
        return {
            month: self.within(_both(month_period(month), period), amount)
            for month in touched.months
        }


def _both(one: Period, other: Period) -> Period:
    return Period(max(one.first, other.first), min(one.last, other.last))
