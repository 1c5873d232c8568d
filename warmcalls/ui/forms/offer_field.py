"""A field that takes any text and offers what is known already while one types."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLineEdit, QListView

from warmcalls.ui import icons
from warmcalls.ui.forms.field import Check, Field, anything
from warmcalls.ui.theme import Theme

MOST_SHOWN: Final = 8
ARROW: Final = 26  # pixels
COMMA: Final = ","


class _Offer(QCompleter):
    """Completes the text, or what follows its last comma."""

    def __init__(self, known: Sequence[str], line: QLineEdit, *, many: bool) -> None:
        super().__init__(line)
        self.setModel(QStringListModel(list(known), self))
        self._many, self._line = many, line
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(MOST_SHOWN)

    def splitPath(self, path: str) -> list[str]:
        """Return what is looked up."""
        return [path.rpartition(COMMA)[2].strip() if self._many else path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole text once a known one is taken."""
        taken, before = str(index.data()), self._line.text().rpartition(COMMA)
        return f"{before[0].rstrip()}, {taken}" if self._many and before[1] else taken


class _Arrow(QAbstractButton):
    """The arrow that opens the list, inside the line."""

    def __init__(self, theme: Theme, line: QLineEdit) -> None:
        super().__init__(line)
        self._theme = theme
        self.setAccessibleName("Show what is known")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it where a picker has it."""
        del event
        px = self._theme.px
        where = QRectF(self.width() - px(22), (self.height() - px(14)) / 2, px(14), px(14))
        painter = QPainter(self)
        icons.paint(painter, "ph.caret-down", where, self._theme.tokens.colour("text2"))
        painter.end()


class OfferField(Field):
    """A field with a list of known texts under it; Down opens the list.

    Args:
        theme: the theme.
        name: the label; also the accessible name.
        known: what is offered.
        hint: shown while nothing is typed.
        check: as of `Field`.
        many: several, with commas between.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        known: Sequence[str],
        *,
        hint: str = "",
        check: Check = anything,
        many: bool = False,
    ) -> None:
        super().__init__(theme, name, hint=hint, check=check, longest=400 if many else 120)
        self._theme = theme
        self._offer = _Offer(known, self.line, many=many)
        self._popup = QListView()
        self._popup.setFont(theme.font(13))
        self._offer.setPopup(self._popup)
        self.line.setCompleter(self._offer)
        self.line.installEventFilter(self)
        self._offer.activated.connect(self.changed)
        self._arrow = _Arrow(theme, self.line)
        self._arrow.clicked.connect(self.open)
        self._arrow.setVisible(bool(known))
        self.line.setTextMargins(0, 0, theme.px(ARROW) if known else 0, 0)
        theme.changed.connect(self._dress)
        self._dress()

    def open(self) -> None:
        """Show all that is known."""
        self.line.setFocus()
        self._offer.setCompletionPrefix("")
        self._offer.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the list on Down; keep the arrow at the right."""
        if watched is self.line and event.type() == QEvent.Type.Resize:
            wide = self._theme.px(ARROW)
            self._arrow.setGeometry(self.line.width() - wide - 2, 2, wide, self.line.height() - 4)
        elif watched is self.line and isinstance(event, QKeyEvent):
            down = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
            if down and not self._popup.isVisible():
                self.open()
                return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        """Give the list the colours of the theme."""
        tokens, px = self._theme.tokens, self._theme.px
        self._popup.setStyleSheet(
            f"QListView {{ border: 1px solid {tokens.line}; }}"
            f"QListView::item {{ padding: {px(5)}px {px(8)}px; border-radius: {px(4)}px; }}"
        )
