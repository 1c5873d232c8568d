"""The form for one client and whom to ask for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from warmcalls.actions.saved_views import Choices
from warmcalls.domain.client_fields import tags_of
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.ui.clients import new_client_checks as checks
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.errors import TakenError

NOBODY = "Nobody yet"
PAUSE_MS = 150  # while one types a name
LONGEST_NAME = 40  # letters of a client in a button


class NewClientSheet(FormSheet):
    """Asks for a company and a contact; refuses at the field what cannot be.

    Args:
        theme: the theme.
        choices: sectors, tags and owners that are known.
        currency: the agency's.

    Attributes:
        submitted: a `Party`; close the sheet, or `refuse` with the reason.
        name_typed: a name to look up; answer with `show_known`.
        client_wanted: a client of that name shall be shown: its id.
    """

    name_typed = Signal(str)
    client_wanted = Signal(int)

    def __init__(self, theme: Theme, choices: Choices | None = None, currency: str = "GBP") -> None:
        super().__init__(theme, "Add a client", "Add client")
        known = choices or Choices()
        self._holder, self._taken = 0, ""
        self.company = Field(theme, "Company", check=self._free)
        self.tier = Field(theme, "Tier", hint="A, B or C", check=checks.tier, longest=1)
        self.open_button = Button(theme, "Open", small=True)
        self.open_button.hide()
        self.website = Field(theme, "Website", hint="www.company.co.uk", check=checks.website)
        self.phone = Field(theme, "Switchboard", hint="020 7946 0018", check=checks.phone)
        self.sector = OfferField(theme, "Sector", known.sectors)
        owners = [(None, NOBODY), *((name, name) for _, name in known.owners)]
        self.owner = PickerField(theme, "Owner", owners)
        self.fee = MoneyField(theme, "Expected fee", currency=currency)
        self.tags = OfferField(theme, "Tags", known.tags, hint="drivers, guide", many=True)
        self.contact = Field(theme, "Name", check=self._named)
        self.role = Field(theme, "Role", hint="Head of People")
        self.email = Field(theme, "E-mail", hint="name@company.co.uk", check=checks.email)
        self.direct = Field(theme, "Phone", hint="07700 900123", check=checks.phone)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(lambda: self.name_typed.emit(self.company.text))
        self.company.changed.connect(self._look_up)
        self.open_button.clicked.connect(lambda: self.client_wanted.emit(self._holder))
        self.setFocusProxy(self.company)

    def _lay_out(self) -> None:
        self.ask(self.company, self.tier, first=3)
        self.body.addWidget(self.open_button)
        self.ask(self.website, self.phone)
        self.ask(self.sector, self.owner)
        self.ask(self.fee, self.tags)
        self.body.addSpacing(self.theme.px(8))
        self.body.addWidget(PlainLabel(self.theme, "Whom to ask for", size=17, semibold=True))
        self.ask(self.contact, self.role)
        self.ask(self.email, self.direct)
        self.body.addStretch()

    # Whether it is here already

    def _look_up(self) -> None:
        self._forget()
        self._pause.start()

    def _forget(self) -> None:
        self._holder, self._taken = 0, ""
        self.open_button.hide()

    def show_known(self, typed: str, taken: "TakenError | None") -> None:
        """Say whether a name that was typed is a client's already; too late is not at all."""
        if typed != self.company.text:
            return
        if taken is not None:
            self.refuse_taken(taken)
        elif self._holder:
            self._forget()
            self.company.accept()

    def refuse_taken(self, error: "TakenError") -> None:
        """Say that the client is here already, and offer to open it."""
        self._holder, self._taken = error.client_id, str(error)
        name = error.client
        short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
        self.open_button.setText(f"Open {short}")
        self.open_button.setAccessibleName(f"Open {name}")
        self.open_button.updateGeometry()
        self.open_button.show()
        self.company.refuse(self._taken)

    def refuse(self, why: str) -> None:
        """Say why the client could not be added; everything typed stays."""
        self.company.refuse(why)
        self.company.setFocus()

    def _free(self, text: str) -> str:
        if self._taken:
            raise RefusedError(self._taken)
        return checks.company(text)

    # What was typed

    def said(self) -> Party:
        """Return what was typed."""
        client = IncomingClient(
            name=self.company.text,
            tier=self.tier.value() or "",
            sector=self.sector.text,
            owner=str(self.owner.chosen or ""),
            expected_fee=self.fee.amount,
            website=self.website.value() or "",
            phones=_numbers(self.phone, "switchboard"),
            tags=tags_of(self.tags.text),
        )
        return Party(0, client, contact=self._contact())

    def _contact(self) -> IncomingContact | None:
        if not self.contact.text:
            return None
        email = self.email.value()
        return IncomingContact(
            name=self.contact.text,
            role=self.role.text,
            emails=(email,) if email else (),
            phones=_numbers(self.direct, "direct"),
        )

    def _named(self, text: str) -> str:
        told = any(field.text for field in (self.role, self.email, self.direct))
        return checks.named(text, needed=told)


def _numbers(field: Field, label: str) -> tuple[IncomingPhone, ...]:
    number = field.value()
    return (IncomingPhone(number, label),) if number else ()
