"""The keys that work in the whole window."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from warmcalls.ui.commands import ANYWHERE, COMMANDS, Command

TEXT_FIELDS: Final = (QLineEdit, QPlainTextEdit, QTextEdit)
UNDO, REDO = "undo", "redo"
BUBBLES: Final = {UNDO, REDO}  # fields and pages have their own; the window takes what they leave

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REDOES: Final = (
    QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z),
    QKeyCombination(_CTRL, Qt.Key.Key_Y),
)


def listen(window: QWidget, run: Callable[[str], None]) -> None:
    """Run the commands that can be given anywhere by their keys."""
    for command in COMMANDS:
        if command.where == ANYWHERE and command.id not in BUBBLES:
            _listen(window, command, run)


def left_over(event: QKeyEvent) -> str:
    """Return the command of a key that neither a field nor the page wanted, or an empty text.

    A question mark is also here: with Shift held not every platform matches its shortcut.
    """
    if event.matches(QKeySequence.StandardKey.Undo):
        return UNDO
    if event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in REDOES:
        return REDO
    return "shortcuts" if event.text() == "?" else ""


def _listen(window: QWidget, command: Command, run: Callable[[str], None]) -> None:
    """Run one command by its key; a plain key is a letter where a field has the focus."""

    def pressed() -> None:
        if not (plain and isinstance(QApplication.focusWidget(), TEXT_FIELDS)):
            run(command.id)

    plain = "+" not in command.shortcut
    shortcut = QShortcut(QKeySequence(command.shortcut), window)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(pressed)
