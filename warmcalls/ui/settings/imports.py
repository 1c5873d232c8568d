"""Imports: what came in, newest first, and what became of each file."""

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from warmcalls.actions.import_story import ImportStory, import_story
from warmcalls.actions.revert_import import revert_import
from warmcalls.store.engine import Row
from warmcalls.ui.components.empty import EmptyState
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.settings.import_model import ImportModel
from warmcalls.ui.settings.import_table import ImportTable
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.settings.story_view import StoryView
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.ui.tasks import Task

NOTHING: Final = "Every file you import will stand here, with what became of its lines."
WIDEST, NARROWEST = 880, 372


class ImportsSection(QStackedWidget):
    """The table at the left, one import in full at the right.

    Attributes:
        import_wanted: files are to be chosen.
    """

    import_wanted = Signal()

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__()
        self._theme, self._keeper = theme, keeper
        self._zone = ZoneInfo("UTC")
        self._chosen: int | None = None
        self._reading: Task[ImportStory | None] | None = None
        self.model = ImportModel(self)
        self.table = ImportTable(theme, self.model)
        self.table.setMaximumWidth(theme.px(WIDEST))
        self.story = StoryView(theme)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(Rule(theme, upright=True))
        row.addWidget(self.story, 0)
        empty = EmptyState(theme, NOTHING, "Choose files to import…")
        empty.pressed.connect(self.import_wanted)
        self.addWidget(empty)
        self.addWidget(both)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.story.taken_back.connect(self._take_back)

    def show_imports(self, rows: list[Row], zone: ZoneInfo) -> None:
        """Show the imports; the chosen one stays chosen."""
        self._zone = zone
        self.setCurrentIndex(1 if rows else 0)
        kept = self._chosen
        if self.model.show_rows(rows, zone) and rows:
            row = self.model.row_of(kept) if kept is not None else 0
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))
            self._read(self.model.id_at(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table its reading width, and what is left to the import in full."""
        super().resizeEvent(event)
        px = self._theme.px
        self.story.setFixedWidth(max(px(NARROWEST), self.width() - px(WIDEST) - 1))

    def choose(self, import_id: int) -> None:
        """Choose an import."""
        self.table.selectRow(self.model.row_of(import_id))

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        found = self.model.id_at(now.row())
        if found != self._chosen:
            self._read(found)

    def _read(self, import_id: int | None) -> None:
        self._chosen = import_id
        if self._reading is not None:
            self._reading.cancel()
        if import_id is None:
            return
        wanted = import_id
        self._reading = self._keeper.read(lambda db: import_story(db, wanted))
        self._reading.finished.connect(self._show)

    def _show(self, story: ImportStory | None) -> None:
        self._reading = None
        self.story.show_story(story, self._zone)

    def _take_back(self, import_id: int) -> None:
        now = self._keeper.clock()
        self._keeper.write(lambda db: revert_import(db, import_id, now=now))
