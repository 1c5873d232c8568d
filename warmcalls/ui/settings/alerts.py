"""Alerts: whether, of which clients and how often what they do is told at once."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.alerts import LONGEST_REST, SHORTEST_REST, TIERS
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.settings import Settings
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.tick import Tick
from warmcalls.ui.settings import checks
from warmcalls.ui.settings.entry import Entry
from warmcalls.ui.settings.frame import Panel, SectionHead
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.theme import Theme

SAID: Final = "A notification outside the window when a target client does something strong."
ON_HINT: Final = (
    "An enquiry, a reply, the contact or services page, a webinar or an event attended, a "
    "referral, or three people in a day: whatever is worth 13 points or more under “What signals "
    "are worth”. Only what is less than two days old."
)
TIERS_HINT: Final = "Recruiters hear of their own clients and of those nobody looks after."
REST_HINT: Final = "A client that you were told of is not told of again for so long."
ONE_NEEDED: Final = "One tier at least; to hear of none, turn alerts off."


def hours(text: str) -> int:
    """Return hours, as "24", "24 h" or "24 hours"."""
    number = checks.whole(text.lower().rstrip("hours "), "The rest")
    if not SHORTEST_REST <= number <= LONGEST_REST:
        raise RefusedError(f"The rest lies between {SHORTEST_REST} and {LONGEST_REST} hours.")
    return number


def hours_words(number: int) -> str:
    """Return hours as the field shows them."""
    return "1 hour" if number == 1 else f"{number} hours"


class AlertsPart(QWidget):
    """The switch, the tiers and the rest period."""

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.switch = Tick(theme, "Tell at once")
        self.tiers = {tier: Tick(theme, tier) for tier in TIERS}
        self._wrong = PlainLabel(theme, ONE_NEEDED, size=11, role="bad", wraps=True)
        self._wrong.hide()
        self.rest = Entry(theme, "Rest between alerts", hours)
        panel, column = Panel(theme), QVBoxLayout(self)
        panel.add_setting("Notifications", ON_HINT, self.switch)
        panel.add_setting("Of which clients", TIERS_HINT, self._tier_row(theme))
        panel.add_setting("Rest", REST_HINT, self.rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(SectionHead(theme, SAID, "Alerts"))
        column.addWidget(panel)
        self.switch.clicked.connect(self._switch)
        self.rest.saved.connect(self._save_rest)

    def show_settings(self, agency: Settings) -> None:
        """Show what is kept now."""
        self.switch.setChecked(agency.alerts_on)
        self._show_tiers(agency.alert_tiers)
        self.rest.show_text(hours_words(agency.alert_rest_hours))

    def _tier_row(self, theme: Theme) -> QWidget:
        part, row = QWidget(), QHBoxLayout()
        row.setSpacing(theme.px(12))
        for tier, tick in self.tiers.items():
            tick.setAccessibleName(f"Tell of {tier} clients")
            tick.clicked.connect(self._save_tiers)
            row.addWidget(tick)
        row.addStretch(1)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._wrong)
        return part

    def _show_tiers(self, tiers: tuple[str, ...]) -> None:
        self._kept = tiers
        self._wrong.hide()
        for tier, tick in self.tiers.items():
            tick.setChecked(tier in tiers)

    def _switch(self) -> None:
        on = self.switch.isChecked()
        said = "Alerts are on" if on else "Alerts are off"
        self._keeper.change(said, lambda _: {"alerts_on": on})

    def _save_tiers(self) -> None:
        tiers = tuple(tier for tier, tick in self.tiers.items() if tick.isChecked())
        if not tiers:
            self._show_tiers(self._kept)
            self._wrong.show()
            return
        self._show_tiers(tiers)
        said = f"Alerts for {', '.join(tiers)} clients"
        self._keeper.change(said, lambda _: {"alert_tiers": tiers})

    def _save_rest(self, number: int) -> None:
        said = f"Alerts rest {hours_words(number)}"
        self._keeper.change(said, lambda _: {"alert_rest_hours": number}, self.rest.refuse)
