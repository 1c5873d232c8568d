"""What signals are worth: points and half-lives, edited in place."""

from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout

from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth
from warmcalls.domain.settings import Settings
from warmcalls.store import settings
from warmcalls.store.engine import Writer
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.settings import words
from warmcalls.ui.settings.frame import Panel, Section, SectionHead
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.settings.worth_model import WorthModel
from warmcalls.ui.settings.worth_table import WorthTable
from warmcalls.ui.theme import Theme

SAID: Final = (
    "20 points double the odds that a call is worth the time, 20 below zero halve them. "
    "After its half-life a signal counts half, after two a quarter."
)
HELP: Final = "Type over a value. Enter keeps it, Esc leaves it, Delete puts its default back."


class SignalsSection(Section):
    """The table of what every kind of signal is worth."""

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__(theme, scrolls=False)
        self._keeper = keeper
        self._help, self._wrong = HELP, ""
        self.model = WorthModel(self)
        self.table = WorthTable(theme, self.model)
        self.back = Button(theme, "Back to the defaults", icon="arrow-counter-clockwise")
        self.under = PlainLabel(theme, HELP, size=11, role="text3")
        head = SectionHead(theme, SAID)
        head.add_button(self.back)
        panel, inside = Panel(theme), QVBoxLayout()
        inside.addWidget(self.table)
        panel.add_row(inside)
        self.column.addWidget(head)
        self.column.addWidget(panel, 1)
        self.column.addWidget(self.under)
        self.model.typed.connect(self._save)
        self.model.refused.connect(self._refuse)
        self.back.clicked.connect(self._put_back)
        self.setFocusProxy(self.table)

    def show_settings(self, agency: Settings) -> None:
        """Show what is kept now."""
        self.model.show_worth(agency.worth)
        count = self.model.changed_count()
        self.back.setEnabled(bool(count))
        self.back.setToolTip("" if count else "Nothing was changed.")
        changed = f"{count} changed, marked with a dot. " if count else ""
        self._help = changed + HELP
        self._say()

    def _refuse(self, why: str) -> None:
        self._wrong = why
        self._say()

    def _say(self) -> None:
        """Say what cannot be, else how to go about it."""
        self.under.set_role("bad" if self._wrong else "text3")
        self.under.setText(self._wrong or self._help)

    def _save(self, kind: Kind, worth: Worth) -> None:
        def values(db: Writer) -> dict[str, Any]:
            return {"worth": settings.load(db).worth | {kind: worth}}

        self._keeper.change(f"Changed what it is worth: {words.KINDS[kind]}", values, self._refuse)

    def _put_back(self) -> None:
        self._keeper.change("Signals have their defaults", lambda _: {"worth": dict(DEFAULT_WORTH)})
