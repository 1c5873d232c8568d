"""What leaves the window from a page of charts: saved to files, or copied."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from warmcalls.ui.charts.drawing import Drawing
from warmcalls.ui.charts.saving import as_image, ask_for_file

if TYPE_CHECKING:
    from warmcalls.reports.charts.drawing import Picture


class TakingAlong(QObject):
    """Carries figures out of the window, in the lane that draws.

    Args:
        page: over which dialogs open.
        drawing: the lane.

    Attributes:
        said: it was done: the sentence.
        failed: why it could not be done.
    """

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, page: QWidget, drawing: Drawing) -> None:
        super().__init__(page)
        self._page, self._drawing = page, drawing

    def _ask(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask for a file."""
        return ask_for_file(self._page, title, name, kinds)

    def _save(self, job: Callable[[], None], path: Path) -> None:
        """Write a file, and say so."""
        task = self._drawing.do(job)
        task.finished.connect(lambda _: self.said.emit(f"Saved {path.name}"))
        task.failed.connect(self._fail)

    def _copy(self, draw: "Callable[[], tuple[Picture, str]]", what: str) -> None:
        """Put a picture on the clipboard, and what it says as text."""
        task = self._drawing.do(draw)
        task.finished.connect(lambda drawn: self._put(drawn, what))
        task.failed.connect(self._fail)

    def _put(self, drawn: "tuple[Picture, str]", what: str) -> None:
        picture, text = drawn
        data = QMimeData()
        data.setImageData(as_image(picture))
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(f"Copied {what} as a picture and as text")

    def _fail(self, error: object) -> None:
        self.failed.emit(str(error))
