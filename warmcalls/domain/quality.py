"""How good a campaign's leads are, by what sales said of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from warmcalls.domain.leads import CALLED, DISQUALIFIED, REJECTED, WORTH, LookedAt

PSEUDO_LEADS: Final = 20.0
LEAST, MOST = 0.05, 3.0
HARDLY: Final = 0.1
"""What a lead that was rejected or disqualified still counts of one that was not."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How good some leads are beside the agency's.

    Attributes:
        factor: fees that one of them brings, beside one of the agency's.
        open: the share of them that fees may still come from, 0 to 1: a rejected or disqualified
            one counts a tenth.
    """

    factor: float = 1.0
    open: float = 1.0


USUAL: Final = Quality()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What sales said of leads.

    Attributes:
        worth: worth the time.
        judged: called or rejected.
        out: disqualified or rejected, and not worth the time.
    """

    worth: int = 0
    judged: int = 0
    out: int = 0

    def __add__(self, other: "Verdicts") -> "Verdicts":
        """Return the verdicts on both."""
        return Verdicts(self.worth + other.worth, self.judged + other.judged, self.out + other.out)


NO_VERDICTS: Final = Verdicts()


def quality(own: Verdicts, leads: float, agency: Verdicts) -> Quality:
    """Return how good leads are.

    With p0 the agency's share of judged leads that were worth the time, the factor is
    (worth + 20 p0) / (judged + 20) / p0, from 0.05 to 3: the mean of a rate with a Beta prior of
    20 leads at p0 (Gelman and others, Bayesian Data Analysis, 2013, section 2.4). On a set of
    real leads by origin 20 foretold the rates of the next half as well as any other number.

    Args:
        own: verdicts on these leads.
        leads: how many there are, those nobody looked at among them.
        agency: verdicts on the leads of all campaigns of the same period.
    """
    factor = 1.0
    if agency.worth:
        usual = agency.worth / agency.judged
        rate = (own.worth + PSEUDO_LEADS * usual) / (own.judged + PSEUDO_LEADS)
        factor = min(max(rate / usual, LEAST), MOST)
    gone = min(own.out / leads, 1.0) if leads else 0.0
    return Quality(factor, 1.0 - (1.0 - HARDLY) * gone)


@dataclass(frozen=True, slots=True)
class Judged:
    """What sales said of the leads of one period, by campaign; those with no verdict have none."""

    by_campaign: Mapping[int, Verdicts]

    def of(self, campaigns: Collection[int], leads: float) -> Quality:
        """Return how good the leads of some campaigns are, taken together.

        Args:
            campaigns: their ids.
            leads: how many they handed over.
        """
        own = [self.by_campaign.get(campaign, NO_VERDICTS) for campaign in campaigns]
        agency = sum(self.by_campaign.values(), NO_VERDICTS)
        return quality(sum(own, NO_VERDICTS), leads, agency)


def verdicts(leads: LookedAt) -> Judged:
    """Return what sales said of leads, by campaign."""
    worth = leads.any(WORTH)
    out = ~worth & (leads.any(DISQUALIFIED) | (leads.any(REJECTED) & ~leads.any(CALLED)))
    found = {}
    for campaign in np.unique(leads.campaign).tolist():
        own = leads.campaign == campaign
        counts = (np.count_nonzero(of & own) for of in (worth, own, out))
        found[campaign] = Verdicts(*map(int, counts))
    return Judged(found)
