"""What the Campaigns page says of a campaign, a rate and a lead."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from warmcalls.domain.campaigns import (
    FEW_WORKED,
    LEAD_WORDS,
    Alert,
    Campaign,
    CampaignFigures,
    LeadState,
    Rate,
)
from warmcalls.domain.moments import local
from warmcalls.domain.money import ratio_words, round_words
from warmcalls.domain.outcomes import WHY_WORDS, Why

if TYPE_CHECKING:
    from warmcalls.domain.campaign_story import Quote

ORDER: Final = tuple(LeadState)
OTHERS: Final = "Other reasons"
CHIPS: Final = {
    Alert.STOP: ("ph.hand-palm", "Stop", "bad"),
    Alert.WEAK: ("ph.trend-down", "Weak", "notice"),
}


def few_worked(row: CampaignFigures) -> bool:
    """Tell whether so few leads were worked that the rate says little."""
    return row.worked < FEW_WORKED


def chip_of(row: CampaignFigures) -> tuple[str, str, str]:
    """Return icon, word and state of the chip beside a campaign, or three empty texts."""
    if row.campaign.stopped_why:
        return ("ph.stop-circle", "Stopped", "")
    if row.warning in CHIPS:
        return CHIPS[row.warning]
    if row.too_early:
        return ("ph.hourglass-medium", "Too early", "")
    return ("", "", "")


def per_cent(share: float) -> str:
    """Return a share as it is written: "34 %"."""
    return f"{share * 100:.0f} %"


def of_words(rate: Rate) -> str:
    """Return a rate's counts: "13 of 38"."""
    return f"{rate.hits:,} of {rate.trials:,}"


def plain_share(rate: Rate) -> float:
    """Return hits of trials as they were counted, not as they are shrunk."""
    return rate.hits / rate.trials if rate.trials else 0.0


def likely_words(rate: Rate) -> str:
    """Return a rate's interval in words: "likely between 22 % and 47 %"."""
    if not rate.trials:
        return "nothing known yet"
    return f"likely between {per_cent(rate.low)} and {per_cent(rate.high)}"


def range_words(rate: Rate) -> str:
    """Return a rate's interval where there is little room: "18–36 % likely"."""
    if not rate.trials:
        return "not known yet"
    return f"{rate.low * 100:.0f}–{per_cent(rate.high)} likely"


def rate_words(row: CampaignFigures) -> str:
    """Return the worth-rate with its counts, as a screen reader says it."""
    if not row.worked:
        return "not worked yet"
    return f"{per_cent(plain_share(row.worth))}, {of_words(row.worth)}, {likely_words(row.worth)}"


def states_words(row: CampaignFigures) -> str:
    """Return what became of the leads: "13 worth the time, 19 disqualified after a call, …"."""
    parts = [f"{row.count(s):,} {LEAD_WORDS[s]}" for s in ORDER if row.count(s)]
    return ", ".join(parts) or "no leads yet"


def placed_words(row: CampaignFigures) -> str:
    """Return placements, which credit may have split: "2.5 placed"."""
    said = f"{row.placements:.1f}".removesuffix(".0")
    return f"{said} placed"


def return_words(row: CampaignFigures, currency: str) -> str:
    """Return what a return rests on: what was invoiced, and what it is likely to come to."""
    back = row.returns
    if back.so_far is None:
        return "Nothing was spent in this period."
    said = [
        f"{round_words(row.invoiced, currency)} invoiced for {round_words(row.spend, currency)}"
    ]
    if back.likely is not None:
        low, high = ratio_words(back.low, currency), ratio_words(back.high, currency)
        said.append(f"likely {low}–{high} in the end")
    if back.without_largest is not None:
        said.append(f"{ratio_words(back.without_largest, currency)} without the largest fee")
    if back.too_few:
        said.append("too few fees to be sure")
    return "; ".join(said)


def counts_words(counts: Sequence[tuple[str, int]], most: int) -> list[tuple[str, str]]:
    """Return reasons with their counts; those there is no room for are added up."""
    named = [(why, count) for why, count in counts if why != WHY_WORDS[Why.OTHER]]
    shown = list(counts)
    if len(shown) > most:
        rest = sum(count for _, count in shown) - sum(count for _, count in named[: most - 1])
        shown = [*named[: most - 1], (OTHERS, rest)]
    return [(why, f"{count:,}") for why, count in shown]


def on_lists_words(sampled: int) -> str:
    """Return how many leads stand on call lists as a sample: "5 are on call lists now"."""
    if not sampled:
        return ""
    return f"{sampled:,} {'is' if sampled == 1 else 'are'} on call lists now"


def days_words(days: float | None) -> str:
    """Return a time between two steps: "6 days", "under a day", "–"."""
    if days is None:
        return "–"
    if days < 1:
        return "under a day"
    whole = round(days)
    return "1 day" if whole == 1 else f"{whole:,} days"


def day_words(at: int, zone: ZoneInfo) -> str:
    """Return a day as a quiet label has it: "24 Feb"."""
    then = local(at, zone)
    return f"{then.day} {then:%b}"


def quote_words(quote: "Quote", zone: ZoneInfo) -> tuple[str, str]:
    """Return what a recruiter wrote, and who, about whom and when."""
    first = quote.who.split(" ")[0]
    by = ", ".join(part for part in (first, day_words(quote.at, zone)) if part)
    return quote.text, f"{by} – {quote.client}"


def run_words(campaign: Campaign) -> str:
    """Return channel and dates: "Webinar · since 28 March 2025", "E-mail · 1 Sep – 30 Nov 2025"."""
    parts = [campaign.channel or "No channel"]
    if campaign.starts and campaign.ends:
        parts.append(f"{_date(campaign.starts)} – {_date(campaign.ends)}")
    elif campaign.starts:
        parts.append(f"since {_date(campaign.starts)}")
    elif campaign.ends:
        parts.append(f"until {_date(campaign.ends)}")
    return " · ".join(parts)


def _date(day: str) -> str:
    then = date.fromisoformat(day)
    return f"{then.day} {then:%b} {then.year}"
