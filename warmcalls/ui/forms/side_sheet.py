"""The sheet at the right for editing and imports: a head, a body that scrolls, a foot."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.components.scrolling import scrolling
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.theme import Theme


class SideSheet(QFrame):
    """A sheet that covers the right of its window and keeps the focus inside.

    Attributes:
        body: where its content goes.
        foot: where its buttons go, the primary one last.
        closed: it was closed; Esc closes too.
    """

    closed = Signal()

    def __init__(self, theme: Theme, title: str, width: int = 480) -> None:
        super().__init__()
        self.theme = theme
        self._wide = theme.px(width)
        self.setObjectName("sideSheet")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.head = ElidedLabel(theme, title, size=17, semibold=True)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 16)))
        self.body.setSpacing(theme.px(16))
        self._foot_row = QWidget()
        self.foot = QHBoxLayout(self._foot_row)
        self.foot.setContentsMargins(*(theme.px(n) for n in (24, 12, 24, 12)))
        self.foot.setSpacing(theme.px(8))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(Rule(theme, upright=True))
        self._column = column = QVBoxLayout()
        column.setSpacing(0)
        across.addLayout(column)
        column.addLayout(self._top())
        column.addWidget(Rule(theme))
        column.addWidget(scrolling(self._content), 1)
        column.addWidget(Rule(theme))
        column.addWidget(self._foot_row)

    def _top(self) -> QHBoxLayout:
        px = self.theme.px
        self.close_button = Button(self.theme, "Close", Look.QUIET, key="Esc")
        self.close_button.clicked.connect(self.leave)
        row = QHBoxLayout()
        row.setContentsMargins(px(24), px(14), px(16), px(14))
        row.addWidget(self.head, 1)
        row.addWidget(self.close_button)
        return row

    def put_under_head(self, bar: QWidget) -> None:
        """Put a thin bar right under the head."""
        self._column.insertWidget(2, bar)

    def open_over(self, window: QWidget) -> None:
        """Lie over the right of a window, and stay there when it is resized."""
        self.setParent(window)
        window.installEventFilter(self)
        self._settle()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Close; a subclass that is busy may refuse."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        window = self.parentWidget()
        assert window is not None
        wide = min(self._wide, window.width())
        self.setGeometry(window.width() - wide, 0, wide, window.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; keep every other key from the page underneath."""
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
            focus, QAbstractButton
        ):
            focus.click()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's name
        """Keep Tab inside the sheet."""
        stops = [each for each in self._stops() if each.isVisible() and each.isEnabled()]
        if not stops:
            return False
        now = QApplication.focusWidget()
        step = 1 if next else -1
        at = stops.index(now) if now in stops else -step
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(at + step) % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        """Return what Tab stops at, in its order, the close button last."""
        found: list[QWidget] = []
        each = self.nextInFocusChain()
        while each is not None and each is not self:
            if self.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found.append(each)
            each = each.nextInFocusChain()
        found.sort(key=lambda stop: stop is self.close_button)
        return [stop for stop in found if stop.focusProxy() is None]
