"""The sheet that makes one client of two, field by field."""

from typing import Final

from PySide6.QtCore import Signal

from warmcalls.domain.client_merge import Comparison
from warmcalls.ui.campaigns.sheets.panels import Told
from warmcalls.ui.campaigns.sheets.words import listed, short
from warmcalls.ui.clients.sheets.merge_fields import MergeFields, same_words
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme

WIDTH: Final = 640
VERB_ROOM: Final = 32  # letters of a name that fit into the verb beside the other button
SAID_ROOM: Final = 40  # letters of a name in a sentence: one long word must not widen the sheet
APART: Final = "Somebody said that these are two clients"
ALIKE: Final = "They seem to be one"


class MergeSheet(FormSheet):
    """Shows two clients side by side, says what moves, and asks what is taken.

    Args:
        theme: the theme.
        comparison: the two clients, of which one stays.

    Attributes:
        merged: they are one: (the id that stays, the id that goes, column to whose value).
        kept_apart: they are two, and are to stay two: both ids.
        swapped: the other one is to stay; open the sheet again with both exchanged.
    """

    merged = Signal(object)
    kept_apart = Signal(int, int)
    swapped = Signal()

    def __init__(self, theme: Theme, comparison: Comparison) -> None:
        super().__init__(theme, "Merge two clients", "Merge", WIDTH)
        self.comparison = comparison
        self._add_told()
        self.rows = MergeFields(theme, comparison)
        self.body.addWidget(self.rows)
        self.same = self.say(same_words(comparison.fields))
        self.same.setVisible(bool(self.same.text()))
        self.moves = PlainLabel(theme, semibold=True, wraps=True)
        self.after = PlainLabel(theme, role="text2", wraps=True)
        self.part("What moves", self.moves, self.after)
        self.body.addStretch()
        self.two = Button(theme, "Not a duplicate", Look.QUIET)
        self.two.setVisible(not comparison.is_apart)
        self.foot.insertWidget(0, self.two)
        self.two.clicked.connect(self._stay_apart)
        self.rows.swap.clicked.connect(self.swapped)
        self.rows.changed.connect(self._tell)
        self.submitted.connect(self._merge)
        self.setFocusProxy(self.rows.first())
        self._tell()

    def said(self) -> tuple[int, int, dict[str, str]] | None:
        """Return both ids and what is taken; None while an answer is awaited."""
        if not self.verb.isEnabled():
            return None
        return self.comparison.keep_id, self.comparison.gone_id, self.rows.take

    def refuse(self, why: str) -> None:
        """Say why it could not be done, and let it be tried again."""
        self.verb.setEnabled(True)
        super().refuse(why)

    def _merge(self, said: object) -> None:
        self.verb.setEnabled(False)
        self.merged.emit(said)

    def _add_told(self) -> None:
        about = self.comparison
        if about.is_apart:
            self.body.addWidget(Told(self.theme, APART, icon="ph.info"))
        elif about.reasons:
            self.body.addWidget(Told(self.theme, ALIKE, *about.reasons, icon="ph.git-merge"))
        if about.warning:
            told = Told(self.theme, about.warning, icon="ph.prohibit", state="bad")
            self.body.addWidget(told)

    def _tell(self) -> None:
        """Say what would move, and under which name."""
        about, name = self.comparison, self.rows.name
        self.set_verb(f"Merge into {short(name, VERB_ROOM)}")
        said, other = short(name, SAID_ROOM), self._other(name)
        self.moves.setText(f"{about.moves.words} to {said}")
        parts = [f"{listed(about.joined)} {_one_person(len(about.joined))}" if about.joined else ""]
        if other != name:
            alias = f"“{short(other, SAID_ROOM)}” becomes an alias"
            parts.append(f"{alias}: what still says it goes to {said}.")
        parts.append("Undo takes the merge back, also later.")
        self.after.setText(" ".join(filter(None, parts)))

    def _other(self, name: str) -> str:
        """Return the name that is not kept."""
        about = self.comparison
        return about.keep_name if name == about.gone_name else about.gone_name

    def _stay_apart(self) -> None:
        self.kept_apart.emit(self.comparison.keep_id, self.comparison.gone_id)


def _one_person(count: int) -> str:
    """Return what becomes of contacts who are at both."""
    if count == 1:
        return "is at both, and becomes one contact with all numbers and notes."
    return "are at both, and each becomes one contact with all numbers and notes."
