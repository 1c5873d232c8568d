"""The answer as a sentence, with its doubt under it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.reports import ranking_words
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.opening import Sentence
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.domain.ranking_report import RankingReport


class Headline(QWidget):
    """What the figure is of, whether the list keeps its word, and how sure that is.

    Attributes:
        pressed: the calls behind it are wanted.
    """

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.small = PlainLabel(theme, size=11, semibold=True, role="text2")
        self.sentence = Sentence(theme)
        self.doubt = PlainLabel(theme, role="text2", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for part in (self.small, self.sentence, self.doubt):
            column.addWidget(part)
        self.sentence.pressed.connect(self.pressed)

    def show_report(self, report: "RankingReport") -> None:
        """Show the answer."""
        small, sentence = ranking_words.headline(report)
        self.small.setText(small)
        self.sentence.say(sentence)
        self.doubt.setText(f"{ranking_words.doubt(report)}.")
        self.sentence.setAccessibleName(f"{small}: {sentence}. {self.doubt.text()}")
