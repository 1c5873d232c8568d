"""Two clients side by side: a row a field, and in every row the value that is taken."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from warmcalls.domain.client_merge import Comparison, FieldChoice, Take
from warmcalls.ui.clients.sheets.merge_cell import ABOVE, MergeCell
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.theme import Theme

BOTH: Final = {"tags": "Both, each tag once", "notes": "Both, under one another"}
HEAD_WIDTH: Final = 88  # pixels of the design


class MergeFields(QWidget):
    """The fields in which two clients differ.

    Args:
        theme: the theme.
        comparison: the two clients.

    Attributes:
        changed: another value is taken.
        swap: the button that lets the other client stay.
        rows: column to its cells, by what each takes.
    """

    changed = Signal()

    def __init__(self, theme: Theme, comparison: Comparison) -> None:
        super().__init__()
        self._theme, self._about = theme, comparison
        self.rows: dict[str, dict[Take, MergeCell]] = {}
        self._groups: list[QButtonGroup] = []
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnMinimumWidth(0, theme.px(HEAD_WIDTH))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.swap = Button(theme, "Swap", Look.PLAIN, icon="ph.arrows-left-right", small=True)
        self.swap.setAccessibleName("Swap: let the other client stay")
        grid.addWidget(self.swap, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(self._named(comparison.keep_name, "stays"), 0, 1)
        grid.addLayout(self._named(comparison.gone_name, "becomes part of it"), 0, 2)
        for choice in differing(comparison.fields):
            self._add(choice)

    @property
    def take(self) -> dict[str, str]:
        """What is taken, of every field in which they differ."""
        return {
            column: next(take.value for take, cell in cells.items() if cell.isChecked())
            for column, cells in self.rows.items()
        }

    @property
    def name(self) -> str:
        """The name that the client will have."""
        is_theirs = self.take.get("name") == Take.GONE
        return self._about.gone_name if is_theirs else self._about.keep_name

    def first(self) -> QWidget:
        """Return what has the focus first."""
        for cells in self.rows.values():
            return self._taken(cells)
        return self.swap

    def _named(self, name: str, becomes: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidedLabel(self._theme, name, semibold=True))
        column.addWidget(PlainLabel(self._theme, becomes, size=11, role="text2"))
        return column

    def _add(self, choice: FieldChoice) -> None:
        """Add a field: what either says beside one another, both of them underneath."""
        about, row = self._about, self._grid.rowCount()
        head = PlainLabel(self._theme, choice.head, role="text2", wraps=True)
        head.setContentsMargins(0, self._theme.px(ABOVE), 0, 0)
        self._grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
        cells = {
            Take.KEEP: MergeCell(self._theme, choice.keep, f"{choice.head} of {about.keep_name}"),
            Take.GONE: MergeCell(self._theme, choice.gone, f"{choice.head} of {about.gone_name}"),
        }
        self._grid.addWidget(cells[Take.KEEP], row, 1)
        self._grid.addWidget(cells[Take.GONE], row, 2)
        if choice.can_both:
            cells[Take.BOTH] = MergeCell(self._theme, BOTH[choice.column], choice.head)
            self._grid.addWidget(cells[Take.BOTH], row + 1, 1, 1, 2)
        group = QButtonGroup(self)
        for cell in cells.values():
            group.addButton(cell)
            cell.stepped.connect(lambda down, right, at=cell: self._step(at, down, right))
        cells[choice.take].setChecked(True)
        group.buttonToggled.connect(self._toggled)
        self._groups.append(group)
        self.rows[choice.column] = cells

    def _toggled(self, _: QAbstractButton, on: bool) -> None:  # noqa: FBT001  Qt's signal
        if on:
            self.changed.emit()

    def _step(self, cell: MergeCell, down: int, right: int) -> None:
        """Take the neighbour in the row, or go to what is taken in the next row."""
        rows = list(self.rows.values())
        at = next(number for number, cells in enumerate(rows) if cell in cells.values())
        if down and 0 <= at + down < len(rows):
            self._go(self._taken(rows[at + down]))
        beside = list(rows[at].values())
        to = beside.index(cell) + right
        if right and 0 <= to < len(beside):
            beside[to].setChecked(True)
            self._go(beside[to])

    def _go(self, cell: MergeCell) -> None:
        """Give a cell the focus, in view."""
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(cell)

    def _taken(self, cells: dict[Take, MergeCell]) -> MergeCell:
        return next(cell for cell in cells.values() if cell.isChecked())


def differing(fields: Sequence[FieldChoice]) -> list[FieldChoice]:
    """Return the fields in which two clients differ."""
    return [each for each in fields if not each.is_same]


def same_words(fields: Sequence[FieldChoice]) -> str:
    """Return what two clients have in common: "3 fields are the same: tier, town, owner"."""
    heads = [each.head for each in fields if each.is_same and each.keep]
    if not heads:
        return ""
    named = ", ".join(
        head if head[1:2].isupper() else head[:1].lower() + head[1:] for head in heads
    )
    count = "1 field is" if len(heads) == 1 else f"{len(heads)} fields are"
    return f"{count} the same: {named}"
