"""A month's statement: seen as it will be on paper, and taken along."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from warmcalls.domain.periods import month_after, month_words
from warmcalls.reports import statement_text
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.statements import Statement

WIDTH: Final = 760
ASIDE: Final = 2 * 24 + 12  # what is no room for a page: the margins and the scroll bar
MONTHS: Final = 24


class StatementSheet(SideSheet):
    """Chooses a month and shows its pages.

    Attributes:
        month_wanted: another month was chosen, "2026-02".
        deed: "copy", "save" or "print", with the statement.
    """

    month_wanted = Signal(str)
    deed = Signal(str, object)

    def __init__(self, theme: Theme, this_month: str, month: str) -> None:
        super().__init__(theme, "Statement", WIDTH)
        self.statement: Statement | None = None
        self.bar = LoadingBar(theme)
        self.put_under_head(self.bar)
        self.month = Picker(theme, "Month of the statement")
        for back in range(MONTHS):
            each = month_after(this_month, -back)
            self.month.addItem(month_words(each), each)
        self.month.setCurrentIndex(max(self.month.findData(month), 0))
        self.said = PlainLabel(theme, role="text2", wraps=True)
        row = QHBoxLayout()
        row.addWidget(self.month)
        row.addWidget(self.said, 1)
        self.body.addLayout(row)
        self._sheets = QWidget()
        self._column = QVBoxLayout(self._sheets)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(16))
        self.body.addWidget(self._sheets)
        self.body.addStretch(1)
        self.buttons = {
            "copy": Button(theme, "Copy text", Look.QUIET, icon="ph.copy"),
            "print": Button(theme, "Print", icon="ph.printer"),
            "save": Button(theme, "Save PDF…", Look.PRIMARY, icon="ph.download-simple"),
        }
        self.foot.addStretch(1)
        for name, button in self.buttons.items():
            self.foot.addWidget(button)
            button.setEnabled(False)
            button.clicked.connect(lambda _=False, name=name: self._do(name))
        self.month.activated.connect(lambda _: self._ask())
        self.setFocusProxy(self.month)

    @property
    def paper(self) -> int:
        """The width of a page, in pixels; the sheet may be narrower than it wants to be."""
        return min(self.theme.px(WIDTH), self.width()) - self.theme.px(ASIDE)

    def show_pages(self, statement: "Statement", pages: Sequence[QImage], ratio: float) -> None:
        """Show a statement and its pages."""
        self.statement = statement
        self.bar.show_loading(False)
        self.said.setText("")
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, page in enumerate(pages, 1):
            label = QLabel()
            picture = QPixmap.fromImage(page)
            picture.setDevicePixelRatio(ratio)
            label.setPixmap(picture)
            label.setStyleSheet(f"border: 1px solid {self.theme.tokens.line};")
            text = statement_text.text(statement) if number == 1 else f"Page {number}"
            label.setAccessibleName(text)
            self._column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
        for button in self.buttons.values():
            button.setEnabled(True)

    def refuse(self, why: str) -> None:
        """Say why there is no statement."""
        self.bar.show_loading(False)
        self.said.setText(why)

    def _ask(self) -> None:
        self.bar.show_loading(True)
        self.month_wanted.emit(str(self.month.currentData()))

    def _do(self, name: str) -> None:
        if self.statement is not None:
            self.deed.emit(name, self.statement)
