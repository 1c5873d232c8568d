"""The app's face: the system's where it is a good one, else the Inter that comes along."""

import sys
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from warmcalls.ui import resources

SYSTEM_FACES: Final = {"win32": "Segoe UI", "darwin": ".AppleSystemUIFont"}
BUNDLED: Final = "Inter"


def install() -> str:
    """Return the family to use, loading the bundled one where the system has none."""
    wanted = SYSTEM_FACES.get(sys.platform)
    if wanted and (wanted.startswith(".") or wanted in QFontDatabase.families()):
        return wanted
    for path in resources.files("fonts", ".otf"):
        QFontDatabase.addApplicationFont(str(path))
    if BUNDLED in QFontDatabase.families():
        return BUNDLED
    return QGuiApplication.font().family()


@lru_cache(maxsize=64)
def face(family: str, pixels: int, *, semibold: bool = False) -> QFont:
    """Return a font of the family with figures of one width; do not change it in place."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
