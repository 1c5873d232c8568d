"""A filter of the page head: one of several values, or all."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.theme import Theme

Choice = tuple[object, str]


class FilterButton(MenuButton):
    """One of several values, as "Channel All".

    Args:
        theme: gives colours and face.
        name: what it filters by.
        choices: values and their words; the first is chosen.

    Attributes:
        chosen: a person chose a value.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, choices: Sequence[Choice]) -> None:
        super().__init__(theme, name)
        self._choices = list(choices)
        self._value = self._choices[0][0] if choices else None
        self.set_choices(choices)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._value

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other values; what is chosen stays where it is still offered."""
        self._choices = list(choices)
        if self._value not in [value for value, _ in self._choices]:
            self._value = self._choices[0][0] if self._choices else None
        self.set_value(self._value)

    def set_value(self, value: object) -> None:
        """Show a value as chosen, without telling."""
        self._value = value
        self.show_choice(next((words for each, words in self._choices if each == value), ""))

    def choose(self, value: object) -> None:
        """Choose a value, and tell."""
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def make_menu(self) -> QMenu:
        """Return the menu of values, the chosen one ticked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for value, words in self._choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            group.addAction(action)
            action.triggered.connect(lambda _=False, to=value: self.choose(to))
        return menu
