"""The plan: what each channel is to cost in each month, beside what it did cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One channel in one month; money in minor units of the agency's currency.

    Attributes:
        month: "2026-02".
        channel: empty for spend that says none.
        planned: 0 where the channel has no plan for the month.
        spent: its share of all spend, day by day.
    """

    month: str
    channel: str
    planned: int
    spent: int

    @property
    def left(self) -> int:
        """What the plan leaves to spend; negative where more was spent."""
        return self.planned - self.spent

    @property
    def unplanned(self) -> bool:
        """Whether money was spent that no plan foresaw."""
        return self.planned == 0 and self.spent > 0
