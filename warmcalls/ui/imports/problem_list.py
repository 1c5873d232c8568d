"""The lines of a file that could not be read, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from warmcalls.domain.incoming import Problem
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.imports import words
from warmcalls.ui.theme import Theme

MOST = 1000


class ProblemList(QWidget):
    """A head that counts, and the lines; nothing where there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.head = PlainLabel(theme, semibold=True)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setFont(theme.font(13))
        self.lines.setAccessibleName("Lines that could not be read")
        self.lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.lines.setMinimumHeight(theme.px(120))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.head)
        column.addWidget(self.lines)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what could not be taken."""
        said = [f"Line {p.line:,}: {p.why}" if p.line else p.why for p in problems[:MOST]]
        self.head.setText(words.counted(len(problems), "line", "lines") + " could not be taken")
        self.lines.setPlainText("\n".join(said))
        self.setVisible(bool(said))
