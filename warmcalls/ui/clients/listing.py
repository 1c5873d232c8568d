"""The middle of the Clients page: the table over its foot, and the panel beside them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.moments import local
from warmcalls.ui.clients.foot import Foot
from warmcalls.ui.clients.panel.panel import ClientPanelView
from warmcalls.ui.clients.table.model import ClientModel
from warmcalls.ui.clients.table.table import ClientTable
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.client_columns import ClientRow

PANEL_FROM: Final = 900  # pixels of the design from which the panel stands beside the table


class Listing(QWidget):
    """Rows at the left, the chosen one whole at the right, or over them where there is no room.

    Attributes:
        panel_turned: the panel was opened or closed.
        count: how many clients the answer has.
    """

    panel_turned = Signal()

    def __init__(
        self, theme: Theme, tasks: Tasks, clock: Callable[[], int], zone: ZoneInfo
    ) -> None:
        super().__init__()
        self._theme, self._awaited, self.count = theme, 0, 0
        self.is_panel_open, self._is_over = True, False
        self.model = ClientModel(zone, self)
        self.model.cache.today = lambda: local(clock(), zone).date()
        self.table, self.foot = ClientTable(theme, self.model), Foot(theme)
        self.panel = ClientPanelView(theme, tasks, clock, zone)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.table, 1)
        left.addWidget(self.foot)
        self._across = across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.panel)
        self.setFocusProxy(self.table)
        self.table.picked.connect(lambda _: self._show_count())
        self.table.current.connect(self._show_client)
        self.table.opened.connect(self.open_client)
        self.table.menu_wanted.connect(lambda _, at: self.foot.open_menu(at))
        self.panel.closed.connect(self.turn_panel)
        self.panel.left.connect(self.uncover)

    @property
    def chosen(self) -> list[int]:
        """The ids of the chosen clients."""
        return list(self.table.chosen_ids)

    @property
    def current(self) -> int:
        """The id of the client that the cursor is at, 0 for none."""
        return self.model.id_at(self.table.currentIndex().row()) or 0

    def rows_of(self, ids: Sequence[int]) -> "list[ClientRow]":
        """Return the rows of some clients, as far as they are here."""
        return [row for i in ids if (row := self.model.cache.get(i)) is not None]

    def show_currency(self, currency: str) -> None:
        """Write money as the agency does."""
        if self.model.manner.currency != currency:
            self.model.manner = replace(self.model.manner, currency=currency)
            self.table.viewport().update()

    # What is shown

    def show_beginning(
        self, ids: Sequence[int], rows: "Sequence[ClientRow]", count: int, *, is_anew: bool
    ) -> None:
        """Show the first clients of an answer that has so many; another question's from its top."""
        self.count = count
        self.table.is_anew = is_anew
        self.model.show_ids(ids)
        self.table.is_anew = False
        self.model.take_rows(list(rows))
        self._show_count()
        self._reveal()

    def choose_one(self) -> None:
        """Let go of all chosen clients but the current one."""
        if self.current:
            self.table.picker.only(self.current)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show the whole of an answer."""
        self.model.show_ids(ids)
        self._reveal()

    def reveal(self, client_id: int) -> bool:
        """Choose a client and show it in the panel; tell whether it is here already."""
        self._awaited = client_id
        self._show_panel()
        self._reveal()
        return not self._awaited

    def refresh(self) -> None:
        """Read again what is shown; an edit moves no row."""
        self.model.forget()
        self.panel.refresh()

    def _reveal(self) -> None:
        """Choose the client that is waited for, once its row is here."""
        if self._awaited and self.table.choose(self._awaited):
            self._awaited = 0

    def _show_count(self) -> None:
        self.foot.show_count(len(self.table.chosen_ids), self.count)

    # The panel

    def open_client(self, client_id: int) -> None:
        """Show a client in the panel, and give it the keys."""
        self._show_panel()
        self.panel.show_client(client_id)
        self.panel.setFocus()
        self.panel_turned.emit()

    def turn_panel(self) -> None:
        """Open or close the panel."""
        if self._has_room:
            self.is_panel_open = not self.is_panel_open
        else:
            self._is_over = not self._is_over
        self._place_panel()
        self.table.setFocus()
        self.panel_turned.emit()

    def open_panel(self, *, is_open: bool) -> None:
        """Open or close the panel as it was the last time."""
        self.is_panel_open = is_open
        self._place_panel()

    def uncover(self) -> None:
        """Take the panel away where it lies over the table."""
        if self._is_over:
            self._is_over = False
            self._place_panel()
            self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Uncover the table on Esc."""
        if event.key() == Qt.Key.Key_Escape and self._is_over:
            self.uncover()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the panel beside the table where there is room."""
        super().resizeEvent(event)
        self._place_panel()

    @property
    def _has_room(self) -> bool:
        return self.width() >= self._theme.px(PANEL_FROM)

    def _show_panel(self) -> None:
        """Show the panel, over the table where it has no room beside it."""
        self.is_panel_open, self._is_over = True, not self._has_room
        self._place_panel()

    def _place_panel(self) -> None:
        has_room, is_beside = self._has_room, self._across.indexOf(self.panel) >= 0
        self._is_over = self._is_over and not has_room
        if has_room and not is_beside:
            self._across.addWidget(self.panel)
        elif is_beside and not has_room:
            self._across.removeWidget(self.panel)
        if not has_room:
            wide = min(self.panel.maximumWidth(), self.width())
            self.panel.setGeometry(self.width() - wide, 0, wide, self.height())
            self.panel.raise_()
        self.panel.setVisible(self.is_panel_open if has_room else self._is_over)
        if self.panel.isVisibleTo(self):
            self._show_client(self.current)

    def _show_client(self, client_id: int) -> None:
        if not self.panel.isHidden():
            self.panel.show_client(client_id or None)
