"""One column of a file: its name, its first values, what it says, what it may change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from warmcalls.domain.incoming_rules import Rule
from warmcalls.importers.field_rules import RULE_OF
from warmcalls.importers.mapping import FIELDS, Field, TableKind
from warmcalls.ui.components.labels import ElidedLabel
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.imports import rule_words, words
from warmcalls.ui.imports.rule_picker import RulePicker
from warmcalls.ui.theme import Theme

NAME, SAYS, RULE, HIGH, PICKER = 168, 192, 144, 38, 32
MOST_VALUES, LONGEST = 3, 60


class ColumnLine(QWidget):
    """A line of the list of columns.

    Args:
        theme: the theme.
        name: of the column, as in the file; or of a field of a known export.
        values: what stands in it first.
        kind: what the rows are; None for a known export, whose columns say what they say.

    Attributes:
        remapped: somebody chose another meaning.
        ruled: somebody chose a rule for the field of this name.
    """

    remapped = Signal()
    ruled = Signal(str)

    def __init__(
        self, theme: Theme, name: str, values: tuple[str, ...], kind: TableKind | None
    ) -> None:
        super().__init__()
        self._theme, self.name, self._kind = theme, name, kind
        self._label = ElidedLabel(theme, name)
        self._values = ElidedLabel(theme, first_values(values), role="text3")
        self._values.setParent(self)
        self._rules = QStackedWidget()
        self.says = Picker(theme, f"What {name} says")
        self.says.setParent(self)
        self.rule: RulePicker | None = None
        self.setFixedHeight(theme.px(HIGH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        self._label.setFixedWidth(theme.px(NAME))
        self._values.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._rules.setFixedSize(theme.px(RULE), theme.px(PICKER))
        self.says.setFixedHeight(theme.px(PICKER))
        row.addWidget(self._label)
        if kind:
            row.addWidget(self._values, 1)
            row.addWidget(self.says)
        row.addWidget(self._rules)
        if not kind:
            row.addStretch(1)
            self._values.hide()
            self.says.hide()
        self._fill()

    @property
    def is_mapped(self) -> bool:
        """Whether somebody may choose what the column says."""
        return self._kind is not None

    @property
    def field(self) -> Field:
        """What the column says, as chosen."""
        return Field(self.says.currentData()) if self._kind else Field.IGNORE

    def show_field(self, field: Field) -> None:
        """Show what the column says."""
        self.says.setCurrentIndex(max(0, self.says.findData(field.value)))
        self._choose_rule(RULE_OF.get(field, "") if self._kind == "clients" else "")

    def show_rule(self, rule: Rule) -> None:
        """Show what it may change, where it may change anything."""
        if self.rule:
            self.rule.set_rule(rule)

    def offer_rule(self, field: str) -> None:
        """Offer the rules of one field; of none where it has no name."""
        self._choose_rule(field)

    def _fill(self) -> None:
        """Offer what a column of such rows can say."""
        self.says.setFixedWidth(self._theme.px(SAYS))
        self._rules.setVisible(self._kind in {None, "clients"})
        for field in FIELDS[self._kind] if self._kind else ():
            self.says.addItem(words.FIELDS[field], field.value)
        self.says.activated.connect(self._say)

    def _say(self) -> None:
        self.show_field(self.field)
        self.remapped.emit()

    def _choose_rule(self, field: str) -> None:
        """Put the rules of a field at the right, or a word on why there are none."""
        self._label.set_role("text3" if self._kind and self.field is Field.IGNORE else "text")
        if self.rule and self.rule.field == field:
            return
        while old := self._rules.currentWidget():
            self._rules.removeWidget(old)
            old.deleteLater()
        self.rule = self._picker(field) if field else None
        said = rule_words.WITHOUT.get(self.field, "") if self._kind == "clients" else ""
        self._rules.addWidget(self.rule or self._word(said))

    def _word(self, said: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(self._theme.px(8), 0, 0, 0)
        row.addWidget(ElidedLabel(self._theme, said, role="text3"))
        return box

    def _picker(self, field: str) -> RulePicker:
        made = RulePicker(self._theme, field)
        made.activated.connect(lambda: self.ruled.emit(field))
        return made


def first_values(values: tuple[str, ...]) -> str:
    """Return the first different values of a column on one line."""
    told = dict.fromkeys(" ".join(value.split())[:LONGEST] for value in values)
    return " · ".join([value for value in told if value][:MOST_VALUES])
