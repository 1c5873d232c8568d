"""What is known already, offered under the field of a cell."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from warmcalls.ui.theme import Theme

MOST_SHOWN: Final = 10
WIDEST: Final = 360
COMMA: Final = ","


class CellOffer(QCompleter):
    """Completes what is typed; of several texts the one behind the last comma.

    Args:
        theme: gives colours and face.
        known: what is offered.
        line: the field.
        many: several texts, with commas between.
    """

    def __init__(self, theme: Theme, known: Sequence[str], line: QLineEdit, *, many: bool) -> None:
        super().__init__(line)
        self._line, self._many = line, many
        self._known = {each.casefold(): each for each in known}
        self.setModel(QStringListModel(list(known), self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(MOST_SHOWN)
        tokens, px = theme.tokens, theme.px
        self.popup_list = QListView()
        self.popup_list.setFont(theme.font(13))
        self.popup_list.setStyleSheet(
            f"QListView {{ border: 1px solid {tokens.line}; }}"
            f"QListView::item {{ padding: {px(5)}px {px(8)}px; border-radius: {px(4)}px; }}"
        )
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.popup_list.setHorizontalScrollBarPolicy(off)
        face = self.popup_list.fontMetrics()
        words = max((face.horizontalAdvance(each) for each in known), default=0)
        self.popup_list.setMinimumWidth(min(words + px(40), px(WIDEST)))
        self.setPopup(self.popup_list)

    @property
    def is_open(self) -> bool:
        """Whether the list is in view."""
        return self.popup_list.isVisible()

    @property
    def pointed(self) -> str:
        """What the keys point at in the list; empty where they do not."""
        index = self.popup_list.currentIndex()
        return self.pathFromIndex(index) if self.is_open and index.isValid() else ""

    def spelt(self, text: str) -> str:
        """Return a text as it is known; as it was typed where it is new."""
        return self._known.get(text.strip().casefold(), text.strip())

    def open(self) -> None:
        """Show all that is known, and point at what the field says."""
        self.setCompletionPrefix("")
        self.complete()
        said = self._line.text().casefold()
        for row in range(self.completionCount()):
            index = self.completionModel().index(row, 0)
            if str(index.data()).casefold() == said:
                self.popup_list.setCurrentIndex(index)

    def close(self) -> None:
        """Take the list away."""
        self.popup_list.hide()

    def splitPath(self, path: str) -> list[str]:
        """Return what is looked up."""
        return [path.rpartition(COMMA)[2].strip() if self._many else path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole text once a known one is taken."""
        taken, before = str(index.data()), self._line.text().rpartition(COMMA)
        return f"{before[0].rstrip()}, {taken}" if self._many and before[1] else taken
