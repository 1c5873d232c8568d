"""How a row of the campaigns looks."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from warmcalls.domain.campaigns import CampaignFigures
from warmcalls.ui.campaigns.campaign_model import ROW_ROLE, CampaignModel, Column
from warmcalls.ui.campaigns.painting import Scale, paint_interval, paint_pieces, pieces
from warmcalls.ui.campaigns.words import chip_of, few_worked, of_words, per_cent, plain_share
from warmcalls.ui.components.chip import paint_chip
from warmcalls.ui.components.chip import width_of as chip_width
from warmcalls.ui.style import RING
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.ui.campaigns.campaign_table import CampaignTable

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 44
EDGE: Final = 16
ASIDE: Final = 12
INTERVAL: Final = 104
PER_CENT: Final = 44


class CampaignDelegate(QStyledItemDelegate):
    """Paints name and channel, the bar of leads, the rate with its doubt, and numbers."""

    def __init__(self, theme: Theme, model: CampaignModel, table: "CampaignTable") -> None:
        super().__init__(table)
        self._theme, self._model, self._table = theme, model, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        del option, index
        return QSize(10, self._theme.px(ROW))

    def bar_area(self, area: QRectF) -> QRectF:
        """Return where the bar of leads may lie in its cell."""
        px = self._theme.px
        return area.adjusted(px(ASIDE), 0, -px(ASIDE), -1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens, area = self._theme.tokens, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        row, column = cast("CampaignFigures", index.data(ROW_ROLE)), Column(index.column())
        painter.save()
        over = self._table.hovered == index.row()
        ground = "selected" if chosen else "hover" if over else "surface"
        painter.fillRect(area, tokens.colour(ground))
        if index.row() < self._model.rowCount() - 1:
            line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
            painter.fillRect(line, tokens.colour("line"))
        if column is Column.NAME:
            self._paint_name(painter, area, row, chosen=chosen)
        elif column is Column.STATES:
            found = pieces(row, self.bar_area(area), self._model.longest, self._theme)
            paint_pieces(painter, found, self._theme)
        elif column is Column.WORTH:
            self._paint_worth(painter, area, row)
        else:
            self._paint_number(painter, area, row, str(index.data()), column)
        if chosen and self._table.hasFocus():
            self._paint_ring(painter, area, column)
        painter.restore()

    def _paint_name(
        self, painter: QPainter, area: QRectF, row: CampaignFigures, *, chosen: bool
    ) -> None:
        """Draw name and channel; the chip stands behind the name, or the channel if it is long."""
        px, tokens = self._theme.px, self._theme.tokens
        if chosen:
            painter.fillRect(
                QRectF(area.left(), area.top(), 3, area.height()), tokens.colour("text")
            )
        first = area.adjusted(px(EDGE), px(5), -px(4), 0)
        first.setHeight(px(18))
        second = QRectF(first.left(), area.top() + px(23), first.width(), px(16))
        icon, word, state = chip_of(row)
        wide = chip_width(word, icon, self._theme) + px(8) if word else 0
        face, small = self._theme.font(13, semibold=True), self._theme.font(11)
        name, channel = row.campaign.name, row.campaign.channel or "No channel"
        beside = QFontMetricsF(face).horizontalAdvance(name) + wide <= first.width()
        end = self._write(painter, first, name, face, "text", wide if beside else 0)
        quiet = "text2" if chosen else "text3"
        low = self._write(painter, second, channel, small, quiet, 0 if beside else wide)
        if word:
            top = first.top() - px(1) if beside else second.top() - px(2)
            at = QPointF(round((end if beside else low) + px(8)), round(top))
            paint_chip(painter, at, word, icon, self._theme, state=state)

    def _write(  # noqa: PLR0917 - where, what, and how it looks
        self, painter: QPainter, room: QRectF, text: str, face: QFont, role: str, kept: float
    ) -> float:
        """Draw a text as far as it has room; return where it ends."""
        metrics = QFontMetricsF(face)
        cut = Qt.TextElideMode.ElideRight
        fits = metrics.elidedText(" ".join(text.split()), cut, room.width() - kept)
        painter.setFont(face)
        painter.setPen(self._theme.tokens.colour(role))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fits)
        return room.left() + metrics.horizontalAdvance(fits)

    def _paint_worth(self, painter: QPainter, area: QRectF, row: CampaignFigures) -> None:
        px, tokens, few = self._theme.px, self._theme.tokens, few_worked(row)
        left = area.left() + px(ASIDE)
        scale = Scale(self._model.reach, self._model.normal)
        where = QRectF(left, area.top(), px(INTERVAL), area.height())
        paint_interval(painter, where, row.worth, scale, self._theme, few=few)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.font(13))
        painter.setPen(tokens.colour("text2" if few else "text"))
        share = QRectF(where.right() + px(4), area.top(), px(PER_CENT), area.height())
        painter.drawText(share, side, per_cent(plain_share(row.worth)) if row.worked else "–")
        painter.setFont(self._theme.font(11))
        painter.setPen(tokens.colour("text2"))
        rest = QRectF(share.right() + px(8), area.top(), area.right() - share.right() - px(8), 0)
        rest.setHeight(area.height())
        said = of_words(row.worth) if row.worked else "none worked"
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_number(
        self, painter: QPainter, area: QRectF, row: CampaignFigures, text: str, column: Column
    ) -> None:
        """Draw a number; a return that rests on too few fees is quiet."""
        px, last = self._theme.px, column is Column.RETURN
        quiet = last and row.returns.too_few
        painter.setFont(self._theme.font(13, semibold=last and not quiet))
        painter.setPen(self._theme.tokens.colour("text2" if quiet else "text"))
        room = area.adjusted(0, 0, -px(EDGE if last else ASIDE), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_ring(self, painter: QPainter, area: QRectF, column: Column) -> None:
        """Draw this cell's part of the ring round the row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self._theme.tokens.colour("text"), RING))
        box = area.adjusted(1, 1, -1, -1)
        painter.drawLine(QPointF(area.left(), box.top()), QPointF(area.right() + 1, box.top()))
        painter.drawLine(
            QPointF(area.left(), box.bottom()), QPointF(area.right() + 1, box.bottom())
        )
        if column is Column.NAME:
            painter.drawLine(box.topLeft(), box.bottomLeft())
        if column is Column.RETURN:
            painter.drawLine(box.topRight(), box.bottomRight())
