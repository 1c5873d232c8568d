"""What if money moved: an amount, from where, to where, and the answer in words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.ui.campaigns.sheets.panels import Answer
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

PAUSE_MS: Final = 250
WAITING: Final = "Type an amount and choose two campaigns."
SAME: Final = "Choose two campaigns: money cannot move from one to itself."
SOON: Final = "Working it out…"


class WhatIfLine(QWidget):
    """One line of a question, with its answer under it.

    Args:
        theme: the theme.
        campaigns: ids and names.
        currency: the agency's.

    Attributes:
        asked: from campaign, to campaign, minor units a month; answer with `show_answer`.
    """

    asked = Signal(int, int, int)

    def __init__(
        self, theme: Theme, campaigns: Sequence[tuple[int, str]], currency: str = "GBP"
    ) -> None:
        super().__init__()
        px, choose = theme.px, [(None, "Choose"), *campaigns]
        self.amount = MoneyField(theme, "Move, a month", currency=currency)
        self.source = PickerField(theme, "From", choose)
        self.target = PickerField(theme, "To", choose)
        self.answer = Answer(theme, WAITING)
        self.source.picker.setAccessibleName("What if: from campaign")
        self.target.picker.setAccessibleName("What if: to campaign")
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        row.setSpacing(px(16))
        head = PlainLabel(theme, "What if the money moved?", semibold=True)
        column.addWidget(head)
        for part, wide in ((self.amount, 2), (self.source, 3), (self.target, 3)):
            row.addWidget(part, wide)
        column.addLayout(row)
        column.addWidget(self.answer)
        if len(campaigns) <= 1:
            self.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        for field in (self.amount, self.source, self.target):
            field.changed.connect(self._renew)

    def show_answer(self, words: str) -> None:
        """Say what is likely to change, unless it is not asked any more."""
        if self._asked():
            self.answer.show_answer(words)

    def _asked(self) -> tuple[int, int, int] | None:
        source, target, amount = self.source.chosen, self.target.chosen, self.amount.amount
        if isinstance(source, int) and isinstance(target, int) and amount:
            return source, target, amount
        return None

    def _renew(self) -> None:
        """Wait for a whole question, then ask it once nobody types."""
        asked = self._asked()
        self._pause.stop()
        if asked is None:
            self.answer.wait(WAITING)
        elif asked[0] == asked[1]:
            self.answer.wait(SAME)
        else:
            self.answer.wait(SOON)
            self._pause.start()

    def _ask(self) -> None:
        asked = self._asked()
        if asked:
            self.asked.emit(*asked)
