"""A file before it is imported: what it is, what its columns say and change, its first rows."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming_rules import Rule, Rules
from warmcalls.importers.guessing import guess
from warmcalls.importers.mapping import FIELDS, Field, Mapping
from warmcalls.importers.previewing import Preview
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.imports import words
from warmcalls.ui.imports.column_list import ColumnList
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
DATED = {
    Field.SINCE, Field.WHEN, Field.DATE, Field.STARTS, Field.ENDS, Field.MONTH, Field.INVOICED,
    Field.DUE, Field.PAID,
}  # fmt: skip
EXPORT_SENTENCE = "WarmCalls knows this export: there is nothing to choose."
RULED_SENTENCE = (
    "WarmCalls knows this export. Choose what it may change at clients you have already; an empty "
    "cell never empties yours."
)


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
        self.columns = ColumnList(theme)
        self.rows_head = PlainLabel(theme, "The first rows", semibold=True)
        self.more = PlainLabel(theme, role="text3")
        self.table = PreviewTable(theme)
        self._lay_out(theme)
        self.table.hides.connect(self._show_hidden)
        self.form.changed.connect(self._recheck)
        self.form.turned.connect(self._turn)
        self.form.ruled.connect(self._rule_all)
        self.columns.remapped.connect(self._recheck)
        self.columns.ruled.connect(self._show_choices)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        words_box = QVBoxLayout()
        words_box.setSpacing(theme.px(2))
        words_box.addWidget(self.head)
        words_box.addWidget(self.under)
        column.addLayout(words_box)
        for part in (self.form, self.warning, self.columns):
            column.addWidget(part)
        rows = QHBoxLayout()
        rows.addWidget(self.rows_head)
        rows.addStretch()
        rows.addWidget(self.more)
        column.addLayout(rows)
        column.addWidget(self.table)
        column.addStretch()

    @property
    def mapping(self) -> Mapping | None:
        """The mapping as it is chosen now; None for a file that needs none."""
        found = self._look.preview if self._look else None
        if found is None or found.mapping is None:
            return None
        chosen = self.form.mapping(found.mapping)
        return replace(chosen, columns=self.columns.columns(), rules=self.columns.rules)

    @property
    def rules(self) -> Rules | None:
        """What a known export may change; None where the mapping says so, or nothing can."""
        return self.columns.rules if self._look and self._look.told else None

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
        self.columns.setVisible(bool(look.told or (found and found.mapping)))
        for part in (self.rows_head, self.more, self.table):
            part.setVisible(found is not None and bool(found.rows))
        self.under.setText(sentence(look))
        if found is not None:
            self._show_table(look, found)
        self._show_choices()
        self._dates = tuple(each for each in found.warnings if DATES in each) if found else ()
        self._warn(found.warnings if found else ())

    def _show_table(self, look: Look, found: Preview) -> None:
        if found.mapping:
            self.form.show_mapping(found.mapping)
            self.columns.show_table(found, found.mapping)
        else:
            self.form.show_export()
            self.columns.show_fields(look.told, look.rules)
        self.table.show_preview(found)

    def _show_hidden(self, count: int) -> None:
        """Say that the table goes on at the right."""
        said = f"{words.counted(count, 'more column', 'more columns')} at the right: scroll"
        self.more.setText(said if count else "")

    def _show_choices(self) -> None:
        """Show the rule that all columns have, and how dates are written, where that matters."""
        mapping = self.mapping
        has_rules = self.columns.isVisibleTo(self) and self.columns.has_rules
        self.form.show_rule(self.columns.common_rule, has_rules=has_rules)
        self.form.show_dates(needed=bool(mapping and set(mapping.columns.values()) & DATED))
        self.form.setVisible(has_rules or mapping is not None)

    def _rule_all(self, rule: Rule) -> None:
        self.columns.set_all(rule)
        self._show_choices()

    def _recheck(self) -> None:
        mapping = self.mapping
        unsure = mapping is not None and mapping.day_first is None
        self._warn((self.objection, *(self._dates if unsure else ())))
        self._show_choices()
        self.table.show_mapping(mapping)
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
        self.columns.show_table(found, replace(mapping, columns=kept))
        self._recheck()

    def _warn(self, sentences: tuple[str, ...]) -> None:
        said = "\n".join(filter(None, sentences))
        self.warning.setText(said)
        self.warning.setVisible(bool(said))


def sentence(look: Look) -> str:
    """Return what is to be done with a file of this sort."""
    if look.preview is None:
        return LOG_SENTENCE
    if look.preview.mapping:
        return TABLE_SENTENCE
    return RULED_SENTENCE if look.told else EXPORT_SENTENCE
