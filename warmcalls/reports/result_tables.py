"""The Results page as tables, and the rows behind one of its figures."""

from collections.abc import Sequence
from datetime import date
from functools import singledispatch
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.behind import FeeLine, LeadLine, SpendLine
from warmcalls.domain.campaigns import LEAD_WORDS, LeadState, Return
from warmcalls.domain.moments import local
from warmcalls.domain.results import MODEL_WORDS, Earner, Model, Results
from warmcalls.reports.tables import Cell, Table, day, money

RETURN_HEADS: Final = (
    "Return so far", "Likely in the end", "Low in the end", "High in the end", "Ripe",
    "So far without the largest fee", "Fee count", "Too few",
)  # fmt: skip
DIGITS: Final = 4  # of ratios
Line = FeeLine | LeadLine | SpendLine


def tables(results: Results) -> list[Table]:
    """Return everything on the page, one table a chart."""
    return [
        _summary(results),
        _months(results),
        _earners("Campaigns", results.campaigns),
        _earners("Channels", results.channels),
        _funnel(results),
        _cohorts(results),
        _four_cs(results),
        _models(results),
        Table("Notes", ("Note",), tuple((note,) for note in results.notes)),
    ]


def _summary(results: Results) -> Table:
    asked = results.asked
    facts: tuple[tuple[Cell, Cell], ...] = (
        ("From", day(asked.first)),
        ("To", day(asked.last)),
        ("Currency", results.currency),
        ("Credit shared by", MODEL_WORDS[asked.model]),
        ("Spend", money(results.spend)),
        ("Fees", money(results.fees)),
        ("Fees outside marketing", money(results.outside)),
        ("Owner’s line", results.line),
        ("Month of the headline", results.headline_month),
        ("Helped in that month", money(results.helped)),
        ("Taken in that month", money(results.taken)),
        ("Still to come, likely", money(results.forecast[0])),
        ("Still to come, low", money(results.forecast[1])),
        ("Still to come, high", money(results.forecast[2])),
        *zip(RETURN_HEADS, _return(results.returns), strict=True),
        ("On the ways of sharing", results.noise),
    )
    return Table("Summary", ("What", "Figure"), facts)


def _return(returns: Return) -> tuple[Cell, ...]:
    few = "yes" if returns.too_few else "no"
    ends = (None, None) if returns.likely is None else (returns.low, returns.high)
    known = (returns.so_far, returns.likely, *ends, returns.ripe)
    ratios = (*known, returns.without_largest, returns.fees)
    return (*(None if each is None else round(each, DIGITS) for each in ratios), few)


def _months(results: Results) -> Table:
    heads = (
        "Month", "Spend", "Fees by first signal", "Likely still to come", "Ripe",
        "Fees by invoice", "All fees invoiced", "All fees paid", "Clients first seen", "Leads",
    )  # fmt: skip
    rows = tuple(
        (
            m.month, money(m.spend), money(m.fees), money(m.to_come), round(m.ripe, DIGITS),
            money(m.booked), money(m.invoiced), money(m.paid), m.first_signals, m.leads,
        )
        for m in results.months
    )  # fmt: skip
    return Table("Months", heads, rows)


def _earners(name: str, earners: Sequence[Earner]) -> Table:
    rows = tuple(
        (e.name, e.channel, money(e.spend), money(e.fees), *_return(e.returns)) for e in earners
    )
    return Table(name, ("Name", "Channel", "Spend", "Fees", *RETURN_HEADS), rows)


def _funnel(results: Results) -> Table:
    rows = tuple((s.name, s.count, s.share, s.days) for s in results.funnel)
    return Table("Funnel", ("Step", "Count", "Of the last", "Days"), rows)


def _cohorts(results: Results) -> Table:
    ages = max((len(c.fees) for c in results.cohorts), default=0)
    heads = ("First seen", "Clients", "Leads", "Spend", "Ripe", "Likely still to come")
    rows = tuple(
        (
            c.month, c.first_signals, c.leads, money(c.spend), round(c.ripe, DIGITS),
            money(c.to_come), *(money(fees) for fees in c.fees), *[None] * (ages - len(c.fees)),
        )
        for c in results.cohorts
    )  # fmt: skip
    return Table("Cohorts", (*heads, *(f"Fees after {n} months" for n in range(ages))), rows)


def _four_cs(results: Results) -> Table:
    rows = tuple(
        (c.month, c.candidates, c.clients, c.colleagues, money(c.cash)) for c in results.four_cs
    )
    return Table("Four Cs", ("Month", "Candidates", "Clients", "Colleagues", "Cash"), rows)


def _models(results: Results) -> Table:
    rows = tuple(
        (e.name, *(money(e.credits.get(model)) for model in Model)) for e in results.campaigns
    )
    return Table("Ways of sharing", ("Campaign", *(MODEL_WORDS[m] for m in Model)), rows)


def rows_behind(name: str, lines: Sequence[Line], zone: ZoneInfo) -> Table:
    """Return fees, leads or spend behind a figure as a table.

    Args:
        name: of the table.
        lines: of one kind.
        zone: in which a lead's moment is a day.
    """
    if not lines:
        return Table(name, ("Nothing",), ())
    rows = tuple(_row(each, zone) for each in lines)
    return Table(name, HEADS[type(lines[0])], rows)


HEADS: Final[dict[type, tuple[str, ...]]] = {
    FeeLine: (
        "Client", "For", "Invoice", "Amount", "Invoiced on", "Paid on", "Rung by", "Credit", "Note",
    ),
    LeadLine: (
        "Client", "Tier", "Sector", "Campaign", "Lead since", "State", "What came of it",
        "Rung by", "Note", "Answer",
    ),
    SpendLine: ("Campaign", "Channel", "From", "To", "Amount", "Note", "Source"),
}  # fmt: skip


@singledispatch
def _row(line: Line, zone: ZoneInfo) -> tuple[Cell, ...]:
    raise TypeError(type(line), zone)


@_row.register
def _(line: FeeLine, zone: ZoneInfo) -> tuple[Cell, ...]:
    del zone
    credit = "; ".join(f"{name} {money(part):,}" for name, part in line.credits)
    return (
        line.client, line.title, line.number, money(line.amount), day(line.invoiced_on),
        day(line.paid_on), line.by, credit, line.note,
    )  # fmt: skip


@_row.register
def _(line: LeadLine, zone: ZoneInfo) -> tuple[Cell, ...]:
    state = LEAD_WORDS[LeadState(line.state)] if line.state else "never became a lead"
    since = lead_day(line, zone) if line.at else None
    return (
        line.client, line.tier, line.sector, line.campaign, since, state, line.words, line.who,
        line.note, line.answer,
    )  # fmt: skip


@_row.register
def _(line: SpendLine, zone: ZoneInfo) -> tuple[Cell, ...]:
    del zone
    days = day(line.starts), day(line.ends)
    return line.campaign, line.channel, *days, money(line.amount), line.note, line.source


def lead_day(line: LeadLine, zone: ZoneInfo) -> date:
    """Return the day on which a lead came, in a time zone."""
    return local(line.at, zone).date()
