"""A page of charts, which scrolls under its head."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from warmcalls.ui.charts.drawing import drawing_of
from warmcalls.ui.components.reading_page import ReadingPage
from warmcalls.ui.components.scrolling import scrolling
from warmcalls.ui.tasks import Tasks
from warmcalls.ui.theme import Theme

SCROLL_BAR: Final = 10  # pixels, so that the panels end where the head does
Found = TypeVar("Found")


class ChartPage(ReadingPage[Found]):
    """Charts under a head, or one sentence while there is nothing to draw.

    Args:
        theme: the theme.
        tasks: work in the background.
        clock: the moment, UTC microseconds.

    Attributes:
        ROOM: the least width and height, in pixels at 100 %; it scrolls by itself.
        drawing: the lane that draws.
        found: what is shown, None until it is read.
    """

    ROOM: Final = (480, 400)

    def __init__(self, theme: Theme, tasks: Tasks, clock: Callable[[], int]) -> None:
        super().__init__(theme, tasks, clock)
        self.found: Found | None = None
        self.drawing = drawing_of(tasks)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what draws while the figures are read."""
        self.drawing.warm_up()
        super().showEvent(event)

    def _lay_out(self, head: QWidget, parts: list[QWidget | QLayout], empty: QWidget) -> None:
        """Put the parts where they scroll under the head, with what is shown without any figure."""
        px = self._theme.px
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(*(px(n) for n in (24, 16, 24 - SCROLL_BAR, 24)))
        inside.setSpacing(px(16))
        for part in parts:
            if isinstance(part, QLayout):
                inside.addLayout(part)
            else:
                inside.addWidget(part)
        inside.addStretch(1)
        area = scrolling(content)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._stack.addWidget(area)
        self._stack.addWidget(empty)
        self._put(head, self.loading, self._stack, self.toast)
