"""The form with which marketing answers a recruiter's verdict on a lead."""

from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout

from warmcalls.domain.behind import LeadLine
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.day_words import day_words
from warmcalls.domain.moments import day_of
from warmcalls.ui.campaigns.sheets.panels import Told
from warmcalls.ui.campaigns.sheets.words import SHORT_STATES, STATE_COLOURS, STATE_ICONS
from warmcalls.ui.components.chip import Chip
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.forms.tick import Tick
from warmcalls.ui.theme import Theme

WORDLESS: Final = "No words were written."


@dataclass(frozen=True, slots=True)
class AnswerSaid:
    """What marketing answers.

    Attributes:
        text: empty leaves the answer as it is.
        settled: nothing is left to do about it.
    """

    text: str
    settled: bool


class AnswerSheet(FormSheet):
    """Shows the recruiter's words and asks for an answer.

    Args:
        theme: the theme.
        line: the lead the recruiter judged.
        zone: the agency's.
    """

    def __init__(self, theme: Theme, line: LeadLine, zone: ZoneInfo) -> None:
        super().__init__(theme, f"Answer about {line.client}", "Send answer")
        self._line = line
        self._show_chips(line)
        quoted = f"“{line.note.strip()}”" if line.note.strip() else ""
        head, under = (quoted, line.words) if quoted else (line.words or WORDLESS, "")
        self.words = Told(theme, head, under, _who(line, zone), icon="ph.chat-text")
        self.body.addWidget(self.words)
        self.answer = LongField(
            theme, "Your answer", 4, text=line.answer,
            hint="what you will change, or what they may not know",
        )  # fmt: skip
        self.ask(self.answer)
        self.settled = Tick(theme, "Settled: nothing is left to do about it", on=line.settled)
        self.body.addWidget(self.settled)
        self.say("The recruiter reads it in the client’s timeline.")
        self.body.addStretch()
        self.answer.changed.connect(self._renew)
        self.settled.toggled.connect(self._renew)
        self._renew()
        self.setFocusProxy(self.answer)

    def said(self) -> AnswerSaid | None:
        """Return what was typed, or None where nothing is said."""
        if not (self.answer.text or self.settled.isChecked() or self._line.settled):
            self.answer.refuse("Write an answer, or mark it settled.")
            self.answer.setFocus()
            return None
        return AnswerSaid(self.answer.text, self.settled.isChecked())

    def _show_chips(self, line: LeadLine) -> None:
        """Show what became of the lead, and which client it is."""
        state = LeadState(line.state)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        colour = STATE_COLOURS.get(state, "")
        row.addWidget(Chip(self.theme, SHORT_STATES[state], STATE_ICONS[state], colour))
        for text in (f"Tier {line.tier}" if line.tier else "", line.sector):
            if text:
                row.addWidget(Chip(self.theme, text))
        row.addStretch()
        self.body.addLayout(row)

    def _renew(self) -> None:
        """Say on the button what it does."""
        typed, on = self.answer.text not in {"", self._line.answer}, self.settled.isChecked()
        if typed:
            self.set_verb("Answer and settle" if on else "Send answer")
        else:
            self.set_verb(self._untyped(on=on))

    def _untyped(self, *, on: bool) -> str:
        if on:
            return "Mark settled"
        return "Open again" if self._line.settled else "Send answer"


def _who(line: LeadLine, zone: ZoneInfo) -> str:
    """Return who said it, and since when it is a lead of which campaign."""
    since = f"lead of {line.campaign} since {day_words(day_of(line.at, zone))}"
    return f"{line.who}; {since}" if line.who else f"{since[0].upper()}{since[1:]}"
