"""Which columns the table of clients shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from warmcalls.domain.client_columns import COLUMNS, SHOWN
from warmcalls.ui.components.quiet_menu_button import QuietMenuButton
from warmcalls.ui.theme import Theme

NAME = "name"


class ColumnMenu(QuietMenuButton):
    """Shows and hides columns; the name always stays.

    Attributes:
        chosen: the ids of the columns to show, in their order.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Columns", "ph.columns")
        self._shown: tuple[str, ...] = SHOWN

    def show_columns(self, columns: Sequence[str]) -> None:
        """Take notice of what is shown."""
        self._shown = tuple(columns)

    def make_menu(self) -> QMenu:
        """Return the menu of all columns."""
        menu = QMenu(self)
        for column in COLUMNS:
            action = menu.addAction(column.head)
            action.setCheckable(True)
            action.setChecked(column.id in self._shown)
            action.setEnabled(column.id != NAME)
            action.triggered.connect(lambda _=False, name=column.id: self._turn(name))
        menu.addSeparator()
        menu.addAction("As they were at first").triggered.connect(lambda: self.chosen.emit(SHOWN))
        return menu

    def _turn(self, name: str) -> None:
        if name in self._shown:
            shown = tuple(each for each in self._shown if each != name)
        else:
            shown = (*self._shown, name)
        self.chosen.emit(shown)
