"""One part of the panel: its head with what can be added, and what stands under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.ui.clients.panel.small_link import SmallLink
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

INSET = 4  # rows that are lit under the pointer reach so far beyond their words


class Part(QWidget):
    """A quiet head, a link at its right, and a column of widgets.

    Args:
        theme: the theme.
        head: what it is.
        link: what the link says, or empty for none; spoken: what it is called aloud.
        inset: room at both sides of the content, so that it stands under the head.

    Attributes:
        wanted: the link was pressed.
        column: where its content goes.
    """

    wanted = Signal()

    def __init__(
        self, theme: Theme, head: str, link: str = "", spoken: str = "", inset: int = INSET
    ) -> None:
        super().__init__()
        self._head = PlainLabel(theme, head, size=11, semibold=True, role="text2")
        self.link = SmallLink(theme, link, spoken or link)
        self.link.setVisible(bool(link))
        self.link.clicked.connect(self.wanted)
        self.nothing = PlainLabel(theme, role="text2", wraps=True)
        self.nothing.hide()
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(INSET), 0, 0, 0)
        top.addWidget(self._head, 1)
        top.addWidget(self.link)
        empty = QVBoxLayout()
        empty.setContentsMargins(theme.px(INSET), 0, theme.px(INSET), 0)
        empty.addWidget(self.nothing)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(theme.px(inset), 0, theme.px(inset), 0)
        self.column.setSpacing(theme.px(4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(4))
        for each in (top, empty, self.column):
            whole.addLayout(each)

    @property
    def head(self) -> str:
        """What stands over it."""
        return self._head.text()

    def rename(self, head: str) -> None:
        """Give it another head."""
        self._head.setText(head)

    def say_nothing(self, sentence: str) -> None:
        """Say what will be here while there is nothing; an empty text takes it away."""
        self.nothing.setText(sentence)
        self.nothing.setVisible(bool(sentence))
