"""The pictures in the rows of campaigns: what became of the leads, and a rate with its doubt."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from warmcalls.domain.campaigns import CampaignFigures, LeadState, Rate
from warmcalls.ui.campaigns.words import ORDER
from warmcalls.ui.theme import Theme

BAR: Final = 20
SEAM: Final = 1.0
FILLS: Final = {
    LeadState.WORTH: ("good", "surface"),
    LeadState.DISQUALIFIED: ("data1", "surface"),
    LeadState.CALLED: ("data2", "surface_or_text"),
    LeadState.REJECTED: ("surface", "text"),
    LeadState.UNWORKED: ("data3", "text"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the bar of leads."""

    state: LeadState
    count: int
    area: QRectF


def pieces(row: CampaignFigures, area: QRectF, longest: int, theme: Theme) -> list[Piece]:
    """Return the pieces of a bar; its length is the leads on a scale for all rows."""
    unit = area.width() / max(longest, 1)
    top, high = area.center().y() - theme.px(BAR) / 2, theme.px(BAR)
    left, found = area.left(), []
    for state in ORDER:
        count = row.count(state)
        if count:
            wide = max(unit * count, 3.0)
            found.append(Piece(state, count, QRectF(left, top, wide, high)))
            left += wide
    return found


def paint_pieces(painter: QPainter, found: list[Piece], theme: Theme) -> None:
    """Draw the bar; a piece is labelled where its number fits."""
    painter.setFont(theme.font(11))
    metrics = QFontMetricsF(painter.font())
    for piece in found:
        fill, ink = colours(piece.state, theme)
        box = piece.area.adjusted(0, 0, -SEAM, 0)
        painter.fillRect(box, theme.tokens.colour(fill))
        if piece.state is LeadState.REJECTED:
            painter.setPen(QPen(theme.tokens.colour("control"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        text = f"{piece.count:,}"
        if metrics.horizontalAdvance(text) + theme.px(6) <= box.width():
            painter.setPen(theme.tokens.colour(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def colours(state: LeadState, theme: Theme) -> tuple[str, str]:
    """Return the roles of a piece: its fill, and the ink of its number."""
    fill, ink = FILLS[state]
    if ink == "surface_or_text":  # the text colour is too faint on data 2 in dark
        ink = "surface" if theme.tokens.dark else "text"
    return fill, ink


@dataclass(frozen=True, slots=True)
class Scale:
    """Where rates lie: from 0 to `reach` over a width, with the normal one marked."""

    reach: float
    normal: float


def paint_interval(
    painter: QPainter, area: QRectF, rate: Rate, scale: Scale, theme: Theme, *, few: bool
) -> None:
    """Draw a rate as a dot on the line of its 90 % interval; few trials are quiet and hollow."""
    tokens, px, middle = theme.tokens, theme.px, area.center().y()

    def at(share: float) -> float:
        return area.left() + area.width() * min(share / scale.reach, 1.0)

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scale.normal:
        dashes = QPen(tokens.colour("text3"), 1)
        dashes.setDashPattern([3, 3])
        painter.setPen(dashes)
        x = round(at(scale.normal)) + 0.5
        painter.drawLine(QPointF(x, middle - px(12)), QPointF(x, middle + px(12)))
    if not rate.trials:
        return
    ink = tokens.colour("text2" if few else "text")
    painter.setPen(QPen(ink, 2))
    painter.drawLine(QPointF(at(rate.low), middle), QPointF(at(rate.high), middle))
    painter.setBrush(tokens.colour("surface") if few else ink)
    half = px(4)
    dot = QPointF(at(rate.hits / rate.trials), middle)
    painter.drawEllipse(dot, half, half)
