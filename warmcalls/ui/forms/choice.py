"""One of a few, each a row with a circle, an icon, a name and a sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QSizePolicy, QVBoxLayout

from warmcalls.ui import icons
from warmcalls.ui.components import key_hint
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """What one choice says.

    Attributes:
        icon: a Phosphor name.
        key: the key that chooses it, shown at the right; may be empty.
    """

    name: str
    sentence: str
    icon: str
    key: str = ""


def paint_circle(painter: QPainter, centre: QPointF, theme: Theme, *, chosen: bool) -> None:
    """Draw the circle of a choice: filled with text colour when it is chosen."""
    tokens, radius = theme.tokens, theme.px(8) - 0.5
    painter.setPen(QPen(tokens.colour("text" if chosen else "control"), 1.2))
    painter.setBrush(tokens.colour("text" if chosen else "surface"))
    painter.drawEllipse(centre, radius, radius)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("surface"))
        painter.drawEllipse(centre, theme.px(3), theme.px(3))


class ChoiceRow(QRadioButton):
    """One row of a list of choices."""

    def __init__(self, theme: Theme, choice: Choice, place: str) -> None:
        super().__init__(choice.name)
        self._theme, self._choice, self._place = theme, choice, place
        self.setAccessibleName(choice.name)
        self.setAccessibleDescription(choice.sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return the height of two lines, as wide as the list is."""
        return QSize(self._theme.px(320), self._theme.px(64))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: the sentence is elided."""
        return QSize(self._theme.px(200), self._theme.px(64))

    def hitButton(self, pos: object) -> bool:
        """Take a click anywhere in the row."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, circle, icon, words, key and ring."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        tokens, px, middle = self._theme.tokens, self._theme.px, self.height() / 2
        centre = QPointF(px(24), middle)
        paint_circle(painter, centre, self._theme, chosen=self.isChecked())
        where = QRectF(px(48), middle - px(10), px(20), px(20))
        icons.paint(painter, self._choice.icon, where, tokens.colour("text2"))
        self._paint_words(painter)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint_ring(painter, ring, QPen(tokens.colour("text")), 8)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        """Fill the row, rounded where the list is."""
        role = "selected" if self.isChecked() else "hover" if self.underMouse() else "surface"
        path = QPainterPath()
        area = QRectF(self.rect())
        path.addRoundedRect(area, 9, 9)
        flat = area.adjusted(0, 0 if self._place != "top" else 12, 0, 0)
        flat.setBottom(area.bottom() - (12 if self._place == "bottom" else 0))
        path.addRect(flat)
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(path, self._theme.tokens.colour(role))
        if self._place != "bottom":
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._line())

    def _line(self) -> QColor:
        return self._theme.tokens.colour("line")

    def _paint_words(self, painter: QPainter) -> None:
        theme, px, middle = self._theme, self._theme.px, self.height() / 2
        right = px(16)
        if self._choice.key:
            wide = key_hint.width_of(self._choice.key, theme)
            at = QRectF(self.width() - px(16) - wide, 0, wide, self.height())
            quiet = theme.tokens.colour("text3")
            key_hint.paint_key(painter, at, self._choice.key, theme, quiet, self._line())
            right += wide + px(8)
        room = QRectF(px(84), middle - px(18), self.width() - px(84) - right, px(18))
        lines = ((self._choice.name, True, "text"), (self._choice.sentence, False, "text2"))
        for words, bold, role in lines:
            painter.setFont(theme.font(13, semibold=bold))
            painter.setPen(theme.tokens.colour(role))
            fits = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fits)
            room.translate(0, px(18))


class ChoiceList(QFrame):
    """Rows in one frame; arrows move between them, one is always chosen.

    Attributes:
        changed: another one is chosen.
        submitted: Enter was pressed on one.
    """

    changed = Signal(int)
    submitted = Signal()

    def __init__(self, theme: Theme, choices: list[Choice], name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for number, choice in enumerate(choices):
            place = "top" if number == 0 else "bottom" if number == len(choices) - 1 else "middle"
            row = ChoiceRow(theme, choice, place)
            self.group.addButton(row, number)
            column.addWidget(row)
        self.group.button(0).setChecked(True)
        self.setFocusProxy(self.group.button(0))
        self.group.idToggled.connect(self._toggled)

    @property
    def chosen(self) -> int:
        """The number of the chosen row, from 0."""
        return self.group.checkedId()

    def choose(self, number: int) -> None:
        """Choose a row."""
        self.group.button(number).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame round the rows."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.colour("control"), 1))
        painter.setBrush(self._theme.tokens.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()

    def _toggled(self, number: int, on: bool) -> None:  # noqa: FBT001  Qt's signal
        if on:
            self.setFocusProxy(self.group.button(number))
            self.changed.emit(number)
