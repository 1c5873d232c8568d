"""What a file may do to one field of clients that are here: three words that drop down."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from warmcalls.domain.incoming_rules import Rule, offered
from warmcalls.ui import icons
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.imports import rule_words
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme


class RulePicker(Picker):
    """The rules that a field can have; quiet, so that those that differ are seen.

    Args:
        theme: the theme.
        field: whose rules they are.
    """

    def __init__(self, theme: Theme, field: str) -> None:
        super().__init__(theme, f"{rule_words.field_name(field)} of clients you have already")
        self.field = field
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        for rule in offered(field):
            self.addItem(rule_words.rule_name(field, rule), rule.value)

    @property
    def rule(self) -> Rule:
        """The rule that is chosen."""
        return Rule(self.currentData())

    def set_rule(self, rule: Rule) -> None:
        """Choose a rule, or what comes to the same."""
        self.setCurrentIndex(max(0, self.findData(rule.value)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words and an arrow beside them, without a frame."""
        del event
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(area, px(6), px(6))
        painter.setPen(tokens.colour("text2" if self.rule is Rule.FILL else "text"))
        words = area.adjusted(px(8), 0, -px(28), 0)
        fits = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, fits)
        side = px(14)
        left = px(8) + self.fontMetrics().horizontalAdvance(fits) + px(6)
        arrow = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, "caret-down", arrow, tokens.colour("text2"))
        if self.hasFocus():
            paint_ring(painter, area, QPen(tokens.colour("text")), px(6))
        painter.end()
