"""The forms for a contact and for the numbers of a front desk."""

from PySide6.QtCore import Signal

from warmcalls.domain.client_panel import ContactLine
from warmcalls.domain.contact_checks import check_email, check_person
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.ui.clients.sheets.phone_rows import PhoneRows
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.theme import Theme

OBJECTED = "{}. The entry stays, so that nobody rings them."


class ContactSheet(FormSheet):
    """Asks for everything of a contact.

    Args:
        theme: the theme.
        client: whose contact it is.
        contact: the one to change, None for a new one.

    Attributes:
        submitted: the `ContactSaid`.
        removed: the contact shall be taken out.
        objected: the contact objected to calls.
    """

    removed = Signal()
    objected = Signal()

    def __init__(self, theme: Theme, client: str, contact: ContactLine | None = None) -> None:
        line = contact or ContactLine(0, "")
        title = f"{line.name}, {client}" if contact else f"Add a contact at {client}"
        super().__init__(theme, title, "Save contact" if contact else "Add contact")
        self._kept_email = line.email
        self.name = Field(theme, "Name", hint="Priya Nair", check=check_person)
        self.role = Field(theme, "Role", hint="Head of People")
        self.email = Field(theme, "E-mail", hint="name@company.co.uk", check=self._email)
        for field, text in (
            (self.name, line.name), (self.role, line.role), (self.email, line.email),
        ):  # fmt: skip
            field.line.setText(text)
        self.phones = PhoneRows(theme, line.numbers)
        self.notes = LongField(theme, "Notes", text=line.notes)
        if line.objected:
            said = OBJECTED.format(line.objected[:1].upper() + line.objected[1:])
            self.say(said, role="bad")
        self.ask(self.name, self.role)
        self.ask(self.email, hint="What was done from this address before counts as theirs.")
        self.body.addWidget(self.phones)
        self.ask(self.notes)
        self.body.addStretch()
        self._take_rows()
        if contact is not None and not line.objected:
            self._offer_more()
        self.setFocusProxy(self.name)

    def _take_rows(self) -> None:
        for row in self.phones.rows:
            self.fields += [row.number, row.label]
        self.phones.added.connect(lambda *fields: self.fields.extend(fields))

    def _offer_more(self) -> None:
        """Offer what can be done about a contact that is there."""
        self.remove = Button(self.theme, "Remove", Look.QUIET, icon="ph.trash")
        self.bar = Button(self.theme, "Do not call", Look.QUIET, icon="ph.prohibit")
        self.remove.clicked.connect(self.removed)
        self.bar.clicked.connect(self.objected)
        for at, button in enumerate((self.remove, self.bar)):
            self.foot.insertWidget(at, button)

    def _email(self, text: str) -> str:
        """Check an address; one that was there before may stay as it was."""
        return text if text == self._kept_email else check_email(text)

    def refuse(self, why: str) -> None:
        """Say why it could not be done, at the field it is about."""
        email = self.email.text.lower()
        if email and email in why:
            self.email.refuse(why)
            self.email.setFocus()
        elif "is a contact here already" in why:
            self.name.refuse(why)
            self.name.setFocus()
        else:
            super().refuse(why)

    def said(self) -> ContactSaid:
        """Return what was typed."""
        return ContactSaid(
            self.name.text, self.role.text, self.email.text, self.phones.said, self.notes.text
        )


class FrontDeskSheet(FormSheet):
    """Asks for the numbers that belong to nobody in particular.

    Attributes:
        submitted: the numbers, a tuple of `PhoneSaid`.
    """

    def __init__(self, theme: Theme, client: str, line: ContactLine | None = None) -> None:
        super().__init__(theme, f"Front desk at {client}", "Save numbers")
        self.phones = PhoneRows(theme, line.numbers if line else ())
        self.body.addWidget(self.phones)
        self.body.addStretch()
        for row in self.phones.rows:
            self.fields += [row.number, row.label]
        self.phones.added.connect(lambda *fields: self.fields.extend(fields))
        self.setFocusProxy(self.phones.rows[0].number)

    def said(self) -> tuple[PhoneSaid, ...]:
        """Return what was typed."""
        return self.phones.said
