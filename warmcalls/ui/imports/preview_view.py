"""A file before it is imported: what it is, its first rows, and what its columns say."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.importers.guessing import guess
from warmcalls.importers.mapping import FIELDS, Field, Mapping
from warmcalls.importers.previewing import Preview
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.imports import words
from warmcalls.ui.imports.looking import Look
from warmcalls.ui.imports.mapping_form import MappingForm
from warmcalls.ui.imports.preview_table import PreviewTable
from warmcalls.ui.theme import Theme

LOG_SENTENCE = (
    "Each page view becomes a signal. Robots, your own visits and everything that is no page "
    "are left out and counted."
)
TABLE_SENTENCE = "Check what each column says. WarmCalls remembers it for files of this shape."
DATES = "day/month"  # in the one warning that the choice of dates answers
EXPORT_SENTENCE = "WarmCalls knows this export: there is nothing to choose."


class PreviewView(QWidget):
    """Shows a look at a file and lets somebody correct how it is read.

    Attributes:
        changed: the mapping changed, and with it whether the file can be imported.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._look: Look | None = None
        self._dates: tuple[str, ...] = ()
        self.head = PlainLabel(theme, semibold=True)
        self.under = PlainLabel(theme, role="text2", wraps=True)
        self.form = MappingForm(theme)
        self.warning = PlainLabel(theme, role="notice", wraps=True)
        self.table = PreviewTable(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        words_box = QVBoxLayout()
        words_box.setSpacing(theme.px(2))
        words_box.addWidget(self.head)
        words_box.addWidget(self.under)
        column.addLayout(words_box)
        for part in (self.form, self.warning, self.table):
            column.addWidget(part)
        column.addStretch()
        self.form.changed.connect(self._recheck)
        self.form.turned.connect(self._turn)
        self.table.remapped.connect(self._recheck)

    @property
    def mapping(self) -> Mapping | None:
        """The mapping as it is chosen now; None for a file that needs none."""
        found = self._look.preview if self._look else None
        if found is None or found.mapping is None:
            return None
        return replace(self.form.mapping(found.mapping), columns=self.table.columns())

    @property
    def objection(self) -> str:
        """Why the file cannot be imported as it is mapped, or empty."""
        mapping = self.mapping
        if mapping is None or self._look is None or self._look.preview is None:
            return ""
        try:
            mapping.require(self._look.preview.header)
        except RefusedError as error:
            return str(error)
        return ""

    def show_look(self, look: Look) -> None:
        """Show what a file seems to be."""
        self._look = look
        found = look.preview
        self.head.setText(f"{words.format_name(look.format)} · {words.size(look.size)}")
        self.form.setVisible(bool(found and found.mapping))
        self.table.setVisible(found is not None)
        if found is None:
            self.under.setText(LOG_SENTENCE)
        else:
            self.under.setText(TABLE_SENTENCE if found.mapping else EXPORT_SENTENCE)
            self._show_table(found)
        self._dates = tuple(each for each in found.warnings if DATES in each) if found else ()
        self._warn(found.warnings if found else ())

    def _show_table(self, found: Preview) -> None:
        if found.mapping:
            self.form.show_mapping(found.mapping)
        self.table.show_preview(found)

    def _recheck(self) -> None:
        mapping = self.mapping
        unsure = mapping is not None and mapping.day_first is None
        self._warn((self.objection, *(self._dates if unsure else ())))
        self.changed.emit()

    def _turn(self) -> None:
        """Offer the meanings of the other sort of rows, keeping those that both have."""
        mapping = self.mapping
        if mapping is None or self._look is None or self._look.preview is None:
            return
        found, offered = self._look.preview, FIELDS[mapping.kind]
        kept: dict[str, Field] = {n: f for n, f in mapping.columns.items() if f in offered}
        if mapping.kind in words.RESTATED:
            kept = dict(guess(found.header, found.rows, mapping.kind).columns)
        self.table.show_preview(replace(found, mapping=replace(mapping, columns=kept)))
        self._recheck()

    def _warn(self, sentences: tuple[str, ...]) -> None:
        said = "\n".join(filter(None, sentences))
        self.warning.setText(said)
        self.warning.setVisible(bool(said))
