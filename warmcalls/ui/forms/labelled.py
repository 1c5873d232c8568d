"""A part of a form under its label, with room for one sentence about what is wrong with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.sentence import Sentence
from warmcalls.ui.theme import Theme


class Labelled(QWidget):
    """A label, what it names, and a sentence while that cannot be taken.

    Args:
        theme: the theme.
        name: the label.
        part: what one types into or chooses from; it has its own accessible name.

    Attributes:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme, name: str, part: QWidget) -> None:
        super().__init__()
        self._part = part
        self._title = PlainLabel(theme, name, size=11, semibold=True, role="text2")
        self._title.setBuddy(part)
        self._wrong = Sentence(theme)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(4))
        for each in (self._title, part, self._wrong):
            self.column.addWidget(each)
        self.setFocusProxy(part)

    @property
    def reason(self) -> str:
        """The sentence shown under the part, or empty."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def value(self) -> str | None:
        """Return a text, or None after saying what is wrong; a subclass may check."""
        return ""

    def refuse(self, why: str) -> None:
        """Say why it cannot be taken; it stays as it was."""
        self._wrong.say(why, self.width())
        self._part.setAccessibleDescription(why)
        self._part.setProperty("wrong", "true" if why else "false")
        self._part.style().unpolish(self._part)
        self._part.style().polish(self._part)

    def accept(self) -> None:
        """Take the sentence away."""
        if self.reason:
            self.refuse("")
