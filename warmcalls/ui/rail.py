"""The rail: product and agency, the pages, the helpers, and who am I."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.clients import Person
from warmcalls.ui.commands import by_id
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.rail_row import RailRow
from warmcalls.ui.theme import Theme
from warmcalls.ui.who_am_i import WhoAmI

WIDE: Final = 180
FOLDED: Final = 64


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A page one can go to."""

    id: str
    name: str
    icon: str


class Rail(QWidget):
    """The navigation at the left; folded it is icons with tooltips.

    Attributes:
        page_chosen: the id of a page.
        command_chosen: "find", "shortcuts" or "settings".
        person_chosen: a `Person`.
    """

    page_chosen = Signal(str)
    command_chosen = Signal(str)
    person_chosen = Signal(object)

    def __init__(
        self, theme: Theme, entries: Sequence[RailEntry], *, settings: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Navigation")
        self._product = ElidedLabel(theme, "WarmCalls", semibold=True)
        self._agency = ElidedLabel(theme, size=11, role="text3")
        self._group = QButtonGroup(self)
        self._settings: RailRow | None = None
        self._pages = {entry.id: self._page_row(entry) for entry in entries}
        self._helpers = [self._helper_row("find"), self._helper_row("shortcuts")]
        if settings:
            row = self._row("settings", "Settings", "ph.gear")
            row.setCheckable(True)
            self._group.addButton(row)
            self._settings = row
            self._helpers.append(row)
        self.who = WhoAmI(theme)
        self.who.person_chosen.connect(self.person_chosen)
        self._lay_out()
        self.fold(False)

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self.who.folded

    def set_agency(self, name: str) -> None:
        """Show the agency under the product."""
        self._agency.setText(name)

    def set_people(self, people: Sequence[Person], me: Person | None) -> None:
        """Show who I am, and who else I could be."""
        self.who.show_people(people, me)

    def set_count(self, page: str, count: int) -> None:
        """Show what waits on a page; nothing is shown as nothing."""
        self._pages[page].set_count(count)

    def choose(self, page: str) -> None:
        """Show which page is open, without asking for it; none, where the rail does not have it."""
        row = self._settings if page == "settings" else self._pages.get(page)
        marked = self._group.checkedButton()
        if row is not None:
            row.setChecked(True)
        elif marked is not None:
            self._group.setExclusive(False)  # else one of them stays marked whatever is shown
            marked.setChecked(False)
            self._group.setExclusive(True)

    def fold(self, folded: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters
        """Show icons alone, or names too."""
        px = self._theme.px
        self.setFixedWidth(px(FOLDED if folded else WIDE))
        self._head.setFixedHeight(px(12 if folded else 70))
        for label in (self._product, self._agency):
            label.setVisible(not folded)
        for row in (*self._pages.values(), *self._helpers):
            row.fold(folded)
        self.who.fold(folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the rail with the arrows."""
        step = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(step)

    def _page_row(self, entry: RailEntry) -> RailRow:
        row = RailRow(self._theme, entry.name, entry.icon)
        row.setCheckable(True)
        self._group.addButton(row)
        row.clicked.connect(lambda: self.page_chosen.emit(entry.id))
        return row

    def _helper_row(self, name: str) -> RailRow:
        command = by_id(name)
        return self._row(name, command.name, command.icon, command.keys[0])

    def _row(self, name: str, text: str, icon: str, key: str = "") -> RailRow:
        row = RailRow(self._theme, text, icon, key)
        row.clicked.connect(lambda: self.command_chosen.emit(name))
        return row

    def _lay_out(self) -> None:
        px = self._theme.px
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        across.addLayout(column)
        across.addWidget(Rule(self._theme, upright=True))
        self._head = self._make_head()
        column.addWidget(self._head)
        column.addLayout(self._rows(list(self._pages.values())))
        column.addStretch(1)
        column.addLayout(self._rows(self._helpers))
        column.addSpacing(px(12))
        column.addWidget(Rule(self._theme))
        column.addWidget(self.who)

    def _make_head(self) -> QWidget:
        px, head = self._theme.px, QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(px(20), px(16), px(12), 0)
        column.setSpacing(0)
        column.addWidget(self._product)
        column.addWidget(self._agency)
        column.addStretch(1)
        return head

    def _rows(self, rows: Sequence[RailRow]) -> QVBoxLayout:
        px, column = self._theme.px, QVBoxLayout()
        column.setContentsMargins(px(12), 0, px(12), 0)
        column.setSpacing(px(4))
        for row in rows:
            column.addWidget(row)
        return column
