"""The form for a signal nobody's file holds: a referral, a meeting, a call that came in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from warmcalls.domain.kinds import Kind
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.choice import Choice, ChoiceList
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

KINDS: Final = {
    Kind.REFERRAL: Choice("Referral", "Somebody recommended us to them.", "handshake"),
    Kind.MET: Choice("Met in person", "A meeting, a coffee, a visit.", "coffee"),
    Kind.CANDIDATE_HIRING: Choice(
        "Former candidate, now hiring", "Somebody we placed is in charge there.", "user-circle-plus"
    ),
    Kind.PHONE_IN: Choice("Phoned in", "They rang us.", "phone-incoming"),
    Kind.EVENT_SPOKE: Choice("Spoke at an event", "A talk with them at a fair or panel.", "chats"),
}


@dataclass(frozen=True, slots=True)
class NewSignal:
    """What the form says.

    Attributes:
        at: UTC microseconds.
    """

    kind: Kind
    at: int
    subject: str
    note: str


class AddSignalSheet(SideSheet):
    """Asks what happened, when, where, and what is worth remembering.

    Args:
        theme: the theme.
        client: whom it is about, as the head names it.
        when: reads "today", "yesterday" or a date; raises `RefusedError` with the reason.

    Attributes:
        submitted: a `NewSignal`.
    """

    submitted = Signal(object)

    def __init__(self, theme: Theme, client: str, when: Callable[[str], int]) -> None:
        super().__init__(theme, f"Add a signal to {client}")
        self.kinds = ChoiceList(theme, list(KINDS.values()), "What happened")
        self._read_when = when
        self.when = Field(theme, "When", hint="today, yesterday, 28 February", check=self._checked)
        self.when.line.setText("today")
        self.subject = Field(theme, "Which event or who", hint="as a colleague would name it")
        self.note = Field(theme, "Note", hint="what is worth remembering", longest=2000)
        asked = QVBoxLayout()
        asked.setSpacing(theme.px(6))
        asked.addWidget(PlainLabel(theme, "What happened", size=11, semibold=True, role="text2"))
        asked.addWidget(self.kinds)
        self.body.addLayout(asked)
        self.kinds.submitted.connect(self.submit)
        for field in (self.when, self.subject, self.note):
            self.body.addWidget(field)
            field.submitted.connect(self.submit)
        self.body.addStretch()
        self._at = 0
        self.foot.addStretch()
        self.add_button = Button(theme, "Add signal", Look.PRIMARY, key="Enter")
        self.add_button.clicked.connect(self.submit)
        self.foot.addWidget(self.add_button)
        self.setFocusProxy(self.kinds)

    def refuse(self, why: str) -> None:
        """Say why it could not be added; everything typed stays."""
        self.when.refuse(why)

    def submit(self) -> None:
        """Hand the values over, or say at the field what is wrong."""
        if self.when.value() is None:
            self.when.setFocus()
            return
        kind = list(KINDS)[self.kinds.chosen]
        self.submitted.emit(NewSignal(kind, self._at, self.subject.text, self.note.text))

    def _checked(self, text: str) -> str:
        self._at = self._read_when(text or "today")
        return text
