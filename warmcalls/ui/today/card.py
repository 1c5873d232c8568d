"""The call card: everything one looks at while ringing, above the keypad."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.calls import CallCard, WarmCall
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.components.notes import Notes
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import contact_lines
from warmcalls.ui.today.card_head import CardHead
from warmcalls.ui.today.contacts import Contacts
from warmcalls.ui.today.key import Link
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.opener import Opener
from warmcalls.ui.today.timeline import Timeline

NOTES = 66
LOW_NOTES = 40
LEAST = 400


class Card(QWidget):
    """Shows a call at once from what the list knows, and the rest when its card is here."""

    dialled = Signal(str)
    client_wanted = Signal()
    signal_wanted = Signal()
    why_wanted = Signal()

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._call: WarmCall | None = None
        self._titles: list[QHBoxLayout] = []
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._head, self._contacts = CardHead(theme), Contacts(theme)
        self._opener, self._timeline = Opener(theme), Timeline(theme, now)
        self.notes = Notes(theme)
        self._why = PlainLabel(theme, role="text2", wraps=True)
        self._apart = ElidedLabel(theme, size=11, role="text3")
        self._add = Link(theme, "add what you heard…", "A")
        self._head.why_wanted.connect(self.why_wanted)
        self._contacts.dialled.connect(self.dialled)
        self._contacts.more_wanted.connect(self.client_wanted)
        self._timeline.more_wanted.connect(self.client_wanted)
        self._add.clicked.connect(self.signal_wanted)
        self._lay_out()
        self.set_compact(compact=False)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(24), 0, px(24), px(14))
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._contacts)
        self._column.addWidget(self._why)
        self._column.addWidget(self._opener)
        self._column.addLayout(self._title("What happened", [self._apart, self._add]))
        self._column.addWidget(self._timeline, 1)
        saved = PlainLabel(self._theme, "saved as you type  ·  / to write", size=11, role="text3")
        self._column.addLayout(self._title("Notes", [saved], stretch=False))
        self._column.addWidget(self.notes)

    def _title(self, text: str, others: list[QWidget], *, stretch: bool = True) -> QHBoxLayout:
        px, row = self._theme.px, QHBoxLayout()
        self._titles.append(row)
        row.setSpacing(px(12 if stretch else 8))
        row.addWidget(PlainLabel(self._theme, text, size=11, role="text2", semibold=True))
        if stretch:
            row.addStretch(1)
        for other in others:
            row.addWidget(other)
        if not stretch:
            row.addStretch(1)
        return row

    def show_call(self, call: WarmCall, top: float) -> None:
        """Show what the list knows of a call."""
        self._call = call
        self._head.show_call(call, top)
        self._contacts.show_lines(contact_lines.of_call(call, self._now))
        self._opener.show_words(call.opener)
        self._why.setText(call.why)
        self._timeline.show_entries(())
        self._apart.setText("")
        self.notes.clear_for(call.client_id)

    def show_card(self, card: CallCard) -> None:
        """Add what the client's record says; a card that came too late is left out."""
        if self._call is None or card.client.id != self._call.client_id:
            return
        self._head.show_card(card)
        self._contacts.show_lines(contact_lines.of_card(card, self._call, self._now))
        self._timeline.show_entries(card.timeline, "Nothing yet: this is the first contact.")
        self._apart.setText(_apart_words(card.candidate_visits))
        self.notes.show_notes(card.client.id, card.client.notes)

    def dial(self) -> None:
        """Ring the one this call asks for."""
        self._contacts.dial()

    def minimumSizeHint(self) -> QSize:
        """Return the room it needs where the window is low, so that it can become low."""
        return QSize(self._theme.px(480), self._theme.px(LEAST))

    def set_compact(self, *, compact: bool) -> None:
        """Take less room, where the window is low."""
        self._head.set_compact(compact=compact)
        self._contacts.set_compact(compact=compact)
        self._opener.set_compact(compact=compact)
        self._why.setContentsMargins(0, 0, 0, self._theme.px(10))
        self._why.setVisible(not compact)  # the row's tooltip still says it whole
        for title in self._titles:
            title.setContentsMargins(0, self._theme.px(8 if compact else 12), 0, self._theme.px(4))
        self.notes.setFixedHeight(self._theme.px(LOW_NOTES if compact else NOTES))
        self._column.setContentsMargins(
            self._theme.px(24), 0, self._theme.px(24), self._theme.px(10 if compact else 14)
        )


def _apart_words(visits: int) -> str:
    """Return what was kept apart since it may come from candidates."""
    if not visits:
        return ""
    noun = "visit" if visits == 1 else "visits"
    pronoun = "it may be a candidate" if visits == 1 else "they may be candidates"
    return f"{visits} {noun} to job pages kept apart: {pronoun}"
