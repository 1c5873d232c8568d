"""What a placement usually brings, by tier: where every expected fee starts from."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import amount_words
from warmcalls.domain.settings import Settings
from warmcalls.store import settings as kept
from warmcalls.store.engine import Reader
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.money_field import read_amount
from warmcalls.ui.settings.entry import Entry
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.theme import Theme

TIERS: Final = {"A": "Tier A", "B": "Tier B", "C": "Tier C", "": "No tier"}
HINT: Final = (
    "What a placement brings at a client of each tier. The fees you invoice move it: a client’s "
    "own count most, then those of its sector and tier. A fee typed in for a client stays."
)


class UsualFees(QWidget):
    """One field a tier, side by side."""

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__()
        self._keeper, self._currency = keeper, "GBP"
        self.entries: dict[str, Entry] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for tier, name in TIERS.items():
            entry = self.entries[tier] = Entry(theme, f"Usual fee, {name.lower()}", self._amount)
            entry.saved.connect(partial(self._save, tier))
            column = QVBoxLayout()
            column.setSpacing(theme.px(2))
            column.addWidget(PlainLabel(theme, name, size=11, role="text2"))
            column.addWidget(entry)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.setFocusProxy(self.entries["A"])

    def show_settings(self, agency: Settings) -> None:
        """Show what is kept now."""
        self._currency = agency.currency
        for tier, entry in self.entries.items():
            entry.show_text(amount_words(agency.tier_fees[tier], agency.currency))

    def _amount(self, text: str) -> int:
        amount = read_amount(text, self._currency)
        if not amount:
            raise RefusedError("It lies above nought.")
        return amount

    def _save(self, tier: str, amount: int) -> None:
        def values(db: Reader) -> dict[str, dict[str, int]]:
            return {"tier_fees": kept.load(db).tier_fees | {tier: amount}}

        said = f"{TIERS[tier]}: a placement brings {amount_words(amount, self._currency)}"
        self._keeper.change(said, values, self.entries[tier].refuse)
