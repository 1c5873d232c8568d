"""What the panel shows of one client, part by part."""

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.actions.why_not import WhyNot
from warmcalls.domain.client_panel import ClientPanel
from warmcalls.ui.clients.panel import words
from warmcalls.ui.clients.panel.contacts import Contacts
from warmcalls.ui.clients.panel.happened import Happened
from warmcalls.ui.clients.panel.known_by import KnownBy
from warmcalls.ui.clients.panel.part import INSET, Part
from warmcalls.ui.clients.panel.texts import MoneyLines, PanelText
from warmcalls.ui.clients.panel.year_chart import YearChart
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.notes import Notes
from warmcalls.ui.theme import Theme

NOTES_HIGH = 84


class PanelBody(QWidget):
    """Warmth, contacts, identifiers, what happened, money, the list, fit, notes."""

    def __init__(self, theme: Theme, zone: ZoneInfo) -> None:
        super().__init__()
        self.facts, self.tags = PanelText(theme), PanelText(theme, size=11)
        self.chart, self.made = YearChart(theme, zone), PanelText(theme, size=11)
        self.contacts, self.known = Contacts(theme), KnownBy(theme)
        self.happened, self.money = Happened(theme, zone), MoneyLines(theme)
        self.why, self.chance = PanelText(theme), PlainLabel(theme, role="accent", semibold=True)
        self.fit, self.fit_detail = PanelText(theme, role="text"), PanelText(theme)
        self.notes = Notes(theme)
        self.notes.setFixedHeight(theme.px(NOTES_HIGH))
        self.notes.setPlaceholderText("What a recruiter should know before ringing")
        self.list = _part(theme, words.NOT_ON_LIST, self.why, self.chance)
        self.list.say_nothing("")
        self.fits = Part(theme, "Fit", "Ideal client…", "Say what your ideal client is like")
        for widget in (self.fit, self.fit_detail):
            self.fits.column.addWidget(widget)
        self._money = _part(theme, "Briefs and fees", self.money)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (12, 0, 12, 16)))
        column.setSpacing(theme.px(16))
        for part in (
            _column(theme, self.facts, self.tags),
            _part(theme, "Warmth, one year", self.chart, self.made),
            self.contacts, self.known, self.happened, self._money, self.list, self.fits,
            _part(theme, "Notes", self.notes),
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)

    def show_panel(self, panel: ClientPanel) -> None:
        """Show a client; what is the same stays as it is."""
        self.facts.say(" · ".join(panel.facts))
        self.tags.say(f"Tags: {', '.join(panel.tags)}" if panel.tags else "")
        self.chart.show_line(panel.warmth, panel.now)
        self.chart.setVisible(any(panel.warmth))
        self.made.setText(words.made_words(panel.made_of, panel.warmth))
        self.contacts.show_lines(panel.contacts)
        self.known.show_lines(panel.identifiers)
        self.happened.show_entries(panel.timeline, panel.now)
        self.money.show_lines(panel.money)
        self._money.setVisible(bool(panel.money))
        self.fit.setText(words.fit_head(panel.fit))
        self.fit_detail.setText(words.fit_detail(panel.fit, panel.ideal))
        self.notes.show_notes(panel.client.id, panel.client.notes)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab goes, from the top to the bottom."""
        contacts, known = self.contacts, self.known
        rows = (*contacts.rows, contacts.link, *known.flow.chips, known.link)
        return [self.chart, *rows, self.happened.link, self.fits.link, self.notes]

    def show_list(self, told: WhyNot) -> None:
        """Show why the client is or is not on today's list."""
        self.list.rename(words.ON_LIST if told.on_list else words.NOT_ON_LIST)
        self.why.setText(words.because(told))
        self.chance.setText(told.chance)
        self.chance.setVisible(bool(told.chance))

    def forget_list(self) -> None:
        """Say nothing of the list until it is known."""
        self.list.rename("Today’s list")
        self.why.setText("…")
        self.chance.hide()


def _part(theme: Theme, head: str, *widgets: QWidget) -> Part:
    part = Part(theme, head)
    for widget in widgets:
        part.column.addWidget(widget)
    return part


def _column(theme: Theme, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(theme.px(INSET), 0, theme.px(INSET), 0)
    column.setSpacing(theme.px(2))
    for widget in widgets:
        column.addWidget(widget)
    return holder
