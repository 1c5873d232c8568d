"""Numbers in a form: each with its label, formatted while it is typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.client_panel import NumberLine
from warmcalls.domain.contact_said import PhoneSaid
from warmcalls.importers.phone_checks import as_typed, check_phone
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme

MOST = 8


class PhoneField(Field):
    """A number; an empty one is none, and one that was there before may stay as it was."""

    def __init__(self, theme: Theme, before: str = "") -> None:
        super().__init__(theme, "Phone", hint="01632 960123", check=self._read, longest=40)
        self._before = before
        self.line.setText(before)
        self.line.textEdited.connect(self._format)

    def _read(self, text: str) -> str:
        if text and text != self._before:
            check_phone(text)
        return text

    def _format(self, text: str) -> None:
        """Set blanks where the digits so far ask for them, while one types at the end."""
        if self.line.cursorPosition() == len(text):
            shown = as_typed(text)
            if len(shown) >= len(text.rstrip()):
                self.line.setText(shown)


class PhoneRow(QWidget):
    """One number and what it is: direct, mobile, ext. 5."""

    def __init__(self, theme: Theme, line: NumberLine | None = None) -> None:
        super().__init__()
        self._id = line.id if line else 0
        self.number = PhoneField(theme, line.shown if line else "")
        self.label = Field(theme, "Label", hint="direct, mobile", longest=60)
        self.label.line.setText(line.label if line else "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.number, 3)
        row.addWidget(self.label, 2)

    @property
    def said(self) -> PhoneSaid | None:
        """The number as it was typed, None where there is none."""
        if not self.number.text:
            return None
        return PhoneSaid(self.number.text, self.label.text, self._id)


class PhoneRows(QWidget):
    """All numbers of somebody, an empty row for one more, and a button for further ones.

    Attributes:
        added: another row is there: its two fields.
    """

    added = Signal(object, object)

    def __init__(self, theme: Theme, lines: Sequence[NumberLine]) -> None:
        super().__init__()
        self._theme = theme
        self.rows = [PhoneRow(theme, line) for line in (*lines, None)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        for row in self.rows:
            self._column.addWidget(row)
        self.more = Button(theme, "Another number", Look.QUIET, icon="ph.plus", small=True)
        self.more.clicked.connect(partial(self.add))
        self._column.addWidget(self.more)

    def add(self) -> None:
        """Add an empty row and go there."""
        row = PhoneRow(self._theme)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        self.more.setVisible(len(self.rows) < MOST)
        QWidget.setTabOrder(self.rows[-2].label.line, row.number.line)
        QWidget.setTabOrder(row.number.line, row.label.line)
        self.added.emit(row.number, row.label)
        row.number.setFocus()

    @property
    def said(self) -> tuple[PhoneSaid, ...]:
        """The numbers as they were typed."""
        return tuple(said for row in self.rows if (said := row.said) is not None)
