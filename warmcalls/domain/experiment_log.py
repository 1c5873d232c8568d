"""The log of experiments: what was tried, what came of it, what was decided and learnt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from warmcalls.domain.campaigns import NOTHING_KNOWN, Rate
from warmcalls.domain.experiments import Comparison
from warmcalls.domain.outcomes import Outcome, Reach, Result, Why


class Measure(StrEnum):
    """What decides an experiment; each counts a lead once."""

    ANSWERED = "answered"
    RIGHT_SORT = "right_sort"
    WORTH = "worth"
    MEETING = "meeting"


MEASURE_WORDS: Final = {
    Measure.ANSWERED: "answered, of leads called",
    Measure.RIGHT_SORT: "the right sort of person, of leads spoken to",
    Measure.WORTH: "worth the time, of leads worked",
    Measure.MEETING: "meeting or job brief, of leads worked",
}
RULE: Final = (
    "It may be looked at every day. Stop once the evidence for one arm is more than 20 to 1: that "
    "is wrong in at most 1 of 20 experiments, however often one looks."
)
RIGHT_SORT: Final = frozenset({Why.NO_NEED, Why.NO_BUDGET, Why.OTHER})
WRONG_SORT: Final = frozenset(
    {Why.BAD_FIT, Why.NO_AUTHORITY, Why.CANDIDATE, Why.NOT_OUR_MARKET, Why.COMPETITOR}
)
WELCOME: Final = frozenset({Result.MEETING, Result.JOB_BRIEF})


class State(StrEnum):
    """Where an experiment stands in its life."""

    RUNNING = "running"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class ArmResult:
    """One arm of an experiment, as far as it came.

    Attributes:
        name: of the variant, else of its campaign.
        leads: that it brought while the experiment ran; who is a lead of two arms is the first's.
        rate: of the measure, with its 90 % credible interval.
    """

    campaign_id: int
    name: str
    campaign: str
    leads: int = 0
    rate: Rate = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Experiment:
    """Campaigns or variants against each other.

    Attributes:
        hope: what we hope; decides: what would decide it, in words.
        starts, ended_on: ISO days; `ended_on` is empty while it runs.
        decision, learnt: empty until written down.
        by: who started it.
        comparison: the running result; at the end what was known on its last day.
    """

    id: int
    name: str
    measure: Measure
    starts: str
    hope: str = ""
    decides: str = ""
    ended_on: str = ""
    decision: str = ""
    learnt: str = ""
    by: str = ""
    arms: tuple[ArmResult, ...] = ()
    comparison: Comparison | None = None

    @property
    def state(self) -> State:
        """Running until it is decided."""
        return State.DECIDED if self.ended_on else State.RUNNING

    def tells_of(self, text: str) -> bool:
        """Tell whether every word of a search stands somewhere in it, whatever the case."""
        said = (self.name, self.hope, self.decides, self.decision, self.learnt, self.by)
        names = (name for arm in self.arms for name in (arm.name, arm.campaign))
        whole = " ".join((*said, *names)).casefold()
        return all(word in whole for word in text.casefold().split())


def observed(measure: Measure, history: Sequence[Outcome]) -> tuple[int, bool] | None:
    """Return when a lead became an observation and whether it was a hit; None while it is none.

    Args:
        measure: what is counted.
        history: what came of its calls since it is a lead, oldest first.
    """
    if measure is Measure.RIGHT_SORT:
        return _right_sort(history)
    called = [o for o in history if o.reach is not Reach.REJECTED]
    if not called:
        return None
    hit = {
        Measure.ANSWERED: any(o.reach is Reach.SPOKE for o in called),
        Measure.WORTH: any(o.worth for o in called),
        Measure.MEETING: any(o.result in WELCOME for o in called),
    }
    return called[0].at, hit[measure]


def _right_sort(history: Sequence[Outcome]) -> tuple[int, bool] | None:
    """Return the verdict on the person: a call that was worth it decides, else the last one."""
    verdicts = [(o.at, right) for o in history if (right := _sort_of(o)) is not None]
    if not verdicts:
        return None
    worth = any(o.worth for o in history)
    return verdicts[0][0], worth or verdicts[-1][1]


def _sort_of(outcome: Outcome) -> bool | None:
    if outcome.worth or outcome.why in RIGHT_SORT:
        return True
    if outcome.why in WRONG_SORT or outcome.result is Result.NOT_DECISION_MAKER:
        return False
    return None
