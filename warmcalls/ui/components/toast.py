"""The toast: what happened, and the way back, in a strip that covers nothing."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from warmcalls.ui import icons
from warmcalls.ui.components import key_hint
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

SECONDS: Final = 8
KEY: Final = "Ctrl Z"


class _Undo(QAbstractButton):
    """The way back, in the colour that stands on ink."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setText("Undo")
        self.setAccessibleName("Undo")
        self.setFont(theme.font(13, semibold=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        wide = self.fontMetrics().horizontalAdvance("Undo") + key_hint.width_of(KEY, theme)
        self.setFixedSize(wide + theme.px(26), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the verb and its key."""
        del event
        painter, px = QPainter(self), self._theme.px
        ink = self._theme.tokens.colour("on_ink")
        painter.setFont(self.font())
        painter.setPen(ink)
        room = QRectF(px(8), 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        wide = key_hint.width_of(KEY, self._theme)
        at = QRectF(self.width() - wide - px(8), 0, wide, self.height())
        key_hint.paint_key(painter, at, KEY, self._theme, ink, ink)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(ink), 6)
        painter.end()


class _Ink(QWidget):
    """The dark strip itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the tick."""
        del event
        painter, tokens, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("ink"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        at = QRectF(px(14), self.height() / 2 - px(8), px(16), px(16))
        icons.paint(painter, "ph.check-circle", at, tokens.colour("on_ink"))
        painter.end()


class ToastStrip(QWidget):
    """A strip of its own; empty it takes no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._undo: Callable[[], None] | None = None
        self._ink, self._button = _Ink(theme), _Undo(theme)
        self._label = ElidedLabel(theme, role="on_ink")
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.dismiss)
        self._button.clicked.connect(self.undo)
        px = theme.px
        row = QHBoxLayout(self._ink)
        row.setContentsMargins(px(40), 0, px(4), 0)
        row.addWidget(self._label)
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(8), px(20), px(12))
        column.addWidget(self._ink)
        self.hide()

    def show_message(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what happened for eight seconds, and read it aloud to who listens."""
        self._undo = undo
        self._label.setText(text)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def undo(self) -> None:
        """Take back what the toast speaks of, once."""
        way_back, self._undo = self._undo, None
        self.dismiss()
        if way_back is not None:
            way_back()

    def dismiss(self) -> None:
        """Take the toast away."""
        self._timer.stop()
        self.hide()

    def text(self) -> str:
        """Return what the toast says now, or an empty text."""
        return "" if self.isHidden() else self._label.text()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count the eight seconds anew."""
        super().leaveEvent(event)
        if not self.isHidden():
            self._timer.start()
