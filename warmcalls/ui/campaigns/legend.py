"""What the pieces of the bars mean."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from warmcalls.domain.campaigns import LEAD_WORDS, LeadState
from warmcalls.ui.campaigns.painting import colours
from warmcalls.ui.campaigns.words import ORDER, per_cent
from warmcalls.ui.theme import Theme

SWATCH = 11
GAP = 20
LINE = 20


class Legend(QWidget):
    """A swatch and a word for each state, and the dashed line's meaning; it wraps."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._normal = theme, 0.0
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)
        self.setAccessibleName("Colours: " + ", ".join(LEAD_WORDS[state] for state in ORDER))

    def show_normal(self, normal: float) -> None:
        """Show the normal rate behind the dashed line; nought leaves it out."""
        self._normal = normal
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines."""
        places = self._places(width)
        return self._theme.px(LINE) * (round(places[-1][1].y() / self._theme.px(LINE)) + 1)

    def sizeHint(self) -> QSize:
        """Return the height of its lines as wide as it is."""
        return QSize(self._theme.px(200), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the page be narrow."""
        return QSize(self._theme.px(200), self._theme.px(LINE))

    def _places(self, width: int) -> list[tuple[LeadState | None, QPointF, str]]:
        """Return each entry with where it stands and what it says; None for the dashes."""
        metrics, px = QFontMetricsF(self._theme.font(11)), self._theme.px
        entries: list[tuple[LeadState | None, str]] = [(s, LEAD_WORDS[s]) for s in ORDER]
        if self._normal:
            entries.append((None, f"dashed: your normal, {per_cent(self._normal)}"))
        found, left, top = [], 0.0, 0.0
        for state, words in entries:
            mark = 0 if state is None else px(SWATCH + 8)
            wide = mark + metrics.horizontalAdvance(words)
            if left and left + wide > width:
                left, top = 0.0, top + px(LINE)
            found.append((state, QPointF(left, top), words))
            left += wide + px(GAP)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries."""
        del event
        painter, px = QPainter(self), self._theme.px
        painter.setFont(self._theme.font(11))
        for state, at, words in self._places(self.width()):
            left = at.x()
            if state is not None:
                self._swatch(painter, at, state)
                left += px(SWATCH + 8)
            painter.setPen(self._theme.tokens.colour("text2"))
            room = QRectF(left, at.y(), self.width() - left, px(LINE))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _swatch(self, painter: QPainter, at: QPointF, state: LeadState) -> None:
        side, tokens = self._theme.px(SWATCH), self._theme.tokens
        box = QRectF(at.x(), at.y() + (self._theme.px(LINE) - side) // 2, side, side)
        painter.fillRect(box, tokens.colour(colours(state, self._theme)[0]))
        if state is LeadState.REJECTED:
            painter.setPen(QPen(tokens.colour("control"), 1))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
