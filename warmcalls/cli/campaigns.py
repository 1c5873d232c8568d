"""`warmcalls campaigns` and `warmcalls campaign`: what each one cost, brought and taught."""

from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli.asking import campaign as find
from warmcalls.cli.asking import channel as channel_of
from warmcalls.cli.asking import period, period_options
from warmcalls.cli.output import money, print_json, print_table
from warmcalls.cli.story import one, print_sentences, print_story
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.money import amount_words, ratio_words, round_words
from warmcalls.domain.results import Model

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from warmcalls.cli.session import Session
    from warmcalls.domain.behind import LeadLine
    from warmcalls.domain.campaign_story import CampaignStory
    from warmcalls.domain.campaigns import Alarm, CampaignFigures, Rate, Return


@click.command()
@click.option("--channel", default="", help="Only those of one channel.")
@click.option("--model", type=click.Choice([m.value for m in Model]), default=Model.LINEAR.value)
@period_options
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def campaigns(
    session: "Session", channel: str, model: str, first: str, last: str, as_json: bool
) -> None:
    """List the campaigns: what they cost, what became of their leads, and who is in trouble."""
    from warmcalls.actions.campaign_report import campaign_report
    from warmcalls.store import settings

    asked = period(session, first, last)
    report = campaign_report(
        session.reader(),
        now=session.now,
        period=asked,
        channel=channel_of(session, channel),
        model=Model(model),
    )
    if as_json:
        print_json([row(figures) for figures in report.rows])
        return
    currency = settings.load(session.reader()).currency
    columns = {"Campaign": "left", "Channel": "left"} | dict.fromkeys(
        (
            "Spend", "Leads", "Worked", "Not yet", "Rejected", "Disqualified", "Worth it",
            "Meetings", "Fees", f"Per {one(currency)}",
        ),
        "right",
    )  # fmt: skip
    lines = [_line(figures, currency) for figures in report.rows]
    print_table(f"Campaigns, {asked.words}", columns, lines)
    names = {figures.campaign.id: figures.campaign.name for figures in report.rows}
    alike = (
        f"“{names[one_id]}” and “{names[other]}” seem to be one campaign: {why}."
        for one_id, other, why in report.spelled_alike
        if one_id in names and other in names
    )
    print_sentences(
        *map(_alarm, report.alarms),
        *alike,
        *_notes(report.unassigned, currency, report.notes),
    )


def row(figures: "CampaignFigures") -> dict[str, Any]:
    """Return a campaign as docs/cli.md describes it."""
    about, returns = figures.campaign, figures.returns
    return {
        "name": about.name,
        "channel": about.channel,
        "spend": money(figures.spend),
        "leads": figures.leads,
        "worked": figures.worked,
        "unworked": figures.count(LeadState.UNWORKED),
        "rejected": figures.count(LeadState.REJECTED),
        "disqualified": figures.count(LeadState.DISQUALIFIED),
        "worth": figures.count(LeadState.WORTH),
        "meetings": figures.meetings,
        "fees": money(figures.invoiced),
        **return_row(returns),
        "warning": figures.warning.value,
        "advice": figures.advice,
        "id": about.id,
        "starts": about.starts,
        "ends": about.ends,
        "budget": money(about.budget),
        "hypothesis": about.hypothesis,
        "reached": figures.reached,
        "called": figures.count(LeadState.CALLED),
        "briefs": figures.briefs,
        "placements": round(figures.placements, 4),
        "paid": money(figures.paid),
        "worth_rate": _rate(figures.worth),
        "meeting_rate": _rate(figures.meeting),
        "acceptance": _rate(figures.acceptance),
        "normal": figures.normal,
        "e_value": figures.e_value,
        "worse_than_half": figures.worse_than_half,
        "meets_criteria": figures.meets_criteria,
        "sample": figures.sample,
        "sampled": figures.sampled,
    }


def return_row(returns: "Return") -> dict[str, Any]:
    """Return fees per unit spent as docs/cli.md describes it; null where nothing was spent."""
    return {
        "return": returns.so_far,
        "interval": None if returns.likely is None else [returns.low, returns.high],
        "likely": returns.likely,
        "without_largest": returns.without_largest,
        "ripe": returns.ripe,
        "loses": None if returns.likely is None else returns.loses,
        "too_few": returns.too_few,
    }


def _rate(rate: "Rate") -> dict[str, Any]:
    return {
        "hits": rate.hits,
        "of": rate.trials,
        "value": rate.value if rate.trials else None,
        "interval": [rate.low, rate.high],
    }


def _line(figures: "CampaignFigures", currency: str) -> tuple[str, ...]:
    returned = figures.returns.so_far
    mark = "" if figures.warning == "none" else f" ({figures.warning.value})"
    return (
        figures.campaign.name + mark,
        figures.campaign.channel,
        round_words(figures.spend, currency),
        f"{figures.leads:,}",
        f"{figures.worked:,}",
        f"{figures.count(LeadState.UNWORKED):,}",
        f"{figures.count(LeadState.REJECTED):,}",
        f"{figures.count(LeadState.DISQUALIFIED):,}",
        f"{figures.count(LeadState.WORTH):,}",
        f"{figures.meetings:,}",
        round_words(figures.invoiced, currency),
        "–" if returned is None else ratio_words(returned, currency),
    )


def _alarm(alarm: "Alarm") -> str:
    found = filter(None, (alarm.headline, alarm.sure, alarm.doubt))
    return " ".join(each if each.endswith((".", "?")) else f"{each}." for each in found)


def _notes(unassigned: int, currency: str, notes: tuple[str, ...]) -> list[str]:
    loose = f"{amount_words(unassigned, currency)} of the spend belongs to no campaign."
    return [*([loose] if unassigned else []), *notes]


@click.command()
@click.argument("name")
@period_options
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def campaign(session: "Session", name: str, first: str, last: str, as_json: bool) -> None:
    """Tell one campaign's story: figures, times, and what recruiters said of its leads."""
    from warmcalls.actions.campaign_story import campaign_story
    from warmcalls.store import settings

    found, asked = find(session, name), period(session, first, last)
    told = campaign_story(session.reader(), found.id, now=session.now, period=asked)
    agency = settings.load(session.reader())
    if as_json:
        print_json(story(told, agency.zone))
        return
    print_story(told, agency.currency, f"{found.name}, {asked.words}")


def story(told: "CampaignStory", zone: "ZoneInfo") -> dict[str, Any]:
    """Return a campaign's story as docs/cli.md describes it."""
    from warmcalls.domain.moments import local

    return row(told.figures) | {
        "codes": list(told.codes),
        "people": told.people,
        "days": {
            "to_call": told.days_to_call,
            "to_brief": told.days_to_brief,
            "to_fee": told.days_to_fee,
        },
        "reasons": {
            "rejected": [{"why": why, "count": n} for why, n in told.rejected],
            "disqualified": [{"why": why, "count": n} for why, n in told.disqualified],
        },
        "quotes": [
            {
                "text": quote.text,
                "who": quote.who,
                "client": quote.client,
                "at": local(quote.at, zone).isoformat(),
            }
            for quote in told.quotes
        ],
        "months": [
            {"month": month, "spend": money(spend), "fees": money(fees)}
            for month, spend, fees in told.months
        ],
        "feedback": [_feedback(line) for line in told.feedback],
        "experiments": [
            {"id": key, "name": name, "state": state} for key, name, state in told.experiments
        ],
    }


def _feedback(line: "LeadLine") -> dict[str, Any]:
    return {
        "client": line.client,
        "state": line.state,
        "words": line.words,
        "who": line.who,
        "note": line.note,
        "answer": line.answer,
        "outcome_id": line.outcome_id,
    }


COMMANDS = (campaigns, campaign)
