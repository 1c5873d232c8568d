"""Exchange rates that somebody typed in: money is converted by them, and never guessed."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rates:
    """What money in other currencies is worth in the agency's own.

    Attributes:
        home: the agency's currency.
        known: by currency, day and rate, oldest first; a rate is how many units of the agency's
            currency one unit of the other buys.
    """

    home: str
    known: Mapping[str, Sequence[tuple[str, float]]] = field(default_factory=dict)

    def home_amount(self, amount: int, currency: str, day: str) -> int | None:
        """Return an amount in the agency's currency, minor units; None without any rate.

        The newest rate on or before the day counts, else the oldest after it.
        """
        if currency == self.home:
            return amount
        rates = self.known.get(currency)
        if not rates:
            return None
        place = bisect_right([since for since, _ in rates], day)
        return round(amount * rates[max(place - 1, 0)][1])
