"""The end of the day: what was done, when nothing is left to ring."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from warmcalls.domain.calls import DoneCall
from warmcalls.domain.outcomes import REACH_WORDS, RESULT_WORDS, Reach, Result
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import words
from warmcalls.ui.today.key import Link

REACHED = frozenset({*RESULT_WORDS.values(), REACH_WORDS[Reach.SPOKE]})
WIDTH = 560
REJECTED = REACH_WORDS[Reach.REJECTED]


def figures(done: tuple[DoneCall, ...]) -> list[tuple[str, str]]:
    """Return the figures of a day and what they count."""
    called = [call for call in done if call.words != REJECTED]
    reached = [call for call in called if call.words in REACHED]
    worth = sum(call.worth is True for call in called)
    promised = sum(call.words == RESULT_WORDS[Result.CALL_BACK] for call in called)
    return [
        (str(len(called)), "call made" if len(called) == 1 else "calls made"),
        (str(len(reached)), "reached"),
        (f"{worth} of {len(reached)}" if reached else "0", "worth the time"),
        (str(promised), "promised a call back"),
    ]


class Summary(QWidget):
    """Four figures and one sentence.

    Attributes:
        undo: takes back the call that ended the day.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        self._title = PlainLabel(theme, "That was today’s list.", size=17, semibold=True)
        self._said = PlainLabel(theme, role="text2", wraps=True)
        self._thanks = PlainLabel(theme, role="good", wraps=True)
        for label in (self._said, self._thanks):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(px(WIDTH))
        self._figures = [PlainLabel(theme, size=26, semibold=True) for _ in range(4)]
        self._labels = [PlainLabel(theme, size=11, role="text3") for _ in range(4)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(40))
        grid.setVerticalSpacing(px(2))
        for number, (figure, label) in enumerate(zip(self._figures, self._labels, strict=True)):
            grid.addWidget(figure, 0, number, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(label, 1, number, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(px(24))
        column.addStretch(2)
        column.addWidget(self._title, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(grid)
        column.setAlignment(grid, Qt.AlignmentFlag.AlignHCenter)
        self.undo = Link(theme, "undo the last call", "Ctrl Z")
        column.addWidget(self._said, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._thanks, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.undo, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_done(self, done: tuple[DoneCall, ...], thanks: tuple[str, ...] = ()) -> None:
        """Show another day."""
        for (figure, label), big, small in zip(
            figures(done), self._figures, self._labels, strict=True
        ):
            big.setText(figure)
            small.setText(label)
        said = words.counted(done)
        self._said.setText(f"{said[:1].upper()}{said[1:]}. Tomorrow’s list is made in the morning.")
        names = f"{', '.join(thanks[:-1])} and {thanks[-1]}" if len(thanks) > 1 else "".join(thanks)
        self._thanks.setText(f"Thanks to {names}, which warmed the calls worth the time.")
        self._thanks.setVisible(bool(thanks))
