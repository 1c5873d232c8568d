"""What forms in a sheet share: rows of fields, one verb, and a strip for a refusal."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from warmcalls.ui import icons
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.choice import ChoiceRow
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.labelled import Labelled
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.forms.tick import Tick
from warmcalls.ui.theme import Theme

ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Asked = Field | Labelled


class Problem(QWidget):
    """A sentence right under the head: why what was asked could not be done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, px = theme, theme.px
        self._label = PlainLabel(theme, role="bad", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24 + 24), px(10), px(24), px(10))
        row.addWidget(self._label)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or empty."""
        return "" if self.isHidden() else self._label.text()

    def say(self, why: str) -> None:
        """Say why, and read it aloud to who listens; an empty text takes it away."""
        self._label.setText(why)
        self.setAccessibleName(why)
        self.setVisible(bool(why))
        if why:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, why))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the icon."""
        painter, px, tokens = QPainter(self), self._theme.px, self._theme.tokens
        painter.fillRect(event.rect(), tokens.colour("bad_soft"))
        box = QRectF(px(24), px(11), px(16), px(16))
        icons.paint(painter, "ph.warning-circle", box, tokens.colour("bad"))
        painter.end()


class FormSheet(SideSheet):
    """A sheet that asks and has one verb; Enter submits wherever the focus is.

    Args:
        theme: the theme.
        title: of the sheet.
        verb: of its primary button.
        width: in pixels of the design.

    Attributes:
        submitted: what was typed, as the sheet's own frozen dataclass; close it with `leave`
            or say with `refuse` why not.
    """

    submitted = Signal(object)

    def __init__(self, theme: Theme, title: str, verb: str, width: int = 480) -> None:
        super().__init__(theme, title, width)
        self.fields: list[Asked] = []
        self.problem = Problem(theme)
        self.put_under_head(self.problem)
        self.verb = Button(theme, verb, Look.PRIMARY, key="Enter")
        self.verb.clicked.connect(self.submit)
        self.foot.addStretch()
        self.foot.addWidget(self.verb)

    def refuse(self, why: str) -> None:
        """Say why it could not be done; everything typed stays."""
        self.problem.say(why)

    def submit(self) -> None:
        """Hand over what was typed, or go to the first field that is wrong."""
        self.problem.say("")
        wrong = [each for each in self.fields if not each.isHidden() and each.value() is None]
        if wrong:
            wrong[0].setFocus()
            return
        said = self.said()
        if said is not None:
            self.submitted.emit(said)

    def said(self) -> object | None:
        """Return what was typed, or None after saying what does not go together."""
        raise NotImplementedError

    def set_verb(self, words: str) -> None:
        """Change what the primary button does, in words."""
        self.verb.setText(words)
        self.verb.setAccessibleName(words)
        self.verb.updateGeometry()
        self.verb.update()

    def ask(self, *fields: Asked, first: int = 1, hint: str = "") -> None:
        """Add fields beside one another.

        Args:
            *fields: one or more.
            first: how many times as wide as the others the first one is.
            hint: a quiet sentence right under them.
        """
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(16))
        for number, field in enumerate(fields):
            row.addWidget(field, 1 if number else first)
            row.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            self.fields.append(field)
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(4))
        column.addLayout(row)
        if hint:
            column.addWidget(PlainLabel(self.theme, hint, size=11, role="text2", wraps=True))
        self.body.addLayout(column)

    def part(self, head: str, *widgets: QWidget, hint: str = "") -> None:
        """Add widgets under a head of their own."""
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(6))
        column.addWidget(PlainLabel(self.theme, head, size=11, semibold=True, role="text2"))
        for widget in widgets:
            column.addWidget(widget)
        if hint:
            column.addWidget(PlainLabel(self.theme, hint, size=11, role="text2", wraps=True))
        self.body.addLayout(column)

    def say(self, words: str, *, role: str = "text2", semibold: bool = False) -> PlainLabel:
        """Add a sentence."""
        label = PlainLabel(self.theme, words, role=role, semibold=semibold, wraps=True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.addWidget(label)
        return label

    def _stops(self) -> list[QWidget]:
        """Return the fields before the verb; of choices the chosen one, arrows do the rest."""
        found = [
            stop for stop in super()._stops() if not isinstance(stop, ChoiceRow) or stop.isChecked()
        ]
        return sorted(found, key=lambda stop: (stop is self.close_button, stop is self.verb))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter, unless a button has the focus."""
        focus = QApplication.focusWidget()
        pressed = isinstance(focus, QAbstractButton) and not isinstance(focus, Tick | ChoiceRow)
        if event.key() in ENTERS and not pressed:
            self.submit()
            event.accept()
            return
        super().keyPressEvent(event)
