"""Reach: how much of the target list marketing reached, tier by tier, and with which campaigns.

A client was reached when it gave a sign of interest (`kinds.INTEREST`): pages for candidates,
opened e-mails, bounces, unsubscribes and its own job adverts are none. What was sent to it and
left no trace is not known, and so not counted. Clients that are excluded are no targets.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from warmcalls.domain.client_query import Condition, Op, Order, Question

RECENT: Final = 30  # days
QUARTER: Final = 90
TIERS: Final = ("A", "B", "C", "")
MEANING: Final = (
    "Reached means a sign of interest of their own: a visit, a click, a download, a reply. "
    "Opened e-mails, bounces, unsubscribes, job pages and their own job adverts are none."
)


class Figure(StrEnum):
    """One figure of a tier; each opens the clients that it counts."""

    CLIENTS = "clients"
    RECENT = "reached in 30 days"
    REACHED = "reached in 90 days"
    MISSED = "not reached in 90 days"
    NEVER = "never reached"


WHERE: Final[Mapping[Figure, tuple[Condition, ...]]] = {
    Figure.CLIENTS: (),
    Figure.RECENT: (Condition("seen", Op.WITHIN, (str(RECENT),)),),
    Figure.REACHED: (Condition("seen", Op.WITHIN, (str(QUARTER),)),),
    Figure.MISSED: (Condition("seen", Op.NOT_WITHIN, (str(QUARTER),)),),
    Figure.NEVER: (Condition("seen", Op.EMPTY),),
}
NEWEST_FIRST: Final = frozenset({Figure.RECENT, Figure.REACHED, Figure.MISSED})


@dataclass(frozen=True, slots=True)
class TierReach:
    """How much of one tier was reached.

    Attributes:
        tier: A, B, C, or empty for clients without one.
        clients: how many there are.
        recent, reached: with a sign of interest in the last 30 and 90 days.
        never: without any sign of interest ever.
    """

    tier: str
    clients: int = 0
    recent: int = 0
    reached: int = 0
    never: int = 0

    @property
    def name(self) -> str:
        """As a table names it."""
        return self.tier or "No tier"

    @property
    def missed(self) -> int:
        """Clients without a sign of interest in the last 90 days, those never seen among them."""
        return self.clients - self.reached

    @property
    def share(self) -> float:
        """Which part was reached in 90 days, from 0 to 1."""
        return self.reached / self.clients if self.clients else 0.0

    def count(self, figure: Figure) -> int:
        """Return a figure by its name."""
        counts = (self.clients, self.recent, self.reached, self.missed, self.never)
        return counts[list(Figure).index(figure)]

    def question(self, figure: Figure) -> Question:
        """Return what the list of clients is asked, to show those that a figure counts."""
        return question(self.tier, figure)

    def title(self, figure: Figure) -> str:
        """Return what the clients behind a figure are called: "A clients never reached"."""
        whose = f"{self.tier} clients" if self.tier else "Clients without a tier"
        return whose if figure is Figure.CLIENTS else f"{whose} {figure.value}"


@dataclass(frozen=True, slots=True)
class CampaignReach:
    """How many target clients one campaign reached in the last 90 days.

    Attributes:
        campaign_id: None for those reached by no campaign that is known.
        by_tier: clients of each tier.
    """

    campaign_id: int | None
    name: str
    by_tier: Mapping[str, int] = field(default_factory=dict)

    @property
    def clients(self) -> int:
        """Clients of all tiers."""
        return sum(self.by_tier.values())


@dataclass(frozen=True, slots=True)
class TargetCoverage:
    """How much of the target list marketing reached.

    Attributes:
        tiers: A, B and C always, those without a tier where there are any.
        campaigns: what reached them in 90 days, who reached most A clients first, no campaign
            last. A client that two campaigns reached counts at both.
    """

    tiers: tuple[TierReach, ...] = ()
    campaigns: tuple[CampaignReach, ...] = ()

    def tier(self, tier: str) -> TierReach:
        """Return a tier's figures."""
        return next((each for each in self.tiers if each.tier == tier), TierReach(tier))


def question(tier: str, figure: Figure) -> Question:
    """Return what the list of clients is asked, to show those that a figure counts."""
    whose = Condition("tier", Op.IS, (tier,)) if tier else Condition("tier", Op.EMPTY)
    order = Order("seen", descending=True) if figure in NEWEST_FIRST else Order()
    return Question(where=(whose, Condition("excluded", Op.EMPTY), *WHERE[figure]), order=order)


def in_order(campaigns: list[CampaignReach]) -> tuple[CampaignReach, ...]:
    """Return campaigns with those first that reached most clients of the best tiers."""

    def order(each: CampaignReach) -> tuple[object, ...]:
        counts = (-each.by_tier.get(tier, 0) for tier in TIERS)
        return (each.campaign_id is None, *counts, each.name.lower(), each.campaign_id or 0)

    return tuple(sorted(campaigns, key=order))
