"""One experiment of the log: state, running result, decision, and what we learnt."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from warmcalls.domain.day_words import day_words, days_words
from warmcalls.domain.experiment_log import MEASURE_WORDS, ArmResult, Experiment, State
from warmcalls.domain.experiments import Comparison
from warmcalls.ui.campaigns.sheets.conclusion import Conclusion
from warmcalls.ui.campaigns.sheets.words import rate_words
from warmcalls.ui.campaigns.words import likely_words
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.chip import Chip
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.theme import Theme

CHIPS: Final = {
    State.RUNNING: ("ph.hourglass-medium", "Running", ""),
    State.DECIDED: ("ph.check-circle", "Decided", "good"),
}
OPEN: Final = ": not decided yet."
LITTLE, MOST_ODDS = 1.5, 1_000.0
SURE: Final = ("ph.scales", "Can be decided", "notice")


class ExperimentCard(QFrame):
    """A panel with one experiment.

    Attributes:
        decided: its id, the decision and what was learnt.
        learnt: its id and what it taught.
    """

    decided = Signal(int, str, str)
    learnt = Signal(int, str)

    def __init__(self, theme: Theme, experiment: Experiment) -> None:
        super().__init__()
        self._theme, self._experiment = theme, experiment
        self.setProperty("panel", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(_spoken(experiment))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.px(n) for n in (16, 12, 16, 12)))
        self._column.setSpacing(theme.px(6))
        self._column.addLayout(self._head())
        self._say(_about(experiment), size=11)
        self._say(experiment.hope and f"Hope: {experiment.hope}")
        self._column.addLayout(self._arms())
        if experiment.comparison:
            self._say(result_words(experiment, experiment.comparison), role="text")
        self._say(experiment.decides and f"What would decide it: {experiment.decides}")
        self._say(experiment.decision and f"Decided: {experiment.decision}", role="text")
        self._say(experiment.learnt and f"Learnt: {experiment.learnt}", role="text")
        self.conclusion = Conclusion(theme, experiment)
        self.conclusion.concluded.connect(self._conclude)
        self.open_button = Button(theme, _verb(experiment), small=True)
        self.open_button.setAccessibleName(f"{_verb(experiment)} {experiment.name}")
        self.open_button.clicked.connect(lambda: self._open(on=True))
        self.conclusion.dropped.connect(lambda: self._open(on=False))
        self._column.addSpacing(theme.px(2))
        self._column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.conclusion)
        self.conclusion.hide()
        self.first, self.last = self.open_button, self.conclusion.no

    def _head(self) -> QHBoxLayout:
        """Return the name with its state."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        name = ElidedLabel(self._theme, self._experiment.name, semibold=True)
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(name, 1)
        icon, text, state = CHIPS[self._experiment.state]
        result = self._experiment.comparison
        if self._experiment.state is State.RUNNING and result and result.decided:
            icon, text, state = SURE
        row.addWidget(Chip(self._theme, text, icon, state))
        return row

    def _arms(self) -> QGridLayout:
        """Return a line an arm: name, running result, its doubt."""
        grid = QGridLayout()
        grid.setContentsMargins(0, self._theme.px(4), 0, self._theme.px(4))
        grid.setHorizontalSpacing(self._theme.px(16))
        grid.setVerticalSpacing(self._theme.px(4))
        grid.setColumnStretch(0, 1)
        result = self._experiment.comparison
        for line, arm in enumerate(self._experiment.arms):
            ahead = result is not None and result.leader == arm.campaign_id
            name = ElidedLabel(self._theme, _arm_name(arm), semibold=ahead)
            rate = PlainLabel(self._theme, rate_words(arm.rate), semibold=ahead)
            doubt = PlainLabel(self._theme, _doubt(arm), size=11, role="text2")
            for column, label in enumerate((name, rate, doubt)):
                if column:
                    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    label.setAlignment(side)
                grid.addWidget(label, line, column)
        return grid

    def _say(self, words: str, *, role: str = "text2", size: int = 13) -> None:
        if words:
            label = PlainLabel(self._theme, words, role=role, size=size, wraps=True)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self._column.addWidget(label)

    def _open(self, *, on: bool) -> None:
        self.conclusion.setVisible(on)
        self.open_button.setVisible(not on)
        if on:
            self.conclusion.setFocus()
        else:
            self.open_button.setFocus()

    def _conclude(self, decision: str, learnt: str) -> None:
        if self._experiment.state is State.RUNNING:
            self.decided.emit(self._experiment.id, decision, learnt)
        else:
            self.learnt.emit(self._experiment.id, learnt)


def result_words(experiment: Experiment, result: Comparison) -> str:
    """Return the running result, or the last one, with its evidence: "evidence 14 to 1 for A"."""
    said = result.words
    if experiment.state is State.DECIDED:
        said = said.removesuffix(OPEN).removesuffix(".") + "."
    names = {arm.campaign_id: _arm_name(arm) for arm in experiment.arms}
    leader = names.get(result.leader or 0)
    if leader is None:
        return said
    if result.e_value < LITTLE:
        return f"{said} There is little evidence yet." if _runs(experiment) else said
    odds = "more than 1,000" if result.e_value > MOST_ODDS else f"{result.e_value:,.0f}"
    return f"{said} Evidence {odds} to 1 for {leader}."


def _runs(experiment: Experiment) -> bool:
    return experiment.state is State.RUNNING


def _verb(experiment: Experiment) -> str:
    if experiment.state is State.RUNNING:
        return "Decide…"
    return "Change what we learnt…" if experiment.learnt else "Write what we learnt…"


def _about(experiment: Experiment) -> str:
    """Return when it ran, what it counts and who started it."""
    begun = f"since {day_words(experiment.starts)}"
    if experiment.ended_on:
        begun = days_words(experiment.starts, experiment.ended_on)
    by = f"started by {experiment.by}" if experiment.by else ""
    return " · ".join(each for each in (begun, MEASURE_WORDS[experiment.measure], by) if each)


def _arm_name(arm: ArmResult) -> str:
    return arm.name if arm.name == arm.campaign else f"{arm.name} ({arm.campaign})"


def _doubt(arm: ArmResult) -> str:
    return likely_words(arm.rate) if arm.rate.trials else ""


def _spoken(experiment: Experiment) -> str:
    """Return what a screen reader says of a card."""
    arms = "; ".join(f"{_arm_name(arm)}: {rate_words(arm.rate)}" for arm in experiment.arms)
    _, state, _ = CHIPS[experiment.state]
    return f"{experiment.name}, {state}. {arms}"
