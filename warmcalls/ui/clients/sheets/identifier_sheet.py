"""The form for something that ties signals to a client."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.domain.errors import TakenError
from warmcalls.domain.identities import IdentityKind
from warmcalls.importers.identity_checks import BRIEFLY, KINDS, check_identity, kind_of
from warmcalls.ui.components.buttons import Button
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
UNDECIDED: Final = "Choose what it is"
UNCLEAR: Final = "It may be a name they use or a token: choose which."
OFFERS: Final = "A domain, an address or a network says itself what it is; of a word you say it."
LONGEST_NAME: Final = 28  # letters of a client in a button


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
        client_wanted: the client who has it already shall be shown: its id.
        merge_wanted: that client is the same as this one: its id.
    """

    client_wanted = Signal(int)
    merge_wanted = Signal(int)

    def __init__(self, theme: Theme, client: str) -> None:
        super().__init__(theme, f"{client} is also known by", "Add")
        self._picked, self._holder = False, 0
        self.text = Field(
            theme, "Known by", hint="northmoor.co.uk, 192.0.2.0/28, Northmoor Haulage Ltd",
            check=self._check,
        )  # fmt: skip
        self.kind = PickerField(
            theme, "Which is a", [(None, UNDECIDED), *KINDS.items()], needed=UNCLEAR
        )
        self.ask(self.text)
        self.open_button, self.merge_button = Button(theme, "Open"), Button(theme, "Merge…")
        self.ways = self._ways_out()
        self.ask(self.kind)
        self.means = self.say("")
        self.body.addStretch()
        self.text.changed.connect(self._guess)
        self.kind.changed.connect(self._pick)
        self.open_button.clicked.connect(lambda: self.client_wanted.emit(self._holder))
        self.merge_button.clicked.connect(lambda: self.merge_wanted.emit(self._holder))
        self._explain()
        self.setFocusProxy(self.text)

    def _ways_out(self) -> QWidget:
        """Add what can be done where another client has it."""
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(self.open_button)
        row.addWidget(self.merge_button)
        row.addStretch()
        ways.hide()
        self.body.addWidget(ways)
        return ways

    @property
    def chosen(self) -> IdentityKind | None:
        """The kind that is chosen; None while nobody can tell."""
        kind = self.kind.chosen
        return None if kind is None else IdentityKind(str(kind))

    def _check(self, text: str) -> str:
        kind = self.chosen
        if kind is None:
            # an empty field is asked for; what is typed waits for its kind
            return text or check_identity(IdentityKind.DOMAIN, text).value
        return check_identity(kind, text).value

    def _guess(self) -> None:
        self._forget_holder()
        if self._picked or not self.text.text:
            return
        self.kind.picker.blockSignals(True)
        self.kind.choose(kind_of(self.text.text))
        self.kind.picker.blockSignals(False)
        self.kind.accept()
        self._explain()

    def _pick(self) -> None:
        self._picked = self.chosen is not None
        self._forget_holder()
        self.text.accept()
        self._explain()

    def _explain(self) -> None:
        kind = self.chosen
        self.means.setText(OFFERS if kind is None else f"{MEANS[kind]} {PAST}")
        self.set_verb("Add" if kind is None else f"Add {BRIEFLY[kind]}")

    def _forget_holder(self) -> None:
        self._holder = 0
        self.ways.hide()

    def refuse(self, why: str) -> None:
        """Say why it could not be added, at the field."""
        self.text.refuse(why)
        self.text.setFocus()

    def refuse_taken(self, error: TakenError) -> None:
        """Say which client has it, and offer to go there or to make the two one."""
        self.refuse(str(error))
        self._holder, name = error.client_id, error.client
        short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
        for button, words in ((self.open_button, f"Open {short}"), (self.merge_button, "Merge…")):
            button.setText(words)
            button.updateGeometry()
        self.open_button.setAccessibleName(f"Open {name}")
        self.merge_button.setAccessibleName(f"Merge with {name}")
        self.ways.show()

    def said(self) -> IdentifierSaid | None:
        """Return what was typed."""
        kind = self.chosen
        return None if kind is None else IdentifierSaid(kind, self.text.text)
