"""The form for one client and whom to ask for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.ui.clients import new_client_checks as checks
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme


class NewClientSheet(SideSheet):
    """Asks for a company and a contact; refuses at the field what cannot be.

    Attributes:
        submitted: a `Party`; close the sheet, or `refuse` with the reason.
    """

    submitted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Add a client")
        self.company = Field(theme, "Company", check=checks.company)
        self.tier = Field(theme, "Tier", hint="A, B or C", check=checks.tier, longest=1)
        self.website = Field(theme, "Website", hint="www.company.co.uk", check=checks.website)
        self.phone = Field(theme, "Switchboard", hint="020 7946 0018", check=checks.phone)
        self.contact = Field(theme, "Name", check=self._named)
        self.role = Field(theme, "Role", hint="Head of People")
        self.email = Field(theme, "E-mail", hint="name@company.co.uk", check=checks.email)
        self.direct = Field(theme, "Phone", hint="07700 900123", check=checks.phone)
        self.fields = (
            *(self.company, self.tier, self.website, self.phone),
            *(self.contact, self.role, self.email, self.direct),
        )
        self._lay_out()
        for field in self.fields:
            field.submitted.connect(self.submit)
        self.foot.addStretch()
        self.add_button = Button(theme, "Add client", Look.PRIMARY, key="Enter")
        self.add_button.clicked.connect(self.submit)
        self.foot.addWidget(self.add_button)
        self.setFocusProxy(self.company)

    def refuse(self, why: str) -> None:
        """Say why the client could not be added; everything typed stays."""
        self.company.refuse(why)
        self.company.setFocus()

    def submit(self) -> None:
        """Hand the client over, or go to the first field that is wrong."""
        wrong = [field for field in self.fields if field.value() is None]
        if wrong:
            wrong[0].setFocus()
            return
        self.submitted.emit(self._party())

    def _party(self) -> Party:
        client = IncomingClient(
            name=self.company.text,
            tier=self.tier.value() or "",
            website=self.website.value() or "",
            phones=_numbers(self.phone, "switchboard"),
        )
        if not self.contact.text:
            return Party(0, client)
        email = self.email.value()
        contact = IncomingContact(
            name=self.contact.text,
            role=self.role.text,
            emails=(email,) if email else (),
            phones=_numbers(self.direct, "direct"),
        )
        return Party(0, client, contact=contact)

    def _named(self, text: str) -> str:
        told = any(field.text for field in (self.role, self.email, self.direct))
        return checks.named(text, needed=told)

    def _lay_out(self) -> None:
        self.body.addLayout(self._row(self.company, self.tier))
        self.body.addLayout(self._row(self.website, self.phone, equal=True))
        self.body.addSpacing(self.theme.px(8))
        head = PlainLabel(self.theme, "Whom to ask for", size=17, semibold=True)
        self.body.addWidget(head)
        self.body.addLayout(self._row(self.contact, self.role, equal=True))
        self.body.addLayout(self._row(self.email, self.direct, equal=True))
        self.body.addStretch()
        for earlier, later in zip(self.fields, self.fields[1:], strict=False):
            QWidget.setTabOrder(earlier.line, later.line)

    def _row(self, one: Field, other: Field, *, equal: bool = False) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(16))
        row.addWidget(one, 1 if equal else 3)
        row.addWidget(other, 1)
        return row


def _numbers(field: Field, label: str) -> tuple[IncomingPhone, ...]:
    number = field.value()
    return (IncomingPhone(number, label),) if number else ()
