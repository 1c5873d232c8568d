"""The foot of the Clients page: how many are chosen, and what can be done about them."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from warmcalls.ui import icons
from warmcalls.ui.commands import shown
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.components.menu_button import MenuButton
from warmcalls.ui.theme import Theme

HEIGHT: Final = 48
HINT: Final = f"{shown('Ctrl+V')} pastes a block · {shown('Ctrl+D')} fills down · F2 edits"


class Deed(NamedTuple):
    """Something that can be done about chosen clients."""

    words: str
    icon: str
    key: str = ""
    fewest: int = 1
    most: int = 1_000_000


DEEDS: Final = {
    "tag": Deed("Tag…", "ph.tag"),
    "owner": Deed("Owner…", "ph.user"),
    "set": Deed("Set…", "ph.pencil-simple"),
    "merge": Deed("Merge…", "ph.git-merge", fewest=2, most=2),
    "export": Deed("Export…", "ph.download-simple", "Ctrl+S", fewest=0),
}
IN_MENU: Final = {
    "open": Deed("Open", "ph.user-list", "Enter", most=1),
    "signal": Deed("Add a signal…", "ph.lightning", most=1),
    "history": Deed("What happened there", "ph.clock-counter-clockwise", most=1),
    "why_not": Deed("Why not on today’s list?", "ph.question", most=1),
    "brief": Deed("Job brief…", "ph.clipboard-text", most=1),
}


class Overflow(MenuButton):
    """The deeds that have no room.

    Attributes:
        wanted: one of `DEEDS`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More deeds", icon="ph.dots-three-bold", bare=True)
        self.offered: list[str] = []

    def make_menu(self) -> QMenu:
        """Return the menu of those deeds."""
        menu, ink = QMenu(self), self._theme.tokens.text2
        for name in self.offered:
            action = menu.addAction(icons.icon(DEEDS[name].icon, ink), DEEDS[name].words)
            action.triggered.connect(lambda _=False, what=name: self.wanted.emit(what))
        return menu


class Foot(QWidget):
    """How many are chosen of how many, and a button for each thing that can be done.

    Attributes:
        wanted: one of `DEEDS` or `IN_MENU`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._count, px = theme, 0, theme.px
        self.said = PlainLabel(theme, semibold=True)
        self.hint = ElidedLabel(theme, HINT, role="text2")
        self.more = Overflow(theme)
        self.more.wanted.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 1, px(12), 0)
        row.setSpacing(px(4))
        row.addWidget(self.said)
        row.addSpacing(px(12))
        row.addWidget(self.hint, 1)
        self.buttons: dict[str, Button] = {}
        for name, deed in DEEDS.items():
            button = Button(theme, deed.words, Look.QUIET, icon=deed.icon, small=True)
            button.clicked.connect(lambda _=False, what=name: self.wanted.emit(what))
            self.buttons[name] = button
            row.addWidget(button)
        row.addWidget(self.more)
        self.setFixedHeight(px(HEIGHT))
        self.show_count(0, 0)

    def show_count(self, chosen: int, whole: int) -> None:
        """Say how many of how many are chosen; offer what that many allow."""
        self._count = chosen
        clients = "client" if whole == 1 else "clients"
        said = f"{chosen:,} of {whole:,} chosen" if chosen else f"{whole:,} {clients}"
        self.said.setText(said)
        for name, deed in DEEDS.items():
            self.buttons[name].setEnabled(deed.fewest <= chosen <= deed.most)
        one_pair = self.buttons["merge"].isEnabled()
        self.buttons["merge"].setToolTip("" if one_pair else "Choose two clients to merge them")
        self._fold()

    def open_menu(self, at: QPoint) -> None:
        """Open what can be done as a menu at a point of the screen."""
        menu, ink = QMenu(self), self._theme.tokens.text2
        menu.setFont(self._theme.font(13))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for part in (IN_MENU, DEEDS):
            for name, deed in part.items():
                words = f"{deed.words}\t{shown(deed.key)}" if deed.key else deed.words
                action = menu.addAction(icons.icon(deed.icon, ink), words)
                action.setEnabled(deed.fewest <= self._count <= deed.most)
                action.triggered.connect(lambda _=False, what=name: self.wanted.emit(what))
            menu.addSeparator()
        menu.popup(at)

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the page be narrow."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Keep as many buttons as there is room for; the hint goes first."""
        px = self._theme.px
        room = self.width() - px(24 + 12 + 24) - self.said.sizeHint().width()
        widths = {name: b.sizeHint().width() + px(4) for name, b in self.buttons.items()}
        whole = sum(widths.values())
        folded: list[str] = []
        if whole > room:
            room -= px(40)
            for name in ("set", "owner", "tag", "merge", "export"):
                if whole <= room:
                    break
                folded.append(name)
                whole -= widths[name]
        self.more.offered = [name for name in DEEDS if name in folded]
        self.more.setVisible(bool(folded))
        for name, button in self.buttons.items():
            button.setVisible(name not in folded)
        self.hint.setVisible(room - whole > px(180))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line over it."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(event.rect(), tokens.colour("sunken"))
        painter.fillRect(0, 0, self.width(), 1, tokens.colour("line"))
        painter.end()
