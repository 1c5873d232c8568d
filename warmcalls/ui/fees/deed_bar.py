"""What can be done about a row: at the foot of the page, and in the row's menu."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from warmcalls.domain.placements import FeeRow, FeeState, Vacancy, VacancyState
from warmcalls.ui import icons
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.fees.line import Line
from warmcalls.ui.theme import Theme

HEIGHT: Final = 48


class Deed(NamedTuple):
    """Something that can be done, in words, with its icon and the key that does it."""

    words: str
    icon: str
    key: str = ""


DEEDS: Final = {
    "paid": Deed("Paid today", "ph.check", "P"),
    "paid_on": Deed("Paid on…", "ph.calendar-check"),
    "invoice": Deed("Write its invoice…", "ph.receipt"),
    "fill": Deed("Placed…", "ph.handshake"),
    "close": Deed("It ended…", "ph.x-circle"),
    "reopen": Deed("Open again", "ph.arrow-counter-clockwise"),
    "credit": Deed("Credit note…", "ph.arrow-u-down-left"),
    "placement": Deed("Placement…", "ph.user"),
    "edit": Deed("Change…", "ph.pencil-simple", "E"),
    "client": Deed("Client", "ph.buildings"),
}


def deeds_of(line: Line, today: str) -> tuple[str, ...]:
    """Return what can be done about a row, by the names of `DEEDS`, in their order."""
    item = line.item
    if isinstance(item, Vacancy):
        some = ("fill", "close") if item.state is VacancyState.OPEN else ("reopen",)
        return (*some, "edit", "client")
    return (*_of_money(item, today), "edit", "client")


def _of_money(row: FeeRow, today: str) -> tuple[str, ...]:
    state = row.state(today)
    placement = ("placement",) if row.placement_id else ()
    if state is FeeState.NOT_INVOICED:
        return ("invoice",)
    if state is FeeState.CREDIT:
        return placement
    if state is FeeState.PAID:
        return ("credit", *placement)
    return ("paid", "paid_on", "credit", *placement)


class DeedBar(QWidget):
    """The chosen row's name, and a button for each thing that can be done about it.

    Attributes:
        wanted: something is to be done: one of `DEEDS`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, px = theme, theme.px
        self.setFixedHeight(px(HEIGHT))
        self.name = ElidedLabel(theme, semibold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 1, px(12), 0)
        row.setSpacing(px(4))
        row.addWidget(self.name, 1)
        row.addSpacing(px(12))
        self.buttons: dict[str, Button] = {}
        for name, deed in DEEDS.items():
            button = Button(theme, deed.words, Look.QUIET, icon=deed.icon, key=deed.key, small=True)
            button.clicked.connect(lambda _=False, what=name: self.wanted.emit(what))
            self.buttons[name] = button
            row.addWidget(button)
        self.show_line(None, "")

    def show_line(self, line: Line | None, today: str) -> None:
        """Show what can be done about a row, nothing where there is none."""
        offered = deeds_of(line, today) if line else ()
        self.name.setText(line.name if line else "")
        for name, button in self.buttons.items():
            button.setVisible(name in offered)

    def open_menu(self, line: Line, today: str, at: QPoint) -> QMenu:
        """Open the same as a menu at a point of the screen."""
        menu, ink = QMenu(self), self._theme.tokens.text2
        menu.setFont(self._theme.font(13))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in deeds_of(line, today):
            deed = DEEDS[name]
            words = f"{deed.words}\t{deed.key}" if deed.key else deed.words
            action = menu.addAction(icons.icon(deed.icon, ink), words)
            action.triggered.connect(lambda _=False, what=name: self.wanted.emit(what))
        menu.popup(at)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line over it."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(event.rect(), tokens.colour("sunken"))
        painter.fillRect(0, 0, self.width(), 1, tokens.colour("line"))
        painter.end()
