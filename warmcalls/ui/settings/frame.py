"""The frame of a section: a head, panels, and rows with the setting at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.scrolling import scrolling
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme

READING, CONTROL, LABEL = 880, 360, 320


class Panel(QFrame):
    """A panel of rows with lines between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("panel", "true")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def add_setting(self, name: str, hint: str, control: QWidget) -> None:
        """Add a row: what it is and what it does at the left, the control at the right."""
        px = self._theme.px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        title = PlainLabel(self._theme, name, semibold=True)
        title.setBuddy(control)
        words.addWidget(title)
        words.addWidget(PlainLabel(self._theme, hint, size=11, role="text2", wraps=True))
        words.addStretch(1)
        control.setFixedWidth(px(CONTROL))
        line = QHBoxLayout()
        line.setContentsMargins(px(20), px(14), px(20), px(14))
        line.setSpacing(px(32))
        line.addLayout(words, 1)
        line.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        self.add_row(line)

    def add_row(self, row: QLayout) -> None:
        """Add a row as it is."""
        if self._column.count():
            self._column.addWidget(Rule(self._theme))
        self._column.addLayout(row)


class SectionHead(QWidget):
    """One sentence about a section, under a name where the tab has not said it."""

    def __init__(self, theme: Theme, sentence: str, name: str = "") -> None:
        super().__init__()
        px = theme.px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        if name:
            words.addWidget(PlainLabel(theme, name, size=17, semibold=True))
        self.sentence = PlainLabel(theme, sentence, role="text2", wraps=True)
        words.addWidget(self.sentence)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(px(24))
        self.row.addLayout(words, 1)

    def add_button(self, button: QWidget) -> None:
        """Put a button at the right."""
        self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class Section(QWidget):
    """A section: one column of reading width at the left.

    Args:
        theme: the theme.
        scrolls: the whole column scrolls; else a part of it does by itself.
    """

    def __init__(self, theme: Theme, *, scrolls: bool = True) -> None:
        super().__init__()
        self.theme = theme
        self.content = content = QWidget()
        content.setMaximumWidth(theme.px(READING + 48))
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 24)))
        self.column.setSpacing(theme.px(16))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if scrolls:
            area = scrolling(content)
            area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            row.addWidget(area)
        else:
            row.addWidget(content, 1)
            row.addStretch(0)
