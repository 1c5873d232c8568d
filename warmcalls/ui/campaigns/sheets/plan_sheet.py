"""The budget plan of a year: what each channel is to cost in each month, and what if."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout

from warmcalls.domain.plan import PlanLine
from warmcalls.ui.campaigns.sheets.plan_grid import PlanGrid
from warmcalls.ui.campaigns.sheets.plan_head import PlanHead
from warmcalls.ui.campaigns.sheets.plan_model import PlanModel
from warmcalls.ui.campaigns.sheets.plan_table import PlanTable
from warmcalls.ui.campaigns.sheets.what_if import WhatIfLine
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.form_sheet import Problem
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

WIDTH: Final = 1040
NOTHING: Final = "No channel has a plan or spend in this year: add one above."


@dataclass(frozen=True, slots=True)
class PlanSaid:
    """What a channel is to cost in a month; minor units, 0 takes the plan away."""

    month: str
    channel: str
    amount: int


class PlanSheet(SideSheet):
    """A grid that is edited in place.

    Args:
        theme: the theme.
        year: that is shown.
        lines: the plan of that year.
        month: this month, "2026-03".
        channels: those that are known, offered where one is added.
        campaigns: ids and names, for what if.
        currency: the agency's.

    Attributes:
        submitted: a `PlanSaid` for each amount that was typed; show the plan again, or `refuse`.
        year_wanted: another year is to be shown.
        asked: what if: from campaign, to campaign, minor units a month; answer with
            `show_what_if`.
    """

    submitted = Signal(object)
    year_wanted = Signal(int)
    asked = Signal(int, int, int)

    def __init__(
        self,
        theme: Theme,
        year: int,
        lines: Sequence[PlanLine],
        *,
        month: str,
        channels: Sequence[str] = (),
        campaigns: Sequence[tuple[int, str]] = (),
        currency: str = "GBP",
    ) -> None:
        super().__init__(theme, "Budget plan", WIDTH)
        self._month, self._added = month, list[str]()
        self._before: dict[tuple[str, str], int] = {}
        self.problem = Problem(theme)
        self.put_under_head(self.problem)
        self.plan_head = PlanHead(theme, year, channels)
        grid = PlanGrid(year, lines)
        self.model = PlanModel(grid, month, currency, self)
        self.table = PlanTable(theme, self.model)
        self.wrong = PlainLabel(theme, size=11, role="bad", wraps=True)
        self.what_if = WhatIfLine(theme, campaigns, currency)
        self._lay_out()
        self._connect()
        self._settle_in()

    def show_plan(self, year: int, lines: Sequence[PlanLine]) -> None:
        """Show a plan, of the same year or another."""
        self.plan_head.show_year(year)
        self._before.clear()
        before = self.model.grid.channels
        self.model.show_grid(PlanGrid(year, lines, self._added))
        if self.model.grid.channels != before:
            self._settle_in()
        self._say_nothing_there()

    def show_what_if(self, words: str) -> None:
        """Say what moving the money is likely to change."""
        self.what_if.show_answer(words)

    def refuse(self, why: str) -> None:
        """Say why an amount could not be planned; the one before stands there again."""
        self.problem.say(why)
        for (month, channel), before in self._before.items():
            self.model.put(month, channel, before)
        self._before.clear()

    def _lay_out(self) -> None:
        self.frame = QFrame()
        self.frame.setProperty("panel", "true")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(1, 1, 1, self.theme.px(6))
        inside.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        inside.addWidget(self.table)
        self.body.addWidget(self.plan_head)
        self.nothing = PlainLabel(self.theme, NOTHING, role="text2", wraps=True)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.frame, 100)
        self.body.addWidget(self.wrong)
        self.wrong.hide()
        self.body.addWidget(self.what_if)
        self.body.addStretch(1)
        self._foot_row.hide()

    def _connect(self) -> None:
        self.plan_head.year_wanted.connect(self.year_wanted)
        self.plan_head.added.connect(self._add)
        self.model.typed.connect(self._typed)
        self.model.refused.connect(self._say_wrong)
        self.what_if.asked.connect(self.asked)

    def _settle_in(self) -> None:
        """Go to this month, else to the first month there is."""
        here = self.model.grid.months
        month = self._month if self._month in here else here[0]
        self.table.setCurrentIndex(self.model.index(here.index(month) + 1, 0))
        self.table.share_width()
        self._say_nothing_there()

    def _say_nothing_there(self) -> None:
        there = bool(self.model.grid.channels)
        self.nothing.setVisible(not there)
        self.frame.setVisible(there)
        self.setFocusProxy(self.table if there else self.plan_head.channel)

    def _typed(self, month: str, channel: str, amount: int, before: int) -> None:
        self.problem.say("")
        self._before.setdefault((month, channel), before)
        self.submitted.emit(PlanSaid(month, channel, amount))

    def _say_wrong(self, why: str) -> None:
        self.wrong.setText(why)
        self.wrong.setVisible(bool(why))

    def _add(self, channel: str) -> None:
        """Give a channel a column, and go to this month in it."""
        grid = self.model.grid
        self._added.append(channel)
        lines = [
            PlanLine(month, each, found.planned, found.spent)
            for month in grid.months
            for each in grid.channels
            if (found := grid.at(month, each)).planned or found.spent
        ]
        self.show_plan(int(grid.months[0][:4]), lines)
        month = self._month if self._month in grid.months else grid.months[0]
        self.table.setCurrentIndex(self.model.cell(month, channel))
        self.table.setFocus()
