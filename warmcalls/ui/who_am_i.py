"""Who am I: initials, name and role at the foot of the rail, and a menu of the others."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from warmcalls.domain.clients import Person
from warmcalls.ui import icons
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HEIGHT: Final = 58
CIRCLE: Final = 28


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class WhoAmI(QAbstractButton):
    """A button that says who is working, and opens a menu where there are several."""

    person_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._me: Person | None = None
        self._people: tuple[Person, ...] = ()
        self.folded = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)
        self.show_people((), None)

    def sizeHint(self) -> QSize:
        """Return its height; it takes what width there is."""
        return QSize(self._theme.px(HEIGHT), self._theme.px(HEIGHT))

    def show_people(self, people: Sequence[Person], me: Person | None) -> None:
        """Show who I am, and keep who else I could be."""
        self._people, self._me = tuple(people), me
        self.setEnabled(self._several)
        policy = Qt.FocusPolicy.StrongFocus if self._several else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self._describe()
        self.update()

    def fold(self, folded: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters
        """Show the initials alone."""
        self.folded = folded
        self._describe()
        self.update()

    def menu(self) -> QMenu:
        """Return the menu of people, the one who works ticked."""
        menu = QMenu(self)
        menu.setFont(self._theme.font(13))
        for person in self._people:
            action = menu.addAction(person.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(person == self._me)
            action.triggered.connect(lambda _=False, who=person: self.person_chosen.emit(who))
        return menu

    @property
    def _several(self) -> bool:
        return any(person != self._me for person in self._people)

    def _describe(self) -> None:
        said = f"{self._me.name}, {self._role()}" if self._me else "Nobody chosen"
        self.setAccessibleName(f"Working as {said}" if self._me else said)
        self.setToolTip(plain_tip(said) if self.folded else "")

    def _role(self) -> str:
        return self._me.role.value.capitalize() if self._me else ""

    def _open(self) -> None:
        menu = self.menu()
        menu.setMinimumWidth(self._theme.px(160))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.mapToGlobal(QPoint(self._theme.px(8), 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle, the words, and what says that there is a menu."""
        del event
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.fillRect(self.rect(), tokens.colour("hover"))
        if self._me:
            self._paint_circle(painter, self._me.name)
            if not self.folded:
                self._paint_words(painter, self._me.name)
        if self.hasFocus():
            area = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            paint_ring(painter, area, QPen(tokens.colour("text")), 6)
        painter.end()

    def _paint_circle(self, painter: QPainter, name: str) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        side = px(CIRCLE)
        left = (self.width() - side) // 2 if self.folded else px(20)
        circle = QRectF(left + 0.5, (self.height() - side) // 2 + 0.5, side - 1, side - 1)
        painter.setPen(QPen(tokens.colour("control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setPen(tokens.colour("text2"))
        painter.setFont(self._theme.font(11, semibold=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(name))

    def _paint_words(self, painter: QPainter, name: str) -> None:
        px, tokens, middle = self._theme.px, self._theme.tokens, self.height() // 2
        end = self.width() - px(12)
        if self._several:
            end -= px(20)
            place = QRectF(end + px(6), middle - px(7), px(14), px(14))
            icons.paint(painter, "ph.caret-down", place, tokens.colour("text2"))
        lines = ((name, 13, "text", middle - px(18)), (self._role(), 11, "text3", middle))
        for text, size, role, top in lines:
            painter.setFont(self._theme.font(size))
            painter.setPen(tokens.colour(role))
            room = QRectF(px(58), top, end - px(58), px(18))
            fits = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fits)
