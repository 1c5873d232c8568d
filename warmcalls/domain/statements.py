"""What is told each month: the statement, and thanks for what was paid."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Win:
    """A fee that was paid, told to the campaigns that touched its client: thanks.

    Attributes:
        by: who rang.
        campaigns: those that touched the client before, most credited first.
    """

    fee_id: int
    client_id: int
    client: str
    title: str
    amount: int
    paid_on: str
    by: str
    campaigns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A month's statement; money in minor units of `currency`.

    Attributes:
        helped, taken: paid in the month with marketing's hand in it, of all that was paid.
        cost: spend of the month.
        per_pound: helped divided by cost; None without cost.
        since_helped, since_taken, since_cost: the same from January to this month.
        since: the month it counts from, "2026-01".
    """

    agency: str
    month: str
    currency: str
    helped: int
    taken: int
    cost: int
    per_pound: float | None
    since: str
    since_helped: int
    since_taken: int
    since_cost: int
    since_per_pound: float | None
    wins: tuple[Win, ...] = ()
    campaigns: tuple[tuple[str, int, int], ...] = ()
    notes: tuple[str, ...] = ()
