"""Do the 90 % intervals of the return hold what came in the end? Agencies drawn, then waited for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.returns import Benchmark, Estimate, Lag, benchmark, estimate

Floats = NDArray[np.float64]

AGES = (60, 120, 180, 365)
RATE, SPREAD, FEE, FEE_SIGMA = 0.025, 1.3, 600_000.0, 0.6
LAG = Lag(100.0, 0.7)
A_LEAD = 5_000.0
CREDITS = (1.0, 1.0, 0.5)
OLD, NEW = 8, 6


@dataclass(frozen=True, slots=True)
class World:
    """What is true of the agencies drawn, and what is wrongly believed of them.

    Attributes:
        rate: fees a lead brings, on average over campaigns.
        fee_sigma: of the logarithm of a fee.
        history: finished campaigns of a year that the agency knows already.
        rate_factor, lag_factor: what is believed, relative to the truth.
        sigma_believed: fixes what is believed of the fees' spread; None lets the agency learn it.
    """

    name: str
    rate: float = RATE
    fee_sigma: float = FEE_SIGMA
    history: int = OLD
    rate_factor: float = 1.0
    lag_factor: float = 1.0
    sigma_believed: float | None = None


WORLDS = (
    World("nothing wrong"),
    World("the agency's rate believed twice what it is", rate_factor=2.0),
    World("the agency's rate believed half of what it is", rate_factor=0.5),
    World("fees believed to come 1.5 times as fast", lag_factor=0.67),
    World("fees believed to come 1.5 times as slowly", lag_factor=1.5),
    World("fees spread more than believed (sigma 1.0, not 0.6)", fee_sigma=1.0, sigma_believed=0.6),
)
FURTHER = (
    World("new agency, nothing known but the built-in prior", history=0),
    World("new agency, leads worth a quarter of the prior", history=0, rate=RATE / 4),
    World("new agency, leads worth four times the prior", history=0, rate=RATE * 4),
)


@dataclass(frozen=True, slots=True)
class Leads:
    """A campaign's leads and fees; days since each lead, lag and amount of each fee."""

    ages: Floats
    fee_ages: Floats
    lags: Floats
    amounts: Floats
    credits: Floats
    worth: float

    @property
    def seen(self) -> NDArray[np.bool_]:
        """The fees that are in."""
        return np.asarray(self.lags <= self.fee_ages)

    @property
    def spend(self) -> int:
        """What its leads cost, minor units."""
        return int(len(self.ages) * A_LEAD)

    @property
    def fees(self) -> list[tuple[int, float]]:
        """What is in, as the application has it."""
        paid = zip(self.amounts[self.seen].tolist(), self.credits[self.seen].tolist(), strict=True)
        return [(round(amount), credit) for amount, credit in paid]

    @property
    def true(self) -> float:
        """Fees per unit spent that such leads bring on average, once all are in."""
        return self.worth * len(self.ages) / self.spend


def draw(random: np.random.Generator, world: World, youngest: int, days: int) -> Leads:
    """Draw a campaign that got leads for so many days, up to some days ago."""
    a_day = random.lognormal(0.0, 0.5)
    ages = youngest + random.random(max(random.poisson(a_day * days), 1)) * days
    rate = random.gamma(SPREAD, world.rate / SPREAD)
    fees = random.poisson(rate, len(ages))
    fee_ages = np.repeat(ages, fees)
    count = len(fee_ages)
    lags = LAG.median_days * np.exp(LAG.sigma * random.standard_normal(count))
    amounts = FEE * np.exp(world.fee_sigma * random.standard_normal(count))
    worth = rate * float(np.mean(CREDITS)) * FEE * np.exp(world.fee_sigma**2 / 2)
    return Leads(ages, fee_ages, lags, amounts, random.choice(CREDITS, count), worth)


def agency(
    random: np.random.Generator, world: World, days: int
) -> Iterable[tuple[Leads, Estimate]]:
    """Draw an agency; return its running campaigns with what the application says of them."""
    running = [draw(random, world, 0, days) for _ in range(NEW)]
    known = [*running, *(draw(random, world, days, 365) for _ in range(world.history))]
    lag = replace(LAG, median_days=LAG.median_days * world.lag_factor)
    exposure = sum(float(lag.share(each.ages).sum()) for each in known)
    credited = sum(float(each.credits[each.seen].sum()) for each in known)
    fees = [amount for each in known for amount in each.amounts[each.seen].tolist()]
    usual = _believed(world, benchmark(exposure, credited, fees))
    for each in running:
        ones = np.ones(len(each.ages))
        yield each, estimate(each.spend, each.ages, ones, each.fees, usual, lag)


def _believed(world: World, usual: Benchmark) -> Benchmark:
    sigma = world.sigma_believed or usual.log_sigma
    return replace(usual, credits=usual.credits * world.rate_factor, log_sigma=sigma)


def measure(world: World, days: int, seed: int, agencies: int) -> dict[str, Floats]:
    """Return, per agency and running campaign: covered, covered by a bootstrap, errors, losses."""
    random = np.random.default_rng(seed)
    rows = []
    for _ in range(agencies):
        for leads, found in agency(random, world, days):
            rows.append((*_judged(leads, found), _bootstrap_covers(random, leads)))
    table = np.array(rows, dtype=np.float64).reshape(agencies, NEW, -1)
    names = ("covered", "so_far", "likely", "true", "loses", "width", "bootstrap")
    return {name: table[:, :, i] for i, name in enumerate(names)}


def _judged(leads: Leads, found: Estimate) -> tuple[float, ...]:
    returns, true = found.returns, leads.true
    assert returns.so_far is not None
    assert returns.likely is not None
    covered = returns.low - 1e-6 <= true <= returns.high + 1e-6
    width = returns.high - returns.low
    return covered, returns.so_far, returns.likely, true, returns.loses, width


def _bootstrap_covers(random: np.random.Generator, leads: Leads, draws: int = 200) -> bool:
    """Tell whether the usual bootstrap of the fees that are in covers the true return."""
    paid = leads.amounts[leads.seen] * leads.credits[leads.seen]
    drawn = random.poisson(1.0, (draws, len(paid))) @ paid / leads.spend
    low, high = np.percentile(drawn, [5, 95])
    return bool(low - 1e-6 <= leads.true <= high + 1e-6)
