"""The answer as a sentence, its doubt, and how it stands against the owner's line."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from warmcalls.reports import result_words
from warmcalls.ui import icons
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.opening import SIZES, Opening, Sentence
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.results.line_editor import LineEditor
from warmcalls.ui.results.pencil import Pencil
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.results import Results

ICONS: Final = {"good": "ph.check-circle", "notice": "ph.warning", "": "ph.target"}
HEIGHT: Final = 56
NARROW: Final = 760  # pixels under which the figures stand under the sentence
STACKED, GAP = 112, 8  # the height then, and what lies between them
ICON: Final = 18


class Headline(QWidget):
    """The strip over the panels.

    Attributes:
        line_typed: the owner's line is to be another: fees per unit spent.
    """

    line_typed = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._state = theme, ""
        self.small = PlainLabel(theme, size=11, semibold=True, role="text2")
        self.sentence = Sentence(theme)
        self.figure = Opening(theme)
        self.figure.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.per = PlainLabel(theme, semibold=True)
        self.likely = PlainLabel(theme, role="text2")
        self.verdict = PlainLabel(theme, semibold=True)
        self.without = PlainLabel(theme, role="text2")
        self._icon = QLabel()
        self.edit = Pencil(theme, "Edit line…")
        self.editor = LineEditor(theme)
        self._stands = QWidget()
        self._lay_out()
        self.sentence.fitted.connect(self._fit_figure)
        self.edit.clicked.connect(self._start_editing)
        self.editor.left.connect(self.stop_editing)
        self.editor.typed.connect(self.line_typed)
        theme.changed.connect(self._paint_icon)

    def show_results(self, results: "Results") -> None:
        """Show the answer."""
        small, sentence = result_words.headline(results)
        self.small.setText(small)
        self.sentence.say(sentence)
        self.figure.setText(result_words.per_unit(results))
        self.per.setText(f"per {result_words.one(results)} so far")
        self.likely.setText(result_words.likely(results))
        self.likely.setToolTip(result_words.ripeness(results))
        self._state, words = result_words.verdict(results)
        self.verdict.setText(words)
        self.without.setText(result_words.without_largest(results))
        self.editor.show_line(results.line, results.currency)
        self._paint_icon()
        doubt = f"{self.figure.text()} {self.per.text()}, {self.likely.text()}"
        self.setAccessibleName(f"{small}: {sentence}. {doubt}. {words}. {self.without.text()}")

    def stop_editing(self) -> None:
        """Show the line again."""
        if not self.editor.isHidden():
            self.editor.hide()
            self._stands.show()
            self.edit.setFocus()

    def _fit_figure(self, size: int) -> None:
        """Never be larger than the sentence."""
        self.figure.setFont(self._theme.font(size, semibold=True))
        self.per.setContentsMargins(0, 0, 0, self._theme.px(5 if size == SIZES[0] else 2))

    def _start_editing(self) -> None:
        self.editor.setFixedWidth(max(self._stands.width(), self.editor.sizeHint().width()))
        self._stands.hide()
        self.editor.show()
        self.editor.start()

    def _lay_out(self) -> None:
        px, theme = self._theme.px, self._theme
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._column(self.small, self.sentence), 1)
        self._rule = Rule(theme, upright=True)
        self._whole.addWidget(self._rule)
        row = QHBoxLayout()
        row.setSpacing(px(24))
        self._whole.addLayout(row)
        figure = QHBoxLayout()
        figure.setSpacing(px(6))
        figure.addWidget(self.figure)
        figure.addWidget(self.per, 0, Qt.AlignmentFlag.AlignBottom)
        self.per.setContentsMargins(0, 0, 0, px(5))
        figure.addStretch(1)
        row.addLayout(self._column(figure, self.likely))
        row.addWidget(Rule(theme, upright=True))
        verdict = QHBoxLayout()
        verdict.setSpacing(px(8))
        for part in (self._icon, self.verdict, self.edit):
            verdict.addWidget(part)
        verdict.addStretch(1)
        self._stands.setLayout(self._column(verdict, self.without))
        self.editor.hide()
        row.addWidget(self._stands)
        row.addWidget(self.editor)
        row.addStretch(0)
        self._stand(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures under the sentence where it is narrow."""
        super().resizeEvent(event)
        self._stand(narrow=self.width() < self._theme.px(NARROW))

    def _stand(self, *, narrow: bool) -> None:
        px, ways = self._theme.px, QBoxLayout.Direction
        self._whole.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._whole.setSpacing(px(GAP if narrow else 24))
        self._rule.setVisible(not narrow)
        self.setFixedHeight(px(STACKED if narrow else HEIGHT))

    def _column(self, upper: QWidget | QHBoxLayout, lower: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        column.addStretch(1)
        if isinstance(upper, QWidget):
            column.addWidget(upper)
        else:
            column.addLayout(upper)
        column.addWidget(lower)
        column.addStretch(1)
        return column

    def _paint_icon(self) -> None:
        side = self._theme.px(ICON)
        colour = self._theme.tokens.colour(self._state or "text2").name()
        self._icon.setPixmap(icons.pixmap(ICONS[self._state], side, colour))
