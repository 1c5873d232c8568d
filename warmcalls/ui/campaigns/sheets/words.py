"""Words that several sheets say."""

from collections.abc import Sequence
from typing import Final

from warmcalls.domain.campaigns import CampaignFigures, LeadState, Rate, Return
from warmcalls.domain.money import ratio_words, symbol
from warmcalls.ui.campaigns.words import of_words, per_cent, plain_share

LONGEST: Final = 26
NO_LEAD: Final = ""  # the state of a client that was reached and never became a lead
STATE_ICONS: Final[dict[str, str]] = {
    LeadState.WORTH: "ph.thumbs-up",
    LeadState.DISQUALIFIED: "ph.thumbs-down",
    LeadState.CALLED: "ph.phone-outgoing",
    LeadState.REJECTED: "ph.prohibit",
    LeadState.UNWORKED: "ph.hourglass",
    NO_LEAD: "ph.eye",
}
STATE_COLOURS: Final[dict[str, str]] = {LeadState.WORTH: "good"}
SHORT_STATES: Final[dict[str, str]] = {
    LeadState.WORTH: "Worth the time",
    LeadState.DISQUALIFIED: "Disqualified",
    LeadState.CALLED: "Called",
    LeadState.REJECTED: "Rejected",
    LeadState.UNWORKED: "Not worked",
    NO_LEAD: "No lead yet",
}


def short(name: str, most: int = LONGEST) -> str:
    """Return a name so that it fits into a button."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 lead", "1,204 leads"."""
    return f"{count:,} {one if count == 1 else many}"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them: "A, B and C"."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def rate_words(rate: Rate) -> str:
    """Return a rate with its counts first: "13 of 38, 34 %"."""
    return f"{of_words(rate)}, {per_cent(plain_share(rate))}" if rate.trials else "none yet"


def return_words(returns: Return, currency: str) -> str:
    """Return what a campaign brings in, with its doubt."""
    if returns.so_far is None:
        return "Nothing spent yet"
    said = f"{ratio_words(returns.so_far, currency)} per {symbol(currency).strip()}1"
    if returns.likely is None:
        return said
    low, high = ratio_words(returns.low, currency), ratio_words(returns.high, currency)
    doubt = f"{said}, likely {low}–{high} in the end"
    return f"{doubt}; too few fees to be sure" if returns.too_few else doubt


def best_first(rows: list[CampaignFigures]) -> list[CampaignFigures]:
    """Return campaigns with the best return first; those one knows little of last."""

    def worth(row: CampaignFigures) -> tuple[bool, float, str]:
        returns = row.returns
        return returns.too_few, -(returns.so_far or 0.0), row.campaign.name.casefold()

    return sorted(rows, key=worth)
