"""A labelled field that says what is wrong with it, under it, and keeps what was typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.sentence import Sentence
from warmcalls.ui.theme import Theme

Check = Callable[[str], str]


def anything(text: str) -> str:
    """Take any text."""
    return text


class Field(QWidget):
    """A label, a line to type in, and room for one sentence.

    Args:
        theme: the theme.
        name: the label; also the accessible name.
        hint: shown while nothing is typed.
        check: returns the value as it is kept, or raises `RefusedError` with the reason.
        longest: characters at most.

    Attributes:
        changed: something was typed.
        submitted: Enter was pressed.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        hint: str = "",
        check: Check = anything,
        longest: int = 200,
    ) -> None:
        super().__init__()
        self._check = check
        self._title = PlainLabel(theme, name, size=11, semibold=True, role="text2")
        self.line = QLineEdit()
        self.line.setFont(theme.font(13))
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.line.setMaxLength(longest)
        self._title.setBuddy(self.line)
        self._wrong = Sentence(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._title)
        column.addWidget(self.line)
        column.addWidget(self._wrong)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._leave)
        self.line.returnPressed.connect(self.submitted)

    @property
    def text(self) -> str:
        """What is typed, without blanks at its ends."""
        return self.line.text().strip()

    @property
    def reason(self) -> str:
        """The sentence shown under the field, or empty."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def value(self) -> str | None:
        """Return the value, or None after saying what is wrong with it."""
        try:
            kept = self._check(self.text)
        except RefusedError as error:
            self.refuse(str(error))
            return None
        self.accept()
        return kept

    def refuse(self, why: str) -> None:
        """Say why the value cannot be taken; it stays as it was typed."""
        self._wrong.say(why, self.width())
        self.line.setProperty("wrong", "true" if why else "false")
        self.line.setAccessibleDescription(why)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def accept(self) -> None:
        """Take the sentence away."""
        if self.reason:
            self.refuse("")

    def _edited(self) -> None:
        self.accept()
        self.changed.emit()

    def _leave(self) -> None:
        if self.text:
            self.value()
