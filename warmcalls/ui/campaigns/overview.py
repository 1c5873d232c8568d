"""All campaigns: the warnings, the table, and what the recruiters said of the chosen one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from warmcalls.domain.campaigns import Alarm, CampaignFigures
from warmcalls.ui.campaigns.alarm_card import AlarmCard
from warmcalls.ui.campaigns.campaign_model import CampaignModel
from warmcalls.ui.campaigns.campaign_table import CampaignTable
from warmcalls.ui.campaigns.legend import Legend
from warmcalls.ui.campaigns.notices import Notices
from warmcalls.ui.campaigns.panel import Panel
from warmcalls.ui.campaigns.reading import Found
from warmcalls.ui.campaigns.words import counts_words, quote_words
from warmcalls.ui.components.columns import Columns
from warmcalls.ui.components.corners import Corners
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.campaign_story import CampaignStory

MOST_ALARMS: Final = 2
MOST_LINES, MOST_QUOTES = 3, 2
PANEL: Final = 264


@dataclass(frozen=True, slots=True)
class Sought:
    """Which campaigns are shown; empty means all."""

    text: str = ""
    channel: str = ""

    def fits(self, row: CampaignFigures) -> bool:
        """Tell whether a campaign has every word in its name, channel or spellings."""
        campaign = row.campaign
        if self.channel and campaign.channel.casefold() != self.channel.casefold():
            return False
        among = " ".join((campaign.name, campaign.channel, *campaign.codes)).casefold()
        return all(word in among for word in self.text.casefold().split())

    @property
    def nothing(self) -> str:
        """What is said where no campaign is left."""
        of_channel = f" of the channel {self.channel}" if self.channel else ""
        called = f" is called “{self.text.strip()}”" if self.text.strip() else " is here"
        return f"No campaign{of_channel}{called}."


class Overview(QScrollArea):
    """The body of the page: the table takes what room there is, the panels stay in sight.

    Attributes:
        table: the campaigns.
        notices: spellings that seem alike, spend without a campaign, what was set aside.
        story_wanted: the panels need what was said of a campaign: its id.
        stop_wanted, sample_wanted, dismiss_wanted: of a warning: its `Alarm`.
    """

    stop_wanted = Signal(object)
    sample_wanted = Signal(object)
    dismiss_wanted = Signal(object)
    story_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.model = CampaignModel(self)
        self.table = CampaignTable(theme, self.model)
        self.legend, self.notices = Legend(theme), Notices(theme)
        self.nothing = PlainLabel(theme, role="text2", wraps=True)
        self.rejected, self.disqualified, self.said = Panel(theme), Panel(theme), Panel(theme)
        panels = (self.rejected, self.disqualified, self.said)
        self.panels = Columns(panels, theme.px(PANEL), theme.px(16))
        self.cards: list[AlarmCard] = []
        self._known, self._expects = set[int](), False
        self._alarms = QVBoxLayout()
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.picked.connect(self._picked)

    def _lay_out(self) -> None:
        px, content = self._theme.px, QWidget()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(content)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        self._alarms.setSpacing(px(12))
        column.addLayout(self._alarms)
        for part in (self.notices, self.legend):
            column.addWidget(part)
        frame = QFrame()
        frame.setProperty("panel", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        inside.addWidget(self.table)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.nothing.setContentsMargins(px(16), px(12), px(16), px(14))
        inside.addWidget(self.nothing)
        Corners(self._theme, frame)
        column.addWidget(frame, 100)
        column.addSpacing(px(4))
        column.addWidget(self.panels)
        column.addStretch(1)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def show_found(self, found: Found, sought: Sought) -> None:
        """Show a report; the campaign that was chosen stays so where it is still here."""
        report, currency = found.report, found.agency.currency
        chosen, scrolled = self.table.chosen, self.table.verticalScrollBar().value()
        rows = [row for row in report.rows if sought.fits(row)]
        shown = {row.campaign.id for row in rows}
        alarms = tuple(alarm for alarm in report.alarms if alarm.campaign_id in shown)
        warned = alarms[0].campaign_id if alarms else 0
        self._show_alarms(alarms, found)
        self.notices.show_found(found)
        self.legend.show_normal(report.normal)
        self.model.show(rows, report.normal, currency)
        self.nothing.setText(sought.nothing)
        self.nothing.setVisible(not rows)
        for part in (self.panels, self.legend):
            part.setVisible(bool(rows))
        new = self._come_since(found)
        if chosen is None or new:
            self.table.reveal(new or warned)
        else:
            self.table.choose(chosen.campaign.id)
            self.table.verticalScrollBar().setValue(scrolled)

    def expect_new(self) -> None:
        """Choose the campaign that the next report has and this one has not."""
        self._expects = True

    def _come_since(self, found: Found) -> int:
        """Return the campaign that was expected and has come, else 0."""
        before, self._known = self._known, {campaign.id for campaign in found.campaigns}
        come = self._known - before
        if not (self._expects and come):
            return 0
        self._expects = False
        return max(come)

    def _show_alarms(self, alarms: tuple[Alarm, ...], found: Found) -> None:
        """Show the strongest warnings; those that are shown already stay as they are."""
        wanted = [(each, found.row(each.campaign_id).sampled) for each in alarms[:MOST_ALARMS]]
        if [(card.alarm, card.sampled) for card in self.cards] == wanted:
            return
        if any(card.isAncestorOf(QApplication.focusWidget() or self) for card in self.cards):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        for card in self.cards:
            self._alarms.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [
            AlarmCard(self._theme, alarm, found.agency.currency, first=not number, sampled=sampled)
            for number, (alarm, sampled) in enumerate(wanted)
        ]
        for card in self.cards:
            card.stop_wanted.connect(self.stop_wanted)
            card.sample_wanted.connect(self.sample_wanted)
            card.dismiss_wanted.connect(self.dismiss_wanted)
            self._alarms.addWidget(card)

    def _picked(self, row: CampaignFigures | None) -> None:
        if row is not None:
            self.story_wanted.emit(row.campaign.id)

    def show_story(self, story: "CampaignStory", zone: ZoneInfo) -> None:
        """Show why leads of the chosen campaign were no good, in numbers and in words."""
        chosen, campaign = self.table.chosen, story.figures.campaign
        if chosen is None or chosen.campaign.id != campaign.id:
            return
        for panel, title, counts in (
            (self.rejected, "rejected before a call", story.rejected),
            (self.disqualified, "disqualified after a call", story.disqualified),
        ):
            total = sum(n for _, n in counts)
            panel.show_head(f"{campaign.name}: {title}", f"{total:,}" if total else "")
            panel.show_counts(counts_words(counts, MOST_LINES), "None so far.")
        self.said.show_head("In the recruiters’ words")
        quotes = [quote_words(quote, zone) for quote in story.quotes]
        self.said.show_quotes(quotes, "Nobody wrote anything down yet.", MOST_QUOTES, 1)
