"""Campaigns of known quality: what marketing does in a world, and whom it brings.

How good a campaign is follows from whom it brings: `pull` says how many times as likely as the
cold those researching and the hot are to respond. `quality` is then known exactly at the usual
rates, and a world's own rates move it a little.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.kinds import KINDS, Kind
from warmcalls.simulator.rates import SHARES, WORTH

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CLIENTS: Final = 5_000  # to which the leads a day are meant
STILL_THEIRS: Final = 30  # days for which a client's interest is the campaign's


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign.

    Attributes:
        a_month: spend, minor units.
        leads: a day in a market of 5,000 clients; 0 where its moments have a calendar.
        pull: how likely the cold, researching and hot are to respond, beside each other.
        brings: kinds of signal, one of which a response leaves.
        counts: what a conversation with those it brought is worth beside others in their state.
    """

    name: str
    channel: str
    a_month: int
    leads: float
    pull: tuple[float, float, float]
    brings: tuple[Kind, ...]
    counts: float = 1.0

    @property
    def quality(self) -> float:
        """How often its leads are worth the time beside an average client, at the usual rates."""
        share, pull, worth = np.array(SHARES), np.array(self.pull), np.array(WORTH)
        return float(self.counts * (share * pull @ worth) / (share @ pull) / (share @ worth))


NEWSLETTER: Final = 1
WEBINAR: Final = 2
# their ids count from 1; 0 is no campaign
CAMPAIGNS: Final[tuple[Campaign, ...]] = (
    Campaign("Monthly newsletter", "e-mail", 150_00, 0.0, (1, 2, 2.7), (Kind.EMAIL_CLICK,)),
    Campaign("Hiring webinar", "webinar", 300_00, 0.0, (1, 5, 6.7), (Kind.WEBINAR_ATTENDED,)),
    Campaign(
        "Messenger adverts", "paid social", 400_00, 7.0, (1, 0, 0), (Kind.AD_LEAD,), counts=0.0
    ),
    Campaign(
        "Search: recruitment agency", "paid search", 900_00, 1.5, (1, 10, 25),
        (Kind.SERVICES_PAGE, Kind.CONTACT_PAGE, Kind.FORM),
    ),
    Campaign("Search: our name", "paid search", 100_00, 1.0, (1, 6, 15), (Kind.SERVICES_PAGE,)),
    Campaign(
        "Salary guide posts", "paid social", 500_00, 3.0, (1, 4, 5),
        (Kind.GUIDE_PAGE, Kind.DOWNLOAD),
    ),
    Campaign("Lead forms", "paid social", 350_00, 1.0, (1, 4, 8), (Kind.AD_LEAD,)),
    Campaign("Banners", "display", 250_00, 4.0, (1, 1, 1), (Kind.OTHER_PAGE, Kind.ARTICLE_PAGE)),
    Campaign("Client stories", "video", 200_00, 1.5, (1, 3, 4), (Kind.VIDEO,)),
    Campaign("Posts of the team", "social", 50_00, 4.0, (1, 1.5, 1.5), (Kind.REACTION,)),
    Campaign("Letter with a code", "post", 300_00, 1.0, (1, 3, 3), (Kind.GUIDE_PAGE,)),
    Campaign("Bring a client", "referral", 100_00, 0.15, (1, 8, 20), (Kind.REFERRAL,)),
)  # fmt: skip
COUNTS: Final = np.array([1.0, *(campaign.counts for campaign in CAMPAIGNS)])


@dataclass(frozen=True, slots=True)
class Responses:
    """Who responded to campaigns on a day.

    Attributes:
        clients, kinds, campaigns: one entry a response; the last is an id.
    """

    clients: Ints
    kinds: Ints
    campaigns: Ints


def responses(rng: np.random.Generator, states: Ints, weekday: float) -> Responses:
    """Draw who responds to what runs all the time.

    Args:
        rng: where chance comes from.
        states: hidden, shape (n,).
        weekday: how busy the day is beside an average one.
    """
    clients, kinds, ids = [], [], []
    for number, campaign in enumerate(CAMPAIGNS, start=1):
        pull = np.array(campaign.pull)
        chance = campaign.leads / CLIENTS * weekday * pull / (np.array(SHARES) @ pull)
        who = np.flatnonzero(rng.random(len(states)) < chance[states])
        leaves = np.array([KINDS.index(kind) for kind in campaign.brings])
        clients.append(who)
        kinds.append(rng.choice(leaves, size=len(who)))
        ids.append(np.full(len(who), number))
    return Responses(np.concatenate(clients), np.concatenate(kinds), np.concatenate(ids))
