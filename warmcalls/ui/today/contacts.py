"""The contacts on the call card: name, number, screening, Dial."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from warmcalls.ui import icons
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.painted_text import paint_text
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.contact_lines import ContactLine
from warmcalls.ui.today.key import Link

FIRST: Final = 44
OTHER: Final = 30
MOST: Final = 4
NUMBERS_AT: Final = 0.3


class ContactRow(QWidget):
    """One line; the first has two lines and the primary button."""

    dialled = Signal(str)

    def __init__(self, theme: Theme, *, first: bool) -> None:
        super().__init__()
        self._theme, self._first = theme, first
        self._line = ContactLine("")
        look = Look.PRIMARY if first else Look.QUIET
        key = "Enter" if first else ""
        self._dial = Button(
            theme, "Dial", look, icon="ph.phone", key=key, small=not first, parent=self
        )
        self._dial.clicked.connect(self.dial)
        self.setFixedHeight(theme.px(FIRST if first else OTHER))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return its height; it takes what width there is."""
        return QSize(self._theme.px(400), self.height())

    def show_line(self, line: ContactLine) -> None:
        """Show another person."""
        self._line = line
        self._dial.setVisible(bool(line.dial))
        self._dial.setAccessibleName(f"Dial {line.name}, {line.number}")
        self.setToolTip(plain_tip(line.tip) if line.tip else "")
        parts = (line.name, line.role, line.number, line.label, *line.times[:1], line.note)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def dial(self) -> None:
        """Ring the number, where somebody may."""
        if self._line.dial:
            self.dialled.emit(self._line.dial)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right."""
        super().resizeEvent(event)
        size = self._dial.sizeHint()
        self._dial.setGeometry(
            self.width() - size.width(),
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        del event
        painter, px, line = QPainter(self), self._theme.px, self._line
        start = max(round(self.width() * NUMBERS_AT), px(150))
        end = self.width() - self._dial.sizeHint().width() - px(12)
        half = self.height() / 2 if self._first else self.height()
        name = QRectF(0, 0, start - px(12), half)
        role = "text3" if line.objected else "text"
        paint_text(painter, name, line.name, self._theme, role, bold=self._first)
        if self._first:
            paint_text(painter, name.translated(0, half), line.role, self._theme, "text2")
        numbers = QRectF(start, 0, end - start, half)
        used = paint_text(painter, numbers, line.number, self._theme, "text")
        label = line.label if self._first or not line.role else line.role
        after = numbers.adjusted(used + (px(6) if used else 0), 0, 0, 0)
        used = paint_text(painter, after, "" if line.objected else label, self._theme, "text3")
        if self._first:
            below = numbers.translated(0, half)
            used = self._paint_times(painter, below)
            self._paint_note(painter, below.adjusted(used, 0, 0, 0))
        else:
            self._paint_note(painter, after.adjusted(used + (px(10) if used else 0), 0, 0, 0))
        painter.end()

    def _paint_times(self, painter: QPainter, room: QRectF) -> float:
        """Draw when to ring, as much of it as leaves the note its room; return its width."""
        px, line = self._theme.px, self._line
        wide = QFontMetricsF(self._theme.font(11)).horizontalAdvance
        icon, gap = px(17), px(12)
        note = icon + wide(line.note) if line.note else 0
        said = next((t for t in line.times if icon + wide(t) + gap + note <= room.width()), "")
        if not said:
            return 0.0
        side = px(13)
        box = QRectF(room.left(), room.center().y() - side / 2, side, side)
        icons.paint(painter, "ph.clock", box, self._theme.tokens.colour("text3"))
        after = room.adjusted(icon, 0, 0, 0)
        return icon + gap + paint_text(painter, after, said, self._theme, "text3", size=11)

    def _paint_note(self, painter: QPainter, room: QRectF) -> None:
        """Draw screening or objection: an icon and words, in notice or bad where it matters."""
        px, line = self._theme.px, self._line
        if not line.note or room.width() < px(24):
            return
        colour = self._theme.tokens.colour(line.state or "text3")
        name = "ph.prohibit" if line.state == "bad" else "ph.shield-check"
        name = "ph.warning" if line.state == "notice" else name
        side = px(13)
        box = QRectF(room.left(), room.center().y() - side / 2, side, side)
        icons.paint(painter, name, box, colour)
        small = not line.objected
        paint_text(
            painter,
            room.adjusted(px(17), 0, 0, 0),
            line.note,
            self._theme,
            "text2" if line.objected else line.state or "text3",
            size=11 if small else 13,
        )


class Contacts(QWidget):
    """The rows, made once and shown as they are needed."""

    dialled = Signal(str)
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows = [ContactRow(theme, first=not number) for number in range(MOST)]
        self._more = Link(theme, "", "O")
        self._theme = theme
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        for row in self._rows:
            row.dialled.connect(self.dialled)
            column.addWidget(row)
        column.addWidget(self._more)
        self._more.clicked.connect(self.more_wanted)

    def set_compact(self, *, compact: bool) -> None:
        """Take less room."""
        px = self._theme.px
        self._column.setContentsMargins(0, px(6 if compact else 10), 0, px(4 if compact else 6))
        for number, row in enumerate(self._rows):
            high = OTHER if number else FIRST
            row.setFixedHeight(px(high - 4 if compact else high))

    def show_lines(self, lines: list[ContactLine]) -> None:
        """Show the first four; who has more is on the client's page."""
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.show_line(lines[number])
        left = len(lines) - MOST
        self._more.setVisible(left > 0)
        self._more.setText(f"{left} more")
        self._more.updateGeometry()

    def dial(self) -> None:
        """Ring the first of them."""
        self._rows[0].dial()
