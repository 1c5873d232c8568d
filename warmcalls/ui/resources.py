"""Where the app's own files are: the source tree, an installed copy, or a frozen program."""

import sys
from pathlib import Path


def folder() -> Path | None:
    """Return the folder `resources`, or None where it was not installed."""
    frozen = getattr(sys, "_MEIPASS", None)
    places = [
        Path(frozen) / "resources" if frozen else None,
        Path(__file__).resolve().parents[2] / "resources",
        Path(sys.prefix) / "share" / "warmcalls",
    ]
    return next((place for place in places if place and (place / "fonts").is_dir()), None)


def files(under: str, ending: str) -> list[Path]:
    """Return the files of one kind in a folder of resources, in order of name."""
    found = folder()
    return sorted((found / under).glob(f"*{ending}")) if found else []
