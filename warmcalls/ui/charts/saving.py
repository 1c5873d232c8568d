"""Files that figures and rows are saved to: the question for one, and pixels as Qt has them."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from warmcalls.reports.charts.drawing import Picture

PICTURES: Final = "Picture (*.png);;Drawing (*.svg);;Pages (*.pdf)"
TABLES: Final = "Table for spreadsheets (*.xlsx);;Plain table (*.csv)"
CRISP: Final = 192  # pixels an inch on the clipboard
LONGEST: Final = 80  # characters of a file's name


def ask_for_file(page: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask for a file; an ending that is not typed is the chosen kind's."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(page.window(), title, next(iter(places), ""), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_ending(dialog.selectedNameFilter()))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending(kind)))
    dialog.selectFile(name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    return Path(chosen[0]) if chosen else None


def as_image(picture: "Picture") -> QImage:
    """Return pixels as Qt's picture, on white where nothing is drawn."""
    form = QImage.Format.Format_RGBA8888
    wide, high = picture.width, picture.height
    made = QImage(picture.pixels, wide, high, 4 * wide, form)
    return made.convertToFormat(QImage.Format.Format_RGB32)


def file_name(words: str) -> str:
    """Return words as a file can be called."""
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in words)
    return " ".join(kept.split())[:LONGEST] or "rows"


def _ending(kind: str) -> str:
    """Return the ending of a kind of file: "png" of "Picture (*.png)"."""
    return kind.rpartition("(*.")[2].rstrip(")")
