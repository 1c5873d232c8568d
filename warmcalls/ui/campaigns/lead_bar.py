"""What became of a campaign's leads, as one wide bar whose pieces open their leads."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from warmcalls.domain.campaigns import LEAD_WORDS, CampaignFigures
from warmcalls.ui.campaigns.painting import Piece, paint_pieces, pieces
from warmcalls.ui.campaigns.words import states_words
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

HIGH = 32


class LeadBar(QWidget):
    """One bar; arrows go from piece to piece, Enter opens.

    Attributes:
        chosen: the leads in a state are wanted: `LeadState`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._at = theme, 0
        self._row: CampaignFigures | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_row(self, row: CampaignFigures) -> None:
        """Show a campaign's leads."""
        self._row, self._at = row, 0
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it takes."""
        return QSize(self._theme.px(200), self._theme.px(HIGH))

    def pieces(self) -> list[Piece]:
        """Return the pieces as they lie."""
        if self._row is None:
            return []
        return pieces(self._row, QRectF(self.rect()), self._row.leads, self._theme)

    def _describe(self) -> None:
        if self._row is None:
            return
        found = self.pieces()
        self.setAccessibleName(f"What became of the leads: {states_words(self._row)}")
        if found:
            piece = found[self._at]
            self.setAccessibleDescription(f"{piece.count} {LEAD_WORDS[piece.state]}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the pieces and open one."""
        found, step = self.pieces(), {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = step.get(Qt.Key(event.key()))
        if found and by is not None:
            self._at = min(max(self._at + by, 0), len(found) - 1)
            self._describe()
            self.update()
        elif found and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(found[self._at].state)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the piece that is clicked."""
        super().mouseReleaseEvent(event)
        for piece in self.pieces():
            if piece.area.contains(event.position()):
                self.chosen.emit(piece.state)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and the ring round the piece that Enter opens."""
        del event
        painter, found = QPainter(self), self.pieces()
        paint_pieces(painter, found, self._theme)
        if self.hasFocus() and found:
            box = found[min(self._at, len(found) - 1)].area.adjusted(0, -3, -1, 3)
            paint_ring(painter, box, QPen(self._theme.tokens.colour("text")), 4)
        painter.end()
