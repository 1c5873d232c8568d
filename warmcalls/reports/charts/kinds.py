"""The charts there are, by name; without matplotlib, so that the window can name them."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """A chart of the Results page."""

    MONTHS = "months"
    MONTHS_INVOICED = "months-invoiced"
    INVOICED_PAID = "invoiced-paid"
    ADDED_UP = "added-up"
    ADDED_UP_INVOICED = "added-up-invoiced"
    ADDED_UP_PAID = "added-up-paid"
    CAMPAIGNS = "campaigns"
    ALL_CAMPAIGNS = "all-campaigns"
    CHANNELS = "channels"
    FUNNEL = "funnel"
    COHORTS = "cohorts"
    FORECAST = "still-to-come"
    FOUR_CS = "four-cs"
    MODELS = "ways-of-sharing"


class RankingKind(StrEnum):
    """A chart of the Ranking page."""

    CALLS = "promised-of-calls"
    CONVERSATIONS = "promised-of-conversations"
    WARM_AND_COLD = "warm-and-cold"
    MONTHS = "promised-by-month"


AnyKind = Kind | RankingKind

PAGE: Final = (
    (Kind.MONTHS, Kind.ADDED_UP),
    (Kind.CAMPAIGNS, Kind.FUNNEL),
    (Kind.COHORTS, Kind.FORECAST),
    (Kind.MODELS, Kind.FOUR_CS),
)
"""The charts of the Results page as they first stand on it, row by row."""
