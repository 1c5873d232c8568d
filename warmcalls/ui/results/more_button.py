"""What the page head has no button for, in a menu."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from warmcalls.ui import icons
from warmcalls.ui.commands import shown
from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warmcalls.ui.components.filter_button import FilterButton

DEEDS: Final = {
    "statement": ("Statement", "ph.file-text", ""),
    "fees": ("Briefs and fees…", "ph.receipt", "Ctrl+6"),
    "ranking": ("Ranking: promised and kept", "ph.target", "Ctrl+7"),
    "months": ("Month figures…", "ph.calendar-check", ""),
    "copy": ("Copy", "ph.copy", "Ctrl+C"),
    "print": ("Print…", "ph.printer", "Ctrl+P"),
}
"""Words, icon and key of each."""


class MoreButton(MenuButton):
    """Deeds, and filters that have no room beside the others.

    Attributes:
        wanted: one of `DEEDS`.
        folded: the deeds that have a button where there is room, and have none now.
        filters: those that stand in the menu now.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More", icon="ph.dots-three-bold", bare=True)
        self.folded: Sequence[str] = ()
        self.filters: Sequence[FilterButton] = ()

    def make_menu(self) -> QMenu:
        """Return the menu."""
        menu, ink = QMenu(self), self._theme.tokens.text2
        for button in self.filters:
            choices = button.make_menu()
            choices.setFont(self._theme.font(13))
            choices.setTitle(button.accessibleName().partition(":")[0])
            menu.addMenu(choices)
            menu.destroyed.connect(choices.deleteLater)
        if self.filters:
            menu.addSeparator()
        for name, (words, icon, key) in DEEDS.items():
            if name == "statement" and name not in self.folded:
                continue
            text = f"{words}\t{shown(key)}" if key else words
            action = menu.addAction(icons.icon(icon, ink), text)
            action.triggered.connect(lambda _=False, what=name: self.wanted.emit(what))
        return menu
