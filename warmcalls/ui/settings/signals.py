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
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.tab_order import keep_in_order
from warmcalls.ui.settings import weight_words, words, worth_draft
from warmcalls.ui.settings.draft_foot import DraftFoot, DraftState
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
        self._wrong, self._saving = "", False
        self._narrow, self._aside = False, False
        self._dropped: Draft = {}
        self._restored: Draft = {}
        self._asking: Task[Any] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.model = WorthModel(self)
        self.table = WorthTable(theme, self.model)
        self.beside = PreviewPanel(theme)
        self.headline = PlainLabel(theme, size=17, semibold=True, wraps=True)
        self.taught = PlainLabel(theme, SAID, role="text2", wraps=True)
        self.foot = DraftFoot(theme)
        self.back = Button(theme, "Back to the defaults", icon="arrow-counter-clockwise")
        self._lay_out()
        self._wire()
        self._say()

    def _lay_out(self) -> None:
        px = self.theme.px
        self.content.setMaximumWidth(px(WIDEST))
        self.column.setSpacing(px(12))
        head, both, said = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
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
        self.column.addLayout(head)
        self.column.addLayout(both, 1)
        self.column.addWidget(self.foot)
        stops = (self.back, self.table, self.beside.beside, self.beside.moves)
        keep_in_order((*stops, *self.foot.buttons))

    def _wire(self) -> None:
        self.model.edited.connect(self._hear_edit)
        self.model.refused.connect(self._refuse)
        self.back.clicked.connect(self.model.put_all_back)
        self.foot.ranking.clicked.connect(self.ranking_wanted)
        self.foot.turn.clicked.connect(self._turn)
        self.foot.bring.clicked.connect(lambda: self._draw_up(self._dropped))
        self.foot.drop.clicked.connect(self._discard)
        self.foot.save.clicked.connect(self._save)
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
        wide, high = self.width() / self.theme.scale, self.height() / self.theme.scale
        self._narrow = wide < NARROW
        beside = self.theme.px(BESIDE if wide >= ROOMY else SLIM)
        self.beside.setMinimumWidth(0 if self._narrow else beside)
        self.beside.setMaximumWidth(self.theme.px(WIDEST) if self._narrow else beside)
        self.panel.setVisible(not self._narrow or not self._aside)
        self.beside.setVisible(not self._narrow or self._aside)
        self.taught.setVisible(high >= FLAT)
        self._say()

    def _turn(self) -> None:
        """Show the other of table and panel, where only one has room."""
        self._aside = not self._aside
        self._fit()
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
        """Say how things are with the draft."""
        count = self.model.changed_count()
        self.beside.show_draft(on=bool(self.model.draft))
        self.back.setEnabled(bool(count))
        self.back.setToolTip("" if count else "Every value is the usual one.")
        self.foot.show_state(
            DraftState(
                len(self.model.draft),
                len(self._dropped),
                count,
                self._wrong,
                saving=self._saving,
                narrow=self._narrow,
                aside=self._aside,
            )
        )

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
