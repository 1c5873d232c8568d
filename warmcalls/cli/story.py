"""A campaign's story as a person reads it."""

from typing import TYPE_CHECKING, Final

from warmcalls.cli.output import print_table
from warmcalls.domain.campaigns import LEAD_WORDS
from warmcalls.domain.money import ratio_words, round_words

if TYPE_CHECKING:
    from warmcalls.domain.campaign_story import CampaignStory
    from warmcalls.domain.campaigns import Campaign, Rate, Return

SHOWN_QUOTES: Final = 5


def one(currency: str) -> str:
    """Return one unit of money: "£1"."""
    return ratio_words(1, currency).removesuffix(".00")


def print_sentences(*sentences: str) -> None:
    """Print sentences, each on a line; empty ones are left out."""
    for sentence in filter(None, sentences):
        print(sentence)


def print_story(told: "CampaignStory", currency: str, title: str) -> None:
    """Print figures, reasons, quotes and advice."""
    figures = told.figures
    lines = [
        *_about(figures.campaign, currency),
        ("Spend", round_words(figures.spend, currency)),
        ("Clients reached", f"{figures.reached:,}"),
        ("People", f"{told.people:,}"),
        ("Leads", f"{figures.leads:,}"),
        *((f"  {words}", f"{figures.count(state):,}") for state, words in LEAD_WORDS.items()),
        ("Worth the time, of worked", _likely(figures.worth)),
        ("  the others’ normal", f"{figures.normal:.0%}".replace("%", " %")),
        ("Meeting or brief, of worked", _likely(figures.meeting)),
        ("Not rejected, of looked at", _likely(figures.acceptance)),
        ("Meetings", f"{figures.meetings:,}"),
        ("Job briefs", f"{figures.briefs:,}"),
        ("Placements", f"{figures.placements:.1f}".removesuffix(".0")),
        ("Fees", round_words(figures.invoiced, currency)),
        ("  paid", round_words(figures.paid, currency)),
        (f"Fees per {one(currency)} spent", _returned(figures.returns, currency)),
        *_days(told),
    ]
    print_table(title, {"": "left", "Figure": "left"}, lines)
    told_when = [("before a call", each) for each in told.rejected]
    told_when += [("after a call", each) for each in told.disqualified]
    if told_when:
        columns = {"Why not worth it": "left", "When": "left", "Leads": "right"}
        rows = [(why, when, f"{count:,}") for when, (why, count) in told_when]
        print_table("Reasons", columns, rows)
    quotes = (f"“{q.text}” {q.who}, {q.client}".strip(", ") for q in told.quotes[:SHOWN_QUOTES])
    print_sentences(*quotes, figures.advice)


def _about(campaign: "Campaign", currency: str) -> list[tuple[str, str]]:
    """Return what is known of a campaign beside its figures."""
    dates = f"{campaign.starts or '…'} to {campaign.ends or '…'}"
    budget = None if campaign.budget is None else round_words(campaign.budget, currency)
    facts = (
        ("Channel", campaign.channel),
        ("Dates", dates if campaign.starts or campaign.ends else ""),
        ("Budget", budget or ""),
        ("What we hope", campaign.hypothesis),
        ("Stopped because", campaign.stopped_why),
    )
    return [(name, fact) for name, fact in facts if fact]


def _likely(rate: "Rate") -> str:
    """Return a rate with its interval: "0 of 29, likely 0 % to 10 %"."""
    if not rate.trials:
        return "none yet"
    span = f"likely {rate.low:.0%} to {rate.high:.0%}".replace("%", " %")
    return f"{rate.hits:,} of {rate.trials:,}, {span}"


def _returned(returns: "Return", currency: str) -> str:
    if returns.so_far is None:
        return "nothing spent"
    if returns.likely is None:
        return f"{ratio_words(returns.so_far, currency)} so far, no leads yet"
    low, high = ratio_words(returns.low, currency), ratio_words(returns.high, currency)
    few = ", too few fees to tell" if returns.too_few else ""
    return f"{ratio_words(returns.so_far, currency)} so far, likely {low}–{high} in the end{few}"


def _days(told: "CampaignStory") -> list[tuple[str, str]]:
    days = {"call": told.days_to_call, "brief": told.days_to_brief, "fee": told.days_to_fee}
    return [
        (f"Days to the {what}", "–" if each is None else f"{each:.0f}")
        for what, each in days.items()
    ]
