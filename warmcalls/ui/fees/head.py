"""The head of the page: its name, the find field, and what can be added."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from warmcalls.ui import icons
from warmcalls.ui.commands import shown
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.find_field import FindField
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.theme import Theme

MORE: Final = {
    "rates": ("Exchange rates…", "ph.arrows-left-right"),
    "months": ("Month figures (four Cs)…", "ph.calendar-check"),
    "credit": ("Credit note…", "ph.arrow-u-down-left"),
}


class MoreButton(MenuButton):
    """What else can be typed in.

    Attributes:
        wanted: one of `MORE`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More", icon="ph.dots-three")
        self.show_choice("More")
        self.setAccessibleName("More")

    def _room(self, words: str) -> int:
        return super()._room(words) + self._theme.px(2)

    def make_menu(self) -> QMenu:
        """Return the menu of what else there is."""
        menu, ink = QMenu(self), self._theme.tokens.text2
        for name, (words, icon) in MORE.items():
            action = menu.addAction(icons.icon(icon, ink), words)
            action.triggered.connect(lambda _=False, what=name: self.wanted.emit(what))
        return menu


class Head(QWidget):
    """Name and find field, and at the right what can be added, the primary last."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self.setFixedHeight(px(60))
        self.search = FindField(theme, "Client, job, person or number")
        self.more = MoreButton(theme)
        self.brief = Button(theme, "New brief", icon="ph.plus")
        self.placement = Button(
            theme, "New placement", Look.PRIMARY, icon="ph.plus", key=shown("Ctrl+N")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.setSpacing(px(8))
        row.addWidget(PlainLabel(theme, "Briefs and fees", size=17, semibold=True))
        row.addSpacing(px(12))
        row.addWidget(self.search, 1)
        row.addStretch(1)
        for part in (self.more, self.brief, self.placement):
            row.addWidget(part)
