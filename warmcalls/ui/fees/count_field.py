"""Fields for what a month brought: how many there were, and how much cash."""

from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.importers.tables.numbers import number
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.theme import Theme

MOST: Final = 10_000_000
MINUS: Final = ("-", "−")


class CountField(Field):
    """How many; empty where nobody knows."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, hint="not known", check=self._read, longest=12)

    @property
    def amount(self) -> int | None:
        """What is typed; None where that is nothing or no number."""
        found = number(self.text) if self.text else None
        whole = None if found is None or found != int(found) else int(found)
        return whole if whole is not None and 0 <= whole <= MOST else None

    def show_amount(self, amount: int | None) -> None:
        """Put a number there; None for none."""
        self.line.setText("" if amount is None else f"{amount:,}")
        self.accept()

    def _read(self, text: str) -> str:
        if text and self.amount is None:
            raise RefusedError("Write a whole number, nought or more.")
        return text


class CashField(MoneyField):
    """Money in the bank, which may be below nought; empty where nobody knows."""

    def __init__(self, theme: Theme, name: str, *, currency: str) -> None:
        super().__init__(theme, name, currency=currency, hint="not known")

    @property
    def amount(self) -> int | None:
        """What is typed, minor units; None where that is nothing or no amount."""
        try:
            return self._signed(self.text) if self.text else None
        except RefusedError:
            return None

    def _signed(self, text: str) -> int:
        from warmcalls.ui.forms.money_field import read_amount

        below = text.startswith(MINUS)
        amount = read_amount(text[1:] if below else text, self._currency)
        return -amount if below else amount

    def _read(self, text: str) -> str:
        if text:
            self._signed(text)
        return text
