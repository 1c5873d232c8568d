"""`warmcalls results` and `warmcalls funnel`: what marketing cost and what it brought."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli.asking import campaign as find
from warmcalls.cli.asking import channel, period, period_options, sector
from warmcalls.cli.campaigns import return_row
from warmcalls.cli.output import money, print_json, print_table
from warmcalls.cli.story import print_sentences
from warmcalls.domain.money import ratio_words, round_words, short_words
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Asked, Model

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warmcalls.cli.session import Session
    from warmcalls.domain.results import Earner, FunnelStep, Results


def filters(command: "Callable[..., None]") -> "Callable[..., None]":
    """Add what the Results page can be narrowed to."""
    for option in reversed(
        (
            click.option("--channel", default="", help="Only campaigns of one channel."),
            click.option("--for", "name", metavar="NAME", help="Only one recruiter’s clients."),
            click.option("--sector", default="", help="Only clients of one sector."),
            click.option("--campaign", "campaign_name", metavar="NAME", help="Only one campaign."),
        )
    ):
        command = option(command)
    return period_options(command)


def asked_for(session: "Session", model: str, options: dict[str, Any]) -> Asked:
    """Return what a command was asked for.

    Raises:
        RefusedError: the period, the recruiter or the campaign cannot be.
    """
    within = period(session, options["first"], options["last"])
    person = session.person(options["name"])
    only = options["campaign_name"]
    return Asked(
        within.first,
        within.last,
        Model(model),
        channel=channel(session, options["channel"]),
        person_id=person.id if person else None,
        sector=sector(session, options["sector"]),
        campaign_id=find(session, only).id if only else None,
    )


@click.command("results")
@click.option("--model", type=click.Choice([m.value for m in Model]), default=Model.LINEAR.value)
@filters
@click.option("--save", type=click.Path(path_type=Path), metavar="F", help="PNG SVG PDF CSV XLSX.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def results(
    session: "Session", /, model: str, save: Path | None, as_json: bool, **options: Any
) -> None:
    """Show what marketing cost, what it brought, and what is still to come."""
    from warmcalls.actions.results import results as work_out

    asked = asked_for(session, model, options)
    found = work_out(session.reader(), asked, now=session.now)
    if save is not None:
        from warmcalls.reports.saving import save_results

        save_results(found, save)
    if as_json:
        print_json(document(found))
    elif save is not None:
        print(f"Saved {save}")
    else:
        _print_results(found)


def document(found: "Results") -> dict[str, Any]:
    """Return the results as docs/cli.md describes them."""
    likely, low, high = found.forecast
    return {
        "model": found.asked.model.value,
        "from": found.asked.first,
        "to": found.asked.last,
        "currency": found.currency,
        "line": found.line,
        "spend": money(found.spend),
        "fees": money(found.fees),
        **return_row(found.whole),
        "ripe_months": return_row(found.returns) if found.of_ripe else None,
        "outside": money(found.outside),
        "conversions": round(found.conversions, 4),
        "forecast": {"likely": money(likely), "low": money(low), "high": money(high)},
        "headline": {
            "month": found.headline_month or None,
            "helped": money(found.helped),
            "taken": money(found.taken),
        },
        "campaigns": [_earner(each) for each in by_return(found.campaigns)],
        "channels": [_earner(each) for each in by_return(found.channels)],
        "months": _months(found),
        "cohorts": [
            {"month": c.month, "fees": [money(each) for each in c.fees], "ripe": c.ripe}
            for c in found.cohorts
        ],
        "funnel": steps(found.funnel),
        "four_cs": [
            {
                "month": four.month,
                "candidates": four.candidates,
                "clients": four.clients,
                "colleagues": four.colleagues,
                "cash": money(four.cash),
            }
            for four in found.four_cs
        ],
        "noise": found.noise,
        "notes": list(found.notes),
    }


def by_return(earners: "Sequence[Earner]") -> "list[Earner]":
    """Return campaigns or channels by fees so far per unit spent, those without spend last."""

    def place(earner: "Earner") -> tuple[bool, float]:
        so_far = earner.returns.so_far
        return so_far is None, -(so_far or 0.0)

    return sorted(earners, key=place)


def _earner(earner: "Earner") -> dict[str, Any]:
    return {
        "name": earner.name,
        "channel": earner.channel,
        "spend": money(earner.spend),
        "fees": money(earner.fees),
        **return_row(earner.returns),
        "number_of_fees": round(earner.returns.fees, 4),
        "credits": {model.value: money(each) for model, each in earner.credits.items()},
    }


def _months(found: "Results") -> list[dict[str, Any]]:
    return [
        {
            "month": month.month,
            "spend": money(month.spend),
            "fees": money(month.fees),
            "to_come": money(month.to_come),
            "ripe": month.ripe,
            "booked": money(month.booked),
            "invoiced": money(month.invoiced),
            "paid": money(month.paid),
            "first_signals": month.first_signals,
            "leads": month.leads,
        }
        for month in found.months
    ]


def steps(funnel: "Sequence[FunnelStep]") -> list[dict[str, Any]]:
    """Return the funnel as docs/cli.md describes it."""
    return [
        {"step": s.id, "name": s.name, "count": s.count, "share": s.share, "days": s.days}
        for s in funnel
    ]


def _print_results(found: "Results") -> None:
    from warmcalls.reports import result_words as words

    currency = found.currency
    print_sentences(*words.sentences(found))
    unit = words.one(found)
    columns = {"Campaign": "left", "Channel": "left"} | dict.fromkeys(
        ("Spend", "Fees", f"Per {unit} so far", "Likely in the end", "Without largest fee"), "right"
    )
    rows = [_line(each, currency) for each in found.campaigns]
    print_table("Return by campaign", columns, rows)
    if any(each.returns.too_few for each in found.campaigns):
        print_sentences("* Too few fees to tell.")
    columns = {"Month": "left"} | dict.fromkeys(
        ("Spend", "Fees", "To come", "Ripe", "Invoiced", "Paid"), "right"
    )
    months = [
        (
            m.month,
            *(short_words(each, currency) for each in (m.spend, m.fees, m.to_come)),
            _per_cent(m.ripe),
            *(short_words(each, currency) for each in (m.invoiced, m.paid)),
        )
        for m in found.months
    ]
    print_table("By month of first signal; invoiced and paid by their own", columns, months)
    print_sentences(found.noise, *found.notes)


def _per_cent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def _line(earner: "Earner", currency: str) -> tuple[str, ...]:
    returns, span, without = earner.returns, "–", "–"
    if returns.likely is not None:
        span = f"{ratio_words(returns.low, currency)}–{ratio_words(returns.high, currency)}"
    if returns.without_largest is not None:
        without = ratio_words(returns.without_largest, currency)
    few = "*" if returns.too_few else ""
    return (
        earner.name,
        earner.channel,
        round_words(earner.spend, currency),
        round_words(earner.fees, currency),
        "–" if returns.so_far is None else f"{few}{ratio_words(returns.so_far, currency)}",
        span,
        without,
    )


@click.command("funnel")
@filters
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def funnel(session: "Session", /, as_json: bool, **options: Any) -> None:
    """Show how far the clients first reached in a period came, from signal to money."""
    from warmcalls.actions.results import funnel as work_out

    asked = asked_for(session, Model.LINEAR.value, options)
    found = work_out(session.reader(), asked, now=session.now)
    if as_json:
        print_json(steps(found))
        return
    columns = {"Step": "left"} | dict.fromkeys(("Clients", "Of the last", "Days"), "right")
    rows = [
        (
            s.name,
            f"{s.count:,}",
            "" if s.share is None else _per_cent(s.share),
            "" if s.days is None else f"{s.days:.0f}",
        )
        for s in found
    ]
    print_table(f"From signal to money, {Period(asked.first, asked.last).words}", columns, rows)


COMMANDS = (results, funnel)
