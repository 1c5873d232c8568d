"""The lines that say which page means what, with the wrong and the deciding ones marked."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from warmcalls.ui.settings.entry import ENTERS
from warmcalls.ui.theme import Theme


class PatternEditor(QPlainTextEdit):
    """Plain text in two columns; Tab leaves it, Ctrl+Enter saves.

    Attributes:
        submitted: Ctrl+Enter was pressed.
    """

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wrong: set[int] = set()
        self._deciding: int | None = None
        self.setFont(theme.font(13))
        self.setAccessibleName("Which page means what, one line each")
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        widest = QFontMetricsF(theme.font(13)).horizontalAdvance("candidate_page")
        self.setTabStopDistance(widest + theme.px(16))
        theme.changed.connect(self._paint_marks)

    def mark(self, wrong: set[int], deciding: int | None) -> None:
        """Mark lines that cannot be read, and the one that decides about a path."""
        if (wrong, deciding) == (self._wrong, self._deciding):
            return
        self._wrong, self._deciding = wrong, deciding
        self._paint_marks()

    def show_line(self, number: int) -> None:
        """Scroll to a line without moving the cursor."""
        bar, visible = self.verticalScrollBar(), self.viewport().height()
        fits = max(1, visible // max(1, self.fontMetrics().lineSpacing()))
        if not bar.value() <= number < bar.value() + fits - 1:
            bar.setValue(max(0, number - fits // 2))

    def go_to(self, number: int) -> None:
        """Put the cursor into a line."""
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(number)))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter."""
        if event.key() in ENTERS and event.modifiers():
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _paint_marks(self) -> None:
        marks = [self._marked(number, "bad_soft") for number in sorted(self._wrong)]
        if self._deciding is not None:
            marks.append(self._marked(self._deciding, "selected"))
        self.setExtraSelections(marks)

    def _marked(self, number: int, role: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        made.cursor = cursor
        made.format.setBackground(self._theme.tokens.colour(role))
        full = QTextFormat.Property.FullWidthSelection
        made.format.setProperty(full, True)
        return made
