"""The Results page: the owner's answer, its charts, and what stands behind them."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from warmcalls.domain.behind import Behind, By, Rows
from warmcalls.domain.periods import month_words
from warmcalls.domain.results import Results
from warmcalls.reports.charts.kinds import AnyKind, Kind
from warmcalls.ui.charts.chart_page import ChartPage
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.results import asking
from warmcalls.ui.results.asking import Found
from warmcalls.ui.results.head import Head
from warmcalls.ui.results.headline import Headline
from warmcalls.ui.results.output import Output
from warmcalls.ui.results.panels import Panels
from warmcalls.ui.results.sheets import ResultSheets
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.done import Done
    from warmcalls.domain.clients import Person
    from warmcalls.store.engine import Reader, Writer
    from warmcalls.ui.fees.figure_deeds import FigureDeeds
    from warmcalls.ui.tasks import Step

NOTHING: Final = (
    "Here you will see what marketing brings back for every pound: fees against spend, month by "
    "month, and which campaigns earned them."
)
NOTES: Final = "Left out, counted elsewhere, or worth a look"
SHORTCUTS: Final = {"Ctrl+S": "save", "Ctrl+P": "print", "Ctrl+C": "copy"}


class ResultsPage(ChartPage[Found]):
    """The owner's charts.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        changed: topics that changed without a sentence to say.
        page_wanted: another page is wanted: its id.
    """

    WATCHES = frozenset({
        "campaigns", "placements", "clients", "calls", "signals", "settings", "people", "imports",
    })  # fmt: skip
    changed = Signal(object)
    page_wanted = Signal(str)

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(theme, tasks, clock)
        self._person: Person | None = None
        self.head, self.headline = Head(theme), Headline(theme)
        self.panels = Panels(theme, self.drawing)
        self.notes_head = PlainLabel(theme, NOTES, size=11, semibold=True, role="text2")
        self.notes = PlainLabel(theme, role="text2", wraps=True)
        self.empty = EmptyState(theme, NOTHING, "Enter fees and spend")
        self.output = Output(self, self.drawing)
        self.sheets = ResultSheets(self, theme, tasks, clock, self.drawing, self.output)
        notes = QVBoxLayout()
        notes.setSpacing(theme.px(4))
        notes.addWidget(self.notes_head)
        notes.addWidget(self.notes)
        self._lay_out(self.head, [self.headline, self.panels, notes], self.empty)
        self._connect()

    @property
    def results(self) -> Results | None:
        """What the page shows."""
        return self.found.results if self.found else None

    @cached_property
    def figures(self) -> "FigureDeeds":
        """The sheet in which the four Cs are typed in, made when it is first asked for."""
        from warmcalls.ui.fees.figure_deeds import FigureDeeds

        figures = FigureDeeds(self, self._theme, self._tasks, self._clock)
        figures.person, figures.beside = self._person, (self.sheets,)
        figures.done.connect(self._typed)
        figures.failed.connect(self.failed)
        return figures

    def question(self) -> "Callable[[Reader], Found]":
        """Return what reads the figures that the head asks for."""
        wanted, now = self.head.wanted, self._clock()
        return lambda db: asking.read(db, wanted, now)

    def set_person(self, person: "Person | None") -> None:
        """Say who works here, for the journal."""
        self._person = self.sheets.person = person
        if "figures" in self.__dict__:
            self.figures.person = person

    def focus(self) -> None:
        """Put the focus where the keys work."""
        self.head.period.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self, deed: str) -> None:
        """Carry out what the head offers: as the signal of the head names it."""
        found = self.found
        if deed in {"fees", "ranking"}:
            self.page_wanted.emit(deed)
        elif deed == "months":
            self.figures.months()
        elif found is None:
            return
        elif deed == "statement":
            self.sheets.show_statement(found)
        elif deed == "copy":
            self.output.copy(found.results, self.panels.focused())
        elif deed == "print":
            self.output.print_results(found.results)
        elif deed == "save":
            self.output.save(found.results)

    def open_rows(self, kind: AnyKind | None, behind: object) -> None:
        """Show the rows behind a figure; the four Cs are typed in."""
        if isinstance(behind, Behind) and self.found is not None:
            self.sheets.show_rows(self.found, behind)
        elif kind is Kind.FOUR_CS:
            self.figures.months()

    def show_found(self, found: Found) -> None:
        """Show the answer, the charts and the notes."""
        self.found = found
        self.head.show_choices(found.choices, found.period, found.today)
        self.headline.show_results(found.results)
        self.headline.stop_editing()
        self.notes.setText("\n".join(" ".join(note.split()) for note in found.results.notes))
        for part in (self.notes_head, self.notes):
            part.setVisible(bool(found.results.notes))
        nothing = is_nothing(found.results) and not self.head.is_narrowed
        self._stack.setCurrentIndex(1 if nothing else 0)
        self.panels.show_results(found.results)

    def _of_chart(self, does: Callable[[Results, Kind], None], kind: Kind) -> None:
        if self.results is not None:
            does(self.results, kind)

    def _open_headline(self) -> None:
        """Show the fees that the sentence speaks of."""
        if self.results is None or not self.results.headline_month:
            return
        month = self.results.headline_month
        title = f"Fees paid in {month_words(month)}"
        self.open_rows(None, Behind(Rows.FEES, title, month, month, By.PAID, credited=False))

    def _open_return(self) -> None:
        """Show the fees that the return is of."""
        self.open_rows(None, Behind(Rows.FEES, "Fees credited to marketing"))

    def _typed(self, done: "Done") -> None:
        self.refresh()
        self.done.emit(done)

    def _keep_line(self, line: float) -> None:
        """Save the owner's line."""
        now, person_id = self._clock(), self.sheets.person_id

        def run(db: "Writer", _: "Step") -> "Done":
            from warmcalls.actions.change_settings import change_settings

            said = "Changed your line"
            return change_settings(db, now=now, person_id=person_id, said=said, owner_line=line)

        task = self._tasks.write(run)
        task.finished.connect(self._kept_line)
        task.failed.connect(lambda error: self.headline.editor.refuse(str(error)))

    def _kept_line(self, done: "Done") -> None:
        self.headline.stop_editing()
        self.refresh()
        self.done.emit(done)

    def _connect(self) -> None:
        self.head.asked.connect(self.refresh)
        self.head.deed.connect(self.do)
        self.headline.sentence.pressed.connect(self._open_headline)
        self.headline.figure.pressed.connect(self._open_return)
        self.headline.line_typed.connect(self._keep_line)
        self.panels.opened.connect(self.open_rows)
        self.panels.copied.connect(lambda kind: self._of_chart(self.output.copy, kind))
        self.panels.saved.connect(lambda kind: self._of_chart(self.output.save, kind))
        self.sheets.client_wanted.connect(self.client_wanted)
        self.output.said.connect(self.show_said)
        self.output.failed.connect(self.failed)
        self.empty.pressed.connect(lambda: self.page_wanted.emit("fees"))
        self._hear_keys({keys: partial(self.do, deed) for keys, deed in SHORTCUTS.items()})


def is_nothing(results: Results) -> bool:
    """Tell whether there is not a single figure to show."""
    return not any(
        m.spend or m.fees or m.invoiced or m.paid or m.first_signals for m in results.months
    )
