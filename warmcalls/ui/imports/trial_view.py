"""What an import would do: counts, the fields that change, and some of the changes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from warmcalls.actions.import_report import ImportReport
from warmcalls.domain.incoming_rules import FieldChange
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.imports import rule_words, words
from warmcalls.ui.imports.problem_list import ProblemList
from warmcalls.ui.theme import Theme

HEADS = ("Who", "What", "Now", "", "Then")
SHARES = (5, 3, 5, 0, 5)
NOTHING = "Nothing was written."


class TrialView(QWidget):
    """A headline that adds up, a sentence on fields, and old beside new."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = PlainLabel(theme, size=17, semibold=True, wraps=True)
        self.under = PlainLabel(theme, role="text2", wraps=True)
        self.notes = PlainLabel(theme, role="notice", wraps=True)
        self.shown = PlainLabel(theme, "Some of the changes", semibold=True)
        self._grid: QWidget = QWidget()
        self.pairs = PlainLabel(theme, wraps=True)
        self.problems = ProblemList(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        for part in (self.head, self.under, self.notes, self.pairs):
            self._column.addWidget(part)
        self._column.addSpacing(theme.px(8))
        for below in (self.shown, self._grid, self.problems):
            self._column.addWidget(below)
        self._column.addStretch()

    def show_trial(self, report: ImportReport) -> None:
        """Show what came out of a dry run."""
        self.head.setText(counts(report))
        told = (rule_words.changes(report.fields), left_out(report), NOTHING)
        self.under.setText(" ".join(filter(None, told)))
        self.notes.setText("\n".join(report.notes))
        self.notes.setVisible(bool(report.notes))
        self.pairs.setText(pairs(report))
        self.pairs.setVisible(bool(report.pairs))
        self._show_examples(report.examples)
        self.problems.show_problems(report.problems)

    def _show_examples(self, examples: tuple[FieldChange, ...]) -> None:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, self._theme.px(8))
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(8))
        for column, (name, share) in enumerate(zip(HEADS, SHARES, strict=True)):
            label = PlainLabel(self._theme, name, size=11, semibold=True, role="text2")
            grid.addWidget(label, 0, column)
            grid.setColumnStretch(column, share)
        for line, each in enumerate(examples, 1):
            self._put(grid, line, each)
        self.shown.setVisible(bool(examples))
        self._column.replaceWidget(self._grid, made)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = made
        made.setVisible(bool(examples))

    def _put(self, grid: QGridLayout, line: int, each: FieldChange) -> None:
        cells = (
            (each.who, "text"),
            (rule_words.field_name(each.field), "text2"),
            (one_line(each.old) or "blank", "text2" if each.old else "text3"),
            ("→", "text3"),
            (one_line(each.new), "text"),
        )
        for column, (text, role) in enumerate(cells):
            label = ElidedLabel(self._theme, text, role=role, semibold=column == 0)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, line, column)


def one_line(text: str) -> str:
    """Return a value on one line."""
    return " ".join(text.split())


def counts(report: ImportReport) -> str:
    """Return what every line of a file would do: "214 new · 38 change · 1,930 as they are"."""
    left_out = sum(report.left_out.values())
    unread = len(report.problems) - report.cells
    is_list = report.kind == "clients"
    parts = (
        (report.changed, "restated" if report.kind in words.RESTATED else "change"),
        (report.known, "as they are" if is_list else "known already"),
        (left_out, "left out"),
        (unread, "unreadable"),
    )
    said = [f"{report.added:,} new", *(f"{count:,} {name}" for count, name in parts if count)]
    cells = words.counted(report.cells, "bad cell", "bad cells")
    return " · ".join([*said, cells] if report.cells else said)


def left_out(report: ImportReport) -> str:
    """Return why lines would be left out: "Left out: 2 empty lines."."""
    reasons = sorted(report.left_out.items(), key=lambda each: -each[1])
    said = ", ".join(f"{count:,} {words.reason(name)}" for name, count in reasons)
    return f"Left out: {said}." if said else ""


def pairs(report: ImportReport) -> str:
    """Return which of the new clients look like which, a line each."""
    said = [f"{pair}." for pair in report.pairs]
    more = report.duplicates - len({pair.new for pair in report.pairs})
    return "\n".join([*said, *([f"and {more:,} more"] if more > 0 else [])])
