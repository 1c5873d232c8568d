"""A quiet button with an icon and a word that opens a menu."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from warmcalls.ui.components.buttons import ENTERS, Button, Look
from warmcalls.ui.theme import Theme


class QuietMenuButton(Button):
    """Opens a menu under itself, by click, Enter or Down.

    Args:
        theme: gives colours and face.
        text: what it is about.
        icon: a Phosphor name.
    """

    def __init__(self, theme: Theme, text: str, icon: str) -> None:
        super().__init__(theme, text, Look.QUIET, icon=icon)
        self.clicked.connect(self.open)

    def make_menu(self) -> QMenu:
        """Return the menu; each kind of button makes its own."""
        raise NotImplementedError

    def open(self) -> None:
        """Open the menu under the button."""
        menu = self.make_menu()
        menu.setFont(self._theme.font(13))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + self._theme.px(4))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Down, too."""
        if event.key() == Qt.Key.Key_Down or event.key() in ENTERS:
            self.open()
            event.accept()
        else:
            super().keyPressEvent(event)
