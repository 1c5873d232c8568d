"""The form in which marketing and sales write down who is a lead."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal

from warmcalls.domain.clients import Tier
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.lead_criteria import LeadCriteria
from warmcalls.ui.campaigns.sheets.panels import Answer
from warmcalls.ui.campaigns.sheets.words import counted
from warmcalls.ui.campaigns.words import per_cent
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.forms.tick import Tick, TickRow
from warmcalls.ui.theme import Theme

PAUSE_MS: Final = 250
NOTHING: Final = "Nothing is asked for yet: every lead meets it."


class CriteriaSheet(FormSheet):
    """Asks what a client must be like to be a lead, and shows how many are.

    Args:
        theme: the theme.
        criteria: as they are written down now.
        sectors: those of clients, offered while one types.

    Attributes:
        submitted: the `LeadCriteria` as typed.
        asked: how many leads meet these `LeadCriteria`; answer with `show_share`.
    """

    asked = Signal(object)

    def __init__(
        self, theme: Theme, criteria: LeadCriteria, *, sectors: Sequence[str] = ()
    ) -> None:
        super().__init__(theme, "Who is a lead", "Save")
        self.words = LongField(
            theme, "In our own words", 4, text=criteria.words,
            hint="what marketing and sales agreed; it is shown, not checked",
        )  # fmt: skip
        self.tiers = TickRow(theme, "Tiers", [each.value for each in Tier], criteria.tiers)
        self.sectors = OfferField(theme, "Sectors", sectors, hint="any sector", many=True)
        self.sectors.line.setText(", ".join(criteria.sectors))
        self.fewest = Field(theme, "Staff from", hint="any", check=_staff, longest=7)
        self.most = Field(theme, "Staff up to", hint="any", check=_staff, longest=7)
        for field, limit in ((self.fewest, criteria.staff_min), (self.most, criteria.staff_max)):
            field.line.setText("" if limit is None else f"{limit:,}")
        self.contact = Tick(theme, "Somebody there is known by name", on=criteria.needs_contact)
        self.number = Tick(theme, "There is a number that may be rung", on=criteria.needs_number)
        self.ask(self.words)
        self.ask(self.tiers)
        self.ask(self.sectors)
        self.ask(self.fewest, self.most)
        self.part("Needed", self.contact, self.number)
        self.share = Answer(theme, NOTHING, "ph.funnel")
        self.body.addWidget(self.share)
        self.body.addStretch()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._connect()
        self._renew()
        self.setFocusProxy(self.words)

    def show_share(self, meeting: int, leads: int) -> None:
        """Say how many of the leads of the period meet what is typed."""
        if not leads:
            self.share.wait("No leads in this period to try it on.")
            return
        whole = counted(leads, "lead", "leads")
        self.share.show_answer(f"{per_cent(meeting / leads)} meet it: {meeting:,} of {whole}.")

    def said(self) -> LeadCriteria | None:
        """Return what was typed, or None where nobody could be of the size."""
        typed = self._typed()
        least, most = typed.staff_min, typed.staff_max
        if least is not None and most is not None and most < least:
            self.most.refuse("The most are fewer than the fewest.")
            self.most.setFocus()
            return None
        return typed

    def _typed(self) -> LeadCriteria:
        sectors = (name.strip() for name in self.sectors.text.split(","))
        return LeadCriteria(
            words=self.words.text,
            tiers=self.tiers.ticked,
            sectors=tuple({name.casefold(): name for name in sectors if name}.values()),
            staff_min=_number(self.fewest.text),
            staff_max=_number(self.most.text),
            needs_contact=self.contact.isChecked(),
            needs_number=self.number.isChecked(),
        )

    def _connect(self) -> None:
        for field in (self.tiers, self.sectors, self.fewest, self.most):
            field.changed.connect(self._renew)
        for tick in (self.contact, self.number):
            tick.toggled.connect(self._renew)

    def _renew(self) -> None:
        """Ask how many meet it, once nobody types."""
        if self._typed().checks:
            self._pause.start()
        else:
            self._pause.stop()
            self.share.wait(NOTHING)

    def _ask(self) -> None:
        self.asked.emit(self._typed())


def _number(text: str) -> int | None:
    bare = text.replace(",", "").replace(" ", "")
    return int(bare) if bare.isdecimal() else None


def _staff(text: str) -> str:
    if text and _number(text) is None:
        raise RefusedError("Say it as a whole number, or leave it empty.")
    return text
