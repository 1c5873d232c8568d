"""Feedback that waits for marketing: what a recruiter said of a lead, and Answer."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.behind import LeadLine
from warmcalls.ui.campaigns.panel import QUOTE_LINES, Panel
from warmcalls.ui.campaigns.words import day_words
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.clamped_label import ClampedLabel
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme

FIRST, MORE = 5, 20
TITLE = "Waiting for your answer"


class Feedback(Panel):
    """The newest verdicts that nobody settled; more of them on demand.

    Attributes:
        answer_wanted: a `LeadLine` that somebody wants to answer.
        settle_wanted: a `LeadLine` that needs no answer.
    """

    answer_wanted = Signal(object)
    settle_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, TITLE)
        self._waiting: Sequence[LeadLine] = ()
        self._zone, self._shown = ZoneInfo("UTC"), FIRST
        self._stops: list[tuple[Button, Button]] = []
        self.more = Button(theme, "", Look.QUIET, small=True)
        self.more.clicked.connect(self._show_more)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lines(
        self, waiting: Sequence[LeadLine], zone: ZoneInfo, *, anew: bool = False
    ) -> None:
        """Show what waits; of another campaign the first few again."""
        at = self._focused()
        self._waiting, self._zone = waiting, zone
        if anew:
            self._shown = FIRST
        self.show_head(TITLE, f"{len(waiting):,}" if waiting else "")
        self.clear()
        self._stops = []
        if not waiting:
            self.say("Nothing waits: every verdict is answered or settled.")
        for number, line in enumerate(waiting[: self._shown]):
            if number:
                self.lines.addWidget(Rule(self.theme))
            self.lines.addWidget(self._line(line))
        left = len(waiting) - self._shown
        self.more.setVisible(left > 0)
        self.more.setText(f"Show {min(left, MORE):,} more")
        self.more.setAccessibleName(self.more.text())
        self.more.updateGeometry()
        if at and self._stops:
            place, which = at
            self._stops[min(place, len(self._stops) - 1)][which].setFocus()

    @property
    def in_sight(self) -> set[int]:
        """The outcomes whose verdicts are shown here."""
        return {line.outcome_id for line in self._waiting[: self._shown]}

    def _focused(self) -> tuple[int, int] | None:
        """Return which line and button has the focus: who answers goes on with the next line."""
        return next(
            (
                (place, which)
                for place, pair in enumerate(self._stops)
                for which, button in enumerate(pair)
                if button.hasFocus()
            ),
            None,
        )

    def _show_more(self) -> None:
        self._shown += MORE
        self.show_lines(self._waiting, self._zone)

    def _line(self, line: LeadLine) -> QWidget:
        px, box = self.theme.px, QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, px(6), 0, px(6))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(self.theme, line.client, semibold=True))
        if line.note:
            words.addWidget(ClampedLabel(self.theme, f"“{line.note}”", QUOTE_LINES))
        since = f"a lead since {day_words(line.at, self._zone)}"
        about = "; ".join(part for part in (line.words, line.who, since) if part)
        words.addWidget(ElidedLabel(self.theme, about, size=11, role="text2"))
        if line.answer:
            said = f"You answered: {line.answer}"
            words.addWidget(ElidedLabel(self.theme, said, size=11, role="text2"))
        row.addLayout(words, 1)
        settle = Button(self.theme, "Settled", Look.QUIET, small=True)
        settle.setAccessibleName(f"Settled: {line.client}")
        settle.clicked.connect(lambda: self.settle_wanted.emit(line))
        answer = Button(self.theme, "Answer…", small=True)
        answer.setAccessibleName(f"Answer about {line.client}")
        answer.clicked.connect(lambda: self.answer_wanted.emit(line))
        self._stops.append((settle, answer))
        row.setSpacing(px(4))
        for button in (settle, answer):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return box
