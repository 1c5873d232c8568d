"""What signals are worth: points beside what calls made of them, tried on today's list."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from warmcalls.domain.clients import Role
from warmcalls.domain.kinds import Kind, Worth
from warmcalls.domain.preview_weights import Preview
from warmcalls.domain.settings import Settings
from warmcalls.domain.weights_learned import WeightsLearned
from warmcalls.store import people, settings
from warmcalls.store.engine import Reader, Writer
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.tab_order import keep_in_order
from warmcalls.ui.settings import weight_words, words, worth_draft
from warmcalls.ui.settings.frame import Panel, Section
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.settings.preview_panel import PreviewPanel
from warmcalls.ui.settings.worth_draft import Draft
from warmcalls.ui.settings.worth_model import WorthModel
from warmcalls.ui.settings.worth_table import WorthTable
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.ui.tasks import Task

SAID: Final = (
    "20 points double the odds that a call is worth the time, 20 below zero halve them. "
    "A first signal brings seven tenths of its points, more of the same ever less."
)
HELP: Final = "Type over a value. Enter takes it, Esc leaves it, Delete puts its default back."
WIDEST: Final = 1308
BESIDE, SLIM, ROOMY, NARROW, FLAT = 344, 304, 1180, 860, 420
PAUSE_MS: Final = 120


class SignalsSection(Section):
    """The table of what every kind of signal is worth; edits are a draft until they are saved.

    Attributes:
        ranking_wanted: whether the list keeps its word is to be seen.
        drafted: the draft as a line of text, so that it can be kept; empty for none.
    """

    ranking_wanted = Signal()
    drafted = Signal(str)

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__(theme, scrolls=False)
        self._keeper = keeper
        self._wrong, self._saving, self._aside = "", False, False
        self._dropped: Draft = {}
        self._restored: Draft = {}
        self._asking: Task[Any] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.model = WorthModel(self)
        self.table = WorthTable(theme, self.model)
        self.beside = PreviewPanel(theme)
        self.headline = PlainLabel(theme, size=17, semibold=True, wraps=True)
        self.taught = PlainLabel(theme, SAID, role="text2", wraps=True)
        self.under = PlainLabel(theme, HELP, size=11, role="text3", wraps=True)
        self.back = Button(theme, "Back to the defaults", icon="arrow-counter-clockwise")
        self.kept = Button(theme, "Does the list keep its word?", Look.QUIET, icon="ph.target")
        self.turn = Button(theme, "", Look.QUIET)
        self.bring = Button(theme, "Bring them back", Look.QUIET)
        self.drop = Button(theme, "Discard", Look.QUIET)
        self.save = Button(theme, "Save the points", Look.PRIMARY, key="Ctrl ↵")
        self._lay_out()
        self._wire()
        self._say()

    def _lay_out(self) -> None:
        px = self.theme.px
        self.content.setMaximumWidth(px(WIDEST))
        self.column.setSpacing(px(12))
        head, both, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self.headline)
        said.addWidget(self.taught)
        head.setSpacing(px(24))
        head.addLayout(said, 1)
        head.addWidget(self.back)
        self.panel, inside = Panel(self.theme), QVBoxLayout()
        inside.addWidget(self.table)
        self.panel.add_row(inside)
        both.setSpacing(px(16))
        both.addWidget(self.panel, 1)
        both.addWidget(self.beside)
        foot.setSpacing(px(8))
        foot.addWidget(self.under, 1)
        for button in (self.kept, self.turn, self.bring, self.drop, self.save):
            foot.addWidget(button)
        self.column.addLayout(head)
        self.column.addLayout(both, 1)
        self.column.addLayout(foot)
        stops = (self.back, self.table, self.beside.beside, self.beside.moves, self.kept)
        keep_in_order((*stops, self.turn, self.bring, self.drop, self.save))

    def _wire(self) -> None:
        self.model.edited.connect(self._hear_edit)
        self.model.refused.connect(self._refuse)
        self.back.clicked.connect(self.model.put_all_back)
        self.kept.clicked.connect(self.ranking_wanted)
        self.turn.clicked.connect(self._turn)
        self.bring.clicked.connect(lambda: self._draw_up(self._dropped))
        self.drop.clicked.connect(self._discard)
        self.save.clicked.connect(self._save)
        self.table.submitted.connect(self._save)
        self._pause.timeout.connect(self._ask)

    def show_settings(self, agency: Settings) -> None:
        """Show what is kept now; what is typed and not saved stays over it."""
        self._saving = False
        self.model.show_worth(agency.worth)
        if self._restored:
            self.model.set_draft(self._restored)
            self._restored = {}
        self._tell()
        if self.isVisible():
            self._ask()

    def restore(self, text: str) -> None:
        """Take up a draft that was kept, over what is kept once that is known."""
        self._restored = worth_draft.read(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what calls made of the points."""
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show table and panel one at a time where there is no room for both."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = self.theme.scale
        narrow, flat = self.width() / scale < NARROW, self.height() / scale < FLAT
        wide = self.theme.px(BESIDE if self.width() / scale >= ROOMY else SLIM)
        self.beside.setMinimumWidth(0 if narrow else wide)
        self.beside.setMaximumWidth(self.theme.px(WIDEST) if narrow else wide)
        self.turn.setVisible(narrow)
        self.kept.setVisible(not narrow and not self.model.draft)
        self.panel.setVisible(not narrow or not self._aside)
        self.beside.setVisible(not narrow or self._aside)
        self.taught.setVisible(not flat)

    def _turn(self) -> None:
        """Show the other of table and panel, where only one has room."""
        self._aside = not self._aside
        self._fit()
        self._say()
        (self.beside if self._aside else self.table).setFocus()

    def _hear_edit(self) -> None:
        self._dropped = {}
        self._draw_up(self.model.draft)

    def _draw_up(self, draft: Draft) -> None:
        """Go on with another draft: keep it, and see what it makes of the list."""
        self.model.set_draft(draft)
        if self.model.draft:
            self._dropped = {}
        self._wrong = ""
        self._pause.start()
        self._tell()

    def _tell(self) -> None:
        """Say how things are, here and to who keeps the draft."""
        draft = self.model.draft
        self.drafted.emit(worth_draft.written(draft) if draft else "")
        self._say()

    def _discard(self) -> None:
        dropped = self.model.draft
        self._draw_up({})
        self._dropped = dropped
        self._say()
        self.table.setFocus()

    def _refuse(self, why: str) -> None:
        self._wrong, self._saving = why, False
        self._say()

    def _say(self) -> None:
        """Say what cannot be, else what is not saved, else how to go about it."""
        draft, dropped = len(self.model.draft), len(self._dropped)
        count = self.model.changed_count()
        self.beside.show_draft(on=bool(draft))
        self.back.setEnabled(bool(count))
        self.back.setToolTip("" if count else "Every value is the usual one.")
        self.kept.setVisible(self.turn.isHidden() and not draft)
        self.save.setVisible(bool(draft))
        self.save.setEnabled(not self._saving)
        self.drop.setVisible(bool(draft))
        self.bring.setVisible(bool(dropped))
        other = "Today’s list" if draft else "What else counts"
        self.turn.setText("The signals" if self._aside else other)
        self.turn.setAccessibleName(self.turn.text())
        self.turn.updateGeometry()
        said = f"{_values(draft)} not saved." if draft else HELP
        if dropped:
            said = f"{_values(dropped)} discarded."
        elif count and not draft:
            said = f"{count} changed, marked with a dot. {HELP}"
        self.under.set_role("bad" if self._wrong else "notice" if draft else "text3")
        self.under.setText(self._wrong or said)

    def _ask(self) -> None:
        """Ask what calls made of the points; with a draft what it makes of today's list, too."""
        if self._asking is not None:
            self._asking.cancel()
        edits, now, person_id = self.model.edits, self._keeper.clock(), self._keeper.person_id
        if edits:
            self.beside.bar.show_loading(True)
            self._asking = self._keeper.read(lambda db: preview(db, edits, now, person_id))
            self._asking.finished.connect(self._show_preview)
        else:
            self._asking = self._keeper.read(lambda db: learned(db, now))
            self._asking.finished.connect(self._show_learned)
        self._asking.failed.connect(lambda error: self._refuse(str(error)))

    def _show_learned(self, found: WeightsLearned) -> None:
        self._asking = None
        self.headline.setText(weight_words.headline(found))
        self.taught.setText(f"{weight_words.taught(found)} {SAID}")
        self.model.show_learned(found)
        self.beside.show_learned(found)

    def _show_preview(self, found: tuple[Preview, str]) -> None:
        preview_found, whose = found
        self._show_learned(preview_found.kept)
        self.model.show_learned(preview_found.weights)
        self.beside.show_preview(preview_found, whose)

    def _save(self) -> None:
        draft = self.model.draft
        if not draft or self._saving:
            return
        self._saving = True
        self._say()

        def values(db: Writer) -> dict[str, Any]:
            return {"worth": worth_draft.overlaid(settings.load(db).worth, draft)}

        self._keeper.change(self._said(), values, self._refuse)
        self.table.setFocus()

    def _said(self) -> str:
        edits = self.model.edits
        if not self.model.changed_count():
            return "Signals have their defaults"
        first, *more = (words.KINDS[kind] for kind in edits)
        said = f"Changed what it is worth: {first}"
        return f"{said} and {len(more)} more" if more else said


def learned(db: Reader, now: int) -> WeightsLearned:
    """Return what calls made of the points that are kept."""
    from warmcalls.actions.weights_learned import weights_learned

    return weights_learned(db, now=now)


def preview(
    db: Reader, edits: dict[Kind, Worth], now: int, person_id: int | None
) -> tuple[Preview, str]:
    """Return today's list under a draft, and whose it is."""
    from warmcalls.actions.preview_weights import preview_weights

    person = next((p for p in people.everyone(db) if p.id == person_id), None)
    own = person is not None and person.role is Role.RECRUITER
    found = preview_weights(db, edits, now=now, person=person)
    return found, f"{person.name}’s list" if own and person else "The whole agency’s list"


def _values(count: int) -> str:
    return "1 value" if count == 1 else f"{count} values"
