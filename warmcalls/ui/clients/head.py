"""The head of the Clients page: its name, search, filters, columns, and what can be added."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from warmcalls.ui import icons
from warmcalls.ui.clients.column_menu import ColumnMenu
from warmcalls.ui.clients.filters.chips import FilterChips
from warmcalls.ui.clients.filters.filter_button import FilterMenu
from warmcalls.ui.commands import shown
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.find_field import FindField
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.components.strip import Strip
from warmcalls.ui.components.tab_order import keep_in_order
from warmcalls.ui.theme import Theme

HEIGHT, ASIDE, GAP, FIND = 60, 24, 8, 170
MORE: Final = {
    "week": ("This week at your clients…", "ph.sign-in", ""),
    "duplicates": ("Duplicates…", "ph.intersect", ""),
    "ideal": ("Ideal client…", "ph.target", ""),
    "undo": ("Undo", "ph.arrow-counter-clockwise", "Ctrl+Z"),
    "redo": ("Redo", "ph.arrow-clockwise", "Ctrl+Shift+Z"),
    "panel": ("Client panel", "ph.user-list", "Ctrl+I"),
}
"""Words, icon and key of what has no button; undo and redo also say what."""
BREAK_BEFORE: Final = frozenset({"undo", "panel"})
WIDE, MIDDLE, NARROW, NARROWEST = range(4)
"""Levels of folding: duplicates, import, this week and at last columns stand in menus only."""


class MoreButton(MenuButton):
    """What there is no button for.

    Attributes:
        wanted: one of `MORE`, or "import".
        folded: whether it holds the import, too.
        undo, redo: what they would take back or do again, None for nothing.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More", icon="ph.dots-three-bold", bare=True)
        self.folded = False
        self.undo: str | None = None
        self.redo: str | None = None

    def make_menu(self) -> QMenu:
        """Return the menu."""
        menu, ink = QMenu(self), self._theme.tokens.text2
        if self.folded:
            action = menu.addAction(icons.icon("ph.upload-simple", ink), "Import…")
            action.triggered.connect(lambda: self.wanted.emit("import"))
        for name, (words, icon, key) in MORE.items():
            if name in BREAK_BEFORE:
                menu.addSeparator()
            said = self._said(name, words)
            action = menu.addAction(icons.icon(icon, ink), f"{said}\t{shown(key)}" if key else said)
            action.setEnabled(name not in {"undo", "redo"} or bool(getattr(self, name)))
            action.triggered.connect(lambda _=False, what=name: self.wanted.emit(what))
        return menu

    def _said(self, name: str, words: str) -> str:
        """Return what a line says; undo and redo name what they are about."""
        about = getattr(self, name) if name in {"undo", "redo"} else None
        return about.replace("&", "&&") if about else words


class Head(Strip):
    """Name, search, filters, columns; it folds where there is little room.

    Attributes:
        wanted: one of `MORE`, "import" or "new".
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._level = -1
        self.title = PlainLabel(theme, "Clients", size=17, semibold=True)
        self.search = FindField(theme, "Name, contact, note or tag")
        self.filter, self.chips = FilterMenu(theme), FilterChips(theme)
        self.columns, self.more = ColumnMenu(theme), MoreButton(theme)
        self.week = Button(theme, "This week", Look.QUIET, icon="ph.sign-in")
        self.doubles = Button(theme, "Duplicates", Look.QUIET, icon="ph.intersect")
        self._pairs, self._is_empty = 0, False
        self.bring = Button(theme, "Import…", icon="ph.upload-simple")
        self.new = Button(theme, "Add client", Look.PRIMARY, icon="ph.plus", key=shown("Ctrl+N"))
        self.more.wanted.connect(self.wanted)
        self.bring.clicked.connect(lambda: self.wanted.emit("import"))
        self.week.clicked.connect(lambda: self.wanted.emit("week"))
        self.doubles.clicked.connect(lambda: self.wanted.emit("duplicates"))
        self.new.clicked.connect(lambda: self.wanted.emit("new"))
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(ASIDE), 0, px(ASIDE), 1)
        row.setSpacing(px(GAP))
        row.addWidget(self.title)
        row.addSpacing(px(ASIDE - 2 * GAP))
        self.search.setMinimumWidth(px(FIND))
        row.addWidget(self.search, 1)
        for part in (self.filter, self.columns, self.week, self.doubles):
            row.addWidget(part)
        row.addWidget(self.chips, 4)
        row.addStretch(0)
        for last in (self.more, self.bring, self.new):
            row.addWidget(last)
        self.setFixedHeight(px(HEIGHT))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the page be narrow."""
        return QSize(0, self.height())

    def show_pairs(self, count: int) -> None:
        """Say how many pairs of clients may be one; none is not said."""
        self._pairs = count
        words = "1 duplicate" if count == 1 else f"{count:,} duplicates"
        self.doubles.setText(words)
        self.doubles.setAccessibleName(words)
        self.doubles.updateGeometry()
        self._level = -1
        self._fold()

    def show_empty(self, *, is_empty: bool) -> None:
        """Leave out what needs clients, and the page's one primary button to the page itself."""
        if is_empty == self._is_empty:
            return
        self._is_empty, self._level = is_empty, -1
        self.new.set_look(Look.PLAIN if is_empty else Look.PRIMARY)
        for part in (self.search, self.filter, self.more):
            part.setVisible(not is_empty)
        self._fold()

    def refold(self) -> None:
        """Fold anew after filters came or went."""
        keep_in_order((self.doubles, *self.chips.stops, self.more))
        self._fold()

    def _fold(self) -> None:
        room = self.width() - 2 * self._theme.px(ASIDE)
        levels = (WIDE, MIDDLE, NARROW)
        level = next((n for n in levels if self._needed(n) <= room), NARROWEST)
        if level == self._level:
            return
        self._level = level
        self.more.folded = level > MIDDLE
        is_full = not self._is_empty
        self.doubles.setVisible(is_full and bool(self._pairs) and level == WIDE)
        self.bring.setVisible(is_full and level <= MIDDLE)
        self.week.setVisible(is_full and level <= NARROW)
        self.columns.setVisible(is_full and level <= NARROW)

    def _needed(self, level: int) -> int:
        px = self._theme.px
        parts: list[QWidget] = [self.title, self.filter, self.more, self.new]
        parts += [self.columns, self.week] if level <= NARROW else []
        parts += [self.bring] if level <= MIDDLE else []
        parts += [self.doubles] if level == WIDE and self._pairs else []
        chips = self.chips.least
        wide = sum(part.sizeHint().width() for part in parts)
        return wide + px(GAP) * (len(parts) + 2) + px(FIND) + chips
