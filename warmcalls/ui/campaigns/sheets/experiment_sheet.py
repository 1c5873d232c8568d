"""The form that sets campaigns or variants against each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.experiment_log import MEASURE_WORDS, RULE, Measure
from warmcalls.ui.campaigns.sheets.arms import Arms
from warmcalls.ui.forms.day_field import DayField
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.long_field import LongField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ExperimentSaid:
    """What the form says.

    Attributes:
        arms: campaign ids, each with the name of its variant, which may be empty.
        decides: what would decide it, in words.
        starts: its first day, ISO.
    """

    name: str
    arms: tuple[tuple[int, str], ...]
    hope: str
    measure: Measure
    decides: str
    starts: str


class ExperimentSheet(FormSheet):
    """Asks what runs against what, what we hope and what would decide it.

    Args:
        theme: the theme.
        today: the business day, ISO.
        campaigns: ids and names, two or more.
        chosen: those that are arms from the start.
    """

    def __init__(
        self,
        theme: Theme,
        today: str,
        campaigns: Sequence[tuple[int, str]],
        chosen: Sequence[int] = (),
    ) -> None:
        super().__init__(theme, "New experiment", "Start experiment", 560)
        self.name = Field(
            theme, "Name", hint="Short against long invitation", check=_named, longest=120
        )
        self.arms = Arms(theme, campaigns, chosen)
        self.hope = LongField(theme, "What we hope", 2, hint="the short one brings more meetings")
        measures = [(each, words[0].upper() + words[1:]) for each, words in MEASURE_WORDS.items()]
        self.measure = PickerField(theme, "What is counted", measures)
        self.measure.choose(Measure.WORTH)
        self.decides = LongField(
            theme, "What would decide it", 2, hint="in words; the rule below holds in any case"
        )
        self.starts = DayField(theme, "First day", today, needed="Say from which day on.")
        self.starts.show_day(today)
        self.ask(self.name)
        self.ask(self.arms)
        self.ask(self.hope)
        self.ask(self.measure, self.starts, first=2)
        self.ask(self.decides)
        self.say(f"Leads from the first day on count, each once. {RULE}")
        self.body.addStretch()
        self.setFocusProxy(self.name)

    def said(self) -> ExperimentSaid:
        """Return what was typed."""
        measure = self.measure.chosen
        assert isinstance(measure, Measure)
        return ExperimentSaid(
            name=" ".join(self.name.text.split()),
            arms=self.arms.arms,
            hope=self.hope.text,
            measure=measure,
            decides=self.decides.text,
            starts=self.starts.day or "",
        )


def _named(text: str) -> str:
    if not text:
        raise RefusedError("An experiment needs a name.")
    return text
