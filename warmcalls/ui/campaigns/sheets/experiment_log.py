"""The log of experiments: what was tried, what came of it, what was decided and learnt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.domain.experiment_log import Experiment
from warmcalls.ui.campaigns.sheets.experiment_card import ExperimentCard
from warmcalls.ui.campaigns.sheets.words import counted
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import Problem
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

WIDTH: Final = 640
SHOWN: Final = 30
NOTHING: Final = (
    "Nothing was tried yet. An experiment sets two campaigns or variants against each other and "
    "keeps what came of it, what was decided and what we learnt."
)


@dataclass(frozen=True, slots=True)
class DecisionSaid:
    """What is decided about an experiment, and what it taught."""

    experiment_id: int
    decision: str
    learnt: str


@dataclass(frozen=True, slots=True)
class LearntSaid:
    """What an experiment taught, instead of what stood there."""

    experiment_id: int
    learnt: str


class ExperimentLog(SideSheet):
    """Every experiment, those that run first; a search over all they say.

    Args:
        theme: the theme.
        experiments: in their order.

    Attributes:
        submitted: a `DecisionSaid` or a `LearntSaid`; then `show_experiments` again, or `refuse`.
        new_wanted: one more is to start.
    """

    submitted = Signal(object)
    new_wanted = Signal()

    def __init__(self, theme: Theme, experiments: Sequence[Experiment]) -> None:
        super().__init__(theme, "Experiments", WIDTH)
        self._experiments: list[Experiment] = []
        self.cards: list[ExperimentCard] = []
        self.problem = Problem(theme)
        self.put_under_head(self.problem)
        self.search = Field(theme, "Find", hint="name, campaign, what was decided or learnt")
        self.body.addWidget(self.search)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(12))
        self.body.addLayout(self._list)
        self.count = PlainLabel(theme, role="text2", wraps=True)
        self.body.addWidget(self.count)
        self.body.addStretch()
        self.new = Button(theme, "New experiment", Look.PRIMARY, icon="ph.flask")
        self.foot.addStretch()
        self.foot.addWidget(self.new)
        self.new.clicked.connect(self.new_wanted)
        self.search.changed.connect(self._show)
        self.show_experiments(experiments)
        self.setFocusProxy(self.search)

    def show_experiments(self, experiments: Sequence[Experiment]) -> None:
        """Show other experiments, or the same as they are now."""
        self._experiments = list(experiments)
        self.problem.say("")
        self.search.setVisible(bool(self._experiments))
        self._show()

    def refuse(self, why: str) -> None:
        """Say why it could not be done; everything typed stays."""
        self.problem.say(why)

    def _show(self) -> None:
        """Show those that the search finds."""
        found = [each for each in self._experiments if each.tells_of(self.search.text)]
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ExperimentCard(self.theme, each) for each in found[:SHOWN]]
        before: QWidget = self.search.line
        for card in self.cards:
            card.decided.connect(self._decide)
            card.learnt.connect(self._learn)
            self._list.addWidget(card)
            QWidget.setTabOrder(before, card.first)
            before = card.last
        self.count.setText(self._counted(len(found)))
        self.count.setVisible(bool(self.count.text()))

    def _counted(self, found: int) -> str:
        if not self._experiments:
            return NOTHING
        if not found:
            return "No experiment says that."
        more = found - SHOWN
        return f"{counted(more, 'more', 'more')}: type to find them." if more > 0 else ""

    def _decide(self, experiment_id: int, decision: str, learnt: str) -> None:
        self.submitted.emit(DecisionSaid(experiment_id, decision, learnt))

    def _learn(self, experiment_id: int, learnt: str) -> None:
        self.submitted.emit(LearntSaid(experiment_id, learnt))
