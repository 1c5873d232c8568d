"""The style sheet: fields, menus, scroll bars and the few frames Qt paints for us.

Buttons, keys, chips and rows paint themselves; what is not here has Fusion's shape and the
palette's colours.
"""

import re
from typing import Final

_SHEET: Final = """
* { outline: none; }
QToolTip { background: $ink; color: $on_ink; border: none; padding: 4px 8px; }
QLabel { background: transparent; }
QLabel[role="text2"] { color: $text2; }
QLabel[role="text3"] { color: $text3; }
QLabel[role="good"] { color: $good; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="notice"] { color: $notice; }
QLabel[role="on_ink"] { color: $on_ink; }
QLabel[role="accent"] { color: $accent; }
QFrame[panel="true"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[panel="bad"] { background: $surface; border: 1px solid $bad; border-radius: 10px; }
QFrame[panel="notice"] { background: $surface; border: 1px solid $notice; border-radius: 10px; }
QFrame[panel="sunken"] { background: $sunken; border: 1px solid $line; border-radius: 8px; }
QFrame[hairline="true"] { background: $line; border: none; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="sunken"] { background: $sunken; }
QWidget[ground="window"] { background: $window; }
QWidget[ground="rail"] { background: $rail; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 6px;
  padding: 4px 8px; selection-background-color: $text; selection-color: $surface;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $text3; }
QLineEdit, QComboBox, QSpinBox, QDateEdit { min-height: 22px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $text2; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDateEdit:focus { border: 2px solid $text; padding: 3px 7px; }
QLineEdit:disabled, QComboBox:disabled { border-color: $line; color: $text3;
  background: transparent; }
QLineEdit[wrong="true"] { border-color: $bad; }
QComboBox::drop-down { border: none; width: 20px; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 16px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QListView, QTableView, QTreeView { background: $surface; border: none; color: $text; }
QListView::item:hover, QTableView::item:hover { background: $hover; }
QListView::item:selected, QTableView::item:selected { background: $selected; color: $text; }
QHeaderView::section { background: $sunken; color: $text3; border: none;
  border-bottom: 1px solid $line; padding: 4px 8px; }
QSplitter::handle { background: $line; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $data3; border-radius: 3px; margin: 2px; min-height: 32px;
  min-width: 32px; }
QScrollBar::handle:hover { background: $data2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def text(colours: dict[str, str], scale: float) -> str:
    """Return the style sheet with its colours filled in and its lengths scaled."""
    filled = re.sub(r"\$(\w+)", lambda found: colours[found[1]], _SHEET)
    return re.sub(r"(\d+)px", lambda found: f"{_scaled(int(found[1]), scale)}px", filled)


def _scaled(pixels: int, scale: float) -> int:
    """Return a length at the text size; a hairline stays one."""
    return pixels if pixels <= 2 else round(pixels * scale)  # noqa: PLR2004
