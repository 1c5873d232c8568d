"""The foot of a table: what is chosen, and what can be done about it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.theme import Theme

HEIGHT: Final = 48


class DeedBar(QWidget):
    """Names the chosen row and shows the buttons that do something for it.

    Args:
        theme: the theme.
        deeds: id, words and icon of each button.

    Attributes:
        wanted: the id of a deed.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, deeds: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        px = theme.px
        self.setFixedHeight(px(HEIGHT))
        self.chosen = ElidedLabel(theme, role="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(8), 0)
        row.setSpacing(px(4))
        row.addWidget(self.chosen, 1)
        self.buttons: dict[str, Button] = {}
        for name, words, icon in deeds:
            button = Button(theme, words, Look.QUIET, icon=icon)
            button.clicked.connect(lambda _=False, what=name: self.wanted.emit(what))
            self.buttons[name] = button
            row.addWidget(button)
        self.offer("", ())

    def offer(self, chosen: str, deeds: Sequence[str]) -> None:
        """Name what is chosen and show what can be done about it."""
        self.chosen.setText(chosen)
        for name, button in self.buttons.items():
            button.setVisible(name in deeds)
