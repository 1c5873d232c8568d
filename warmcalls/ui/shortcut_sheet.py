"""The shortcut sheet: every command by its group, with its keys in boxes."""

from itertools import groupby
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from warmcalls.ui.commands import COMMANDS, Command
from warmcalls.ui.components import key_hint
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

COLUMNS: Final = 2
ROW: Final = 28


class ShortcutRow(QWidget):
    """A command's name, and its keys at the right."""

    def __init__(self, theme: Theme, command: Command) -> None:
        super().__init__()
        self._theme, self._command = theme, command
        self.setFont(theme.font(13))
        self.setAccessibleName(f"{command.name}: {' or '.join(command.keys)}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return its height; it takes what width there is."""
        return QSize(self._theme.px(120), self._theme.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the keys from the right, then the name in what is left."""
        del event
        painter, theme, tokens = QPainter(self), self._theme, self._theme.tokens
        area = QRectF(self.rect())
        text2, border = tokens.colour("text2"), tokens.colour("line")
        end = area.right()
        for key in reversed(self._command.keys):
            end -= key_hint.width_of(key, theme)
            at = QRectF(end, 0, 0, area.height())
            key_hint.paint_key(painter, at, key, theme, text2, border)
            end -= theme.px(4)
        painter.setFont(self.font())
        painter.setPen(tokens.colour("text"))
        room = QRectF(0, 0, end - theme.px(4), self.height())
        fits = painter.fontMetrics().elidedText(
            self._command.name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fits)
        painter.end()


class ShortcutSheet(SideSheet):
    """Lists the commands in two columns; Esc closes it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Shortcuts", 560)
        self._before: QWidget | None = None
        self._foot_row.hide()
        self.body.setSpacing(theme.px(4))
        for group, commands in groupby(COMMANDS, key=lambda each: each.group):
            head = PlainLabel(theme, group, size=11, semibold=True, role="text2")
            self.body.addWidget(head)
            self.body.addLayout(self._grid(list(commands)))
            self.body.addSpacing(theme.px(10))
        self.body.addStretch(1)
        self.setFocusProxy(self.close_button)

    def toggle_over(self, window: QWidget) -> None:
        """Open over a window and take the keys, or close."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self.open_over(window)
        self.setFocus()

    def leave(self) -> None:
        """Close, and give the keys back to who had them."""
        before, self._before = self._before, None
        super().leave()
        if before is not None and before.isVisible():
            before.setFocus()

    def _grid(self, commands: list[Command]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(32))
        grid.setVerticalSpacing(0)
        lines = -(-len(commands) // COLUMNS)
        for index, command in enumerate(commands):
            row = ShortcutRow(self.theme, command)
            grid.addWidget(row, index % lines, index // lines)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid
