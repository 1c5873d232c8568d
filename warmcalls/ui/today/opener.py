"""The opener: a sentence to be read aloud."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme


class Opener(QFrame):
    """The sentence in large type; smaller where the window is low."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("panel", "sunken")
        self._title = PlainLabel(theme, "Open with", size=11, role="text2", semibold=True)
        self._words = PlainLabel(theme, size=17, wraps=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.set_compact(compact=False)

    def show_words(self, text: str) -> None:
        """Show another opener, in quotation marks; none takes no room."""
        self.setVisible(bool(text))
        self._words.setText(text if text.startswith("“") else f"“{text}”")

    def set_compact(self, *, compact: bool) -> None:
        """Take less room."""
        px = self._theme.px
        self._words.setFont(self._theme.font(13 if compact else 17))
        self._title.setVisible(not compact)
        high = px(8 if compact else 12)
        self._column.setContentsMargins(px(16), high, px(16), high)
        self._column.setSpacing(px(4))
