"""The head of the panel: the client's name and the cross; and the row of deeds at its foot."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from warmcalls.ui import icons
from warmcalls.ui.commands import shown
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.style import paint_ring
from warmcalls.ui.theme import Theme

ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
CROSS = 28


class Cross(QAbstractButton):
    """Closes the panel."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Close the panel")
        self.setToolTip(f"Close the panel ({shown('Ctrl+I')})")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._theme.px(CROSS), self._theme.px(CROSS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, too."""
        if event.key() in ENTERS and not event.isAutoRepeat():
            self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross."""
        del event
        painter, tokens, side = QPainter(self), self._theme.tokens, self._theme.px(16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        icons.paint(painter, "ph.x", box, tokens.colour("text2"))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), QPen(tokens.colour("text")), 6)
        painter.end()


class PanelHead(QWidget):
    """Whom the panel is about."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name = ElidedLabel(theme, size=17, semibold=True)
        self.cross = Cross(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(n) for n in (16, 12, 8, 2)))
        row.addWidget(self.name, 1)
        row.addWidget(self.cross)


class PanelFoot(QWidget):
    """What is written down about a client most.

    Attributes:
        signal_wanted, brief_wanted, history_wanted: its buttons were pressed.
        buttons: from left to right.
    """

    signal_wanted = Signal()
    brief_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(n) for n in (16, 8, 16, 8)))
        row.setSpacing(theme.px(6))
        self.buttons: list[Button] = []
        for words, told in (
            ("Add a signal", self.signal_wanted),
            ("Job brief…", self.brief_wanted),
            ("History", self.history_wanted),
        ):
            button = Button(theme, words, small=True)
            button.clicked.connect(told)
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch()
