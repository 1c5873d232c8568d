"""The leads behind a figure."""

from collections import Counter
from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from warmcalls.domain.behind import LeadLine
from warmcalls.domain.campaigns import LeadState
from warmcalls.ui.campaigns.sheets.lead_rows import EDGE, ROW, LeadDelegate, LeadModel
from warmcalls.ui.campaigns.sheets.words import SHORT_STATES, counted, short
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.filter_button import FilterButton
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.row_list import RowList
from warmcalls.ui.forms.form_sheet import Problem
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

WIDTH: Final = 800
LEADS: Final = ("lead", "leads")
NONE: Final = "No lead stands behind this figure."


class LeadList(RowList):
    """Arrows choose a lead, Enter opens its client, Tab goes on."""

    def __init__(self, theme: Theme, model: LeadModel) -> None:
        super().__init__(theme, model, "Leads", ROW)
        self.setItemDelegate(LeadDelegate(theme, model, self))


class RowsSheet(SideSheet):
    """A list of leads, by what became of them.

    Args:
        theme: the theme.
        title: of the figure.
        lines: the leads.
        zone: the agency's.
        whole: how many there are, where `lines` are the first ones alone.
        state: the state that is shown first; None for all.
        nouns: what one and several of them are called.

    Attributes:
        client_wanted: the id of the client to open.
    """

    client_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        title: str,
        lines: Sequence[LeadLine],
        zone: ZoneInfo,
        *,
        whole: int = 0,
        state: LeadState | None = None,
        nouns: tuple[str, str] = LEADS,
    ) -> None:
        super().__init__(theme, title, WIDTH)
        self._count, self._whole = len(lines), max(whole, len(lines))
        self._nouns = nouns
        self.problem = Problem(theme)
        self.put_under_head(self.problem)
        self.model = LeadModel(lines, zone, self)
        self.list = LeadList(theme, self.model)
        self.state = FilterButton(theme, "State", _choices(lines))
        self.count = PlainLabel(theme, role="text2")
        self.nothing = PlainLabel(theme, NONE, role="text2", wraps=True)
        self.nothing.setContentsMargins(theme.px(EDGE), theme.px(16), theme.px(EDGE), 0)
        self.open_button = Button(theme, "Show the client", key="Enter")
        self._lay_out()
        self.state.chosen.connect(self._filter)
        self.list.activated.connect(lambda index: self._open(index.row()))
        self.open_button.clicked.connect(lambda: self._open(self.list.currentIndex().row()))
        self.list.selectionModel().currentChanged.connect(self._name_button)
        self.state.set_value(state)
        self._filter(state)
        self.setFocusProxy(self.list if lines else self.close_button)

    def refuse(self, why: str) -> None:
        """Say why something could not be done."""
        self.problem.say(why)

    def _lay_out(self) -> None:
        px = self.theme.px
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(px(EDGE), px(12), px(EDGE), px(12))
        top.addWidget(self.state)
        top.addStretch()
        top.addWidget(self.count)
        self.body.addLayout(top)
        self.body.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.foot.addStretch()
        self.foot.addWidget(self.open_button)

    def _filter(self, state: object) -> None:
        """Show the leads of a state, and how many they are."""
        self.model.filter(None if state is None else str(state))
        shown = self.model.rowCount()
        self.nothing.setVisible(not shown)
        self.list.setVisible(bool(shown))
        self._foot_row.setVisible(bool(shown))
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._name_button()
        leads = counted(self._whole, *self._nouns)
        if self._whole > self._count:
            leads = f"the first {self._count:,} of {leads}"
        self.count.setVisible(bool(self._count))
        self.state.setVisible(bool(self._count))
        self.count.setText(f"{shown:,} of {leads}" if state is not None else leads)

    def _name_button(self) -> None:
        line = self.model.line(self.list.currentIndex().row())
        self.open_button.setText(f"Show {short(line.client)}" if line else "Show the client")
        self.open_button.setAccessibleName(self.open_button.text())
        self.open_button.updateGeometry()

    def _open(self, row: int) -> None:
        line = self.model.line(row)
        if line:
            self.client_wanted.emit(line.client_id)


def _choices(lines: Sequence[LeadLine]) -> list[tuple[object, str]]:
    """Return the states there are, with how many leads are in each."""
    found = Counter(line.state for line in lines)
    there = [(s, f"{SHORT_STATES[s]}, {found[s]:,}") for s in SHORT_STATES if found[s]]
    return [(None, "All"), *there]
