"""The form for something that ties signals to a client."""

from dataclasses import dataclass
from typing import Final

from warmcalls.domain.identities import IdentityKind
from warmcalls.importers.identity_checks import KINDS, check_identity, kind_of
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

MEANS: Final[dict[IdentityKind, str]] = {
    IdentityKind.DOMAIN: "Visits and e-mails from this domain are theirs.",
    IdentityKind.EMAIL: "What is done from this address is theirs, wherever it is.",
    IdentityKind.RANGE: "Visits from these addresses are theirs: their office network.",
    IdentityKind.NAME: "Lists that call them so mean them: an old name, a brand.",
    IdentityKind.TOKEN: "Visits through links with this token are theirs.",
    IdentityKind.EXTERNAL: "Exports of the other program that have this number mean them.",
}
PAST: Final = "Past ones too: they move as soon as it is added."


@dataclass(frozen=True, slots=True)
class IdentifierSaid:
    """An identifier as it was typed."""

    kind: IdentityKind
    text: str


class IdentifierSheet(FormSheet):
    """Asks for one identifier; what is typed says of which kind it is, until one is picked.

    Args:
        theme: the theme.
        client: whose it is.

    Attributes:
        submitted: the `IdentifierSaid`.
    """

    def __init__(self, theme: Theme, client: str) -> None:
        super().__init__(theme, f"{client} is also known by", "Add")
        self._picked = False
        self.text = Field(
            theme, "Known by", hint="northmoor.co.uk, 192.0.2.0/28, Northmoor Haulage Ltd",
            check=self._check,
        )  # fmt: skip
        self.kind = PickerField(theme, "Which is a", list(KINDS.items()))
        self.ask(self.text)
        self.ask(self.kind)
        self.means = self.say("")
        self.body.addStretch()
        self.text.changed.connect(self._guess)
        self.kind.changed.connect(self._pick)
        self._explain()
        self.setFocusProxy(self.text)

    @property
    def chosen(self) -> IdentityKind:
        """The kind that is chosen."""
        return IdentityKind(str(self.kind.chosen))

    def _check(self, text: str) -> str:
        return check_identity(self.chosen, text).value

    def _guess(self) -> None:
        if not self._picked and self.text.text:
            self.kind.picker.blockSignals(True)
            self.kind.choose(kind_of(self.text.text))
            self.kind.picker.blockSignals(False)
            self._explain()

    def _pick(self) -> None:
        self._picked = True
        self.text.accept()
        self._explain()

    def _explain(self) -> None:
        self.means.setText(f"{MEANS[self.chosen]} {PAST}")

    def refuse(self, why: str) -> None:
        """Say why it could not be added, at the field."""
        self.text.refuse(why)
        self.text.setFocus()

    def said(self) -> IdentifierSaid:
        """Return what was typed."""
        return IdentifierSaid(self.chosen, self.text.text)
