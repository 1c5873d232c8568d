"""Fees and spend behind a figure as a list: its model and how a row looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView

from warmcalls.domain.behind import FeeLine, SpendLine
from warmcalls.domain.day_words import day_words, days_words
from warmcalls.domain.money import amount_words
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.components.row_list import Index, RowDelegate
from warmcalls.ui.theme import Theme

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ROW, EDGE, GAP = 52, 24, 16
MONEY_WIDE: Final = 112
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row in words.

    Attributes:
        name, under: at the left, what it is and what else is known of it.
        amount, of: at the right, the sum that counts, and the whole it is a part of.
        client_id: to open, 0 for none.
    """

    name: str
    under: str
    amount: str
    of: str = ""
    client_id: int = 0

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ". ".join(part for part in (self.name, self.amount, self.of, self.under) if part)


def share_of(fee: FeeLine, campaign: str) -> int:
    """Return what a campaign gets of a fee, minor units."""
    return sum(part for name, part in fee.credits if name == campaign)


def fee_row(fee: FeeLine, campaign: str, currency: str) -> MoneyRow:
    """Return a fee in words, with the part that is credited to a campaign."""
    paid = f"paid {day_words(fee.paid_on)}" if fee.paid_on else "not paid yet"
    rang = f"{fee.by} rang" if fee.by else ""
    invoiced = f"invoiced {day_words(fee.invoiced_on)}" if fee.invoiced_on else "not invoiced yet"
    about = (fee.title, invoiced, paid, rang, fee.note)
    part = share_of(fee, campaign)
    whole = f"of {amount_words(fee.amount, currency)}" if part != fee.amount else "all of it"
    return MoneyRow(
        fee.client,
        " · ".join(filter(None, about)),
        amount_words(part, currency),
        whole,
        fee.client_id,
    )


def spend_row(spend: SpendLine, currency: str) -> MoneyRow:
    """Return a spend in words."""
    days = days_words(spend.starts, max(spend.starts, spend.ends))
    about = (spend.channel, spend.note, spend.source or "typed in")
    return MoneyRow(days, " · ".join(filter(None, about)), amount_words(spend.amount, currency))


class MoneyModel(QAbstractListModel):
    """Rows in their order."""

    def __init__(self, rows: Sequence[MoneyRow], parent: QObject) -> None:
        super().__init__(parent)
        self._rows = list(rows)

    def row(self, number: int) -> MoneyRow | None:
        """Return a row, None where there is no such row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, and what a screen reader and a tooltip say of it."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return plain_tip(row.under) if role == Qt.ItemDataRole.ToolTipRole else None


class MoneyDelegate(RowDelegate):
    """Paints what it is at the left and the money at the right, aligned over all rows."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view, ROW)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Draw what stands on a row."""
        px = self._theme.px
        row = cast("MoneyRow", index.data(ROW_ROLE))
        quiet = "text2" if chosen else "text3"
        room = area.adjusted(px(EDGE), px(7), -px(EDGE), 0)
        money = QRectF(room.right() - px(MONEY_WIDE), room.top(), px(MONEY_WIDE), px(18))
        words = QRectF(room.left(), room.top(), money.left() - room.left() - px(GAP), px(18))
        down = px(20)
        self._write(painter, words, row.name, 13, "text", LEFT, semibold=True)
        self._write(painter, words.translated(0, down), row.under, 11, quiet, LEFT)
        self._write(painter, money, row.amount, 13, "text", RIGHT)
        self._write(painter, money.translated(0, down), row.of, 11, quiet, RIGHT)

    def _write(  # noqa: PLR0917 - where, what, and how it looks
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        size: int,
        role: str,
        side: Qt.AlignmentFlag,
        *,
        semibold: bool = False,
    ) -> None:
        painter.setFont(self._theme.font(size, semibold=semibold))
        painter.setPen(self._theme.tokens.colour(role))
        cut = Qt.TextElideMode.ElideRight
        fits = painter.fontMetrics().elidedText(" ".join(text.split()), cut, round(room.width()))
        painter.drawText(room, side, fits)
