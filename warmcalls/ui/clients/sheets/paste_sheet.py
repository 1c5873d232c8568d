"""What a paste could not put in, and whether the rest of it shall go in."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_edits import BadCell
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

MOST_SHOWN: Final = 100
UNTOUCHED: Final = "Nothing has been changed yet."


class BadRow(QWidget):
    """One cell that cannot take its text: whose, which, what, and why."""

    def __init__(self, theme: Theme, bad: BadCell) -> None:
        super().__init__()
        head = BY_ID[bad.edit.column].head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        client = ElidedLabel(theme, bad.client, semibold=True)
        what = ElidedLabel(theme, f"{head}: “{bad.edit.text}”", role="text2")
        for label in (client, what):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(label, 1)
        column.addLayout(row)
        column.addWidget(PlainLabel(theme, bad.why, size=11, role="bad", wraps=True))
        self.setAccessibleName(f"{bad.client}, {head}: {bad.why}")


class PasteSheet(SideSheet):
    """Lists the cells that cannot be put in; nothing has been put in yet.

    Args:
        theme: the theme.
        bad: what cannot be put in.
        good: how many cells could be.
        words: what the block comes to, and what of it has no place here.

    Attributes:
        good_wanted: the good cells shall go in, without the others.
    """

    good_wanted = Signal()

    def __init__(self, theme: Theme, bad: Sequence[BadCell], good: int, words: str = "") -> None:
        whole = len(bad) + good
        cells = "1 cell cannot" if len(bad) == 1 else f"{len(bad):,} of {whole:,} cells cannot"
        super().__init__(theme, f"{cells} be put in")
        self.body.addWidget(
            PlainLabel(theme, f"{words} {UNTOUCHED}".strip(), role="text2", wraps=True)
        )
        for each in bad[:MOST_SHOWN]:
            self.body.addWidget(BadRow(theme, each))
        if len(bad) > MOST_SHOWN:
            more = f"And {len(bad) - MOST_SHOWN:,} more."
            self.body.addWidget(PlainLabel(theme, more, role="text2"))
        self.body.addStretch()
        nothing = Button(theme, "Put in nothing")
        nothing.clicked.connect(self.leave)
        words = "the good cell" if good == 1 else f"the {good:,} good cells"
        self.verb = Button(theme, f"Put in {words}", Look.PRIMARY)
        self.verb.setVisible(good > 0)
        self.verb.clicked.connect(self._take)
        self.foot.addStretch()
        self.foot.addWidget(nothing)
        self.foot.addWidget(self.verb)
        self.setFocusProxy(self.verb if good else nothing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the window be narrow."""
        return QSize(0, super().minimumSizeHint().height())

    def _take(self) -> None:
        self.leave()
        self.good_wanted.emit()
