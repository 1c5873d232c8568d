"""The rows behind a figure in words: heads, cells, and what they add up to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import singledispatch
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.behind import Behind, FeeLine, Rows, SpendLine
from warmcalls.domain.campaigns import LEAD_WORDS, LeadState
from warmcalls.domain.money import amount_words
from warmcalls.domain.results import Results
from warmcalls.reports.result_tables import lead_day
from warmcalls.ui.charts.shape import Row, Shape
from warmcalls.ui.results.asking import MOST, Line

MONEY: Final = frozenset({"Amount", "Credited"})
SHAPES: Final = {
    Rows.FEES: Shape(
        ("Client", "Invoiced", "Paid", "Amount", "Credited"), (0, 104, 104, 92, 92), MONEY
    ),
    Rows.LEADS: Shape(
        ("Client", "Campaign", "Lead since", "What became of it"), (0, 150, 104, 190)
    ),
    Rows.SPEND: Shape(("Campaign", "From", "To", "Amount"), (0, 104, 104, 100), MONEY),
}
NOTHING: Final = {
    Rows.FEES: "No fees are behind this figure.",
    Rows.LEADS: "No leads are behind this figure.",
    Rows.SPEND: "No spend is behind this figure.",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What the words of a row need to know.

    Attributes:
        names: the campaigns that the figure is of, None for all.
        zone: in which a moment is a day.
    """

    currency: str
    zone: ZoneInfo
    names: Collection[str] | None = None


def frame_of(results: Results, behind: Behind, zone: ZoneInfo) -> Frame:
    """Return what the words of the rows behind a figure need to know."""
    asked = results.asked
    campaign, channel = behind.campaign_id or asked.campaign_id, behind.channel or asked.channel
    names = [
        earner.name
        for earner in results.campaigns
        if (campaign is None or earner.id == campaign)
        and (not channel or earner.channel.casefold() == channel.casefold())
        and (not behind.campaigns or earner.id in behind.campaigns)
    ]
    narrowed = campaign or channel or behind.campaigns
    return Frame(results.currency, zone, names if narrowed else None)


def credited(line: FeeLine, frame: Frame) -> int:
    """Return what the campaigns of a figure get of a fee, minor units."""
    return sum(part for name, part in line.credits if frame.names is None or name in frame.names)


def total(behind: Behind, lines: Sequence[Line], frame: Frame) -> str:
    """Return what the rows add up to: "14 fees, £50,840"."""
    if not lines:
        return NOTHING[behind.rows]
    count = f"{len(lines):,} or more" if len(lines) >= MOST else f"{len(lines):,}"
    if behind.rows is Rows.LEADS:
        return f"{count} {'client' if len(lines) == 1 else 'clients'}"
    if behind.rows is Rows.SPEND:
        sums = sum(line.amount for line in lines if isinstance(line, SpendLine))
        return f"{count} {'entry' if len(lines) == 1 else 'entries'}, {_money(sums, frame)}"
    fees = [line for line in lines if isinstance(line, FeeLine)]
    said = f"{count} {'fee' if len(lines) == 1 else 'fees'}"
    whole, theirs = sum(f.amount for f in fees), sum(credited(f, frame) for f in fees)
    if not behind.credited or whole == theirs:
        return f"{said}, {_money(whole, frame)}"
    return f"{said} of {_money(whole, frame)}; credited with {_money(theirs, frame)}"


def rows(lines: Sequence[Line], frame: Frame) -> list[Row]:
    """Return the rows in words."""
    return [_row(line, frame) for line in lines]


@singledispatch
def _row(line: Line, frame: Frame) -> Row:
    """Return a lead in words."""
    assert not isinstance(line, FeeLine | SpendLine)
    state = LEAD_WORDS[LeadState(line.state)] if line.state else "never became a lead"
    since = _day(lead_day(line, frame.zone).isoformat()) if line.at else "–"
    facts = " · ".join(filter(None, (line.tier and f"tier {line.tier}", line.sector, line.words)))
    return Row((line.client, line.campaign or "–", since, state), facts, line.client_id)


@_row.register
def _(line: FeeLine, frame: Frame) -> Row:
    shared = ", ".join(f"{name} {_money(part, frame)}" for name, part in line.credits)
    facts = (line.title, line.number, line.by and f"{line.by} rang", shared, line.note)
    cells = (
        line.client,
        _day(line.invoiced_on),
        _day(line.paid_on),
        _money(line.amount, frame),
        _money(credited(line, frame), frame),
    )
    return Row(cells, " · ".join(filter(None, facts)), line.client_id)


@_row.register
def _(line: SpendLine, frame: Frame) -> Row:
    facts = " · ".join(filter(None, (line.channel, line.note, line.source)))
    days = _day(line.starts), _day(line.ends)
    return Row((line.campaign or "No campaign", *days, _money(line.amount, frame)), facts)


def _day(text: str) -> str:
    """Return a day as a row has it: "3 Mar 2026"; nothing is a dash."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text or "–"
    return f"{day.day} {day:%b %Y}"


def _money(minor: int, frame: Frame) -> str:
    return amount_words(minor, frame.currency)
