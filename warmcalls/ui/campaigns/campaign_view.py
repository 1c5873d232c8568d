"""One campaign's own page: its figures, what became of its leads, and what is to be answered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from warmcalls.domain.campaigns import Alarm
from warmcalls.domain.settings import Settings
from warmcalls.ui.campaigns.alarm_card import AlarmCard
from warmcalls.ui.campaigns.campaign_head import CampaignHead
from warmcalls.ui.campaigns.facts import fact_lines, speed_lines
from warmcalls.ui.campaigns.feedback import Feedback
from warmcalls.ui.campaigns.figures import FigureRow
from warmcalls.ui.campaigns.lead_bar import LeadBar
from warmcalls.ui.campaigns.legend import Legend
from warmcalls.ui.campaigns.month_bars import MonthBars
from warmcalls.ui.campaigns.panel import Panel
from warmcalls.ui.campaigns.rates import Rates
from warmcalls.ui.campaigns.words import counts_words, on_lists_words, quote_words
from warmcalls.ui.components.columns import Columns
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.scrolling import scrolling
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.campaign_story import CampaignStory

MOST_LINES, MOST_QUOTES = 5, 6
PANEL, HALF = 264, 400
NOBODY = "Nobody wrote anything down yet."
ALL_WAIT = "All they wrote waits for your answer."


class CampaignView(QWidget):
    """A campaign's own page.

    Attributes:
        left: back to all campaigns.
        deed_wanted: something is to be done about it: the deed's name and the campaign's figures.
        rows_wanted: the rows behind a figure are wanted: the figure's name and the campaign's.
        leads_wanted: the leads of a piece of the bar are wanted: campaign id and `LeadState`.
        answer_wanted: feedback is to be answered: its `LeadLine` and the campaign id.
        settle_wanted: feedback is settled without an answer: the same.
        stop_wanted, sample_wanted, dismiss_wanted: of its warning: its `Alarm`.
        campaign_id: which it is.
    """

    left = Signal()
    deed_wanted = Signal(str, object)
    rows_wanted = Signal(str, object)
    leads_wanted = Signal(int, object)
    answer_wanted = Signal(object, int)
    settle_wanted = Signal(object, int)
    stop_wanted = Signal(object)
    sample_wanted = Signal(object)
    dismiss_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.campaign_id = theme, 0
        self._shown: tuple[CampaignStory, Settings, Alarm | None] | None = None
        self.head, self.figures = CampaignHead(theme), FigureRow(theme)
        self.card: AlarmCard | None = None
        self.advice = PlainLabel(theme, role="text2", wraps=True)
        self.bar, self.legend = LeadBar(theme), Legend(theme)
        self.leads = _panel(theme, "What became of the leads", self.bar, self.legend)
        self.rejected = Panel(theme, "Rejected before a call")
        self.disqualified = Panel(theme, "Disqualified after a call")
        self.rates, self.speed = Rates(theme), Panel(theme, "How long it takes")
        self.facts, self.said = (
            Panel(theme, "The campaign"),
            Panel(theme, "In the recruiters’ words"),
        )
        self.months = MonthBars(theme)
        self.money = _panel(theme, "By month", self.months)
        self.feedback, self.tests = Feedback(theme), _panel(theme, "Experiments")
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        self.head.back.clicked.connect(self.left)
        self.head.deed_wanted.connect(lambda deed: self.deed_wanted.emit(deed, self.head.row))
        self.figures.rows_wanted.connect(lambda name: self.rows_wanted.emit(name, self.head.row))
        self.bar.chosen.connect(lambda state: self.leads_wanted.emit(self.campaign_id, state))
        self.feedback.answer_wanted.connect(
            lambda line: self.answer_wanted.emit(line, self.campaign_id)
        )

        self.feedback.more.clicked.connect(self._show_quotes)
        self.feedback.settle_wanted.connect(
            lambda line: self.settle_wanted.emit(line, self.campaign_id)
        )

    def await_story(self, campaign_id: int) -> None:
        """Clear the page for another campaign."""
        if campaign_id != self.campaign_id:
            self.campaign_id = campaign_id
            self._content.hide()
            self._around.verticalScrollBar().setValue(0)

    def show_story(self, story: "CampaignStory", agency: Settings, alarm: Alarm | None) -> None:
        """Show everything about a campaign; its warning with what can be done at once."""
        row, zone, anew = story.figures, agency.zone, self._content.isHidden()
        if (story, agency, alarm) == self._shown and not anew:
            return
        self._shown = (story, agency, alarm)
        self.head.show_campaign(row)
        self._show_alarm(alarm, row.sampled, agency.currency)
        sampled = on_lists_words(row.sampled)
        self.advice.setText(f"{row.advice} {sampled and f'{sampled}.'}".strip())
        self.advice.setVisible(bool(self.advice.text()) and alarm is None)
        self.figures.show_story(story, agency.currency)
        self.bar.show_row(row)
        self.leads.setVisible(row.leads > 0)
        self._show_reasons(self.rejected, "Rejected before a call", story.rejected)
        self._show_reasons(self.disqualified, "Disqualified after a call", story.disqualified)
        self.rates.show_row(row)
        self.speed.show_counts(speed_lines(story), "")
        self.facts.show_facts(fact_lines(row, story, agency.currency))
        self.months.show_months(story.months, agency.currency)
        self.feedback.show_lines(story.feedback, zone, anew=anew)
        self._show_words(story)
        self._content.show()
        if anew:
            self._around.verticalScrollBar().setValue(0)

    def _show_alarm(self, alarm: Alarm | None, sampled: int, currency: str) -> None:
        if self.card is not None:
            if (self.card.alarm, self.card.sampled) == (alarm, sampled):
                return
            if self.card.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._inside.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        if alarm is not None:
            self.card = AlarmCard(self._theme, alarm, currency, sampled=sampled)
            self.card.stop_wanted.connect(self.stop_wanted)
            self.card.sample_wanted.connect(self.sample_wanted)
            self.card.dismiss_wanted.connect(self.dismiss_wanted)
            self._inside.insertWidget(0, self.card)

    def _show_reasons(self, panel: Panel, title: str, counts: Sequence[tuple[str, int]]) -> None:
        total = sum(count for _, count in counts)
        panel.show_head(title, f"{total:,}" if total else "")
        panel.show_counts(counts_words(counts, MOST_LINES), "None so far.")

    def _show_words(self, story: "CampaignStory") -> None:
        self._show_quotes()
        tests = [(name, state) for _, name, state in story.experiments]
        self.tests.show_facts(tests, "It is in no experiment.")

    def _show_quotes(self) -> None:
        """Show what was said, but not what the feedback shows; what is settled comes first."""
        if self._shown is None:
            return
        story, agency, _ = self._shown
        waiting, there = {line.outcome_id for line in story.feedback}, self.feedback.in_sight
        left = [quote for quote in story.quotes if quote.outcome_id not in there]
        left.sort(key=lambda quote: quote.outcome_id in waiting)
        quotes = [quote_words(quote, agency.zone) for quote in left]
        self.said.show_quotes(quotes, ALL_WAIT if story.quotes else NOBODY, MOST_QUOTES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        px, self._content = self._theme.px, QWidget()
        self._inside = inside = QVBoxLayout(self._content)
        inside.setContentsMargins(px(24), px(16), px(24), px(24))
        inside.setSpacing(px(12))
        gap, least = px(12), px(PANEL)
        reasons = Columns((self.rejected, self.disqualified, self.rates), least, gap)
        sides = (_column(gap, self.said, self.money), _column(gap, self.feedback, self.tests))
        halves = Columns(sides, px(HALF), gap)
        others = Columns((self.facts, self.speed), px(HALF), gap)
        for part in (self.advice, self.figures, self.leads, reasons, halves, others):
            inside.addWidget(part)
        inside.addStretch(1)
        self._around = around = scrolling(self._content)
        around.setFrameShape(QFrame.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(around, 1)
        self.setFocusProxy(self.head.back)


def _panel(theme: Theme, title: str, *parts: QWidget) -> Panel:
    """Return a panel that holds some parts."""
    panel = Panel(theme, title)
    panel.setMinimumHeight(0)
    for part in parts:
        panel.lines.addWidget(part)
    return panel


def _column(gap: int, first: QWidget, second: QWidget) -> QWidget:
    """Return two parts under one another; the first takes what room there is."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    column.addWidget(first, 1)
    column.addWidget(second)
    return box
