"""The calls behind a figure, in a sheet at the right."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.behind import CallLine, CallsBehind
from warmcalls.domain.moments import local
from warmcalls.reports import ranking_words
from warmcalls.ui.charts.shape import Row, Shape
from warmcalls.ui.charts.table_sheet import TableSheet
from warmcalls.ui.theme import Theme

MOST: Final = 5_000
NOTHING: Final = "No calls are behind this figure."
SHAPE: Final = Shape(
    ("Client", "When", "Promised", "What came"), (0, 104, 80, 260), frozenset({"Promised"})
)


class CallsSheet(TableSheet[CallLine]):
    """Calls, what they add up to, and a way to take them along."""

    def __init__(self, theme: Theme, behind: CallsBehind) -> None:
        super().__init__(theme, behind.title, SHAPE)

    def show_lines(self, lines: Sequence[CallLine], zone: ZoneInfo) -> None:
        """Show the calls."""
        self.show_table(lines, total(lines), [row(line, zone) for line in lines[:MOST]])


def total(lines: Sequence[CallLine]) -> str:
    """Return what calls add up to: "140 calls: 36 were worth the time, 27.6 were promised"."""
    if not lines:
        return NOTHING
    promised = sum(line.promised for line in lines)
    calls = ranking_words.counted(len(lines), "call", "calls")
    said = f"{calls}: {ranking_words.worth_words(sum(line.came for line in lines))}"
    shown = f"; the newest {MOST:,} are here" if len(lines) > MOST else ""
    whole = ranking_words.sum_words(promised)
    return f"{said}, {whole} {ranking_words.were(promised)} promised{shown}"


def row(line: CallLine, zone: ZoneInfo) -> Row:
    """Return a call in words."""
    then = local(line.at, zone)
    facts = " · ".join(filter(None, (line.who and f"{line.who} rang", line.note)))
    day = f"{then.day} {then:%b %Y}"
    # a column of figures has its points under each other
    cells = (line.client, day, f"{100 * line.promised:.1f} %", line.words)
    return Row(cells, facts, line.client_id)
