"""A panel of short lines: a name and a number, or what somebody said."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from warmcalls.ui.components.clamped_label import ClampedLabel
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme

QUOTE_LINES, FACT_LINES = 2, 4
LEAST: Final = 132


class Panel(QFrame):
    """A head with a figure at its right, and lines below."""

    def __init__(self, theme: Theme, title: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("panel", "true")
        px = theme.px
        self.setMinimumHeight(px(LEAST))  # the page does not jump when its lines arrive
        self._title = ElidedLabel(theme, title, size=11, semibold=True, role="text2")
        self._figure = PlainLabel(theme, size=11, semibold=True, role="text2")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._title, 1)
        head.addWidget(self._figure)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addLayout(self.lines)
        column.addStretch(1)

    def show_head(self, title: str, figure: str = "") -> None:
        """Show another head."""
        self._title.setText(title)
        self._figure.setText(figure)
        self.setAccessibleName(f"{title} {figure}".strip())

    def clear(self) -> None:
        """Take the lines away."""
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def say(self, text: str) -> None:
        """Say one quiet sentence in place of lines."""
        self.clear()
        self.lines.addWidget(PlainLabel(self.theme, text, role="text2", wraps=True))

    def show_counts(self, counts: Sequence[tuple[str, str]], nothing: str) -> None:
        """Show names with their figures."""
        self.clear()
        if not counts:
            self.say(nothing)
        for number, (name, figure) in enumerate(counts):
            if number:
                self.lines.addWidget(Rule(self.theme))
            self.lines.addWidget(self._count(name, figure))

    def show_facts(self, facts: Sequence[tuple[str, str]], nothing: str = "") -> None:
        """Show what something is called, and under it what it is."""
        self.clear()
        if not facts and nothing:
            self.say(nothing)
        for name, fact in facts:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, self.theme.px(3), 0, self.theme.px(3))
            column.setSpacing(0)
            column.addWidget(ElidedLabel(self.theme, name, size=11, role="text2"))
            column.addWidget(ClampedLabel(self.theme, fact, FACT_LINES))
            self.lines.addWidget(box)

    def _count(self, name: str, figure: str) -> QWidget:
        line, px = QWidget(), self.theme.px
        line.setFixedHeight(px(29))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = ElidedLabel(self.theme, name)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(words, 1)
        right = PlainLabel(self.theme, figure)
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(right)
        return line

    def show_quotes(
        self, quotes: Sequence[tuple[str, str]], nothing: str, most: int, lines: int = QUOTE_LINES
    ) -> None:
        """Show what people said on so many lines at most, and quietly who and when."""
        self.clear()
        if not quotes:
            self.say(nothing)
        for text, who in quotes[:most]:
            box, px = QWidget(), self.theme.px
            column = QVBoxLayout(box)
            column.setContentsMargins(0, px(4), 0, px(4))
            column.setSpacing(0)
            column.addWidget(ClampedLabel(self.theme, f"“{text}”", lines))
            column.addWidget(ElidedLabel(self.theme, who, size=11, role="text2"))
            self.lines.addWidget(box)
