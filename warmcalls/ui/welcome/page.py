"""Welcome: the first page somebody sees, with three ways on and one button."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.choice import Choice, ChoiceList
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme
from warmcalls.ui.welcome.role_cards import RoleCards

IMPORT: Final = "import"
BY_HAND: Final = "by hand"
LOOK_AROUND: Final = "look around"
WAYS: Final = {
    IMPORT: Choice(
        "Bring in our clients",
        "From a spreadsheet or CRM export, with a preview first.",
        "upload-simple",
        "1",
    ),
    BY_HAND: Choice("Add a client by hand", "One company and whom to ask for.", "buildings", "2"),
    LOOK_AROUND: Choice(
        "Look around first",
        "A made-up agency with 400 clients. Nothing you do there counts.",
        "play",
        "3",
    ),
}
VERBS: Final = {IMPORT: "Choose a file…", BY_HAND: "Add a client…", LOOK_AROUND: "Look around"}
PROMISE: Final = (
    "Marketing shows who is interested, you ring them, everyone sees what it brought.\n"
    "Everything stays on this computer."
)
ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
NUMBERS: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class WelcomePage(QScrollArea):
    """How do you want to begin, and who are you?

    Attributes:
        chosen: one of `IMPORT`, `BY_HAND`, `LOOK_AROUND`; name, agency, `Role`.
        restore_asked: somebody has a backup to begin from.
    """

    chosen = Signal(str, str, str, object)
    restore_asked = Signal()

    def __init__(self, theme: Theme, *, can_restore: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ways = ChoiceList(theme, list(WAYS.values()), "How do you want to begin?")
        self.name = Field(theme, "Your name", check=self._named, longest=80)
        self.agency = Field(theme, "Your agency", longest=80)
        self.roles = RoleCards(theme)
        self.go = Button(theme, VERBS[IMPORT], Look.PRIMARY, key="Enter")
        self.go.setFixedHeight(theme.px(40))
        self.restore = Button(
            theme, "Restore a backup…", Look.QUIET, icon="clock-counter-clockwise"
        )
        self.restore.setVisible(can_restore)
        self._lay_out()
        self.ways.changed.connect(self._change_way)
        self.ways.submitted.connect(self.submit)
        self.go.clicked.connect(self.submit)
        self.restore.clicked.connect(self.restore_asked)

    @property
    def way(self) -> str:
        """The chosen way on."""
        return list(WAYS)[self.ways.chosen]

    def submit(self) -> None:
        """Go on, or say at the field that a name is needed."""
        if self.name.value() is None:
            self.name.setFocus()
            self.ensureWidgetVisible(self.name)
            return
        self.chosen.emit(self.way, self.name.text, self.agency.text, self.roles.role)

    def refuse(self, why: str) -> None:
        """Say why it could not be made ready; everything typed stays."""
        self.name.refuse(why)
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a way by its number, go on with Enter."""
        if event.key() in NUMBERS:
            self.ways.choose(NUMBERS.index(Qt.Key(event.key())))
        elif event.key() in ENTER:
            if self.restore.hasFocus():
                self.restore.click()
            else:
                self.submit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the ways on, where the number keys work."""
        super().showEvent(event)
        self.ways.setFocus()

    def _named(self, text: str) -> str:
        if not text and self.way != LOOK_AROUND:
            raise RefusedError("Say your name: colleagues see it beside calls.")
        return text

    def _change_way(self) -> None:
        self.go.setText(VERBS[self.way])
        self.go.setAccessibleName(VERBS[self.way])
        self.go.updateGeometry()
        if self.way == LOOK_AROUND:
            self.name.accept()

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        page = QWidget()
        page.setProperty("ground", "window")
        column = QVBoxLayout(page)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._column(theme), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setWidget(page)

    def _column(self, theme: Theme) -> QWidget:
        px, made = theme.px, QWidget()
        made.setFixedWidth(px(560))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts: list[tuple[QWidget, int]] = [
            (PlainLabel(theme, "WarmCalls", semibold=True), 24),
            (
                PlainLabel(
                    theme, "Ring the clients already looking at you", size=26, semibold=True
                ),
                8,
            ),
            (PlainLabel(theme, PROMISE, role="text2"), 24),
            (PlainLabel(theme, "How do you want to begin?", size=17, semibold=True), 12),
            (self.ways, 24),
            (PlainLabel(theme, "Who are you?", size=17, semibold=True), 12),
        ]
        for part, gap in parts:
            column.addWidget(part)
            column.addSpacing(px(gap))
        column.addLayout(self._who(theme))
        column.addSpacing(px(24))
        column.addLayout(self._buttons(theme))
        return made

    def _who(self, theme: Theme) -> QVBoxLayout:
        px, column, names = theme.px, QVBoxLayout(), QHBoxLayout()
        names.setSpacing(px(16))
        names.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self.agency, 1, Qt.AlignmentFlag.AlignTop)
        hint = "Everyone sees every page. Change it any time in the settings."
        column.setSpacing(px(8))
        column.addLayout(names)
        column.addSpacing(px(8))
        column.addWidget(self.roles)
        column.addWidget(PlainLabel(theme, hint, size=11, role="text3"))
        return column

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.go)
        row.addWidget(self.restore)
        row.addStretch()
        return row
