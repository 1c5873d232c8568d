"""What became of a file: every line is in one of these numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from warmcalls.actions.import_report import ImportReport
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.imports import rule_words, words
from warmcalls.ui.imports.problem_list import ProblemList
from warmcalls.ui.theme import Theme


class ReportView(QWidget):
    """A headline, the numbers that add up, and the lines that could not be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = PlainLabel(theme, size=17, semibold=True, wraps=True)
        self.under = PlainLabel(theme, role="text2", wraps=True)
        self._numbers = QWidget()
        self.problems = ProblemList(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        for part in (self.head, self.under, self._numbers, self.problems):
            self._column.addWidget(part)
        self._column.addStretch()

    def show_report(self, report: ImportReport) -> None:
        """Show what became of a file."""
        self.head.setText(headline(report))
        self.under.setText(self._matched(report))
        self.under.setVisible(bool(self.under.text()))
        self._replace_numbers(rows_of(report))
        self.problems.show_problems(report.problems)

    def show_taken_back(self, said: str) -> None:
        """Say that the import is gone again."""
        self.head.setText("Taken back: everything is as it was before this file")
        self.under.setText(said)
        self.under.show()
        self._replace_numbers([])
        self.problems.hide()

    def _matched(self, report: ImportReport) -> str:
        if report.kind != "signals" or not report.matched:
            return " ".join(filter(None, (rule_words.changed(report.fields), *report.notes)))
        clients, visitors = report.matched.get("client", 0), report.matched.get("visitor", 0)
        return (
            f"{clients:,} found their client; {visitors:,} are from visitors nobody has tied to "
            "a client yet."
        )

    def _replace_numbers(self, rows: list[tuple[str, int, int]]) -> None:
        px, made = self._theme.px, QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, px(8), 0, px(8))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        for line, (name, count, depth) in enumerate(rows):
            role = ("text", "text", "text2")[depth]
            number = PlainLabel(self._theme, f"{count:,}", role=role, semibold=depth == 0)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            said = PlainLabel(self._theme, name, role=role, semibold=depth == 0)
            said.setIndent(px(16) * max(0, depth - 1))
            grid.addWidget(number, line, 0)
            grid.addWidget(said, line, 1)
        grid.setColumnStretch(1, 1)
        self._column.replaceWidget(self._numbers, made)
        self._numbers.hide()
        self._numbers.deleteLater()
        self._numbers = made


def headline(report: ImportReport) -> str:
    """Return the finding in one sentence."""
    noun = words.noun_of(report)
    if report.added or report.changed:
        said = words.counted(report.added, *noun) + " added"
        how = words.changed(report.kind)
        return f"{said}, {report.changed:,} {how}" if report.changed else said
    if report.known:
        return "Nothing new: everything in this file is known already"
    return "Nothing in this file could be used"


def rows_of(report: ImportReport) -> list[tuple[str, int, int]]:
    """Return name, count and depth of every line; those of a depth add up to the one above."""
    left = sorted(report.left_out.items(), key=lambda each: -each[1])
    rows = [
        ("read", report.read, 0),
        ("added", report.added, 1),
        (words.changed(report.kind), report.changed, 1),
        ("known already", report.known, 1),
        ("left out", sum(report.left_out.values()), 1),
        *((words.reason(name), count, 2) for name, count in left),
    ]
    return [row for row in rows if row[1] or row[0] == "read"]
