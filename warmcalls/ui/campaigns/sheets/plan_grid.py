"""A year's plan as a grid of months and channels, with its sums."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.plan import PlanLine

MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was planned and spent; minor units."""

    planned: int = 0
    spent: int = 0

    @property
    def over(self) -> int:
        """How much more was spent than planned; 0 where it was not."""
        return max(self.spent - self.planned, 0)


class PlanGrid:
    """Twelve months of channels.

    Args:
        year: as 2026.
        lines: what was planned and spent; channels compare without case.
        channels: further ones that stand there without a plan.
    """

    def __init__(self, year: int, lines: Iterable[PlanLine], channels: Sequence[str] = ()) -> None:
        self.months = tuple(f"{year}-{number:02}" for number in range(1, MONTHS + 1))
        known: dict[str, str] = {}
        self._cells: dict[tuple[str, str], Amounts] = {}
        for line in lines:
            key = line.channel.casefold()
            known.setdefault(key, line.channel)
            self._cells[line.month, key] = Amounts(line.planned, line.spent)
        for channel in channels:
            known.setdefault(channel.casefold(), channel)
        self.channels = tuple(known[key] for key in sorted(known, key=lambda k: (k == "", k)))

    def at(self, month: str, channel: str) -> Amounts:
        """Return what was planned and spent in a month on a channel."""
        return self._cells.get((month, channel.casefold()), Amounts())

    def of(self, months: Iterable[str], channels: Iterable[str]) -> Amounts:
        """Return the sum over months and channels."""
        channels = tuple(channels)
        found = [self.at(month, channel) for month in months for channel in channels]
        return Amounts(sum(each.planned for each in found), sum(each.spent for each in found))

    def plan(self, month: str, channel: str, amount: int) -> None:
        """Plan another amount, minor units."""
        self._cells[month, channel.casefold()] = Amounts(amount, self.at(month, channel).spent)
