"""What the owner sees: fees against spend, return, the funnel, cohorts and the four Cs."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from warmcalls.domain.campaigns import NOTHING_SPENT, Return

RIPE: Final = 2 / 3
"""A month whose share of fees that should be in is lower is drawn and counted as not ripe."""
ENOUGH_FOR_MARKOV: Final = 300
"""Credited fees under which the removal effect is warned of."""


class Model(StrEnum):
    """How the credit for a fee is shared among the campaigns that touched the client."""

    FIRST = "first"
    LAST = "last"
    LINEAR = "linear"
    POSITION = "position"
    DECAY = "decay"
    MARKOV = "markov"


MODEL_WORDS: dict[Model, str] = {
    Model.FIRST: "First touch",
    Model.LAST: "Last touch",
    Model.LINEAR: "Linear",
    Model.POSITION: "Position (40/20/40)",
    Model.DECAY: "Time decay",
    Model.MARKOV: "Removal effect (Markov)",
}


@dataclass(frozen=True, slots=True)
class Month:
    """One month; money in minor units of the agency's currency.

    Attributes:
        month: "2026-02".
        spend: marketing spend of its days.
        fees: fees credited to campaigns, by month of the client's first signal (a cohort).
        to_come: what is likely still to come of that cohort: its part of the forecast.
        ripe: share of the cohort's fees that should be in, 0 to 1.
        booked: fees credited to campaigns, by month of their invoice.
        invoiced, paid: all fees of the agency, by month of invoice and of payment.
        first_signals: clients first seen in this month: the cohort's size.
        leads: of those, how many became leads.
    """

    month: str
    spend: int = 0
    fees: int = 0
    to_come: int = 0
    ripe: float = 1.0
    booked: int = 0
    invoiced: int = 0
    paid: int = 0
    first_signals: int = 0
    leads: int = 0

    @property
    def is_ripe(self) -> bool:
        """Whether most of the cohort's fees should be in."""
        return self.ripe >= RIPE


@dataclass(frozen=True, slots=True)
class Cohort:
    """The clients first seen in one month, followed as they age; money in minor units.

    Attributes:
        month: of their first signal, "2026-02".
        first_signals: how many they are.
        leads: of those, how many became leads.
        spend: of that month.
        fees: fees credited to campaigns, added up to the end of the month they were first seen
            in, of the month after, and so on, by the day they were placed (else invoiced); the
            last one is up to now. A young cohort has few.
        to_come: what is likely still to come: its part of the forecast.
        ripe: share of its fees that should be in, 0 to 1.
    """

    month: str
    first_signals: int = 0
    leads: int = 0
    spend: int = 0
    fees: tuple[int, ...] = ()
    to_come: int = 0
    ripe: float = 1.0

    @property
    def is_ripe(self) -> bool:
        """Whether most of its fees should be in."""
        return self.ripe >= RIPE


@dataclass(frozen=True, slots=True)
class Earner:
    """A campaign or a channel with what it earned.

    Attributes:
        id: of the campaign, 0 for a channel.
        credits: credited fees by model, minor units, for the comparison.
    """

    id: int
    name: str
    channel: str
    spend: int
    fees: int
    returns: Return
    credits: dict[Model, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step from signal to money.

    Attributes:
        id: signals, leads, called, spoke, meeting, brief, placed, invoiced or paid.
        share: of the step before, None for the first.
        days: median days since the step before, None where nobody got there.
    """

    id: str
    name: str
    count: int
    share: float | None = None
    days: float | None = None


@dataclass(frozen=True, slots=True)
class FourCs:
    """Candidates, clients, colleagues and cash of one month; None where nothing is known."""

    month: str
    candidates: int | None = None
    clients: int | None = None
    colleagues: int | None = None
    cash: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the Results page asks for; empty means all."""

    first: str
    last: str
    model: Model = Model.LINEAR
    channel: str = ""
    person_id: int | None = None
    sector: str = ""
    campaign_id: int | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """The Results page; money in minor units of `currency`.

    Attributes:
        cohorts: one a month of first signal, oldest first.
        line: fees wanted per unit spent.
        headline_month: the last whole month with a payment in the period, "2026-02", or empty.
        helped, taken: what marketing had a hand in, of all that was paid in that month.
        spend, fees: of the period; fees as credited.
        outside: fees whose client no campaign had touched before (not credited to marketing).
        returns: of the months that are ripe, where those cost at least half of the spend; else of
            all of them.
        of_ripe: whether `returns` is of the ripe months alone.
        whole: of all months of the period.
        forecast: what is likely still to come of all leads in the period: median, low, high; the
            months' `to_come` add up to the median.
        conversions: credited fees; the Markov model warns under 300.
        noise: a sentence on how much the models differ, and whether that is more than noise.
        notes: what was set aside and why, one sentence each (fees in currencies without a rate,
            fees before their first signal, spend without campaign, months without data).
    """

    asked: Asked
    currency: str
    line: float
    months: tuple[Month, ...] = ()
    campaigns: tuple[Earner, ...] = ()
    channels: tuple[Earner, ...] = ()
    funnel: tuple[FunnelStep, ...] = ()
    four_cs: tuple[FourCs, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    headline_month: str = ""
    helped: int = 0
    taken: int = 0
    spend: int = 0
    fees: int = 0
    outside: int = 0
    returns: Return = NOTHING_SPENT
    of_ripe: bool = False
    whole: Return = NOTHING_SPENT
    forecast: tuple[int, int, int] = (0, 0, 0)
    conversions: float = 0.0
    noise: str = ""
    notes: tuple[str, ...] = ()
