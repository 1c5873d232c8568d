"""Trying a path: which kind of page it is, what it is called, and what it is worth."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from warmcalls.domain.kinds import KINDS, PAGE_KINDS, Kind
from warmcalls.domain.pages import page_name
from warmcalls.domain.points import points
from warmcalls.domain.settings import Settings
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.forms.field import Field
from warmcalls.ui.settings import words
from warmcalls.ui.settings.pattern_text import ENDING, path_of
from warmcalls.ui.settings.weight_words import signed
from warmcalls.ui.theme import Theme


class PathTrial(QFrame):
    """A field for a path and what became of it.

    Attributes:
        changed: another path was typed.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self.setProperty("panel", "true")
        self.field = Field(theme, "Try a path", hint="/salary-guide-2026 or a whole address")
        self.found = ElidedLabel(theme, size=17, semibold=True)
        self.why = PlainLabel(theme, role="text2", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(6))
        column.addWidget(self.field)
        column.addSpacing(px(4))
        column.addWidget(self.found)
        column.addWidget(self.why)
        self.field.changed.connect(self.changed)
        self.setFocusProxy(self.field)

    @property
    def path(self) -> str:
        """The path to try, or empty."""
        return path_of(self.field.text) if self.field.text else ""

    def show_found(self, kind: Kind | None, line: int | None) -> None:
        """Show what a path is, and which line says so."""
        if kind is None:
            self.found.setText("")
            self.why.setText("Type a path of your website to see what it counts as.")
            return
        self.found.setText(page_name(self.path))
        said = "No line fits it, so it is" if line is None else f"Line {line + 1} makes it"
        self.why.setText(f"{said} {article(kind)}: {words.PAGES[kind]}.")


class Legend(QWidget):
    """The kinds of page, what belongs to each, and its points."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._points: dict[Kind, PlainLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        for column, head in enumerate(("Begin a line with", "for", "Points")):
            label = PlainLabel(theme, head, size=11, role="text3", semibold=True)
            grid.addWidget(label, 0, column)
        for row, kind in enumerate((k for k in KINDS if k in PAGE_KINDS), 1):
            name = kind.value.removesuffix(ENDING)
            self._points[kind] = PlainLabel(theme)
            self._points[kind].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(PlainLabel(theme, name, semibold=True), row, 0)
            grid.addWidget(PlainLabel(theme, words.PAGES[kind], role="text2", wraps=True), row, 1)
            grid.addWidget(self._points[kind], row, 2)
        grid.setColumnStretch(1, 1)

    def show_points(self, agency: Settings) -> None:
        """Show what every kind is worth."""
        for kind, label in self._points.items():
            label.setText(signed(points(agency.worth[kind].weight)))


def article(kind: Kind) -> str:
    """Return a kind of page with its article."""
    name = kind.value.removesuffix(ENDING)
    return (
        "another page"
        if kind is Kind.OTHER_PAGE
        else f"{'an' if name[0] == 'a' else 'a'} {name} page"
    )
