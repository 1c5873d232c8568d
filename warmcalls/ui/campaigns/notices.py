"""Quiet lines above the table: spellings that seem alike, and what was set aside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.money import round_words
from warmcalls.ui.campaigns.reading import Found
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme


class Notices(QFrame):
    """A panel of lines with what can be done about each; empty it takes no room.

    Attributes:
        merge_wanted: two campaigns seem to be one: their ids.
        apart_wanted: they are two after all: their ids.
        spend_wanted: spend belongs to no campaign and is to be looked at.
    """

    merge_wanted = Signal(int, int)
    apart_wanted = Signal(int, int)
    spend_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("panel", "true")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4))
        self._lines.setSpacing(0)
        self.hide()

    def show_found(self, found: Found) -> None:
        """Show what a report has to say beside its table."""
        report, currency = found.report, found.agency.currency
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        pairs = report.spelled_alike
        lines = [self._alike(one, other, found.alike(one, other)) for one, other, _ in pairs]
        if report.unassigned:
            lines.append(self._unassigned(round_words(report.unassigned, currency)))
        lines += [self._line(note) for note in report.notes]
        for number, line in enumerate(lines):
            if number:
                self._lines.addWidget(Rule(self._theme))
            self._lines.addWidget(line)
        self.setVisible(bool(lines))

    def _alike(self, one: int, other: int, why: str) -> QWidget:
        merge = Button(self._theme, "Merge…", small=True)
        merge.clicked.connect(lambda: self.merge_wanted.emit(one, other))
        apart = Button(self._theme, "Keep apart", Look.QUIET, small=True)
        apart.clicked.connect(lambda: self.apart_wanted.emit(one, other))
        return self._line(why, apart, merge)

    def _unassigned(self, amount: str) -> QWidget:
        look = Button(self._theme, "Look…", small=True)
        look.clicked.connect(self.spend_wanted)
        return self._line(f"{amount} of spend belongs to no campaign.", look)

    def _line(self, text: str, *deeds: Button) -> QWidget:
        line, px = QWidget(), self._theme.px
        line.setMinimumHeight(px(36))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(8))
        row.addWidget(PlainLabel(self._theme, text, role="text2", wraps=True), 1)
        for deed in deeds:
            row.addWidget(deed, 0, Qt.AlignmentFlag.AlignVCenter)
        return line
