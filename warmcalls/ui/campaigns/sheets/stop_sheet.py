"""The form that stops a campaign and says where its money goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QTimer, Signal

from warmcalls.domain.campaigns import Alarm, CampaignFigures
from warmcalls.domain.money import amount_words
from warmcalls.ui.campaigns.sheets.panels import Answer, Told
from warmcalls.ui.campaigns.sheets.words import best_first, return_words, short
from warmcalls.ui.forms.choice import Choice, ChoiceList
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

OFFERED: Final = 3
PAUSE_MS: Final = 250
SAVED: Final = Choice("Nowhere", "The money is saved; the plan of its channel stays.", "wallet")
ENDS: Final = "It ends today; its figures stay. Undo starts it again."
ALONE: Final = "No other campaign runs that could get the money: it is saved."
WAITING: Final = "What it would change is worked out once an amount is typed."
SOON: Final = "Working it out…"


@dataclass(frozen=True, slots=True)
class StopSaid:
    """Why a campaign stops, and where its money goes.

    Attributes:
        move_to: None where the money is saved.
        amount: a month, minor units; 0 where it is saved.
    """

    why: str
    move_to: int | None
    amount: int


class StopSheet(FormSheet):
    """Asks why, where the money goes, and how much of it.

    Args:
        theme: the theme.
        row: the campaign that stops.
        others: campaigns that run and could get the money.
        alarm: what the early warning says of it; None where it says nothing.
        a_month: what it costs a month, minor units.
        currency: the agency's.

    Attributes:
        asked: what if: the id of the campaign that gets the money, and minor units a month;
            answer with `show_what_if`.
    """

    asked = Signal(int, int)

    def __init__(
        self,
        theme: Theme,
        row: CampaignFigures,
        others: Sequence[CampaignFigures],
        *,
        alarm: Alarm | None = None,
        a_month: int = 0,
        currency: str = "GBP",
    ) -> None:
        self._name, self._currency = row.campaign.name, currency
        super().__init__(theme, f"Stop {self._name}", "Stop")
        there = [each for each in others if each.campaign.id != row.campaign.id]
        self._rows = best_first(there)
        first = alarm.headline if alarm else ""
        self.why = LongField(theme, "Why it stops", 2, text=first, hint="what was seen")
        self.ask(self.why, hint=ENDS)
        if alarm and (alarm.sure or alarm.doubt):
            self.body.addWidget(Told.of_alarm(theme, alarm, headline=False))
        self._ask_where(alarm.move_to if alarm else None)
        self.amount = MoneyField(
            theme, "How much a month moves", currency=currency,
            needed="Say how much a month moves, or choose to save it.", above_nought=True,
        )  # fmt: skip
        self.amount.show_amount((alarm.moves if alarm else 0) or a_month or None)
        self.ask(self.amount)
        self.what_if = Answer(theme, WAITING)
        self.body.addWidget(self.what_if)
        self.body.addStretch()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask_what_if)
        self.amount.changed.connect(self._renew)
        self._renew()
        self.setFocusProxy(self.where if self._rows else self.why)

    @property
    def move_to(self) -> CampaignFigures | None:
        """The campaign that gets the money; None where it is saved."""
        at = self.where.chosen
        if at < len(self._shown):
            return self._shown[at]
        if self._rest and at == len(self._shown):
            return self._rest[max(self.another.picker.currentIndex(), 0)]
        return None

    def show_what_if(self, words: str) -> None:
        """Say what moving the money is likely to change, unless it is not asked any more."""
        if self.move_to and self.amount.amount:
            self.what_if.show_answer(words)

    def said(self) -> StopSaid:
        """Return what was typed."""
        other = self.move_to
        amount = (self.amount.amount or 0) if other else 0
        return StopSaid(self.why.text, other.campaign.id if other else None, amount)

    def _ask_where(self, suggested: int | None) -> None:
        """Offer the best few by name, the rest in a list, and to save it."""
        front = [each for each in self._rows if each.campaign.id == suggested]
        self._rows = front + [each for each in self._rows if each not in front]
        few = OFFERED if len(self._rows) > OFFERED + 1 else len(self._rows)
        self._shown, self._rest = self._rows[:few], self._rows[few:]
        choices = [Choice(r.campaign.name, self._about(r), "trend-up") for r in self._shown]
        if self._rest:
            choices.append(Choice("Another campaign", f"{len(self._rest)} more", "dots-three"))
        self.where = ChoiceList(self.theme, [*choices, SAVED], "Where the money goes")
        if suggested is None or not front:
            self.where.choose(len(choices))
        self.where.changed.connect(self._renew)
        self.where.submitted.connect(self.submit)
        if self._rows:
            self.part("Where the money goes", self.where)
        else:
            self.say(ALONE)
        names = [(r.campaign.id, f"{r.campaign.name}: {self._about(r)}") for r in self._rest]
        self.another = PickerField(self.theme, "Which one", names)
        self.another.changed.connect(self._renew)
        self.ask(self.another)

    def _about(self, row: CampaignFigures) -> str:
        return return_words(row.returns, self._currency)

    def _renew(self) -> None:
        """Show what the choice asks for, and say it on the button."""
        other = self.move_to
        self.another.setVisible(bool(self._rest) and self.where.chosen == len(self._shown))
        self.amount.setVisible(other is not None)
        self.what_if.setVisible(other is not None)
        amount = self.amount.amount
        if other and amount:
            money = amount_words(amount, self._currency)
            self.set_verb(f"Stop and move {money} to {short(other.campaign.name, 22)}")
            self.what_if.wait(SOON)
            self._pause.start()
        else:
            self.set_verb(f"Stop {short(self._name)}")
            self.what_if.wait(WAITING)
            self._pause.stop()

    def _ask_what_if(self) -> None:
        other, amount = self.move_to, self.amount.amount
        if other and amount:
            self.asked.emit(other.campaign.id, amount)
