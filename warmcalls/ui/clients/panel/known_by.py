"""What a client is known by, as chips that one click takes away."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from warmcalls.domain.client_panel import IdentifierLine
from warmcalls.ui.clients.filters.chips import FilterChip
from warmcalls.ui.clients.panel.part import Part
from warmcalls.ui.components.labels import plain_tip
from warmcalls.ui.theme import Theme

NOTHING = "Nothing yet: add their website, so that visits from it are seen as theirs."
GAP = 4


class Flow(QWidget):
    """Chips from left to right on as many lines as they need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: list[FilterChip] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def take(self, chips: list[FilterChip]) -> None:
        """Show other chips."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = chips
        for chip in chips:
            chip.setParent(self)
            chip.show()
        self._place()

    def sizeHint(self) -> QSize:
        """Return a width that the panel has; it is as high as it was placed."""
        return QSize(self._theme.px(200), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the chips anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        places = self._places(self.width())
        for chip, place in zip(self.chips, places, strict=True):
            chip.setGeometry(place)
        self.setFixedHeight(max((place.bottom() + 1 for place in places), default=0))

    def _places(self, width: int) -> list[QRect]:
        gap, left, top, found = self._theme.px(GAP), 0, 0, []
        for chip in self.chips:
            size = chip.sizeHint()
            wide = min(size.width(), width)
            if left and left + wide > width:
                left, top = 0, top + size.height() + gap
            found.append(QRect(left, top, wide, size.height()))
            left += wide + gap
        return found


class KnownBy(Part):
    """Domains, networks, tokens, other names.

    Attributes:
        removed: an identifier shall be taken away: its id.
    """

    removed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Known by", "Add", "Add something they are known by")
        self._theme = theme
        self._lines: tuple[IdentifierLine, ...] | None = None
        self.flow = Flow(theme)
        self.column.addWidget(self.flow)

    def show_lines(self, lines: tuple[IdentifierLine, ...]) -> None:
        """Show other identifiers."""
        if lines != self._lines:
            self._lines = lines
            self.flow.take([self._chip(line) for line in lines])
            self.flow.setVisible(bool(lines))
            self.say_nothing("" if lines else NOTHING)

    def _chip(self, line: IdentifierLine) -> FilterChip:
        chip = FilterChip(self._theme, line.text)
        whose = f" ({line.contact})" if line.contact else ""
        chip.setToolTip(plain_tip(f"{line.text}{whose}. Click to take it away"))
        chip.clicked.connect(partial(self.removed.emit, line.id))
        return chip
