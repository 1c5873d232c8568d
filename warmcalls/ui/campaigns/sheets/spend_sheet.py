"""The form for what something cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

NO_CAMPAIGN: Final = 0
WHICH: Final = "Choose the campaign it was for, or say that there is none."
SPREAD: Final = "It is spread evenly over its days, the first and the last included."


@dataclass(frozen=True, slots=True)
class SpendSaid:
    """What the form says.

    Attributes:
        campaign_id: None where it belongs to no campaign; then it has a channel.
        amount: minor units of the agency's currency.
        starts, ends: ISO days that it pays for, both included.
    """

    campaign_id: int | None
    channel: str
    amount: int
    starts: str
    ends: str
    note: str


class SpendSheet(FormSheet):
    """Asks what was spent, on what, and for which days.

    Args:
        theme: the theme.
        today: the business day, ISO.
        campaigns: ids and names, in the order they are offered.
        channels: those that are known.
        chosen: the campaign that is chosen from the start.
        currency: the agency's.
    """

    def __init__(
        self,
        theme: Theme,
        today: str,
        campaigns: Sequence[tuple[int, str]],
        *,
        channels: Sequence[str] = (),
        chosen: int | None = None,
        currency: str = "GBP",
    ) -> None:
        super().__init__(theme, "Add spend", "Add spend")
        offered = [(None, "Choose"), *campaigns, (NO_CAMPAIGN, "No campaign")]
        self.campaign = PickerField(theme, "Campaign", offered, needed=WHICH)
        self.channel = OfferField(
            theme, "Channel", channels, hint="Search ad, Event", check=self._channelled
        )
        self.amount = MoneyField(
            theme, "Amount", currency=currency, needed="Say what it cost.", above_nought=True
        )
        self.starts = DayField(
            theme, "First day", today, hint="1 Feb, or Feb", needed="Say from which day on."
        )
        self.ends = DayField(theme, "Last day", today, hint="the same day", last=True)
        self.note = Field(theme, "Note", hint="what it was for", longest=400)
        self.ask(self.campaign)
        self.ask(self.channel)
        self.ask(self.amount)
        self.ask(self.starts, self.ends, hint=SPREAD)
        self.ask(self.note)
        self.body.addStretch()
        self.campaign.changed.connect(self._campaign_chosen)
        self.campaign.choose(chosen if campaigns else NO_CAMPAIGN)
        self._campaign_chosen()
        self.setFocusProxy(self.campaign if chosen is None else self.amount)

    def said(self) -> SpendSaid | None:
        """Return what was typed, or None where the days are turned round."""
        starts = self.starts.day or ""
        ends = self.ends.day or starts
        if ends < starts:
            self.ends.refuse("It would end before it starts.")
            self.ends.setFocus()
            return None
        campaign_id = self.campaign.chosen
        assert isinstance(campaign_id, int)
        return SpendSaid(
            campaign_id=None if self._without else campaign_id,
            channel=" ".join(self.channel.text.split()) if self._without else "",
            amount=self.amount.amount or 0,
            starts=starts,
            ends=ends,
            note=self.note.text,
        )

    @property
    def _without(self) -> bool:
        """Whether it belongs to no campaign."""
        return self.campaign.chosen == NO_CAMPAIGN

    def _campaign_chosen(self) -> None:
        """Ask for a channel where no campaign says it."""
        self.channel.setVisible(self._without)

    def _channelled(self, text: str) -> str:
        if not text and self._without:
            raise RefusedError("Say which channel it was for.")
        return text
