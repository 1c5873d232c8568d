"""What Today has no button for, in a menu: the pages that belong to its list."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from warmcalls.ui import icons
from warmcalls.ui.commands import PAGE, by_id, shown
from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.theme import Theme

WORDS: Final = {"ranking": "Ranking: promised and kept", "fees": "Briefs and fees"}


class MoreButton(MenuButton):
    """The way to pages that the rail does not have.

    Attributes:
        wanted: the id of a page.
        why_wanted: why the chosen client stands where it stands.
    """

    wanted = Signal(str)
    why_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More", icon="ph.dots-three-bold", bare=True)

    def make_menu(self) -> QMenu:
        """Return the menu."""
        menu, ink = QMenu(self), self._theme.tokens.text2
        why = by_id("why_here")
        asks = menu.addAction(icons.icon(why.icon, ink), f"{why.name}\t{shown(why.shortcut)}")
        asks.triggered.connect(self.why_wanted)
        menu.addSeparator()
        for page, words in WORDS.items():
            command = by_id(f"{PAGE}{page}")
            text = f"{words}\t{shown(command.shortcut)}"
            action = menu.addAction(icons.icon(command.icon, ink), text)
            action.triggered.connect(lambda _=False, to=page: self.wanted.emit(to))
        return menu
