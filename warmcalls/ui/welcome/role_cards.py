"""Recruiter, marketer or owner: three cards, one chosen."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from warmcalls.domain.clients import Role
from warmcalls.ui import icons
from warmcalls.ui.forms.choice import Choice, paint_circle
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

ROLES: Final = {
    Role.RECRUITER: Choice("Recruiter", "I ring clients, and say what came of it.", "phone-call"),
    Role.MARKETER: Choice("Marketer", "I bring people in, for others to ring.", "megaphone-simple"),
    Role.OWNER: Choice("Owner", "I pay for both, and want it back.", "chart-bar"),
}


class RoleCard(QRadioButton):
    """One card: circle, icon, name, and two lines on what it means."""

    def __init__(self, theme: Theme, choice: Choice) -> None:
        super().__init__(choice.name)
        self._theme, self._choice = theme, choice
        self.setAccessibleName(choice.name)
        self.setAccessibleDescription(choice.sentence)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the height of three lines."""
        return QSize(self._theme.px(180), self._theme.px(84))

    def hitButton(self, pos: object) -> bool:
        """Take a click anywhere on the card."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        theme, px = self._theme, self._theme.px
        ink = theme.tokens.colour("text")
        paint_circle(painter, QPointF(px(21), px(22)), theme, chosen=self.isChecked())
        icons.paint(painter, self._choice.icon, QRectF(px(37), px(13), px(18), px(18)), ink)
        painter.setPen(ink)
        painter.setFont(theme.font(13, semibold=True))
        name = QRectF(px(62), px(12), self.width() - px(70), px(20))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._choice.name)
        painter.setFont(theme.font(13))
        painter.setPen(theme.tokens.colour("text2"))
        room = QRectF(px(13), px(36), self.width() - px(22), self.height() - px(40))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self._choice.sentence)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, area = self._theme.tokens, QRectF(self.rect())
        role = "selected" if self.isChecked() else "hover" if self.underMouse() else "surface"
        painter.setBrush(tokens.colour(role))
        painter.setPen(QPen(tokens.colour("text" if self.isChecked() else "control"), 1))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        if self.hasFocus():
            paint_ring(painter, area, QPen(tokens.colour("text")), 10)


class RoleCards(QWidget):
    """The three cards beside each other; arrows move between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("What you do")
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for number, choice in enumerate(ROLES.values()):
            card = RoleCard(theme, choice)
            self.group.addButton(card, number)
            row.addWidget(card, 1)
        self.group.button(0).setChecked(True)

    @property
    def role(self) -> Role:
        """The role of the chosen card."""
        return list(ROLES)[self.group.checkedId()]

    def choose(self, role: Role) -> None:
        """Choose a card."""
        self.group.button(list(ROLES).index(role)).setChecked(True)
