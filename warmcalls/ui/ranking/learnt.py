"""What the list learnt lately: the weights that the last month's outcomes moved most."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.kinds import Kind
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.settings import weight_words, words
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.weights_learned import Weight, WeightsLearned

MOST: Final = 4
HALF_A_POINT: Final = 0.5
QUIET: Final = "Nothing moved by as much as a point in the last 30 days."
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LearntPanel(QFrame):
    """A sentence, up to four signals that moved, and the way to all of them.

    Attributes:
        settings_wanted: the weights are wanted, in Settings.
    """

    settings_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("panel", "true")
        px = theme.px
        self.headline = PlainLabel(theme, semibold=True, wraps=True)
        self.taught = PlainLabel(theme, role="text2", wraps=True)
        self.rows = QWidget()
        self._grid = QGridLayout(self.rows)
        self._grid.setContentsMargins(0, px(4), 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(0, 1)
        self.settings = Button(theme, "What signals are worth…", icon="ph.gear", small=True)
        self.settings.clicked.connect(self.settings_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(16)] * 4)
        column.setSpacing(px(8))
        title = PlainLabel(theme, "What the list learnt lately", size=11, semibold=True)
        title.set_role("text2")
        for part in (title, self.headline, self.taught, self.rows):
            column.addWidget(part)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.settings)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_learned(self, found: "WeightsLearned") -> None:
        """Show what moved."""
        self.headline.setText(f"{weight_words.headline(found)}.")
        self.taught.setText(weight_words.taught(found))
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        moved = lately(found)
        if found.outcomes and not moved:
            self._grid.addWidget(PlainLabel(self._theme, QUIET, role="text2", wraps=True), 0, 0)
        for number, each in enumerate(moved):
            self._show_row(number, each)

    def _show_row(self, number: int, each: "Weight") -> None:
        name, now, change = _words(each)
        label = ElidedLabel(self._theme, name)
        label.setAccessibleName(f"{name}: {now}, {change}")
        self._grid.addWidget(label, number, 0)
        for column, (said, role) in enumerate(((now, "text"), (change, "text2")), 1):
            figure = PlainLabel(self._theme, said, role=role)
            figure.setAlignment(RIGHT)
            self._grid.addWidget(figure, number, column)


def lately(found: "WeightsLearned") -> "list[Weight]":
    """Return the signals that the last 30 days moved by a point at least, most first."""
    moved = [w for w in found.signals if abs(w.points(w.since_last_month)) >= HALF_A_POINT]
    return sorted(moved, key=lambda w: -abs(w.points(w.since_last_month)))[:MOST]


def _words(each: "Weight") -> tuple[str, str, str]:
    """Return name, points now, and what the last month did to them."""
    now = round(each.points(each.learned))
    change = round(each.points(each.since_last_month))
    noun = "point" if abs(now) == 1 else "points"
    moved = weight_words.with_sign(change) or "no change"
    return words.KINDS[Kind(each.name)], f"{weight_words.signed(now)} {noun}", f"{moved} in 30 days"
