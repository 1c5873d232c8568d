"""matplotlib made ready once: faces, and the few settings that its backends read when they draw.

Importing this module imports matplotlib (0.4 s), so it is imported when a chart is first drawn.
"""

import logging
import os
import sys
import unicodedata
from functools import lru_cache
from typing import Final

import platformdirs

if getattr(sys, "frozen", False):
    # A frozen program gets a fresh folder at every start, and would look for all fonts again.
    os.environ["MPLCONFIGDIR"] = platformdirs.user_cache_dir("WarmCalls", appauthor=False)

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import LoadFlags
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from warmcalls.reports import fonts

SYSTEM_FACES: Final = {"win32": "Segoe UI"}
BUNDLED: Final = "Inter"
OTHER_SCRIPTS: Final = (
    "Microsoft YaHei", "Yu Gothic", "PingFang SC", "Hiragino Sans", "Noto Sans CJK JP",
    "Droid Sans Fallback", "Segoe UI Symbol",
)  # fmt: skip
LAST: Final = "DejaVu Sans"  # comes with matplotlib
HEAVY: Final = 600
PT: Final = 0.75  # points in a pixel of the design
SIZE: Final = 100  # pixels at which widths are measured
POINTS_AN_INCH: Final = 72
SUBPIXELS: Final = 64
MISSING: Final = "\N{WHITE SQUARE}"
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
EVEN_FIGURES: Final = ("tnum",) if hasattr(Text, "set_fontfeatures") else ()  # matplotlib 3.11


@lru_cache(maxsize=1)
def families() -> tuple[str, ...]:
    """Make matplotlib ready, once; return the families that text is set in, best first."""
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for path in fonts.files():
        font_manager.fontManager.addfont(str(path))
    known = set(font_manager.get_font_names())
    wanted = [SYSTEM_FACES.get(sys.platform, ""), BUNDLED]
    others = [name for name in OTHER_SCRIPTS if name in known][:2]
    found = (*(name for name in wanted if name in known), LAST, *others)
    mpl.rc("font", family=list(found))
    # names stay names; widths as they are measured, or even where figures could not be told to be
    mpl.rc("text", parse_math=False, hinting="none" if EVEN_FIGURES else "default")
    mpl.rc("hatch", linewidth=1.2 * PT)
    mpl.rc("svg", fonttype="none", hashsalt="warmcalls")  # text stays text, files repeat
    mpl.rc("pdf", fonttype=3)  # outlines as drawing procedures: every reader takes them
    mpl.rc("path", simplify=False)
    return found


@lru_cache(maxsize=32)
def face(size: float, *, semibold: bool = False) -> FontProperties:
    """Return the face in a size in pixels of the design."""
    weight = HEAVY if semibold else "normal"
    return FontProperties(family=list(families()), size=size * PT, weight=weight)


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, semibold: bool = False) -> float:
    """Return the width of a text in pixels of the design."""
    said = plain(text)
    if not EVEN_FIGURES:
        wide, _, _ = text_to_path.get_text_width_height_descent(
            said, face(SIZE, semibold=semibold), ismath=False
        )
        return float(wide) * size / (SIZE * PT)
    font = font_manager.get_font(_files(semibold=semibold))
    font.set_size(SIZE, POINTS_AN_INCH)
    font.set_text(said, flags=LoadFlags.NO_HINTING, features=EVEN_FIGURES)
    return font.get_width_height()[0] / SUBPIXELS * size / SIZE


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text on one line, without what steers, and with a box for what no face has."""
    kept = (" " if c.isspace() else c for c in text)
    seen = (c for c in kept if unicodedata.category(c) not in UNSEEN)
    return " ".join("".join(c if c.isascii() or _has(c) else MISSING for c in seen).split())


@lru_cache(maxsize=4096)
def _has(character: str) -> bool:
    return any(ord(character) in each for each in _characters())


@lru_cache(maxsize=1)
def _characters() -> tuple[frozenset[int], ...]:
    return tuple(frozenset(font_manager.get_font(each).get_charmap()) for each in _files())


@lru_cache(maxsize=2)
def _files(*, semibold: bool = False) -> tuple[str, ...]:
    weight = HEAVY if semibold else "normal"
    wanted = (FontProperties(family=[name], weight=weight) for name in families())
    return tuple(str(font_manager.findfont(each)) for each in wanted)
