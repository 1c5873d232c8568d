"""The fees or the spend behind a figure, with what they add up to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal

from warmcalls.domain.behind import FeeLine, SpendLine
from warmcalls.domain.money import amount_words
from warmcalls.ui.campaigns.sheets.money_rows import (
    EDGE,
    ROW,
    MoneyDelegate,
    MoneyModel,
    fee_row,
    share_of,
    spend_row,
)
from warmcalls.ui.campaigns.sheets.words import counted, short
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.components.row_list import RowList
from warmcalls.ui.forms.picker_field import PickerField
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

WIDTH: Final = 640
NOTHING: Final = "Nothing stands behind this figure yet."
MoneyLine = FeeLine | SpendLine


class MoneyList(RowList):
    """Arrows choose a row, Enter opens its client, Tab goes on."""

    def __init__(self, theme: Theme, model: MoneyModel, name: str) -> None:
        super().__init__(theme, model, name, ROW)
        self.setItemDelegate(MoneyDelegate(theme, self))


class MoneySheet(SideSheet):
    """A list of fees or of spend.

    Args:
        theme: the theme.
        title: of the figure.
        lines: fees or spend; of fees the campaign's part counts.
        currency: the agency's.
        campaign: whose figure it is, empty for none.
        campaigns: ids and names of what spend may belong to instead.

    Attributes:
        client_wanted: the id of the client to open.
        assigned: spend belongs to a campaign: both ids.
    """

    client_wanted = Signal(int)
    assigned = Signal(int, int)

    def __init__(
        self,
        theme: Theme,
        title: str,
        lines: Sequence[MoneyLine],
        currency: str,
        campaign: str,
        *,
        campaigns: Sequence[tuple[int, str]] = (),
    ) -> None:
        super().__init__(theme, title, WIDTH)
        self._lines = list(lines)
        px = theme.px
        rows = [
            fee_row(line, campaign, currency)
            if isinstance(line, FeeLine)
            else spend_row(line, currency)
            for line in lines
        ]
        self.model = MoneyModel(rows, self)
        self.list = MoneyList(theme, self.model, title)
        self.total = PlainLabel(theme, total(lines, currency, campaign), semibold=True, wraps=True)
        self.total.setContentsMargins(px(EDGE), px(16), px(EDGE), px(12))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.total, 0 if rows else 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.list.setVisible(bool(rows))
        self._make_foot(campaigns, clients=any(row.client_id for row in rows))
        self.list.activated.connect(lambda index: self._open(index.row()))
        self.open_button.clicked.connect(lambda: self._open(self.list.currentIndex().row()))
        self.list.selectionModel().currentChanged.connect(self._name_button)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._name_button()
        self.setFocusProxy(self.list if rows else self.close_button)

    def _make_foot(self, campaigns: Sequence[tuple[int, str]], *, clients: bool) -> None:
        """Offer what can be done with a row: show its client, or say where it belongs."""
        spend = bool(campaigns) and any(isinstance(line, SpendLine) for line in self._lines)
        self.open_button = Button(self.theme, "Show the client", key="Enter")
        self.belongs = PickerField(self.theme, "It belongs to", [(None, "Choose"), *campaigns])
        self.assign = Button(self.theme, "Assign")
        self.foot.addWidget(self.belongs, 1)
        self.foot.addStretch()
        self.foot.addWidget(self.assign, 0, Qt.AlignmentFlag.AlignBottom)
        self.foot.addWidget(self.open_button)
        self.belongs.setVisible(spend)
        self.assign.setVisible(spend)
        self.open_button.setVisible(clients)
        self._foot_row.setVisible(clients or spend)
        self.assign.clicked.connect(self._assign)

    def _name_button(self) -> None:
        row = self.model.row(self.list.currentIndex().row())
        if row and row.client_id:
            self.open_button.setText(f"Show {short(row.name)}")
            self.open_button.setAccessibleName(self.open_button.text())
            self.open_button.updateGeometry()

    def _assign(self) -> None:
        """Tell to which campaign the chosen spend belongs."""
        line, chosen = self._lines[self.list.currentIndex().row()], self.belongs.chosen
        if not isinstance(chosen, int):
            self.belongs.refuse("Choose the campaign first.")
        elif isinstance(line, SpendLine):
            self.assigned.emit(line.spend_id, chosen)

    def _open(self, number: int) -> None:
        row = self.model.row(number)
        if row and row.client_id:
            self.client_wanted.emit(row.client_id)


def total(lines: Sequence[MoneyLine], currency: str, campaign: str) -> str:
    """Return what the rows add up to: "3 fees, £20,604 of them credited …"."""
    fees = [line for line in lines if isinstance(line, FeeLine)]
    if not lines:
        return NOTHING
    if not fees:
        spent = sum(line.amount for line in lines)
        return f"{counted(len(lines), 'entry', 'entries')}, {amount_words(spent, currency)}"
    credited = sum(share_of(fee, campaign) for fee in fees)
    paid = sum(share_of(fee, campaign) for fee in fees if fee.paid_on)
    return (
        f"{counted(len(fees), 'fee', 'fees')}, {amount_words(credited, currency)} of them credited "
        f"to this campaign; {amount_words(paid, currency)} of that is paid"
    )
