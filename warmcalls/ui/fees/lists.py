"""The two lists of the page: placements with their fees, and job briefs."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from warmcalls.actions.briefs_and_fees import BriefsAndFees
from warmcalls.domain.money import amount_words
from warmcalls.domain.placements import FeeRow, FeeState, Vacancy, VacancyState
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.fees import words
from warmcalls.ui.fees.deed_bar import DeedBar
from warmcalls.ui.fees.lines import Head, Line, LinesModel
from warmcalls.ui.fees.table import LineTable
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme

CHIPS: Final = 190
FEE_HEADS: Final = (
    Head("Credited to", 140), Head("Invoice", 112), Head("Invoiced", 108),
    Head("Fee", 112, right=True), Head("", CHIPS),
)  # fmt: skip
BRIEF_HEADS: Final = (
    Head("Taken by", 140), Head("Terms", 200), Head("Taken on", 108),
    Head("Expected fee", 120, right=True), Head("", CHIPS),
)  # fmt: skip
FEE_DEEDS: Final = (
    ("paid", "Paid…", "ph.check-circle"), ("credit", "Credit note…", "ph.arrow-u-down-left"),
    ("placement", "Placement…", "ph.user"), ("fee", "Change…", "ph.pencil-simple"),
    ("invoice", "Invoice…", "ph.file-plus"),
)  # fmt: skip
BRIEF_DEEDS: Final = (
    ("placed", "Placed…", "ph.handshake"), ("close", "Close…", "ph.x-circle"),
    ("reopen", "Open again", "ph.arrow-u-up-left"), ("brief", "Change…", "ph.pencil-simple"),
)  # fmt: skip


class ListSection(QWidget):
    """A headline over a panel with a table and its bar.

    Attributes:
        wanted: a deed and the item of the row it is about.
    """

    wanted = Signal(str, object)

    def __init__(self, theme: Theme, model: LinesModel, name: str, bar: DeedBar) -> None:
        super().__init__()
        px = theme.px
        self.model, self.bar = model, bar
        self.table = LineTable(theme, model, name)
        self.headline = PlainLabel(theme, size=17, semibold=True)
        self.doubt = ElidedLabel(theme, role="text2")
        self._rest = QWidget()
        panel = QFrame()
        panel.setProperty("panel", "true")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for part in (self.table, Rule(theme), bar):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(24))
        column.setSpacing(px(2))
        column.addWidget(self.headline)
        column.addWidget(self.doubt)
        column.addSpacing(px(10))
        column.addWidget(panel, 1)
        column.addWidget(self._rest, 1)
        self._panel = panel
        self.setFocusProxy(self.table)
        self.table.picked.connect(self._offer)
        self.table.opened.connect(self._open)
        bar.wanted.connect(self._want)

    def show_lines(self, lines: list[Line]) -> None:
        """Show rows; the chosen one stays chosen."""
        self._panel.setVisible(bool(lines))
        self._rest.setVisible(not lines)
        self.table.show_lines(lines)
        self._offer(self.table.chosen)

    def deeds_of(self, item: object) -> tuple[str, ...]:
        """Return what can be done about a row, the usual one last."""
        raise NotImplementedError

    def _offer(self, line: Line | None) -> None:
        if line is None:
            self.bar.offer("", ())
            return
        said = ", ".join(part for part in (line.name, line.under) if part)
        self.bar.offer(said, self.deeds_of(line.item))

    def _open(self, line: Line | None) -> None:
        deeds = self.deeds_of(line.item) if line else ()
        if line and deeds:
            self.wanted.emit(deeds[-1], line.item)

    def _want(self, deed: str) -> None:
        line = self.table.chosen
        if line is not None:
            self.wanted.emit(deed, line.item)


class FeeSection(ListSection):
    """Placements without a fee first, then fees, the newest first."""

    def __init__(self, theme: Theme) -> None:
        model = LinesModel("Client", FEE_HEADS)
        super().__init__(theme, model, "Placements and fees", DeedBar(theme, FEE_DEEDS))
        self._today = ""

    def show_found(self, found: BriefsAndFees) -> None:
        """Show what was read."""
        self._today = today = found.facts.today
        self.headline.setText(words.headline(found))
        self.doubt.setText(words.doubt(found))
        self.doubt.setVisible(bool(self.doubt.text()))
        self.show_lines([_fee_line(row, today) for row in found.money])

    def deeds_of(self, item: object) -> tuple[str, ...]:
        """Return what can be done about a fee or placement."""
        assert isinstance(item, FeeRow)
        state = item.state(self._today)
        placement = ("placement",) if item.placement_id else ()
        if state is FeeState.NOT_INVOICED:
            return (*placement, "invoice")
        if state is FeeState.CREDIT:
            return ("fee",)
        paid = () if state is FeeState.PAID else ("paid",)
        return (*paid, "credit", *placement, "fee")


class BriefSection(ListSection):
    """Job briefs, the open ones first."""

    def __init__(self, theme: Theme) -> None:
        model = LinesModel("Client", BRIEF_HEADS)
        super().__init__(theme, model, "Job briefs", DeedBar(theme, BRIEF_DEEDS))

    def show_found(self, found: BriefsAndFees) -> None:
        """Show what was read."""
        today, currency = found.facts.today, found.facts.currency
        still = [brief for brief in found.briefs if brief.state is VacancyState.OPEN]
        worth = sum(brief.fee or 0 for brief in still if brief.currency == currency)
        count = "1 job brief is" if len(still) == 1 else f"{len(still)} job briefs are"
        nothing = found.text and not found.briefs
        self.headline.setText(f"Nothing found for “{found.text}”" if nothing else f"{count} open")
        self.doubt.setText(f"{amount_words(worth, currency)} if all of them are filled")
        self.doubt.setVisible(bool(worth))
        self.show_lines([_brief_line(brief, today) for brief in found.briefs])

    def deeds_of(self, item: object) -> tuple[str, ...]:
        """Return what can be done about a job brief."""
        assert isinstance(item, Vacancy)
        if item.state is VacancyState.OPEN:
            return ("placed", "close", "brief")
        return ("reopen", "brief")


def _fee_line(row: FeeRow, today: str) -> Line:
    invoiced = words.short_day(row.invoiced_on, today) if row.invoiced_on else "–"
    return Line(
        (row.fee_id, row.placement_id),
        row.client,
        row.words,
        (row.by or "–", row.number or "–", invoiced, row.amount_words or "–"),
        words.fee_chip(row, today),
        row,
    )


def _brief_line(brief: Vacancy, today: str) -> Line:
    fee = amount_words(brief.fee, brief.currency) if brief.fee is not None else "–"
    taken = words.short_day(brief.taken_on, today)
    return Line(
        (brief.id, 0),
        brief.client,
        brief.title,
        (brief.by or "–", brief.terms or "–", taken, fee),
        words.brief_chip(brief),
        brief,
    )
