"""The rates of a campaign, each with its counts and the doubt about it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from warmcalls.domain.campaigns import FEW_WORKED, CampaignFigures, Rate
from warmcalls.ui.campaigns.painting import Scale, paint_interval
from warmcalls.ui.campaigns.panel import Panel
from warmcalls.ui.campaigns.words import likely_words, of_words, per_cent, plain_share
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme

HIGH: Final = 29
NAME, PER_CENT, COUNTS, GAP = 116, 40, 60, 8
SHORTEST: Final = 44  # of the interval
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class RateLine(QWidget):
    """A name, the interval, the share and its counts."""

    def __init__(self, theme: Theme, name: str, rate: Rate, scale: Scale) -> None:
        super().__init__()
        self._theme, self._name, self._rate, self._scale = theme, name, rate, scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        share = f"{per_cent(plain_share(rate))}, {of_words(rate)}" if rate.trials else "–"
        doubt = likely_words(rate)
        usual = f"; your normal is {per_cent(scale.normal)}" if scale.normal else ""
        self.setAccessibleName(f"{name}: {share}, {doubt}{usual}")
        self.setToolTip(f"{doubt[:1].upper()}{doubt[1:]}{usual}")

    def sizeHint(self) -> QSize:
        """Return the room of a line."""
        return QSize(self._theme.px(200), self._theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line from the right; the name gives way."""
        del event
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        rate, few = self._rate, self._rate.trials < FEW_WORKED
        counts = QRectF(self.width() - px(COUNTS), 0, px(COUNTS), self.height())
        share = QRectF(counts.left() - px(PER_CENT), 0, px(PER_CENT), self.height())
        name = QRectF(0, 0, min(px(NAME), share.left() - px(SHORTEST + GAP)), self.height())
        line = QRectF(name.right() + px(GAP), 0, 0, self.height())
        line.setRight(share.left() - px(GAP))
        painter.setFont(self._theme.font(13))
        painter.setPen(tokens.colour("text"))
        cut = Qt.TextElideMode.ElideRight
        fits = QFontMetricsF(painter.font()).elidedText(self._name, cut, name.width())
        painter.drawText(name, MIDDLE, fits)
        painter.setPen(tokens.colour("text2" if few else "text"))
        said = per_cent(plain_share(rate)) if rate.trials else "–"
        painter.drawText(share, MIDDLE | Qt.AlignmentFlag.AlignRight, said)
        painter.setFont(self._theme.font(11))
        painter.setPen(tokens.colour("text2"))
        painter.drawText(counts, MIDDLE | Qt.AlignmentFlag.AlignRight, of_words(rate))
        paint_interval(painter, line, rate, self._scale, self._theme, few=few)
        painter.end()


class Rates(Panel):
    """Accepted, worth the time, and agreed to meet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "How good the leads are")

    def show_row(self, row: CampaignFigures) -> None:
        """Show a campaign's rates beside what is normal."""
        self.clear()
        normal = f"dashed: normal, {per_cent(row.normal)}" if row.normal else ""
        self.show_head("How good the leads are", normal)
        lines = (
            ("Not rejected", row.acceptance, 0.0),
            ("Worth the time", row.worth, row.normal),
            ("Meeting or brief", row.meeting, 0.0),
        )
        reach = max([row.normal, 0.1, *(rate.high for _, rate, _ in lines if rate.trials)])
        for number, (name, rate, usual) in enumerate(lines):
            if number:
                self.lines.addWidget(Rule(self.theme))
            self.lines.addWidget(RateLine(self.theme, name, rate, Scale(reach, usual)))
