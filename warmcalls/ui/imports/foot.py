"""The buttons of the import sheet: which are there in which state."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme


class State(Enum):
    """How far the sheet is with its file."""

    READING = auto()
    READY = auto()
    TRYING = auto()
    TRIED = auto()
    RUNNING = auto()
    REPORTED = auto()
    REVERTING = auto()
    TAKEN_BACK = auto()
    FAILED = auto()


AT_WORK = {State.RUNNING, State.TRYING}
ENDED = {State.REPORTED, State.TAKEN_BACK, State.FAILED}


class ImportFoot(QWidget):
    """Shows the buttons that do something now; the primary one is last.

    Attributes:
        import_asked: take the file in.
        trial_asked: say what that would do, and write nothing.
        back_asked: back from that to the columns.
        cancel_asked: stop it.
        revert_asked: take the import back.
        next_asked: go on with the next file, or leave this one out.
        close_asked: there is nothing left to do.
    """

    import_asked = Signal()
    trial_asked = Signal()
    back_asked = Signal()
    cancel_asked = Signal()
    revert_asked = Signal()
    next_asked = Signal()
    close_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.left = PlainLabel(theme, role="text3")
        self.skip_button = Button(theme, "Leave this file out")
        self.revert_button = Button(theme, "Take this import back", icon="arrow-counter-clockwise")
        self.cancel_button = Button(theme, "Cancel")
        self.back_button = Button(theme, "Back to the columns")
        self.trial_button = Button(theme, "Try it")
        self.trial_button.setToolTip("See what would change; nothing is written")
        self.import_button = Button(theme, "Import", Look.PRIMARY)
        self.next_button = Button(theme, "Next file", Look.PRIMARY)
        self.close_button = Button(theme, "Done", Look.PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.left)
        row.addStretch()
        self._wire(row)

    def show_state(self, state: State, *, left: int) -> None:
        """Show what can be done now.

        Args:
            state: how far the sheet is.
            left: how many files wait.
        """
        self.left.setText(f"{left} more {'file' if left == 1 else 'files'} after this" * (left > 0))
        self.import_button.setVisible(state in {State.READY, State.TRIED})
        self.trial_button.setVisible(state is State.READY)
        self.back_button.setVisible(state is State.TRIED)
        self.skip_button.setVisible(state is State.READY and left > 0)
        self.cancel_button.setVisible(state in AT_WORK)
        self.cancel_button.setEnabled(True)
        self.revert_button.setVisible(state is State.REPORTED)
        self.next_button.setVisible(state in ENDED and left > 0)
        self.close_button.setVisible(state in ENDED and left == 0)
        self._focus(state)

    def offer(self, verb: str, *, why_not: str) -> None:
        """Name the import button, or say why it cannot be pressed."""
        self.trial_button.setEnabled(not why_not)
        self.import_button.setText(verb)
        self.import_button.setAccessibleName(verb)
        self.import_button.setToolTip(why_not)
        self.import_button.setAccessibleDescription(why_not)
        self.import_button.setEnabled(not why_not)
        self.import_button.updateGeometry()

    def _focus(self, state: State) -> None:
        """Put the focus on what most people will press."""
        if state in AT_WORK:
            self.cancel_button.setFocus()
        elif state is State.TRIED:
            can = self.import_button.isEnabled()
            (self.import_button if can else self.back_button).setFocus()
        elif state in ENDED:
            (self.close_button if self.next_button.isHidden() else self.next_button).setFocus()

    def _wire(self, row: QHBoxLayout) -> None:
        for button, signal in (
            (self.skip_button, self.next_asked),
            (self.revert_button, self.revert_asked),
            (self.cancel_button, self.cancel_asked),
            (self.back_button, self.back_asked),
            (self.trial_button, self.trial_asked),
            (self.import_button, self.import_asked),
            (self.next_button, self.next_asked),
            (self.close_button, self.close_asked),
        ):
            row.addWidget(button)
            button.clicked.connect(signal)
