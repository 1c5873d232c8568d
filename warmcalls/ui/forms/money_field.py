"""A field for an amount of money, typed as people write it: "£1,200.50", "1200", "1.2k"."""

import re
from decimal import Decimal
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import SYMBOLS, amount_words, symbol
from warmcalls.importers.tables.numbers import number
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme

MOST: Final = 100_000_000_000
TWO_WAYS: Final = re.compile(r"\d{1,3}\.\d{3}")
STRANGE: Final = re.compile(r"[^\d\s.,'kKmM+−-]|[a-zA-Z]{2}")


def read_amount(text: str, currency: str = "GBP") -> int:
    """Return an amount as minor units.

    Args:
        text: as it was typed, with or without sign and thousands; "k" and "m" count.
        currency: the only one that is taken.

    Raises:
        RefusedError: it is no amount, below nought, in another currency, or can be read two ways.
    """
    bare = text.strip()
    for mark in (currency, symbol(currency).strip()):
        bare = re.sub(rf"^([-−(]?)\s*{re.escape(mark)}|{re.escape(mark)}$", r"\1", bare)
    bare = bare.strip()
    if any(sign in bare for sign in (*SYMBOLS, *SYMBOLS.values()) if sign != "R"):
        raise RefusedError(f"The agency counts in {symbol(currency).strip()}: convert it first.")
    found = None if STRANGE.search(bare.strip("()")) else number(bare)
    if found is None:
        raise RefusedError(f"“{text}” is no amount: write it as {symbol(currency)}1,200.50.")
    if TWO_WAYS.fullmatch(bare):
        raise RefusedError(_two_ways(bare, currency))
    return _minor(found, currency)


def _two_ways(bare: str, currency: str) -> str:
    thousands = amount_words(int(bare.replace(".", "")) * 100, currency)
    return f"“{bare}” can be read in two ways: write {thousands}, or two digits after the point."


def _minor(amount: Decimal, currency: str) -> int:
    if amount < 0:
        raise RefusedError("An amount is nought or more.")
    if amount * 100 != int(amount * 100):
        raise RefusedError("An amount has two digits after the point at most.")
    if amount * 100 > MOST:
        raise RefusedError(f"{symbol(currency)}{amount:,f} is too much: check the amount.")
    return int(amount * 100)


class MoneyField(Field):
    """An amount in the agency's currency; what was understood is shown once it is left.

    Args:
        theme: the theme.
        name: the label; also the accessible name.
        currency: the agency's.
        hint: shown while nothing is typed.
        needed: the sentence where nothing is typed; without one it may stay empty.
        above_nought: nought is not taken.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        currency: str = "GBP",
        hint: str = "",
        needed: str = "",
        above_nought: bool = False,
    ) -> None:
        self._currency, self._needed, self._above = currency, needed, above_nought
        shown = hint or f"{symbol(currency)}1,200"
        super().__init__(theme, name, hint=shown, check=self._read, longest=30)
        self.line.editingFinished.connect(self._tidy)

    @property
    def amount(self) -> int | None:
        """What is typed, minor units; None where that is nothing or no amount."""
        try:
            return read_amount(self.text, self._currency) if self.text else None
        except RefusedError:
            return None

    def show_amount(self, amount: int | None) -> None:
        """Put an amount there, minor units; None for none."""
        self.line.setText("" if amount is None else amount_words(amount, self._currency))
        self.accept()

    def _read(self, text: str) -> str:
        if not text:
            if self._needed:
                raise RefusedError(self._needed)
            return ""
        amount = read_amount(text, self._currency)
        if self._above and not amount:
            raise RefusedError("It is a sum above nought.")
        return text

    def _tidy(self) -> None:
        amount = self.amount
        if amount is not None:
            self.line.setText(amount_words(amount, self._currency))
