"""The form for a campaign, a new one or one that changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.campaigns import Campaign
from warmcalls.domain.errors import RefusedError
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.theme import Theme

CODES: Final = "spring-webinar, Webinar 2026"
SPELT: Final = "How its links and ad tools spell it (utm_campaign, ad names), with commas between."


@dataclass(frozen=True, slots=True)
class CampaignSaid:
    """What the form says.

    Attributes:
        starts, ends: ISO days, or empty.
        budget: for the whole of it, minor units; None for none.
        codes: the spellings that mean it.
    """

    name: str
    channel: str
    starts: str
    ends: str
    budget: int | None
    hypothesis: str
    codes: tuple[str, ...]


class CampaignSheet(FormSheet):
    """Asks for everything one decides about a campaign.

    Args:
        theme: the theme.
        today: the business day, ISO.
        channels: those that are known, offered while one types.
        campaign: the one that changes; None for a new one.
        currency: the agency's.
    """

    def __init__(
        self,
        theme: Theme,
        today: str,
        *,
        channels: Sequence[str] = (),
        campaign: Campaign | None = None,
        currency: str = "GBP",
    ) -> None:
        title = f"Edit {campaign.name}" if campaign else "New campaign"
        super().__init__(theme, title, "Save" if campaign else "Add campaign")
        self.name = Field(theme, "Name", hint="as colleagues call it", check=_named, longest=120)
        self.channel = OfferField(theme, "Channel", channels, hint="Webinar, E-mail, Search ad")
        self.starts = DayField(theme, "Starts", today, hint="1 Mar, today")
        self.ends = DayField(theme, "Ends", today, hint="runs on", last=True)
        self.budget = MoneyField(theme, "Budget for the whole of it", currency=currency)
        self.hypothesis = LongField(
            theme, "What we hope it shows", hint="what would make it worth doing again"
        )
        self.codes = OfferField(theme, "Codes that mean it", (), hint=CODES, many=True)
        self.ask(self.name)
        self.ask(self.channel, self.budget)
        self.ask(self.starts, self.ends)
        self.ask(self.hypothesis)
        self.ask(self.codes, hint=SPELT)
        self.body.addStretch()
        if campaign:
            self._show(campaign)
        self.setFocusProxy(self.name)

    def said(self) -> CampaignSaid | None:
        """Return what was typed, or None where it would end before it starts."""
        starts, ends = self.starts.day or "", self.ends.day or ""
        if starts and ends and ends < starts:
            self.ends.refuse("It would end before it starts.")
            self.ends.setFocus()
            return None
        return CampaignSaid(
            name=" ".join(self.name.text.split()),
            channel=" ".join(self.channel.text.split()),
            starts=starts,
            ends=ends,
            budget=self.budget.amount,
            hypothesis=self.hypothesis.text,
            codes=_codes(self.codes.text),
        )

    def _show(self, campaign: Campaign) -> None:
        self.name.line.setText(campaign.name)
        self.channel.line.setText(campaign.channel)
        self.starts.show_day(campaign.starts)
        self.ends.show_day(campaign.ends)
        self.budget.show_amount(campaign.budget)
        self.hypothesis.editor.setPlainText(campaign.hypothesis)
        self.codes.line.setText(", ".join(campaign.codes))
        for field in (self.name, self.channel, self.codes):
            field.line.setCursorPosition(0)


def _named(text: str) -> str:
    if not text:
        raise RefusedError("A campaign needs a name.")
    return text


def _codes(text: str) -> tuple[str, ...]:
    """Return the codes of a list, each once, whatever the case."""
    spelt = (code.strip() for code in text.split(","))
    return tuple({code.lower(): code for code in spelt if code}.values())
