"""The bar of saved views, and how much of the target list was reached."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from warmcalls.ui import icons
from warmcalls.ui.clients.coverage_bars import CoverageBars
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.quiet_menu_button import QuietMenuButton
from warmcalls.ui.components.strip import Strip
from warmcalls.ui.components.tabs import HEIGHT, Tab
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.reach import TargetCoverage
    from warmcalls.domain.saved_views import View

EDGE: Final = 16
GAP: Final = 4
FEW: Final = 3  # views that come before the words about what was reached


class Rest(QuietMenuButton):
    """The views that have no room, in a menu.

    Attributes:
        chosen: the number of a view in the row.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "More views", "ph.caret-down")
        self.offered: list[tuple[int, str]] = []

    def make_menu(self) -> QMenu:
        """Return the menu of those views."""
        menu = QMenu(self)
        for number, name in self.offered:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, at=number: self.chosen.emit(at))
        return menu


class ViewTabs(QWidget):
    """Views as tabs, as many as there is room for; arrows move between them.

    Attributes:
        chosen: a `View`.
        menu_wanted: a `View` that a person saved, and where on the screen.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._views: list[View] = []
        self._tabs: list[Tab] = []
        self._rest = Rest(theme)
        self._rest.setParent(self)
        self._rest.chosen.connect(self._choose)
        self.current: View | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HEIGHT))

    def show_views(self, views: "Sequence[View]", current: "View | None") -> None:
        """Show the views, one of them as chosen, or none where something else is asked."""
        if list(views) != self._views:
            self._views = list(views)
            for tab in self._tabs:
                tab.deleteLater()
            self._tabs = [self._tab(number) for number in range(len(self._views))]
        self.current = current
        for view, tab in zip(self._views, self._tabs, strict=True):
            tab.setChecked(current is not None and view.id == current.id)
        self._place()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab goes, from left to right."""
        return [*self._tabs, self._rest]

    @property
    def least(self) -> int:
        """The room of the first views and of the menu with the others."""
        widths = [tab.sizeHint().width() for tab in self._tabs]
        return sum(widths[:FEW]) + (self._rest.sizeHint().width() if len(widths) > FEW else 0)

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the bar be narrow."""
        return QSize(self._rest.sizeHint().width(), self.height())

    def sizeHint(self) -> QSize:
        """Return the room of all tabs."""
        return QSize(sum(tab.sizeHint().width() for tab in self._tabs), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as fit."""
        super().resizeEvent(event)
        self._place()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done about a saved view."""
        for view, tab in zip(self._views, self._tabs, strict=True):
            if tab.isVisible() and tab.geometry().contains(event.pos()) and view.id > 0:
                self.menu_wanted.emit(view, event.globalPos())

    def _tab(self, number: int) -> Tab:
        tab = Tab(self._theme, self._views[number].name)
        tab.setParent(self)
        tab.clicked.connect(lambda: self._choose(number))
        return tab

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._views[number])

    def _place(self) -> None:
        """Place tabs from the left; the chosen one is always among them."""
        widths = [tab.sizeHint().width() for tab in self._tabs]
        order = self._in_room(widths)
        left = 0
        for number, tab in enumerate(self._tabs):
            tab.setVisible(number in order)
            if number in order:
                tab.setGeometry(QRect(left, 0, widths[number], self.height()))
                left += widths[number]
        hidden = [n for n in range(len(self._tabs)) if n not in order]
        self._rest.offered = [(n, self._views[n].name) for n in hidden]
        self._rest.setVisible(bool(hidden))
        size = self._rest.sizeHint()
        self._rest.setGeometry(left, (self.height() - size.height()) // 2, *size.toTuple())

    def _in_room(self, widths: Sequence[int]) -> set[int]:
        if sum(widths) <= self.width():
            return set(range(len(widths)))
        room = self.width() - self._rest.sizeHint().width()
        chosen = [n for n, tab in enumerate(self._tabs) if tab.isChecked()]
        kept: set[int] = set()
        for number in (*chosen, *(n for n in range(len(widths)) if n not in chosen)):
            if widths[number] > room:
                break
            kept.add(number)
            room -= widths[number]
        return kept


class ViewsBar(Strip):
    """Views at the left, what was reached at the right.

    Attributes:
        save_wanted: the question as it is shall become a view.
        change_wanted: something about a saved view: "rename", "update" or "delete", and the view.
    """

    save_wanted = Signal()
    change_wanted = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        px = theme.px
        self.tabs, self.coverage = ViewTabs(theme), CoverageBars(theme)
        self.save = Button(theme, "Save view", Look.QUIET, icon="ph.plus", small=True)
        self.save.clicked.connect(self.save_wanted)
        self.tabs.menu_wanted.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(EDGE), 0, px(24), 1)
        row.setSpacing(px(GAP))
        row.addWidget(self.tabs, 1)
        row.addWidget(self.save)
        row.addSpacing(px(12))
        row.addWidget(self.coverage, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(px(HEIGHT) + 1)

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the page be narrow."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the views have the room before the words about what was reached."""
        super().resizeEvent(event)
        self._share_room()

    def show_views(self, views: "Sequence[View]", current: "View | None") -> None:
        """Show the views, one of them as chosen, or none where something else is asked."""
        self.tabs.show_views(views, current)
        self._share_room()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab goes, from left to right."""
        return [*self.tabs.stops, self.save, *self.coverage.buttons]

    def show_coverage(self, coverage: "TargetCoverage") -> None:
        """Show how much of the target list was reached."""
        self.coverage.show_coverage(coverage)
        self._share_room()

    def _share_room(self) -> None:
        px, whole = self._theme.px, self.coverage.sizeHint().width()
        taken = px(EDGE + 24 + 12 + 3 * GAP) + self.save.sizeHint().width()
        left = self.width() - taken - self.tabs.least
        least = self.coverage.minimumSizeHint().width()
        self.coverage.setFixedWidth(max(min(whole, left), least))

    def _open_menu(self, view: "View", at: QPoint) -> None:
        menu, ink = QMenu(self), self._theme.tokens.text2
        menu.setFont(self._theme.font(13))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for what, words, icon in (
            ("update", "Keep it as it is shown now", "ph.check"),
            ("rename", "Rename…", "ph.pencil-simple"),
            ("delete", "Delete", "ph.trash"),
        ):
            action = menu.addAction(icons.icon(icon, ink), words)
            action.triggered.connect(lambda _=False, w=what: self.change_wanted.emit(w, view))
        menu.popup(at)
