"""Labels: plain text always, and a variant that ends in an ellipsis."""

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from warmcalls.ui.theme import Theme


class PlainLabel(QLabel):
    """A label that never reads its text as rich text.

    Args:
        theme: gives the face.
        text: what it says.
        size: 26, 17, 13 or 11.
        role: colour, as "text2"; "text" is the palette's own.
        semibold: weight 600.
        wraps: over several lines where there is no room.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        size: int = 13,
        role: str = "text",
        semibold: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, semibold=semibold))
        self.setProperty("role", role)
        self.setWordWrap(wraps)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Change the colour to that of another role."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """A label on one line that ends in an ellipsis where it has no room; the tooltip says all."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        size: int = 13,
        role: str = "text",
        semibold: bool = False,
    ) -> None:
        super().__init__(theme, text, size=size, role=role, semibold=semibold)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the layout shrink it."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole text in a tooltip where it is cut."""
        super().resizeEvent(event)
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(plain_tip(self.text()) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text as far as it fits."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        fits = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), fits)
        painter.end()


def plain_tip(text: str) -> str:
    """Return a text so that a tooltip shows it as it is."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    marks = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return "<span>" + "".join(marks.get(c, c) for c in text) + "</span>"
