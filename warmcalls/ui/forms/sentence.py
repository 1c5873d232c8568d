"""A sentence under a field, as high as its words need at the width there is."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme


class Sentence(PlainLabel):
    """What is wrong with a field, or what is known of it; never cut, never wider than the field.

    A wrapped label tells its height for a width, which rows of fields do not pass on: it would be
    clipped beside a field without a sentence. So it settles its height by itself.

    Args:
        theme: gives the face.
        role: its colour.
    """

    def __init__(self, theme: Theme, *, role: str = "bad") -> None:
        super().__init__(theme, size=11, role=role, wraps=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, words: str, width: int) -> None:
        """Say something in so many pixels; nothing takes it away."""
        self.setText(words)
        self._settle(width)
        self.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need."""
        super().resizeEvent(event)
        self._settle(self.width())

    def _settle(self, width: int) -> None:
        high = self.heightForWidth(width)
        if high > 0 and high != self.height():
            self.setFixedHeight(high)
