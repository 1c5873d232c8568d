"""What marketing brings back: fees per unit spent once all fees are in, with its interval.

A lead thirty days old has brought what fees are normally in by day thirty: leads count by their
age (delayed feedback; Chapelle, KDD 2014). Fees per lead follow a Gamma-Poisson rate, the size of
a fee a lognormal; both lean on the agency where a campaign has little of its own. What sales said
of the leads tells before the fees do: the rate it leans on is the agency's times their quality.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.campaigns import Return
from warmcalls.domain.fee_sizes import Sizes, added_up
from warmcalls.domain.lags import Lag, fit_lag
from warmcalls.domain.lead_fees import LAG_TURNS, LeadFees, lead_fees
from warmcalls.domain.quality import USUAL, Quality

__all__ = ["Benchmark", "Estimate", "Lag", "benchmark", "estimate", "fit_lag"]

Floats = NDArray[np.float64]

SPREAD: Final = 1.3
PSEUDO_FEES: Final = 8.0
PSEUDO_USUAL: Final = 3.0
UNSURE: Final = 0.8
USUAL_RATE: Final = 0.02
USUAL_LEADS: Final = 25.0
USUAL_FEE: Final = 500_000.0
USUAL_SIGMA: Final = 0.6
DRAWS: Final = 4_000
SEED: Final = 20_260_222
FEW_FEES: Final = 5
INTERVAL: Final = (50.0, 5.0, 95.0)
LEAST_RATE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What an agency's leads bring, for campaigns with few fees to lean on.

    Attributes:
        exposure: leads of all campaigns, each counted by the share of its fees that is in.
        credits: fees they brought, credits of a fee added up.
        log_mean, log_sigma: of the logarithm of a fee in minor units.
    """

    exposure: float = 0.0
    credits: float = 0.0
    log_mean: float = log(USUAL_FEE)
    log_sigma: float = USUAL_SIGMA

    @property
    def rate(self) -> float:
        """Fees a ripe lead brings; a usual agency's rate counts as 25 leads."""
        return (USUAL_LEADS * USUAL_RATE + self.credits) / (USUAL_LEADS + self.exposure)

    def without(self, exposure: float, credited: float) -> "Benchmark":
        """Return what the agency's other leads bring."""
        return replace(
            self,
            exposure=max(self.exposure - exposure, 0.0),
            credits=max(self.credits - credited, 0.0),
        )


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is known of the return of some leads.

    Attributes:
        to_come: what the leads present are still likely to bring: median, low and high end of
            the 90 % interval, minor units; never negative.
    """

    returns: Return
    to_come: tuple[int, int, int] = (0, 0, 0)


def benchmark(
    exposure: float, credited: float, fees: Sequence[float], usual_fee: float = USUAL_FEE
) -> Benchmark:
    """Return what an agency's leads bring.

    Args:
        exposure: `lag.share` of the ages of all leads, added up.
        credited: fees they brought, credits of a fee added up.
        fees: their amounts in minor units; those not above 0 (credit notes) are left out.
        usual_fee: what a fee is taken for while there are none, minor units.
    """
    logs = np.log([fee for fee in fees if fee > 0])
    usual = Sizes(log(usual_fee), USUAL_SIGMA, PSEUDO_USUAL, PSEUDO_USUAL)
    sizes = usual.learn(logs, np.ones(len(logs)))
    return Benchmark(exposure, credited, sizes.log_mean, sizes.log_sigma)


def estimate(  # noqa: PLR0917  each is one fact about the same leads
    spend: int,
    ages: Floats,
    counts: Floats,
    fees: Sequence[tuple[int, float]],
    benchmark: Benchmark,
    lag: Lag,
    quality: Quality = USUAL,
) -> Estimate:
    """Return what some leads, of a campaign, a channel or a month, bring per unit spent.

    The interval is of what such leads bring on average, so it stays open where all fees are in
    but few: luck is not return. What is to come is of these leads, luck included. Of spend that
    brought neither leads nor fees nothing is foretold: what is likely is None.

    Args:
        spend: minor units.
        ages: days since each lead, or since each group of leads; shape (n,).
        counts: how many leads are of each age; shape (n,).
        fees: amount in minor units (negative for a credit note) and the share of it, 0 to 1,
            that is credited to these leads.
        benchmark: of all the agency's leads, these among them.
        lag: of the agency.
        quality: of these leads, beside the agency's: its factor multiplies the rate they lean
            on, and fees are still to come of those that are open alone.
    """
    known = lead_fees(ages, counts, fees, lag, benchmark.rate * quality.factor)
    if not known.leads and not known.number:
        so_far = known.so_far / spend if spend > 0 else None
        return Estimate(Return(so_far, without_largest=so_far))
    worth, future = _draws(known, benchmark, quality)
    median, low, high = np.percentile(future, INTERVAL).tolist()
    returns = Return(None, ripe=known.ripe, fees=known.number, too_few=known.number < FEW_FEES)
    if spend > 0:
        worth = np.maximum(worth - known.taken_back, 0.0) / spend
        likely, least, most = np.percentile(worth, INTERVAL).tolist()
        returns = replace(
            returns,
            so_far=known.so_far / spend,
            likely=likely,
            low=least,
            high=most,
            without_largest=(known.so_far - known.largest) / spend,
            loses=float(np.mean(worth < 1.0)),
        )
    return Estimate(returns, (round(median), round(low), round(high)))


def _draws(known: LeadFees, agency: Benchmark, quality: Quality) -> tuple[Floats, Floats]:
    """Return draws of what the leads are worth and of what is to come; minor units, (draws,)."""
    random = np.random.default_rng(SEED)
    rate, exposure = _rates(random, known, agency, quality.factor)
    prior = Sizes(agency.log_mean, agency.log_sigma, PSEUDO_FEES, PSEUDO_FEES)
    mean, variance = prior.learn(np.log(known.amounts), known.credits).draw(random, DRAWS)
    leads = max(known.leads + known.unseen, 1.0)
    worth = rate * leads * np.exp(mean + variance / 2)
    number = random.poisson(rate * np.maximum(known.leads - exposure, 0.0) * quality.open)
    return worth, added_up(random, number, mean, variance)


def _rates(
    random: np.random.Generator, known: LeadFees, agency: Benchmark, factor: float
) -> tuple[Floats, Floats]:
    """Return draws of the fees a lead brings, with their exposure; shape (draws,) each.

    Neither the agency's rate nor its lag is known: both are drawn, the rate from what its other
    leads showed, and weighted by how well they explain these. Around the agency's rate campaigns
    spread as Gamma(1.3). The factor is that of the leads' quality.
    """
    number = known.number
    others = agency.without(float(known.exposures[0]), number)
    fees = USUAL_LEADS * USUAL_RATE + others.credits
    spread = np.sqrt(1.0 / fees + UNSURE**2)
    usual = factor * others.rate * np.exp(spread * random.standard_normal(DRAWS))
    exposure = np.resize(known.exposures[list(LAG_TURNS)], DRAWS)
    seen = exposure + known.unseen
    scale = 1.0 / (SPREAD / usual + seen)
    logs = (SPREAD + number) * np.log(scale) - SPREAD * np.log(usual)
    logs += number * np.log(np.maximum(seen, LEAST_RATE))
    sums = np.cumsum(np.exp(logs - logs.max()))
    picked = np.searchsorted(sums, (np.arange(DRAWS) + 0.5) / DRAWS * sums[-1])
    return random.gamma(SPREAD + number, scale[picked]), exposure[picked]
