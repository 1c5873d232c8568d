"""The lines and cells of a file that could not be read, and why."""

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
        self.lines.setAccessibleName("What could not be taken, and why")
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
        self.head.setText(headline(problems))
        self.lines.setPlainText("\n".join(said))
        self.setVisible(bool(said))


def headline(problems: Sequence[Problem]) -> str:
    """Return what could not be taken, counted: whole lines, and cells of lines that come in."""
    cells = sum(bool(problem.field) for problem in problems)
    parts = ((len(problems) - cells, "line", "lines"), (cells, "cell", "cells"))
    said = " and ".join(words.counted(*part) for part in parts if part[0])
    rest = ": the rest of the line comes in" if cells == len(problems) == 1 else ""
    rest = rest or ": the rest of those lines comes in" * (cells == len(problems))
    return f"{said} could not be taken{rest}"
