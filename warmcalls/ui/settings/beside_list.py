"""What counts beside the signals: shown with its points, not edited."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter

from warmcalls.domain.features import CONTEXT
from warmcalls.domain.points import step_of
from warmcalls.domain.weights_learned import Weight, WeightsLearned
from warmcalls.ui.components.painted_text import paint_text
from warmcalls.ui.components.row_list import RowDelegate, RowList
from warmcalls.ui.settings import weight_words
from warmcalls.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
WEIGHT: Final = Qt.ItemDataRole.UserRole
HIGH, EDGE, FIGURE = 48, 16, 40


class BesideModel(QAbstractListModel):
    """One row for everything that counts and is no signal."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weights: list[Weight] = []

    def show_learned(self, found: WeightsLearned) -> None:
        """Show what the outcomes made of it; of how busy clients are only what can be told."""
        told = [w for w in found.beside if w.name in CONTEXT or (w.can_tell and _points(w))]
        if told != self._weights:
            self.beginResetModel()
            self._weights = told
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._weights)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a weight, or what is said of it."""
        weight = self._weights[index.row()]
        if role == WEIGHT:
            return weight
        if role == Qt.ItemDataRole.DisplayRole:
            return step_of(weight.name).words
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            figure = weight_words.signed(_points(weight))
            return f"{step_of(weight.name).words}: {figure} points; {second_line(weight)}"
        return None


class BesideDelegate(RowDelegate):
    """Paints what it is and its points, and under it what the outcomes say."""

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Draw a row."""
        weight: Weight = index.data(WEIGHT)
        px, theme = self._theme.px, self._theme
        inside = area.adjusted(px(EDGE), px(6), -px(EDGE), -px(7))
        words = inside.adjusted(0, 0, -px(FIGURE), -inside.height() / 2)
        paint_text(painter, words, str(index.data()), theme)
        under = inside.adjusted(0, inside.height() / 2, 0, 0)
        quiet = "text2" if chosen else "text3"
        paint_text(painter, under, second_line(weight), theme, quiet, size=11)
        text = weight_words.signed(_points(weight))
        wide = QFontMetricsF(theme.font(13, semibold=weight.can_tell)).horizontalAdvance(text) + 1
        figure = QRectF(inside.right() - wide, words.top(), wide, words.height())
        role = "text" if weight.can_tell else "text2"
        paint_text(painter, figure, text, theme, role, bold=weight.can_tell)


class BesideList(RowList):
    """The list of what counts beside the signals."""

    def __init__(self, theme: Theme) -> None:
        self.rows = BesideModel()
        super().__init__(theme, self.rows, "What else counts", HIGH)
        self.rows.setParent(self)
        self.setItemDelegate(BesideDelegate(theme, self, HIGH))


def second_line(weight: Weight) -> str:
    """Return what was set, and what the outcomes say of it."""
    was = weight_words.signed(round(weight.points(weight.set)))
    return f"{was} set; {weight_words.likely(weight)}"


def _points(weight: Weight) -> int:
    return round(weight.points(weight.learned if weight.can_tell else weight.set))
