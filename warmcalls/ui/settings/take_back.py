"""Taking an import back: asked once more in place, since it cannot be undone."""

from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.actions.import_story import ImportStory
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.imports import words
from warmcalls.ui.settings.import_model import long_when
from warmcalls.ui.theme import Theme

STAYS: Final = {
    "clients": " Clients somebody worked on stay.",
    "invoices": " Fees somebody worked on stay.",
}


class TakeBack(QWidget):
    """The foot of an import.

    Attributes:
        agreed: it is to be taken back.
    """

    agreed = Signal()

    def __init__(self, theme: Theme, story: ImportStory, zone: ZoneInfo) -> None:
        super().__init__()
        px, back = theme.px, story.row["reverted_at"]
        self.said = PlainLabel(theme, role="text2", wraps=True)
        self.start = Button(theme, "Take this import back…", icon="arrow-u-up-left")
        self.yes = Button(theme, "Take it back", icon="arrow-u-up-left")
        self.no = Button(theme, "Keep it")
        self._question = question(story)
        foot, buttons, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        foot.setContentsMargins(*(px(n) for n in (20, 12, 20, 12)))
        foot.setSpacing(px(10))
        foot.addWidget(self.said)
        buttons.setSpacing(px(8))
        for button in (self.start, self.yes, self.no):
            buttons.addWidget(button)
        buttons.addStretch(1)
        foot.addLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(theme))
        column.addLayout(foot)
        self._ask(on=False)
        if back:
            self.said.setText(f"Taken back on {long_when(back, zone)}.")
            self.said.show()
            self.start.hide()
        self.start.clicked.connect(lambda: self._ask(on=True))
        self.no.clicked.connect(lambda: self._ask(on=False))
        self.yes.clicked.connect(self._agree)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep it on Esc; press a button on Enter."""
        pressed = next((b for b in (self.start, self.yes, self.no) if b.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape and self.yes.isVisible():
            self._ask(on=False)
            self.start.setFocus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and pressed:
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _ask(self, *, on: bool) -> None:
        self.said.setText(self._question if on else "")
        for part in (self.said, self.yes, self.no):
            part.setVisible(on)
        self.start.setVisible(not on)
        if on:
            self.no.setFocus()

    def _agree(self) -> None:
        for button in (self.yes, self.no):
            button.setEnabled(False)
        self.said.setText("Taking it back…")
        self.agreed.emit()


def question(story: ImportStory) -> str:
    """Return what would happen."""
    row = story.row
    brought = words.counted(int(row["added"]), *words.noun(row["format"], row["kind"]))
    stays = STAYS.get(row["kind"], "")
    return f"Everything this file brought goes: {brought}.{stays} You can import it again."
