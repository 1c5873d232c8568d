"""Briefs and fees: what is open, what was invoiced, and what is still to come."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.domain.money import amount_words
from warmcalls.domain.placements import FeeRow
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.components.reading_page import ReadingPage
from warmcalls.ui.fees.deed_bar import DeedBar
from warmcalls.ui.fees.deeds import FeeDeeds
from warmcalls.ui.fees.fee_model import FeeModel
from warmcalls.ui.fees.fee_table import FeeTable
from warmcalls.ui.fees.figure_deeds import FigureDeeds
from warmcalls.ui.fees.filters import NOTHING, Filter, Filters, fits, found
from warmcalls.ui.fees.head import Head
from warmcalls.ui.fees.line import Line, brief_line, fee_line, rates_of, sums_of
from warmcalls.ui.fees.note_bar import NoteBar
from warmcalls.ui.fees.words import waiting_words
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.briefs_and_fees import BriefsAndFees
    from warmcalls.domain.clients import Person
    from warmcalls.store.engine import Reader

EMPTY: Final = (
    "Here each job brief, placement and fee will stand: what is open, what was invoiced, and "
    "what is still to come."
)
MOST: Final = 5_000
CUT: Final = f"The newest {MOST:,} are here; type to find older ones."


class FeesPage(ReadingPage["BriefsAndFees"]):
    """Briefs, placements and fees in one table.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.
    """

    WATCHES = frozenset({
        "placements", "calls", "clients", "campaigns", "imports", "settings", "people",
    })  # fmt: skip

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(theme, tasks, clock)
        self._looked_for = ""
        self._lines: list[Line] = []
        self._today, self._currency, self._is_cut = "", "GBP", False
        self.head, self.filters = Head(theme), Filters(theme)
        self.note = NoteBar(theme, "Exchange rates…")
        self.model = FeeModel(self)
        self.table = FeeTable(theme, self.model)
        self.bar = DeedBar(theme)
        self.empty = EmptyState(theme, EMPTY, "Record a placement")
        self.deeds = FeeDeeds(self, theme, tasks, clock)
        self.figures = FigureDeeds(self, theme, tasks, clock)
        self.deeds.beside, self.figures.beside = (self.figures,), (self.deeds,)
        self._full = QWidget()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for part in (self.filters, self.note):
            inside.addWidget(part)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.bar)
        for body in (QWidget(), self._full, self.empty):
            self._stack.addWidget(body)
        self._put(self.head, self.loading, self._stack, self.toast)

    def _wire(self) -> None:
        head, table, deeds = self.head, self.table, self.deeds
        head.search.textEdited.connect(self._find)
        head.search.left.connect(self.focus)
        head.more.wanted.connect(self._more)
        head.brief.clicked.connect(self._add_brief)
        head.placement.clicked.connect(self.add_new)
        self.empty.pressed.connect(self.add_new)
        self.filters.chosen.connect(lambda _: self._show_lines())
        self.note.pressed.connect(self.figures.rates)
        table.picked.connect(lambda line: self.bar.show_line(line, self._today))
        table.opened.connect(lambda line: self._about("edit", line))
        table.paid.connect(lambda line: self._about("paid", line))
        table.menu_wanted.connect(self._open_menu)
        self.bar.wanted.connect(lambda deed: self._about(deed, table.chosen))
        for host in (deeds, self.figures):
            host.done.connect(self._finish)
            host.failed.connect(self.failed)
            host.closed.connect(self.focus)
        self._hear_keys({"/": lambda: head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)})

    # What the window asks of every page

    def set_person(self, person: "Person | None") -> None:
        """Say who works here, for the journal."""
        self.deeds.person = self.figures.person = person

    def focus(self) -> None:
        """Put the focus where the keys work."""
        part = self.empty if self._stack.currentWidget() is self.empty else self.table
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_new(self) -> None:
        """Record a placement."""
        self.deeds.placement()

    # Reading

    def question(self) -> "Callable[[Reader], BriefsAndFees]":
        """Return what reads briefs, placements and fees, or those found where not all are here."""
        now, text = self._clock(), self.head.search.text().strip() if self._is_cut else ""
        self._looked_for = text

        def read(db: "Reader") -> "BriefsAndFees":
            from warmcalls.actions.briefs_and_fees import briefs_and_fees

            return briefs_and_fees(db, now=now, text=text)

        return read

    def show_found(self, found: "BriefsAndFees") -> None:
        """Show the rows, their sums and what is in none of them."""
        today, currency = found.facts.today, found.facts.currency
        rates = rates_of(currency, found.rates)
        self._today, self._currency = today, currency
        self._lines = [brief_line(brief, rates) for brief in found.briefs]
        self._lines += [fee_line(row, rates, today) for row in found.money]
        if not self._looked_for:
            self._is_cut = max(len(found.briefs), len(found.money)) >= MOST
        is_empty = not self._lines and not self._looked_for
        self._stack.setCurrentWidget(self.empty if is_empty else self._full)
        for part in (self.head.search, self.head.placement):  # one primary button on a page
            part.setVisible(not is_empty)
        self._show_note()
        self._show_lines()

    def _show_note(self) -> None:
        """Say what is in no sum, or that some rows are not here."""
        waiting = {
            code: (count, amount_words(amount, code))
            for code, (count, amount) in sums_of(self._lines, self._today).waiting.items()
        }
        words = waiting_words(waiting)
        cut = CUT if self._is_cut else ""
        self.note.say(" ".join(filter(None, (words, cut))), button=bool(words))

    def _show_lines(self) -> None:
        """Show the rows that filter and find field leave, their counts and what they come to."""
        words = self.head.search.text().casefold().split()
        lines = [line for line in self._lines if found(line, words)]
        self.filters.show_counts(lines)
        which = self.filters.which
        shown = [line for line in lines if fits(line, which)]
        typed = self.head.search.text().strip()
        nothing = f"Nothing here has “{typed}” in it." if typed else NOTHING[Filter(which)]
        self.table.show_lines(shown, nothing)
        self.filters.show_sums(sums_of(shown, self._today), self._currency)

    def _find(self, _: str) -> None:
        self._show_lines()
        if self._is_cut:
            self.refresh()

    # Deeds

    def _about(self, deed: str, line: Line | None) -> None:
        if line is None:
            return
        if deed == "client":
            self.client_wanted.emit(line.client_id)
        elif deed == "paid" and not isinstance(line.item, FeeRow):
            self.failed.emit("A job brief has nothing to pay.")
        else:
            self.deeds.about(deed, line)

    def _add_brief(self) -> None:
        self.deeds.brief()

    def _more(self, what: str) -> None:
        if what == "credit":
            self.deeds.credit(self.table.chosen)
        else:
            self.figures.more(what)

    def _open_menu(self, line: Line, at: QPoint) -> None:
        self.bar.open_menu(line, self._today, at)

    def _finish(self, done: object) -> None:
        self.done.emit(done)
        self.refresh()
