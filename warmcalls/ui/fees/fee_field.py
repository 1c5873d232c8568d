"""A fee and its currency: the amount is read in the currency that is chosen beside it."""

from collections.abc import Sequence
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import SYMBOLS, symbol
from warmcalls.ui.forms.money_field import MoneyField
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.theme import Theme

USUAL: Final = ("EUR", "GBP", "USD")


def known_currency(text: str) -> str:
    """Return a currency as ISO 4217 writes it.

    Raises:
        RefusedError: it is not three letters.
    """
    from warmcalls.actions.fees import currency_code

    return currency_code(text)


class FeeField(MoneyField):
    """An amount in a currency that may change.

    Args:
        theme: the theme.
        name: the label; also the accessible name.
        currency: the one it is read in.
        needed: the sentence where nothing is typed; without one it may stay empty.
        above_nought: nought is not taken.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        currency: str,
        needed: str = "",
        above_nought: bool = True,
    ) -> None:
        super().__init__(theme, name, currency=currency, needed=needed, above_nought=above_nought)

    @property
    def currency(self) -> str:
        """The currency that amounts are read in."""
        return self._currency

    def set_currency(self, currency: str) -> None:
        """Read amounts in another currency; what is typed stays the same number."""
        if currency == self._currency:
            return
        kept = self.amount
        self._currency = currency
        self.line.setPlaceholderText(f"{symbol(currency)}1,200")
        if kept is not None:
            self.show_amount(kept)

    def _read(self, text: str) -> str:
        mine = symbol(self._currency).strip()
        others = {sign: code for code, sign in SYMBOLS.items() if len(sign) == 1 and sign != "R"}
        for sign, code in others.items():
            if sign in text and sign != mine:
                raise RefusedError(f"That is {code}: choose {code} as its currency first.")
        return super()._read(text)


class CurrencyField(OfferField):
    """A currency, three letters; the fee beside it is read in it.

    Args:
        theme: the theme.
        home: the agency's.
        fee: what is read in it.
        others: further currencies that are offered.
        chosen: the one that stands there first; the agency's where it is empty.
    """

    def __init__(
        self,
        theme: Theme,
        home: str,
        fee: FeeField,
        *,
        others: Sequence[str] = (),
        chosen: str = "",
    ) -> None:
        offered = dict.fromkeys((home, *others, *USUAL))
        super().__init__(theme, "Currency", list(offered), hint=home, check=self._code)
        self._home, self._fee = home, fee
        self.line.setText(chosen or home)
        self.line.setMaxLength(3)
        self.changed.connect(self._pass_on)
        self.line.editingFinished.connect(self._tidy)

    @property
    def code(self) -> str:
        """What is typed, as ISO 4217 writes it; the agency's where that is nothing."""
        return self.text.upper() or self._home

    def _code(self, text: str) -> str:
        return known_currency(text) if text else self._home

    def _pass_on(self) -> None:
        try:
            self._fee.set_currency(known_currency(self.code))
        except RefusedError:
            return

    def _tidy(self) -> None:
        self.line.setText(self.code)
        self._pass_on()
