"""The end of an experiment, asked in its card: what is decided, and what we learnt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.experiment_log import Experiment, State
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.forms.long_field import ENTERS, LongField
from warmcalls.ui.theme import Theme


class Conclusion(QWidget):
    """Two fields while it runs; what was learnt alone once it is decided.

    Attributes:
        concluded: decision and what was learnt.
        dropped: nothing is to be said now.
    """

    concluded = Signal(str, str)
    dropped = Signal()

    def __init__(self, theme: Theme, experiment: Experiment) -> None:
        super().__init__()
        runs = experiment.state is State.RUNNING
        self.decision = LongField(
            theme, "What is decided", 2, hint="which one goes on, which one stops",
            needed="Say what is decided." if runs else "",
        )  # fmt: skip
        self.learnt = LongField(
            theme, "What we learnt", 2, text=experiment.learnt,
            hint="what the next one should know; it can be written later, too",
        )  # fmt: skip
        self.decision.setVisible(runs)
        self.yes = Button(theme, "Decide" if runs else "Save", key="Enter", small=True)
        self.no = Button(theme, "Not yet", Look.QUIET, small=True)
        self.yes.clicked.connect(self.submit)
        self.no.clicked.connect(self.dropped)
        column, buttons = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(10))
        buttons.setSpacing(theme.px(8))
        for part in (self.decision, self.learnt):
            column.addWidget(part)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.setFocusProxy(self.decision if runs else self.learnt)

    def submit(self) -> None:
        """Hand over what was typed, or say what is missing."""
        fields = (self.decision, self.learnt)
        wrong = [each for each in fields if not each.isHidden() and each.value() is None]
        if wrong:
            wrong[0].setFocus()
            return
        self.concluded.emit(self.decision.text, self.learnt.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter in a field, leave on Esc."""
        pressed = self.yes.hasFocus() or self.no.hasFocus()
        if event.key() in ENTERS and not pressed:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
