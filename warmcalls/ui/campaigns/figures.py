"""The row of figures at the top of a campaign's own page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from warmcalls.domain.money import ratio_words, round_words
from warmcalls.ui.campaigns.figure import Figure
from warmcalls.ui.campaigns.words import of_words, per_cent, placed_words, plain_share, range_words
from warmcalls.ui.components.columns import Columns
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.campaign_story import CampaignStory
    from warmcalls.domain.campaigns import CampaignFigures


LEAST = 128


class FigureRow(QFrame):
    """Spend, reach, leads, the worth-rate, meetings, fees and return; each opens its rows.

    Attributes:
        rows_wanted: the rows behind a figure: its name.
    """

    rows_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("panel", "true")
        self.spend, self.reached = Figure(theme, "Spend"), Figure(theme, "Reached")
        self.leads, self.worth = Figure(theme, "Leads"), Figure(theme, "Worth the time")
        self.meetings, self.fees = Figure(theme, "Meetings"), Figure(theme, "Fees paid")
        self.back = Figure(theme, "Per £1")
        named = {
            "spend": self.spend, "reached": self.reached, "leads": self.leads,
            "worth": self.worth, "meetings": self.meetings, "fees": self.fees, "return": self.back,
        }  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(*(theme.px(4),) * 4)
        box.addWidget(Columns(tuple(named.values()), theme.px(LEAST), theme.px(4)))
        for name, figure in named.items():
            figure.clicked.connect(lambda _=False, what=name: self.rows_wanted.emit(what))

    def show_story(self, story: "CampaignStory", currency: str) -> None:
        """Show a campaign's figures."""
        row = story.figures
        budget = row.campaign.budget
        of_budget = f"of {round_words(budget, currency)} budget" if budget else "no budget set"
        self.spend.show_figure(round_words(row.spend, currency), of_budget)
        people = f"{story.people:,} {'person' if story.people == 1 else 'people'}"
        self.reached.show_figure(f"{row.reached:,}", f"clients, {people}")
        self.leads.show_figure(f"{row.leads:,}", f"{row.worked:,} worked{_criteria(row)}")
        worth = row.worth
        rate = per_cent(plain_share(worth)) if worth.trials else "–"
        self.worth.show_figure(rate, f"{of_words(worth)} · {range_words(worth)}")
        briefs = f"{row.briefs:,} {'job brief' if row.briefs == 1 else 'job briefs'}"
        self.meetings.show_figure(f"{row.meetings:,}", f"{briefs}, {placed_words(row)}")
        self.fees.show_figure(
            round_words(row.paid, currency), f"{round_words(row.invoiced, currency)} invoiced"
        )
        self._show_return(row, currency)

    def _show_return(self, row: "CampaignFigures", currency: str) -> None:
        back, name = row.returns, f"Per {ratio_words(1, currency)[:-3]}"
        if back.so_far is None:
            self.back.show_figure("–", "nothing spent", name)
            return
        low, high = ratio_words(back.low, currency), ratio_words(back.high, currency)
        likely = f"likely {low}–{high} in the end"
        self.back.show_figure(ratio_words(back.so_far, currency), likely, name)


def _criteria(row: "CampaignFigures") -> str:
    """Return the share of the leads that are what was agreed, where that is written down."""
    share = row.meets_criteria
    return "" if share is None else f", {per_cent(share)} as agreed"
