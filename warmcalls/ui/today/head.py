"""The head of the list: the page, the date, and how much of the day is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.calls import Day
from warmcalls.domain.moments import long_day_name
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.components.segments import Segments
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.moment import Now


class Head(QWidget):
    """Today, Tuesday 3 March, 7 of 20."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._now = now
        px = theme.px
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._date = ElidedLabel(theme, role="text2")
        self._count = PlainLabel(theme, semibold=True)
        self._segments = Segments(theme)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(PlainLabel(theme, "Today", size=17, semibold=True))
        row.addWidget(self._date)
        row.addStretch(1)
        row.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(14), px(20), px(12))
        column.setSpacing(px(8))
        column.addLayout(row)
        column.addWidget(self._segments)
        self.setFixedHeight(px(68))

    def show_day(self, day: Day) -> None:
        """Show the date and the progress."""
        whole = len(day.done) + len(day.calls)
        self._date.setText(long_day_name(self._now(), self._now.zone))
        self._count.setText(f"{len(day.done)} of {whole}")
        self._segments.show_progress(len(day.done), whole)
