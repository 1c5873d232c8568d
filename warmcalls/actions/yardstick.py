"""What the agency's leads bring, and when: against it campaigns, channels and months are held."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

import numpy as np

from warmcalls.actions.credits import Book
from warmcalls.domain.credit import Credit
from warmcalls.domain.leads import LookedAt
from warmcalls.domain.moments import DAY, moment
from warmcalls.domain.paths import Bools, Ints
from warmcalls.domain.quality import USUAL, Judged, Quality, verdicts
from warmcalls.domain.returns import (
    Benchmark,
    Estimate,
    Floats,
    Lag,
    benchmark,
    estimate,
    fit_lag,
)
from warmcalls.domain.settings import Settings
from warmcalls.store import cohorts, leads
from warmcalls.store.engine import Reader

WEEK = 7 * DAY
Arrivals = Mapping[int, tuple[Ints, Ints]]
Parts = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Handed:
    """The leads of a period, by campaign.

    Attributes:
        arrivals: moments and numbers, as `leads.arrivals` gives them.
        judged: what sales said of them.
    """

    arrivals: Arrivals
    judged: Judged


def handed_over(arrivals: Arrivals, looked_at: LookedAt) -> Handed:
    """Return the leads of a period with what sales said of them.

    Args:
        arrivals: all of them, as `leads.arrivals` gives them.
        looked_at: those that somebody called or rejected, as `leads.looked_at` gives them.
    """
    came = {campaign: int(counts.sum()) for campaign, (_, counts) in arrivals.items()}
    return Handed(arrivals, verdicts(looked_at, came))


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What the agency's leads bring.

    Attributes:
        lag: from a lead to its fee.
        per_client: for clients that became a lead, each once.
        per_campaign: for leads of campaigns: a client once for each campaign.
    """

    now: int
    lag: Lag
    per_client: Benchmark
    per_campaign: Benchmark

    def of_campaigns(
        self, spend: int, handed: Handed, members: Collection[int], parts: Parts
    ) -> Estimate:
        """Return what the leads of a campaign, or of a channel's campaigns, bring.

        Args:
            spend: minor units.
            handed: the leads of the period.
            members: the campaigns.
            parts: fees in minor units and the share of each that is theirs.
        """
        found = [handed.arrivals[each] for each in members if each in handed.arrivals]
        at = np.concatenate([each[0] for each in found] or [np.zeros(0, dtype=np.int64)])
        counts = np.concatenate([each[1] for each in found] or [np.zeros(0, dtype=np.int64)])
        usual, lag, good = self.per_campaign, self.lag, handed.judged.of(members)
        return estimate(spend, self.ages(at), counts * 1.0, parts, usual, lag, good)

    def of_clients(
        self, spend: int, lead_at: Ints, parts: Parts, quality: Quality = USUAL
    ) -> Estimate:
        """Return what clients bring that became a lead at some moments."""
        at, counts = weekly(lead_at)
        return estimate(spend, self.ages(at), counts, parts, self.per_client, self.lag, quality)

    def ages(self, at: Ints) -> Floats:
        """Return how many days ago some moments were; never below 0."""
        return np.asarray(np.maximum(self.now - at, 0) / DAY)


def weekly(at: Ints) -> tuple[Ints, Floats]:
    """Return the middles of the weeks in which some moments lie, and how many lie in each."""
    weeks, counts = np.unique(at // WEEK, return_counts=True)
    return weeks * WEEK + WEEK // 2, counts.astype(np.float64)


def yardstick(db: Reader, agency: Settings, kept: Book, clients: Ints, *, now: int) -> Yardstick:
    """Return what the agency's leads of all times bring.

    Args:
        db: a reader.
        agency: whose days count.
        kept: all fees.
        clients: client, first signal and lead (`cohorts.first_signals`), by client: of all where
            `per_client` is wanted, else of those with fees.
        now: UTC microseconds.
    """
    earned = kept.marketing & (kept.amounts > 0)
    amounts = kept.amounts[earned].tolist()
    lag = _lag(agency, kept, earned, clients, now)
    usual = float(agency.tier_fees.get("", 0)) or None
    first = cohorts.earliest(db)
    arrivals = {} if first is None else leads.arrivals(db, first, now + 1)

    def bench(at: Ints, counts: Floats | Ints) -> Benchmark:
        ages = np.maximum(now - at, 0) / DAY
        exposure = float(np.sum(counts * lag.share(ages)))
        more = {"usual_fee": usual} if usual else {}
        return benchmark(exposure, float(len(amounts)), amounts, **more)

    weeks = list(arrivals.values()) or [(np.zeros(0, dtype=np.int64),) * 2]
    per_campaign = bench(*(np.concatenate(column) for column in zip(*weeks, strict=True)))
    per_client = bench(*weekly(clients[clients[:, 2] > 0, 2]))
    return Yardstick(now, lag, per_client, per_campaign)


def _lag(agency: Settings, kept: Book, earned: Bools, clients: Ints, now: int) -> Lag:
    """Return how long after a client became a lead its fees were invoiced."""
    client_of = np.array([fee.client_id for fee in kept.fees], dtype=np.int64)
    places = np.flatnonzero(earned & np.isin(client_of, clients[:, 0]))
    of = clients[np.searchsorted(clients[:, 0], client_of[places])]
    began = np.where(of[:, 2] > 0, of[:, 2], of[:, 1])
    noons = {day: _noon(day, agency) for day in {kept.fees[i].invoiced_on for i in places.tolist()}}
    came = np.array([noons[kept.fees[i].invoiced_on] for i in places.tolist()], dtype=np.int64)
    return fit_lag(((came - began) / DAY).tolist(), ((now - began) / DAY).tolist())


def _noon(day: str, agency: Settings) -> int:
    return moment(datetime.combine(date.fromisoformat(day), time(12), agency.zone))


def parts_of(
    kept: Book, credit: Credit, campaigns: Collection[int], counted: Bools
) -> list[tuple[int, float]]:
    """Return the fees that some campaigns have a part in, with the share of each that is theirs.

    Args:
        kept: the fees.
        credit: of these fees.
        campaigns: whose parts.
        counted: which of the fees count; shape (fees,).
    """
    theirs = counted[credit.fee] & np.isin(credit.campaign, list(campaigns))
    share = np.bincount(credit.fee[theirs], credit.share[theirs], minlength=len(kept.fees))
    some = share > 0
    return list(zip(kept.amounts[some].tolist(), share[some].tolist(), strict=True))
