"""One import told in full: what was left out and why, what could not be read, taking it back."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.actions.import_story import ImportStory, LeftOut
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.components.scrolling import scrolling
from warmcalls.ui.imports import words
from warmcalls.ui.settings.import_model import long_when, what
from warmcalls.ui.settings.take_back import TakeBack
from warmcalls.ui.theme import Theme

MOST_PROBLEMS = 100


class StoryView(QWidget):
    """The panel at the right of the imports.

    Attributes:
        taken_back: the import is to be taken back: its id.
    """

    taken_back = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body: QWidget | None = None
        self.back: TakeBack | None = None

    def show_story(self, story: ImportStory | None, zone: ZoneInfo) -> None:
        """Show an import."""
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = self.back = None
        if story is not None:
            self._body = self._told(story, zone)
            self._column.addWidget(self._body)

    def _told(self, story: ImportStory, zone: ZoneInfo) -> QWidget:
        px, theme, row = self._theme.px, self._theme, story.row
        content = QWidget()
        content.setMaximumWidth(px(560))
        column = QVBoxLayout(content)
        column.setContentsMargins(*(px(n) for n in (20, 20, 20, 20)))
        column.setSpacing(px(4))
        column.addWidget(ElidedLabel(theme, row["file"], size=17, semibold=True))
        said = f"{what(row)}, {long_when(row['at'], zone)}"
        column.addWidget(PlainLabel(theme, said, role="text2", wraps=True))
        column.addSpacing(px(8))
        self._add_numbers(column, story)
        self._add_left_out(column, story)
        self._add_problems(column, story)
        column.addStretch(1)
        box = QWidget()
        whole = QVBoxLayout(box)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        area = scrolling(content)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # there may be nothing else to scroll by
        area.setAccessibleName("What became of this file")
        whole.addWidget(area, 1)
        self.back = TakeBack(theme, story, zone)
        self.back.agreed.connect(lambda: self.taken_back.emit(int(row["id"])))
        whole.addWidget(self.back)
        return box

    def _title(self, column: QVBoxLayout, text: str) -> None:
        column.addSpacing(self._theme.px(14))
        column.addWidget(PlainLabel(self._theme, text, size=11, semibold=True, role="text2"))

    def _add_numbers(self, column: QVBoxLayout, story: ImportStory) -> None:
        row, grid = story.row, QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(4))
        counts = (
            (row["read"], "read"),
            (row["added"], "added"),
            (row["changed"], words.changed(row["kind"])),
            (row["known"], "known already"),
            (sum(left.count for left in story.left_out), "left out"),
        )
        shown = [pair for pair in counts if pair[0] or pair[1] == "read"]
        for line, (count, name) in enumerate(shown):
            self._add_count(grid, line, count, name, bold=line == 0)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)

    def _add_count(
        self, grid: QGridLayout, line: int, count: int, name: str, *, bold: bool = False
    ) -> None:
        number = PlainLabel(self._theme, f"{count:,}", semibold=bold)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        number.setMinimumWidth(self._theme.px(44))
        grid.addWidget(number, line, 0)
        grid.addWidget(PlainLabel(self._theme, name, semibold=bold, wraps=True), line, 1)

    def _add_left_out(self, column: QVBoxLayout, story: ImportStory) -> None:
        if not story.left_out:
            return
        self._title(column, "Left out")
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(12))
        grid.setVerticalSpacing(self._theme.px(2))
        for left in story.left_out:
            self._add_count(grid, grid.rowCount(), left.count, words.reason(left.reason))
            self._add_examples(grid, left)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)

    def _add_examples(self, grid: QGridLayout, left: LeftOut) -> None:
        for line in left.examples[:2]:
            example = ElidedLabel(self._theme, " ".join(line.split()), size=11, role="text3")
            grid.addWidget(example, grid.rowCount(), 1)

    def _add_problems(self, column: QVBoxLayout, story: ImportStory) -> None:
        if not story.problems:
            return
        count = max(int(story.row["problems"]), len(story.problems))
        self._title(column, words.counted(count, "problem", "problems"))
        for problem in story.problems[:MOST_PROBLEMS]:
            line = QHBoxLayout()
            line.setSpacing(self._theme.px(12))
            where = f"Line {problem.line:,}" if problem.line else "File"
            name = PlainLabel(self._theme, where, role="text2")
            name.setMinimumWidth(self._theme.px(64))
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(self._theme, problem.why, wraps=True), 1)
            column.addLayout(line)
        more = count - MOST_PROBLEMS
        if more > 0:
            column.addWidget(PlainLabel(self._theme, f"and {more:,} more", role="text2"))
