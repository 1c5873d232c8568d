"""Phosphor icons in the colours of the theme.

The outlines come with qtawesome. Importing it reads nine icon fonts (160 ms), so only its
Phosphor font is taken from its folder, at the first icon.
"""

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap

PREFIX: Final = "ph."


@lru_cache(maxsize=1)
def _font() -> tuple[str, dict[str, str]]:
    """Load the icon font; return its family and the character of every name."""
    found = find_spec("qtawesome")
    for place in (found.submodule_search_locations or []) if found else []:
        fonts = Path(place) / "fonts"
        for charmap in fonts.glob("phosphor-charmap-*.json"):
            number = QFontDatabase.addApplicationFont(
                str(fonts / charmap.name.replace("-charmap", "")).replace(".json", ".ttf")
            )
            families = QFontDatabase.applicationFontFamilies(number)
            codes = json.loads(charmap.read_text(encoding="utf-8"))
            return families[0], {name: chr(int(code, 16)) for name, code in codes.items()}
    return "", {}


@lru_cache(maxsize=16)
def _face(pixels: int) -> QFont:
    font = QFont(_font()[0])
    font.setPixelSize(pixels)
    return font


def paint(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon in the middle of a rectangle, as large as its height."""
    character = _font()[1].get(name.removeprefix(PREFIX), "")
    painter.save()
    painter.setFont(_face(round(rect.height())))
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, character)
    painter.restore()


@lru_cache(maxsize=512)
def pixmap(name: str, pixels: int, colour: str, ratio: float = 2.0) -> QPixmap:
    """Return an icon as a picture, kept for the next time."""
    made = QPixmap(round(pixels * ratio), round(pixels * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, name, QRectF(0, 0, pixels, pixels), QColor(colour))
    painter.end()
    return made


def icon(name: str, colour: str, pixels: int = 16) -> QIcon:
    """Return an icon for Qt's own buttons and menus."""
    return QIcon(pixmap(name, pixels, colour))
