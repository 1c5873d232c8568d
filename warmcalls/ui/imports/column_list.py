"""The columns of a file, one a line: what each says, and what it may change at known clients."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from warmcalls.domain.incoming_rules import FIELDS as RULED
from warmcalls.domain.incoming_rules import Rule, Rules
from warmcalls.importers.mapping import Field, Mapping
from warmcalls.importers.previewing import Preview
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.imports import rule_words
from warmcalls.ui.imports.column_line import NAME, RULE, SAYS, ColumnLine
from warmcalls.ui.theme import Theme

FEW = 3  # columns that are not used and need no fold


class ColumnList(QWidget):
    """Lines for the columns that say something; those that say nothing wait under a fold.

    Attributes:
        remapped: somebody chose another meaning for a column.
        ruled: somebody chose another rule.
    """

    remapped = Signal()
    ruled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[ColumnLine] = []
        self._rules: dict[str, Rule] = {}
        self._box: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.more = Button(theme, "", small=True)
        self.more.clicked.connect(self.unfold)

    @property
    def lines(self) -> list[ColumnLine]:
        """The lines, in the order of the file."""
        return self._lines

    @property
    def rules(self) -> Rules:
        """What the file may change, as chosen."""
        return Rules(dict(self._rules))

    @property
    def common_rule(self) -> Rule | None:
        """The rule that all lines have, None where they differ or where there are none."""
        pickers = [line.rule for line in self._lines if line.rule]
        full = {picker.rule for picker in pickers if picker.count() == len(Rule)}
        if len(full) != 1:
            return None
        found = full.pop()
        keeps = {picker.rule is Rule.KEEP for picker in pickers}
        return found if keeps == {found is Rule.KEEP} else None

    @property
    def has_rules(self) -> bool:
        """Whether any line may change anything."""
        return any(line.rule for line in self._lines)

    def columns(self) -> dict[str, Field]:
        """Return what each column says, as chosen."""
        return {line.name: line.field for line in self._lines if line.field is not Field.IGNORE}

    def show_table(self, found: Preview, mapping: Mapping) -> None:
        """Show the columns of a table."""
        self._rules = dict(mapping.rules.chosen)
        values = list(zip(*found.rows, strict=True)) or [()] * len(found.header)
        lines = []
        for name, told in zip(found.header, values, strict=True):
            line = ColumnLine(self._theme, name, tuple(told), mapping.kind)
            line.show_field(mapping.columns.get(name, Field.IGNORE))
            lines.append(line)
        self._put(
            lines, ("In the file", "First values", "Says"), is_ruled=mapping.kind == "clients"
        )

    def show_fields(self, fields: Iterable[str], rules: Rules) -> None:
        """Show what a known export tells of clients that may be here."""
        self._rules = dict(rules.chosen)
        lines = []
        for field in fields:
            line = ColumnLine(self._theme, rule_words.field_name(field), (), None)
            line.offer_rule(field)
            lines.append(line)
        self._put(lines, ("The file tells",), is_ruled=True)

    def set_all(self, rule: Rule) -> None:
        """Choose one rule for all."""
        self._rules = dict.fromkeys(RULED, rule)
        self._show_rules()

    def unfold(self) -> None:
        """Show the columns that are not used, too."""
        for line in self._lines:
            line.show()
        self.more.hide()

    def _put(self, lines: list[ColumnLine], heads: tuple[str, ...], *, is_ruled: bool) -> None:
        if self._box is not None:
            self._column.removeWidget(self._box)
            self._column.removeWidget(self.more)
            self._box.hide()
            self._box.deleteLater()
        self._lines, self._box = lines, QWidget()
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._heads(heads, is_ruled=is_ruled))
        for line in lines:
            line.remapped.connect(self._remap)
            line.ruled.connect(self._rule)
            inside.addWidget(line)
        self._column.addWidget(self._box)
        self._column.addWidget(self.more)
        self._fold()
        self._show_rules()

    def _heads(self, heads: tuple[str, ...], *, is_ruled: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, self._theme.px(4))
        row.setSpacing(self._theme.px(12))
        widths = (NAME, 0, SAYS)[: len(heads)]
        last = ((RULE, "At clients you have"),) if is_ruled else ()
        for width, text in (*zip(widths, heads, strict=True), *last):
            label = PlainLabel(self._theme, text, size=11, semibold=True, role="text2")
            label.setIndent(self._theme.px(8) if width == RULE else 0)
            if width:
                label.setFixedWidth(self._theme.px(width))
            row.addWidget(label, 0 if width else 1)
        if len(heads) == 1:
            row.addStretch(1)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return box

    def _fold(self) -> None:
        """Leave the columns that are not used out, where they are many."""
        unused = [line for line in self._lines if _is_unused(line)]
        many = FEW < len(unused) < len(self._lines)
        for line in unused if many else ():
            line.hide()
        self.more.setText(f"Show {len(unused)} columns that are not used")
        self.more.setAccessibleName(self.more.text())
        self.more.updateGeometry()
        self.more.setVisible(many)

    def _remap(self) -> None:
        self._show_rules()
        self.remapped.emit()

    def _rule(self, field: str) -> None:
        """Take a rule over for every column of the field."""
        for line in self._lines:
            if line is self.sender() and line.rule:
                self._rules[field] = line.rule.rule
        self._show_rules()
        self.ruled.emit()

    def _show_rules(self) -> None:
        for line in self._lines:
            if line.rule:
                line.show_rule(self._rules.get(line.rule.field, Rule.FILL))


def _is_unused(line: ColumnLine) -> bool:
    return line.is_mapped and line.field is Field.IGNORE
