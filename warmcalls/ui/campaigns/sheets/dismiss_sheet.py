"""The form that sets an alarm aside, with the reason."""

from dataclasses import dataclass
from typing import Final

from warmcalls.domain.campaigns import Alarm, Alert
from warmcalls.ui.campaigns.sheets.panels import Told
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.theme import Theme

NEEDED: Final = "Say why it may be dismissed: whoever looks next will ask."
COMES_BACK: Final = "It comes back if it grows to a stop."
RESTS: Final = "It rests for this campaign; the reason stays beside it."


@dataclass(frozen=True, slots=True)
class DismissSaid:
    """Why an alarm may rest."""

    note: str


class DismissSheet(FormSheet):
    """Asks why an alarm may rest.

    Args:
        theme: the theme.
        name: of the campaign.
        alarm: what the early warning says.
    """

    def __init__(self, theme: Theme, name: str, alarm: Alarm) -> None:
        super().__init__(theme, f"Dismiss the alarm on {name}", "Dismiss with this note")
        weak = alarm.warning is Alert.WEAK
        self.body.addWidget(Told.of_alarm(theme, alarm))
        self.note = LongField(
            theme, "Why it may rest", 4, hint="what you know that the figures do not", needed=NEEDED
        )
        self.ask(self.note, hint=COMES_BACK if weak else RESTS)
        self.body.addStretch()
        self.setFocusProxy(self.note)

    def said(self) -> DismissSaid:
        """Return the note."""
        return DismissSaid(self.note.text)
