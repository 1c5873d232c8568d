"""The Filter button of the Clients page: a menu of quick filters, and the way to all of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from warmcalls.domain.client_query import Question
from warmcalls.ui import icons
from warmcalls.ui.clients.filters.quick import Offer, holds, parts, turned
from warmcalls.ui.components.quiet_menu_button import QuietMenuButton
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.saved_views import Choices


class FilterMenu(QuietMenuButton):
    """Sets and takes away filters.

    Attributes:
        asked: the question as it is now.
        more_wanted: the sheet with every column is wanted.
    """

    asked = Signal(object)
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Filter", "ph.funnel")
        self._question = Question()
        self._choices: Choices | None = None

    def show_question(self, question: Question) -> None:
        """Show what is asked."""
        self._question = question

    def set_choices(self, choices: "Choices") -> None:
        """Offer the values that are used."""
        self._choices = choices

    def make_menu(self) -> QMenu:
        """Return the menu, a part a column."""
        menu, theme = QMenu(self), self._theme
        for head, offers in parts(self._choices) if self._choices else []:
            part = menu.addMenu(head)
            part.setFont(theme.font(13))
            for offer in offers:
                self._add(part, offer)
        menu.addSeparator()
        sliders = icons.icon("ph.sliders-horizontal", theme.tokens.text2)
        menu.addAction(sliders, "All filters…").triggered.connect(self.more_wanted)
        if self._question.where:
            cross = icons.icon("ph.x", theme.tokens.text2)
            clear = menu.addAction(cross, "Clear all")
            clear.triggered.connect(self._clear)
        return menu

    def _add(self, part: QMenu, offer: Offer) -> None:
        action = part.addAction(offer.words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(holds(self._question, offer))
        action.triggered.connect(lambda: self.asked.emit(turned(self._question, offer)))

    def _clear(self) -> None:
        self.asked.emit(Question(self._question.text, (), self._question.order))
