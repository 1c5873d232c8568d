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
        open: the share of them that fees may still come from, beside the agency's: a rejected or
            disqualified one counts a tenth. (What a lead of the agency brings is the average of
            all its leads, those it disqualified among them.)
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
        leads: all of them, those nobody looked at among them.
    """

    worth: int = 0
    judged: int = 0
    out: int = 0
    leads: int = 0

    @property
    def open(self) -> float:
        """The share of leads that fees may still come from; 1 without leads."""
        return 1.0 - (1.0 - HARDLY) * self.out / self.leads if self.leads else 1.0

    def __add__(self, other: "Verdicts") -> "Verdicts":
        """Return the verdicts on both."""
        return Verdicts(
            self.worth + other.worth,
            self.judged + other.judged,
            self.out + other.out,
            self.leads + other.leads,
        )


NO_VERDICTS: Final = Verdicts()


def quality(own: Verdicts, agency: Verdicts) -> Quality:
    """Return how good leads are.

    With p0 the agency's share of judged leads that were worth the time, the factor is
    (worth + 20 p0) / (judged + 20) / p0, from 0.05 to 3: the mean of a rate with a Beta prior of
    20 leads at p0 (Gelman and others, Bayesian Data Analysis, 2013, section 2.4). On a set of
    real leads by origin 20 foretold the rates of the next half as well as any other number.

    Args:
        own: verdicts on these leads.
        agency: verdicts on the leads of all campaigns of the same period.
    """
    factor = 1.0
    if agency.worth:
        usual = agency.worth / agency.judged
        rate = (own.worth + PSEUDO_LEADS * usual) / (own.judged + PSEUDO_LEADS)
        factor = min(max(rate / usual, LEAST), MOST)
    return Quality(factor, own.open / agency.open)


@dataclass(frozen=True, slots=True)
class Judged:
    """What sales said of the leads of one period, by campaign."""

    by_campaign: Mapping[int, Verdicts]

    def of(self, campaigns: Collection[int]) -> Quality:
        """Return how good the leads of some campaigns are, taken together."""
        own = [self.by_campaign.get(campaign, NO_VERDICTS) for campaign in campaigns]
        agency = sum(self.by_campaign.values(), NO_VERDICTS)
        return quality(sum(own, NO_VERDICTS), agency)


def verdicts(leads: LookedAt, arrived: Mapping[int, int]) -> Judged:
    """Return what sales said of leads, by campaign.

    Args:
        leads: those that somebody looked at.
        arrived: how many there are, by campaign.
    """
    worth = leads.any(WORTH)
    out = ~worth & (leads.any(DISQUALIFIED) | (leads.any(REJECTED) & ~leads.any(CALLED)))
    found = {}
    for campaign in {*arrived, *np.unique(leads.campaign).tolist()}:
        own = leads.campaign == campaign
        good, judged, gone = (int(np.count_nonzero(of & own)) for of in (worth, own, out))
        found[campaign] = Verdicts(good, judged, gone, arrived.get(campaign, 0))
    return Judged(found)
