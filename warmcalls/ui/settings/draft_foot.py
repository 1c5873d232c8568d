"""Under the table of points: what is not saved, and what can be done about it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.theme import Theme

HELP: Final = "Type over a value. Enter takes it, Esc leaves it, Delete puts its default back."


@dataclass(frozen=True, slots=True)
class DraftState:
    """How things are with the draft.

    Attributes:
        draft, dropped: values that are not saved, and that were discarded.
        changed: values that are not the usual ones.
        wrong: why something cannot be.
        saving: it is being saved.
        narrow: table and panel take turns; aside: the panel has its turn.
    """

    draft: int = 0
    dropped: int = 0
    changed: int = 0
    wrong: str = ""
    saving: bool = False
    narrow: bool = False
    aside: bool = False

    @property
    def said(self) -> str:
        """What cannot be, else what is not saved, else how to go about it."""
        if self.wrong:
            return self.wrong
        if self.draft:
            return f"{_values(self.draft)} not saved."
        if self.dropped:
            return f"{_values(self.dropped)} discarded."
        return f"{self.changed} changed, marked with a dot. {HELP}" if self.changed else HELP


class DraftFoot(QWidget):
    """A line of words, and the buttons that go with it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.under = PlainLabel(theme, HELP, size=11, role="text3", wraps=True)
        self.ranking = Button(theme, "Does the list keep its word?", Look.QUIET, icon="ph.target")
        self.turn = Button(theme, "", Look.QUIET)
        self.bring = Button(theme, "Bring them back", Look.QUIET)
        self.drop = Button(theme, "Discard", Look.QUIET)
        self.save = Button(theme, "Save the points", Look.PRIMARY, key="Ctrl ↵")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.under, 1)
        for button in self.buttons:
            row.addWidget(button)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, from left to right."""
        return (self.ranking, self.turn, self.bring, self.drop, self.save)

    def show_state(self, state: DraftState) -> None:
        """Show how things are."""
        draft = bool(state.draft)
        self.ranking.setVisible(not draft and not state.narrow)
        self.turn.setVisible(state.narrow)
        self.bring.setVisible(bool(state.dropped))
        self.drop.setVisible(draft)
        self.save.setVisible(draft)
        self.save.setEnabled(not state.saving)
        other = "Today’s list" if draft else "What else counts"
        self.turn.setText("The signals" if state.aside else other)
        self.turn.setAccessibleName(self.turn.text())
        self.turn.updateGeometry()
        self.under.set_role("bad" if state.wrong else "notice" if draft else "text3")
        self.under.setText(state.said)


def _values(count: int) -> str:
    return "1 value" if count == 1 else f"{count} values"
