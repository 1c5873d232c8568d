"""The form that puts enough leads of a campaign on call lists to know what it is worth."""

from dataclasses import dataclass
from typing import Final

from warmcalls.domain.campaigns import CampaignFigures, LeadState
from warmcalls.domain.errors import RefusedError
from warmcalls.ui.campaigns.sheets.panels import Told
from warmcalls.ui.campaigns.sheets.points import Point
from warmcalls.ui.campaigns.sheets.words import counted
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme

MOST: Final = 500
DRAWN: Final = (
    ("ph.shuffle", "At random from the leads not worked yet, so that they speak for all of them."),
    ("ph.list-numbers", "On the call lists after the promises, at most a third of a list."),
    ("ph.clock", "For two working days: who has been rung by then is enough."),
    ("ph.user", "Each with the recruiter who looks after the client, else with everybody."),
)


@dataclass(frozen=True, slots=True)
class SampleSaid:
    """How many leads are drawn."""

    count: int


class SampleSheet(FormSheet):
    """Asks how many calls, and says why and how they are drawn.

    Args:
        theme: the theme.
        row: the campaign; its `sample` is what would settle it.
    """

    def __init__(self, theme: Theme, row: CampaignFigures) -> None:
        name = row.campaign.name
        super().__init__(theme, f"Sample leads of {name}", "Put them on the call lists")
        self._waiting = row.count(LeadState.UNWORKED)
        self.body.addWidget(Told(theme, *_why(row), icon="ph.hourglass-medium"))
        self.count = Field(theme, "How many calls", hint="12", check=self._checked, longest=4)
        suggested = min(row.sample, self._waiting) or min(12, self._waiting)
        self.count.line.setText(str(suggested) if suggested else "")
        self.ask(self.count)
        self.part("How they are drawn", *(Point(theme, icon, words) for icon, words in DRAWN))
        self.body.addStretch()
        self.count.changed.connect(self._renew)
        self._renew()
        self.setFocusProxy(self.count)

    def said(self) -> SampleSaid:
        """Return how many."""
        return SampleSaid(int(self.count.text))

    def _checked(self, text: str) -> str:
        if not text.isdecimal() or not 1 <= int(text) <= MOST:
            raise RefusedError(f"Say a number of calls, from 1 to {MOST}.")
        if int(text) > self._waiting:
            waits = counted(self._waiting, "lead waits", "leads wait")
            raise RefusedError(f"Only {waits} to be worked.")
        return text

    def _renew(self) -> None:
        text = self.count.text
        many = int(text) if text.isdecimal() else 0
        calls = counted(many, "call", "calls") if many else "calls"
        self.set_verb(f"Put {calls} on the lists")


def _why(row: CampaignFigures) -> tuple[str, str]:
    """Return how much is known, and what would settle it."""
    waiting = row.count(LeadState.UNWORKED)
    leads = counted(row.leads, "lead", "leads")
    are = "is" if waiting == 1 else "are"
    head = f"{waiting:,} of {leads} {are} not worked yet"
    if row.sampled:
        head = f"{head}; {row.sampled:,} stand on call lists as a sample"
    if row.sample:
        more = counted(row.sample, "more call", "more calls")
        return head, f"Too few were worked to judge it. {more} would settle it within 48 hours."
    return head, "Enough were worked to judge it; a sample makes the figure surer."
