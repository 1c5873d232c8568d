"""What the rows of a file are, how dates are written, and what it does to clients there are."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.incoming_rules import Rule
from warmcalls.domain.kinds import Kind
from warmcalls.importers.mapping import Mapping, TableKind
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.imports import rule_words, words
from warmcalls.ui.theme import Theme

ROWS: Final[dict[TableKind, str]] = {
    "clients": "A client or contact",
    "signals": "A signal of interest",
    "spend": "What marketing cost",
    "invoices": "An invoice",
    "figures": "A month’s figures",
}
ORDERS: Final = {"": "Find out", "day": "Day first: 31/12/2026", "month": "Month first: 12/31/2026"}
ANY_KIND: Final = "As the file says"
WIDEST: Final = 416
MIXED: Final = "As chosen below"


class MappingForm(QWidget):
    """Choices beside each other.

    Attributes:
        changed: somebody chose something else.
        turned: rows became rows of another kind; the columns mean other things.
        ruled: somebody chose one rule for all that the file tells of known clients.
    """

    changed = Signal()
    turned = Signal()
    ruled = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mapping: Mapping | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        self.rows, one = self._choice("Each row is")
        self.kind, two = self._choice("Kind of signal")
        self.order, three = self._choice("Dates")
        self.rule, four = self._choice("Clients you have already")
        self._boxes = (one, two, three, four)
        for box in self._boxes:
            row.addWidget(box, 3)
            box.setMaximumWidth(theme.px(WIDEST))
        row.addStretch()  # what is left when few choices are as wide as they may be
        for value, name in ROWS.items():
            self.rows.addItem(name, value)
        for order, name in ORDERS.items():
            self.order.addItem(name, order)
        self.kind.addItem(ANY_KIND, "")
        for kind in Kind:
            self.kind.addItem(words.kind_name(kind), kind.value)
        for rule, name in rule_words.RULES.items():
            self.rule.addItem(name, rule.value)
        self.rule.activated.connect(self._rule)
        self.rows.activated.connect(self._turn)
        self.kind.activated.connect(self.changed)
        self.order.activated.connect(self.changed)

    def show_mapping(self, mapping: Mapping) -> None:
        """Show what a mapping says."""
        self._mapping = mapping
        self.rows.setCurrentIndex(self.rows.findData(mapping.kind))
        self.kind.setCurrentIndex(max(0, self.kind.findData(str(mapping.default_kind or ""))))
        order = {None: "", True: "day", False: "month"}[mapping.day_first]
        self.order.setCurrentIndex(self.order.findData(order))
        self._show_kind()

    def show_export(self) -> None:
        """Show that the columns say what they say."""
        self._mapping = None
        for box in self._boxes:
            box.hide()

    def show_dates(self, *, needed: bool) -> None:
        """Ask how dates are written, where a column has any."""
        self._boxes[2].setVisible(needed)

    def show_rule(self, rule: Rule | None, *, has_rules: bool) -> None:
        """Show the rule that all columns have; None where they differ."""
        self._boxes[3].setVisible(has_rules)
        mixed = self.rule.findText(MIXED)
        if rule is None and mixed < 0:
            self.rule.addItem(MIXED, "")
        elif rule is not None and mixed >= 0:
            self.rule.removeItem(mixed)
        self.rule.setCurrentIndex(self.rule.findData(rule.value if rule else ""))

    def mapping(self, base: Mapping) -> Mapping:
        """Return a mapping with what is chosen here."""
        kind = next(each for each in ROWS if each == self.rows.currentData())
        default = Kind(self.kind.currentData()) if self.kind.currentData() else None
        order = {"": None, "day": True, "month": False}[str(self.order.currentData())]
        return replace(base, kind=kind, default_kind=default, day_first=order)

    def _turn(self) -> None:
        self._show_kind()
        self.turned.emit()

    def _rule(self) -> None:
        if self.rule.currentData():
            self.ruled.emit(Rule(self.rule.currentData()))

    def _show_kind(self) -> None:
        rows, kind, *_ = self._boxes
        rows.show()
        kind.setVisible(self.rows.currentData() == "signals")

    def _choice(self, name: str) -> tuple[Picker, QWidget]:
        box, picker = QWidget(), Picker(self._theme, name)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addWidget(PlainLabel(self._theme, name, size=11, semibold=True, role="text2"))
        column.addWidget(picker)
        return picker, box
