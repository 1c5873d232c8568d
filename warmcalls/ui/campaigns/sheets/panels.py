"""Sunken panels: something the form is about, and an answer that is worked out meanwhile."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from warmcalls.domain.campaigns import Alarm
from warmcalls.ui import icons
from warmcalls.ui.campaigns.words import CHIPS
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

QUIET: Final = ("ph.info", "", "text2")
ICON_AT, TEXT_AT, TOP = 14, 40, 12


class Told(QFrame):
    """An icon, a head and sentences under it.

    Args:
        theme: the theme.
        head: in semibold; may be empty.
        sentences: one paragraph each; empty ones are left out.
        icon: a Phosphor name.
        state: the icon's colour, by its role.
    """

    def __init__(
        self, theme: Theme, head: str, *sentences: str, icon: str = "ph.info", state: str = "text2"
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._state = theme, icon, state
        self.setProperty("panel", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (TEXT_AT, TOP, 16, TOP)))
        column.setSpacing(theme.px(4))
        self.labels: list[PlainLabel] = []
        for number, words in enumerate((head, *sentences)):
            if words:
                role = "text" if number == 0 else "text2"
                label = PlainLabel(theme, words, role=role, semibold=number == 0, wraps=True)
                self.labels.append(label)
                column.addWidget(label)
        self.setAccessibleName(" ".join(label.text() for label in self.labels))

    @classmethod
    def of_alarm(cls, theme: Theme, alarm: Alarm, *, headline: bool = True) -> "Told":
        """Return a panel that says what the early warning saw."""
        icon, _, state = CHIPS.get(alarm.warning, QUIET)
        head = alarm.headline if headline else ""
        return cls(theme, head, alarm.sure, alarm.doubt, icon=icon, state=state)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon on the panel."""
        super().paintEvent(event)
        px = self._theme.px
        painter = QPainter(self)
        box = QRectF(px(ICON_AT), px(TOP + 1), px(16), px(16))
        icons.paint(painter, self._icon, box, self._theme.tokens.colour(self._state))
        painter.end()


class Answer(Told):
    """A sentence that is worked out while somebody types; it is read aloud when it comes."""

    def __init__(self, theme: Theme, waiting: str, icon: str = "ph.scales") -> None:
        super().__init__(theme, "", icon=icon)
        self.label = PlainLabel(theme, waiting, role="text2", wraps=True)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.label)
        self.setAccessibleName(waiting)

    @property
    def text(self) -> str:
        """What it says now."""
        return self.label.text()

    def wait(self, words: str) -> None:
        """Say quietly that there is no answer yet."""
        self.label.set_role("text2")
        self.label.setText(words)

    def show_answer(self, words: str) -> None:
        """Say the answer."""
        self.label.set_role("text")
        self.label.setText(words)
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
