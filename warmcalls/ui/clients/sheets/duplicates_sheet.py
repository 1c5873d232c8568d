"""Clients that may be one, pair by pair: merged, or said to be two."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from warmcalls.domain.duplicates import Counts, DuplicatePair, Zone
from warmcalls.ui.clients.sheets.duplicate_rows import EDGE, ROW, PairDelegate, PairModel
from warmcalls.ui.components.buttons import ENTERS, Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.components.row_list import RowList
from warmcalls.ui.forms.form_sheet import Problem
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

WIDTH: Final = 560
LONDON: Final = ZoneInfo("Europe/London")
NONE: Final = "No two clients seem to be one."
READING: Final = "Reading the pairs…"
LOOKING: Final = "Looking through all clients…"
MOVES: Final = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End, *ENTERS,
}  # fmt: skip


class PairList(RowList):
    """Arrows choose a pair, Enter compares it; letters are the sheet's."""

    def __init__(self, theme: Theme, model: PairModel) -> None:
        super().__init__(theme, model, "Pairs that may be one client", ROW)
        self.setItemDelegate(PairDelegate(theme, model, self))
        self.setMinimumHeight(theme.px(ROW))
        self.verticalScrollBar().setSingleStep(theme.px(ROW) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on the arrow keys alone; a letter is no search here."""
        if event.key() in MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()


class DuplicatesSheet(SideSheet):
    """The pairs that wait, the surest first.

    Args:
        theme: the theme.
        zone: the agency's.

    Attributes:
        look_wanted: look through all clients again.
        merge_wanted: compare two clients to merge them: both ids, the older first.
        apart_wanted: the two are two clients: both ids.
    """

    look_wanted = Signal()
    merge_wanted = Signal(int, int)
    apart_wanted = Signal(int, int)

    def __init__(self, theme: Theme, zone: ZoneInfo = LONDON) -> None:
        super().__init__(theme, "Duplicates", WIDTH)
        self.problem = Problem(theme)
        self.bar = LoadingBar(theme)
        self.put_under_head(self.problem)
        self.put_under_head(self.bar)
        self.model = PairModel(zone, self)
        self.list = PairList(theme, self.model)
        self.sentence = PlainLabel(theme, READING, role="text2", wraps=True)
        self.look_button = Button(theme, "Look again", Look.QUIET, icon="ph.arrow-clockwise")
        self.apart_button = Button(theme, "Not a duplicate", key="N")
        self.merge_button = Button(theme, "Merge…", Look.PRIMARY, key="M")
        self._lay_out()
        self.look_button.clicked.connect(self._look)
        self.apart_button.clicked.connect(self._keep_apart)
        self.merge_button.clicked.connect(self._merge)
        self.list.activated.connect(self._merge)
        self.bar.show_loading(True)
        self._offer()

    def _lay_out(self) -> None:
        px = self.theme.px
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.sentence.setContentsMargins(px(EDGE), px(14), px(EDGE), px(14))
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.list, 1)
        self.body.addStretch()
        self.foot.addWidget(self.look_button)
        self.foot.addStretch()
        self.foot.addWidget(self.apart_button)
        self.foot.addWidget(self.merge_button)

    def show_pairs(self, pairs: Sequence[DuplicatePair], counts: Counts | None = None) -> None:
        """Show the pairs that wait; the chosen one stays chosen, or the one that took its place.

        Args:
            pairs: the surest first.
            counts: how many there are, where `pairs` are the first ones alone.
        """
        kept, row = self.chosen(), max(self.list.currentIndex().row(), 0)
        focus = QApplication.focusWidget()
        inside = focus is None or focus is self or self.isAncestorOf(focus)
        self.problem.say("")
        self._rest()
        self.model.show_pairs(pairs)
        if kept is not None:
            there = self.model.row_of(kept.one.id, kept.other.id)
            row = there if there >= 0 else min(row, len(pairs) - 1)
        self.list.setCurrentIndex(self.model.index(row, 0))
        self.sentence.setText(summary(counts or _counted(pairs), len(pairs)))
        self._offer()
        if inside:
            self.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the looking is."""
        part = f" {done * 100 // total} %" if total > 1 and done else ""
        self.sentence.setText(f"{LOOKING}{part}")

    def refuse(self, why: str) -> None:
        """Say why something could not be done; the pairs stay as they are."""
        self._rest()
        self.problem.say(why)
        pairs = [pair for row in range(self.model.rowCount()) if (pair := self.model.pair(row))]
        self.sentence.setText(summary(_counted(pairs), len(pairs)))

    def chosen(self) -> DuplicatePair | None:
        """Return the pair that is chosen."""
        return self.model.pair(self.list.currentIndex().row())

    def _look(self) -> None:
        self.look_button.setEnabled(False)
        self.bar.show_loading(True)
        self.show_progress(0, 0)
        self.look_wanted.emit()

    def _rest(self) -> None:
        self.bar.show_loading(False)
        self.look_button.setEnabled(True)

    def _offer(self) -> None:
        """Offer what can be done with the pair that is chosen."""
        some = bool(self.model.rowCount())
        self.list.setVisible(some)
        for button in (self.apart_button, self.merge_button):
            button.setVisible(some)
        self.setFocusProxy(self.list if some else self.look_button)

    def _merge(self) -> None:
        pair = self.chosen()
        if pair is not None:
            self.merge_wanted.emit(pair.one.id, pair.other.id)

    def _keep_apart(self) -> None:
        pair = self.chosen()
        if pair is not None:
            self.apart_wanted.emit(pair.one.id, pair.other.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Merge on M and keep apart on N, wherever the focus is."""
        deeds = {Qt.Key.Key_M: self._merge, Qt.Key.Key_N: self._keep_apart}
        deed = deeds.get(Qt.Key(event.key()))
        if deed is not None and not event.modifiers() and not event.isAutoRepeat():
            deed()
            event.accept()
            return
        super().keyPressEvent(event)


def summary(counts: Counts, listed: int) -> str:
    """Return how many pairs wait: "3 pairs are surely the same, 9 perhaps."."""
    if not counts.all:
        return NONE
    pairs = "1 pair is" if counts.same == 1 else f"{counts.same:,} pairs are"
    if counts.same and counts.ask:
        said = f"{pairs} surely the same, {counts.ask:,} perhaps."
    elif counts.same:
        said = f"{pairs} surely the same."
    else:
        pairs = "1 pair is" if counts.ask == 1 else f"{counts.ask:,} pairs are"
        said = f"{pairs} perhaps the same."
    return said if listed >= counts.all else f"{said} These are the first {listed:,}."


def _counted(pairs: Sequence[DuplicatePair]) -> Counts:
    same = sum(pair.zone is Zone.SAME for pair in pairs)
    return Counts(same, len(pairs) - same)
