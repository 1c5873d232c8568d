"""Every filter there is: any column, compared any way."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.client_columns import BY_ID, COLUMNS, Column, ColumnKind
from warmcalls.domain.client_query import Condition, Op
from warmcalls.domain.client_states import STATES
from warmcalls.ui.clients.filters.words import BY_KIND, NOT_ASKED, OPS, WITHOUT_VALUE
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.theme import Theme

if TYPE_CHECKING:
    from warmcalls.actions.saved_views import Choices

ASKED: Final = tuple(column for column in COLUMNS if column.kind not in NOT_ASKED)
TAKES_NUMBER: Final = frozenset({Op.AT_LEAST, Op.AT_MOST, Op.WITHIN, Op.NOT_WITHIN})
NUMBERS: Final = frozenset(
    {ColumnKind.MONEY, ColumnKind.COUNT, ColumnKind.COVERAGE, ColumnKind.MOMENT}
)


class ConditionRow(QWidget):
    """A column, how it is compared, and with what.

    Attributes:
        gone: it is taken away.
    """

    gone = Signal()

    def __init__(self, theme: Theme, known: dict[str, Sequence[str]]) -> None:
        super().__init__()
        self._theme, self._known, px = theme, known, theme.px
        self.column = PickerField(theme, "Column", [(c.id, c.head) for c in ASKED])
        self.op = PickerField(theme, "How", [(op, words) for op, words in OPS.items()])
        self.value = OfferField(theme, "What", (), many=True)
        self.remove = Button(theme, "Take away", Look.QUIET, icon="ph.x", small=True)
        self.remove.clicked.connect(self.gone)
        across = QHBoxLayout()
        across.setSpacing(px(8))
        across.addWidget(self.column, 3)
        across.addWidget(self.op, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, px(8))
        self._column.setSpacing(px(8))
        self._column.addLayout(across)
        self._below = QHBoxLayout()
        self._below.addWidget(self.value, 1)
        self._below.addStretch()
        self._below.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(self._below)
        self.column.changed.connect(self._offer)
        self.op.changed.connect(self._turn)
        self._offer()

    @property
    def chosen(self) -> Column:
        """The column that is asked about."""
        return BY_ID[str(self.column.chosen)]

    def show_condition(self, condition: Condition) -> None:
        """Show a filter that is set."""
        self.column.choose(condition.column)
        self._offer()
        self.op.choose(condition.op)
        self._turn()
        self.value.line.setText(", ".join(condition.values))

    def condition(self) -> Condition | None:
        """Return the filter, or None after saying what is missing."""
        op = self.op.chosen
        assert isinstance(op, Op)
        if op in WITHOUT_VALUE:
            return Condition(self.chosen.id, op)
        values = values_in(self.value.text, self._known.get(self.chosen.id, ()))
        if op in TAKES_NUMBER and self.chosen.kind in NUMBERS:
            values = ("".join(values).lstrip("£"),)
        wrong = self._wrong(values, op)
        if wrong:
            self.value.refuse(wrong)
            self.value.setFocus()
            return None
        return Condition(self.chosen.id, op, values)

    def _wrong(self, values: tuple[str, ...], op: Op) -> str:
        if not values or not values[0]:
            return "Say what it is compared with."
        is_number = values[0].replace(".", "", 1).isdecimal()
        if op in TAKES_NUMBER and self.chosen.kind in NUMBERS and not is_number:
            return "A number is needed here, as 30."
        return ""

    def _offer(self) -> None:
        """Offer what can be asked of the column."""
        self.op.offer([(op, OPS[op]) for op in BY_KIND[self.chosen.kind]])
        fresh = OfferField(self._theme, "What", self._known.get(self.chosen.id, ()), many=True)
        fresh.line.setText(self.value.text)
        self._below.replaceWidget(self.value, fresh)
        self.value.deleteLater()
        self.value = fresh
        self._turn()

    def _turn(self) -> None:
        self.value.setVisible(self.op.chosen not in WITHOUT_VALUE)


def values_in(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return the values between commas; a known one may have a comma itself."""
    whole = {value.casefold() for value in known if "," in value}
    found: list[str] = []
    for part in filter(None, map(str.strip, text.split(","))):
        joined = f"{found[-1]}, {part}" if found else ""
        if joined.casefold() in whole:
            found[-1] = joined
        else:
            found.append(part)
    return tuple(found)


class FilterSheet(FormSheet):
    """Asks for any number of filters, all of which must hold.

    Args:
        theme: the theme.
        where: those that are set.
        choices: values that are used, to be offered.

    Attributes:
        submitted: a tuple of `Condition`.
    """

    def __init__(self, theme: Theme, where: Sequence[Condition], choices: "Choices") -> None:
        super().__init__(theme, "Filters", "Show these clients", width=520)
        self._known: dict[str, Sequence[str]] = {
            "tier": ("A", "B", "C"),
            "sector": choices.sectors,
            "town": choices.towns,
            "owner": tuple(name for _, name in choices.owners),
            "tags": choices.tags,
            "stands": tuple(state.value for state in STATES),
        }
        self.rows: list[ConditionRow] = []
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        self.another = Button(theme, "Another filter", Look.QUIET, icon="ph.plus")
        self.another.clicked.connect(lambda: self._add(None))
        self.body.addWidget(self.another)
        self.body.addStretch()
        for condition in where or (None,):
            self._add(condition)

    def said(self) -> tuple[Condition, ...] | None:
        """Return the filters, or None after saying what is missing."""
        found = [row.condition() for row in self.rows]
        return None if None in found else tuple(each for each in found if each is not None)

    def _add(self, condition: Condition | None) -> None:
        row = ConditionRow(self.theme, self._known)
        if condition is not None:
            row.show_condition(condition)
        row.gone.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._list.addWidget(row)
        row.column.setFocus()

    def _remove(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.another.setFocus()
