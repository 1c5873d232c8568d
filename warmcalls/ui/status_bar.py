"""The bar at the foot: how fresh each feed is, screening, the last backup."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.ui import icons
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme

HEIGHT: Final = 28
ROLES: Final = {"quiet": "text2", "notice": "notice", "bad": "bad"}


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One thing the bar says; a state that is not quiet has its word in the text."""

    icon: str
    text: str
    state: Literal["quiet", "notice", "bad"] = "quiet"


class _Icon(QWidget):
    """An icon in the colour of its state."""

    def __init__(self, theme: Theme, name: str, role: str) -> None:
        super().__init__()
        self._theme, self._name, self._role = theme, name, role
        self.setFixedSize(theme.px(14), theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        del event
        painter = QPainter(self)
        colour = self._theme.tokens.colour(self._role)
        icons.paint(painter, self._name, QRectF(self.rect()), colour)
        painter.end()


class StatusBar(QWidget):
    """One line of 28 px; what has no room ends in an ellipsis, and a tooltip says it all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._line = QWidget()
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Status")
        self.setFixedHeight(theme.px(HEIGHT))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Rule(theme))
        self._column.addWidget(self._line, 1)

    def show_items(self, items: Sequence[StatusItem], right: StatusItem | None = None) -> None:
        """Say these things, from the left; `right` stands at the right edge."""
        old, self._line = self._line, QWidget()
        px = self._theme.px
        row = QHBoxLayout(self._line)
        row.setContentsMargins(px(20), 0, px(20), 0)
        row.setSpacing(px(24))
        for item in items:
            row.addLayout(self._item(item))
        row.addStretch(1)
        if right is not None:
            row.addLayout(self._item(right))
        self._column.replaceWidget(old, self._line)
        old.hide()
        old.deleteLater()
        said = [*items, right] if right is not None else items
        self.setAccessibleDescription(". ".join(item.text for item in said))

    def _item(self, item: StatusItem) -> QHBoxLayout:
        role = ROLES[item.state]
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        row.addWidget(_Icon(self._theme, item.icon, role))
        row.addWidget(ElidedLabel(self._theme, item.text, size=11, role=role))
        return row
