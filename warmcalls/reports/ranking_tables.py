"""The Ranking page as tables, and the calls behind one of its figures."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.behind import CallLine
from warmcalls.domain.moments import local
from warmcalls.domain.observed import Observed
from warmcalls.domain.ranking_report import RankingReport
from warmcalls.domain.warm_against_cold import Share
from warmcalls.reports import ranking_words
from warmcalls.reports.tables import Cell, Table, day

DIGITS: Final = 5  # of shares
HEADS: Final = ("Promised", "Came", "Calls", "Worth the time", "Low", "High", "Too few")
Row = tuple[Cell, ...]


def tables(report: RankingReport) -> list[Table]:
    """Return everything on the page, one table a chart."""
    return [
        _summary(report),
        _bins("Calls", report.calls),
        _bins("Conversations", report.conversations),
        _months(report),
        _shares(report),
    ]


def rows_behind(name: str, lines: Sequence[CallLine], zone: ZoneInfo) -> Table:
    """Return the calls behind a figure."""
    heads = ("Client", "Day", "Promised", "Worth the time", "What came", "Who rang", "Note")
    rows: list[Row] = [
        (
            each.client, local(each.at, zone).date(), _share(each.promised), each.came,
            each.words, each.who, each.note,
        )
        for each in lines
    ]  # fmt: skip
    return Table(name, heads, tuple(rows))


def _summary(report: RankingReport) -> Table:
    found, against = report.calls, report.against
    interval = found.ratio_interval or (None, None)
    facts: tuple[Row, ...] = (
        ("From", day(report.period.first)),
        ("To", day(report.period.last)),
        ("In words", ranking_words.headline(report)[1]),
        ("Calls", found.calls),
        ("Promised", _share(found.promised)),
        ("Worth the time", found.worth),
        ("Came over promised", _share(found.ratio)),
        ("Low", _share(interval[0])),
        ("High", _share(interval[1])),
        ("Expected calibration error", _share(found.error)),
        ("From the list over at random", _share(against.ratio)),
        ("Likely from", _share(against.low)),
        ("Likely to", _share(against.high)),
        ("Too early to tell", "yes" if against.too_early else "no"),
        ("More test calls needed", against.more_needed),
        ("Share of test calls", report.test_share),
    )
    return Table("Summary", ("What", "Figure"), facts)


def _bins(name: str, found: Observed) -> Table:
    rows: tuple[Row, ...] = tuple(
        (
            _share(each.predicted), _share(each.observed), each.calls, each.worth,
            _share(each.low), _share(each.high), "yes" if each.too_few else "no",
        )
        for each in found.bins
    )  # fmt: skip
    return Table(name, HEADS, rows)


def _months(report: RankingReport) -> Table:
    rows: tuple[Row, ...] = tuple(
        (each.month, each.calls, _share(each.promised), each.worth) for each in report.months
    )
    return Table("Months", ("Month", "Calls", "Promised", "Worth the time"), rows)


def _shares(report: RankingReport) -> Table:
    def row(name: str, each: Share) -> Row:
        known = (_share(each.rate), _share(each.low), _share(each.high))
        return (name, each.calls, each.conversations, each.worth, *known)

    rows = (row("From the list", report.against.warm), row("Test calls", report.against.cold))
    heads = ("Calls", "Made", "Answered", "Worth the time", "Share", "Low", "High")
    return Table("Warm and cold", heads, rows)


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
