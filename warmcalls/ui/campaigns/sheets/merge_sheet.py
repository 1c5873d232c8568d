"""The form that makes two campaigns one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.domain.campaigns import CampaignFigures
from warmcalls.domain.money import amount_words
from warmcalls.ui.campaigns.sheets.panels import Told
from warmcalls.ui.campaigns.sheets.words import counted, short
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.forms.choice import Choice, ChoiceList
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

CHOOSE: Final = "Choose a campaign…"
NEEDED: Final = "Choose the campaign it is merged with."
VERB_ROOM: Final = 18  # letters of a name that fit into the verb beside the other button
KEPT: Final = "What the one that stays lacks (channel, budget, what we hope) it takes over."


@dataclass(frozen=True, slots=True)
class MergeSaid:
    """Which campaign stays, and which becomes part of it."""

    keep_id: int
    gone_id: int


class MergeSheet(FormSheet):
    """Asks which of two campaigns stays, and says what moves.

    Args:
        theme: the theme.
        campaign: the one it was opened for; it stays unless somebody chooses otherwise.
        others: those it may be merged with; with one alone nothing is asked.
        why: why they seem to be one, or empty.
        currency: the agency's.

    Attributes:
        apart: they are two, and are to stay two: both ids.
    """

    apart = Signal(int, int)

    def __init__(
        self,
        theme: Theme,
        campaign: CampaignFigures,
        others: Sequence[CampaignFigures],
        *,
        why: str = "",
        currency: str = "GBP",
    ) -> None:
        super().__init__(theme, f"Merge {campaign.campaign.name}", "Merge")
        self._one, self._others, self._currency = campaign, list(others), currency
        if why:
            self.body.addWidget(Told(theme, why, icon="ph.git-merge"))
        names: list[tuple[object, str]] = [(r.campaign.id, r.campaign.name) for r in others]
        if len(others) > 1:
            names.insert(0, (None, CHOOSE))
        self.other = PickerField(theme, "Merge with", names, needed=NEEDED)
        self.ask(self.other)
        self.other.setVisible(len(others) > 1)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.moves = self.say("")
        self.say(f"{KEPT} Undo takes the merge back.")
        self.body.addStretch()
        self.two = Button(theme, "They are two campaigns", Look.QUIET)
        self.two.clicked.connect(self._stay_apart)
        self.two.setVisible(bool(why))
        self.foot.insertWidget(0, self.two)
        self.other.changed.connect(self._offer)
        self._offer()

    def said(self) -> MergeSaid | None:
        """Return which stays; None while the other one is not chosen."""
        both = self._both()
        if both is None:
            return None
        keep, gone = both
        return MergeSaid(keep.campaign.id, gone.campaign.id)

    def _offer(self) -> None:
        """Offer the two campaigns, the one it was opened for first."""
        while (old := self._place.takeAt(0)) is not None:
            gone = old.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        other = self._chosen()
        pair = (self._one, other) if other else (self._one,)
        rows = [Choice(f"{r.campaign.name} stays", self._about(r), "megaphone") for r in pair]
        self.stays = ChoiceList(self.theme, rows, "Which one stays")
        self.stays.changed.connect(self._tell)
        self.stays.submitted.connect(self.submit)
        self._place.addWidget(self.stays)
        self.stays.setVisible(other is not None)
        for row in self.stays.group.buttons():
            QWidget.setTabOrder(self.other.picker, row)
        self.setFocusProxy(self.stays if self.other.isHidden() else self.other)
        self._tell()

    def _chosen(self) -> CampaignFigures | None:
        """Return the other one, None while it is not chosen."""
        chosen = self.other.chosen
        return next((row for row in self._others if row.campaign.id == chosen), None)

    def _both(self) -> tuple[CampaignFigures, CampaignFigures] | None:
        """Return the one that stays and the one that goes."""
        other = self._chosen()
        if other is None:
            return None
        return (self._one, other) if self.stays.chosen == 0 else (other, self._one)

    def _about(self, row: CampaignFigures) -> str:
        """Return what a campaign is, in the period that is shown."""
        spent = f"{amount_words(row.spend, self._currency)} spent"
        parts = (row.campaign.channel, counted(row.leads, "lead", "leads"), spent)
        return " · ".join(part for part in parts if part)

    def _tell(self) -> None:
        """Say what would move."""
        both = self._both()
        self.moves.setVisible(both is not None)
        if both is None:
            self.set_verb("Merge")
            return
        keep, gone = both
        stays, goes = keep.campaign.name, gone.campaign.name
        self.moves.setText(
            f"Everything of {goes} moves to {stays}: signals and leads, spend, codes, samples, "
            f"answers and experiments. Imports that say “{goes}” go to {stays} from now on."
        )
        self.set_verb(f"Merge into {short(stays, VERB_ROOM)}")

    def _stay_apart(self) -> None:
        other = self._chosen()
        if other is not None:
            self.apart.emit(self._one.campaign.id, other.campaign.id)
