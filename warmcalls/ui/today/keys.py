"""What the keyboard does on Today, wherever no field has the focus.

The keypad comes first: a letter it has no use for now may mean something else.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from warmcalls.ui.today.keypad import Keypad
from warmcalls.ui.today.keypad_state import BACK, REJECT

if TYPE_CHECKING:
    from warmcalls.ui.today.page import TodayPage

Bindings = dict[str, Callable[[], object]]
MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
NAMED: Final = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Delete: REJECT,
    Qt.Key.Key_Backspace: BACK,
    Qt.Key.Key_Escape: BACK,
    Qt.Key.Key_F3: "/",
}
REPEATING: Final = frozenset({"up", "down", "J", "K"})


def bindings(page: "TodayPage") -> Bindings:
    """Return what every key does that is not the keypad's."""
    return {
        "up": lambda: page.step(-1),
        "K": lambda: page.step(-1),
        "down": lambda: page.step(1),
        "J": lambda: page.step(1),
        "enter": page.dial,
        "ctrl+Z": page.undo,
        "/": page.write_notes,
        "Z": page.snooze,
        "A": page.add_signal,
        "B": page.record_brief,
        "P": page.record_placement,
        "O": page.show_history,
        "X": page.why_not,
        "shift+X": page.why_here,
    }


def name_of(event: QKeyEvent) -> str:
    """Return what a key is called here, or an empty text for one that means nothing."""
    held = event.modifiers() & MODIFIERS
    if held == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Z:
        return "ctrl+Z"
    if held:
        return ""
    if event.key() == Qt.Key.Key_X and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return "shift+X"
    named = NAMED.get(Qt.Key(event.key()))
    return named or event.text().strip().upper()


def handle(event: QKeyEvent, keypad: Keypad, others: Bindings) -> bool:
    """Do what a key means; tell whether it meant anything."""
    name = name_of(event)
    if not name or (event.isAutoRepeat() and name not in REPEATING):
        return False
    if not event.isAutoRepeat() and keypad.press(name):
        return True
    does = others.get(name)
    if does is None:
        return False
    does()
    return True
