"""The heads of the table of clients: moved, resized, sorted by, shown and hidden."""

import json
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from warmcalls.domain.client_columns import BY_ID, COLUMNS, SHOWN
from warmcalls.ui import icons
from warmcalls.ui.clients.table.delegate import EDGE, PAD
from warmcalls.ui.clients.table.model import PLACE, ClientModel
from warmcalls.ui.clients.table.widths import (
    GROWS,
    LEAST,
    NAME_LEAST,
    NARROWEST,
    WIDEST,
    share,
)
from warmcalls.ui.theme import Theme

HIGH: Final = 30
ARROW: Final = 9


class ClientHead(QHeaderView):
    """Names of columns; a drag moves or resizes, a click sorts, a right click chooses.

    Attributes:
        sort_wanted: a head was clicked: the column's id.
        settled: a person moved, resized, showed or hid columns.
        fit_wanted: the divider after a column was double-clicked: the column's id.
        room: how wide the cells are in view.
        covered: how wide the part at the left is where the first head stays in view.
    """

    sort_wanted = Signal(str)
    settled = Signal()
    fit_wanted = Signal(str)

    def __init__(self, theme: Theme, model: ClientModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._columns = theme, model
        self._widths: dict[str, int] = {}
        self._needed: dict[str, int] = {}
        self._is_pressed = self._is_busy = False
        self._before: dict[str, int] = {}
        self.covered: Callable[[], int] = lambda: 0
        self.room = 0
        self.setFixedHeight(theme.px(HIGH))
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.px(NARROWEST))
        self.setAccessibleName("Columns of the table of clients")
        self.sectionClicked.connect(lambda place: self.sort_wanted.emit(COLUMNS[place].id))
        self.sectionHandleDoubleClicked.connect(self._ask_fit)
        self.sectionMoved.connect(self._moved)
        self.sectionResized.connect(self._resized)
        model.columns_set.connect(self.arrange)

    def show_order(self, column: str, *, descending: bool) -> None:
        """Point out what is sorted by."""
        self._columns.order = (column, descending)
        self.viewport().update()

    def arrange(self) -> None:
        """Show the model's columns in their order."""
        if self.count() == 0:
            return
        self._is_busy = True
        shown = [PLACE[column] for column in self._columns.columns]
        for to, place in enumerate(shown):
            self.setSectionHidden(place, False)
            self.moveSection(self.visualIndex(place), to)
        for place in set(range(self.count())) - set(shown):
            self.setSectionHidden(place, True)
        self._is_busy = False
        self.share_room()

    def fit_room(self, room: int) -> None:
        """Share the room where it is another than it was."""
        if room != self.room:
            self.room = room
            self.share_room()

    def share_room(self) -> None:
        """Give every column its width; those nobody resized give way to fit, or grow a little."""
        before, self._is_busy = self._is_busy, True  # the columns may be arranged just now
        for column, width in self._shared().items():
            self.resizeSection(PLACE[column], width)
        self._is_busy = before

    def need(self, column: str, words: int) -> None:
        """Let a column whose width nobody gave have room for words that it would cut, soon."""
        room = min(words + self._theme.px(2 * PAD), self._theme.px(WIDEST))
        if column not in self._widths and room > self._needed.get(column, 0):
            self._needed[column] = room
            QTimer.singleShot(0, self, self.share_room)

    def fit(self, column: str, words: int) -> None:
        """Make a column wide enough for its head and for words, in pixels of the screen."""
        px = self._theme.px
        edge = EDGE if self._columns.columns[0] == column else PAD
        self.set_width(column, max(words + px(edge + PAD), self._named(column)))

    def set_width(self, column: str, width: int) -> None:
        """Give a column a width, in pixels of the screen."""
        room = min(max(width, self._theme.px(NARROWEST)), self._theme.px(WIDEST))
        self._widths[column] = round(room / self._theme.scale)
        self.share_room()
        self.settled.emit()

    def kept(self) -> str:
        """Return columns, their order and the widths that a person gave, as JSON."""
        return json.dumps({"columns": self._columns.columns, "widths": self._widths})

    def restore(self, said: str | bytes) -> None:
        """Take a state that was kept; what is not understood is left as it is."""
        try:
            kept = json.loads(said)
        except (ValueError, TypeError, RecursionError):
            return
        if not isinstance(kept, dict):
            return
        self._widths = _widths(kept.get("widths"))
        said_columns = kept.get("columns")
        columns = said_columns if isinstance(said_columns, list) else []
        known = [each for each in columns if isinstance(each, str) and each in BY_ID]
        if known:
            self._columns.set_columns(known)
        self.share_room()

    def as_at_first(self) -> None:
        """Show the columns and widths that were there before anybody chose."""
        self._widths = {}
        self._columns.set_columns(SHOWN)
        self.share_room()
        self.settled.emit()

    def _shared(self) -> dict[str, int]:
        """Return the width of every column, in pixels of the screen."""
        px, shown = self._theme.px, self._columns.columns
        wanted = {column: px(self._widths.get(column, BY_ID[column].width)) for column in shown}
        free = [column for column in shown if column not in self._widths]
        wanted |= {column: max(wanted[column], self._needed.get(column, 0)) for column in free}
        least = {column: min(self._least(column), wanted[column]) for column in free}
        grows = {column: px(GROWS[column]) for column in free if column in GROWS}
        return share(self.room, wanted, least, grows, px(NAME_LEAST))

    def _least(self, column: str) -> int:
        """Return the width a column keeps: that of its head at least."""
        usual = self._theme.px(LEAST.get(column, BY_ID[column].width))
        return max(self._named(column), usual, self._needed.get(column, 0))

    def _named(self, column: str) -> int:
        """Return the room a head's words take."""
        face = QFontMetricsF(self._theme.font(11, semibold=True))
        words = round(face.horizontalAdvance(BY_ID[column].head)) + 1
        beside = 2 * PAD if BY_ID[column].is_right else PAD + ARROW + 1
        return words + self._theme.px(beside)

    def _moved(self, _place: int, _before: int, _after: int) -> None:
        if self._is_busy:
            return
        places = [self.logicalIndex(each) for each in range(self.count())]
        self._columns.set_columns(
            [COLUMNS[place].id for place in places if not self.isSectionHidden(place)]
        )
        self.settled.emit()

    def _resized(self, place: int, _before: int, after: int) -> None:
        """Remember a width that a person gave."""
        if self._is_pressed and not self._is_busy:
            self._widths[COLUMNS[place].id] = round(after / self._theme.scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Know that what follows is done by a person; the head that stays sorts."""
        if event.position().x() < self.covered():
            if event.button() == Qt.MouseButton.LeftButton:
                self.sort_wanted.emit(self._columns.columns[0])
            return
        self._is_pressed = True
        self._before = dict(self._widths)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that a person has resized."""
        super().mouseReleaseEvent(event)
        self._is_pressed = False
        if self._widths != self._before:
            self.settled.emit()

    def _ask_fit(self, place: int) -> None:
        self.fit_wanted.emit(COLUMNS[place].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose columns."""
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        event.accept()

    def make_menu(self) -> QMenu:
        """Return the menu that shows and hides columns; the name always stays."""
        menu, shown = QMenu(self), self._columns.columns
        menu.setFont(self._theme.font(13))
        for column in COLUMNS:
            action = menu.addAction(column.head)
            action.setCheckable(True)
            action.setChecked(column.id in shown)
            action.setEnabled(column.id != "name")
            action.toggled.connect(self._turner(column.id))
        menu.addSeparator()
        menu.addAction("As they were at first").triggered.connect(self.as_at_first)
        return menu

    def _turner(self, column: str) -> Callable[[bool], None]:
        def turn(shown: bool) -> None:  # noqa: FBT001  a slot
            others = [each for each in self._columns.columns if each != column]
            self._columns.set_columns([*others, column] if shown else others)
            self.settled.emit()

        return turn

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heads, the ground beside them, and the first over what has scrolled under it."""
        super().paintEvent(event)
        self._paint_rest()
        wide = self.covered()
        if wide:
            painter = QPainter(self.viewport())
            room = QRect(0, 0, wide, self.height())
            self.paintSection(painter, room, self.logicalIndex(0))
            edge = self._theme.tokens.colour("control")
            painter.fillRect(QRect(wide - 1, 0, 1, self.height()), edge)
            painter.end()

    def _paint_rest(self) -> None:
        left = self.length() - self.offset()
        wide = self.viewport().width() - left
        if wide > 0:
            painter, high = QPainter(self.viewport()), self.height()
            painter.fillRect(left, 0, wide, high, self._theme.tokens.colour("sunken"))
            painter.fillRect(left, high - 1, wide, 1, self._theme.tokens.colour("line"))
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Draw a name, and an arrow where it is sorted by."""
        tokens, px, column = self._theme.tokens, self._theme.px, COLUMNS[logicalIndex]
        area = QRectF(rect)
        painter.fillRect(area, tokens.colour("sunken"))
        low = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(low, tokens.colour("line"))
        first = self.visualIndex(logicalIndex) == 0
        is_sorted = self._columns.order[0] == column.id
        tight = px(1 if is_sorted else PAD)  # the arrow takes of the room beside the words
        before = tight if column.is_right else px(PAD)
        room = area.adjusted(px(EDGE) if first else before, 0, -tight, -1)
        arrow = px(ARROW) if is_sorted else 0
        face = QFontMetricsF(self._theme.font(11, semibold=True))
        cut = Qt.TextElideMode.ElideRight
        said = face.elidedText(column.head, cut, room.width() - arrow)
        wide = face.horizontalAdvance(said)
        left = room.right() - wide - arrow if column.is_right else room.left()
        painter.setFont(self._theme.font(11, semibold=True))
        painter.setPen(tokens.colour("text" if is_sorted else "text2"))
        words = QRectF(left, room.top(), wide + 1, room.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, said)
        if is_sorted:
            name = "ph.arrow-down" if self._columns.order[1] else "ph.arrow-up"
            box = QRectF(words.right(), room.center().y() - arrow / 2, arrow, arrow)
            icons.paint(painter, name, box, tokens.colour("text"))


def _widths(kept: Any) -> dict[str, int]:
    """Return the widths that can be right."""
    if not isinstance(kept, dict):
        return {}
    return {
        column: width
        for column, width in kept.items()
        if column in BY_ID and type(width) is int and NARROWEST <= width <= WIDEST
    }
