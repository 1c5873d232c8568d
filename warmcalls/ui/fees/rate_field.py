"""A field for an exchange rate."""

import re
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme

SMALLEST, LARGEST = 1e-7, 1e7
LENGTH: Final = 3
PLAIN: Final = re.compile(r"\d{1,8}(\.\d{1,10})?", re.ASCII)


class RateField(Field):
    """What one unit of a currency is in the agency's.

    Args:
        theme: the theme.
        home: the agency's currency.
    """

    def __init__(self, theme: Theme, home: str) -> None:
        self._home, self._code = home, ""
        super().__init__(theme, f"In {home}", hint="0.86", check=self._read, longest=20)

    @property
    def rate(self) -> float | None:
        """What is typed; None where that is no rate."""
        found = float(self.text) if PLAIN.fullmatch(self.text) else 0.0
        return found if SMALLEST <= found <= LARGEST else None

    def show_currency(self, code: str) -> None:
        """Name the currency that it is the rate of."""
        self._code = code if len(code) == LENGTH else ""
        name = f"1 {self._code} in {self._home}" if self._code else f"One in {self._home}"
        self._title.setText(name)
        self.line.setAccessibleName(name)

    def _read(self, text: str) -> str:
        one = f"1 {self._code}" if self._code else "one"
        if not text:
            raise RefusedError(f"Say what {one} is in {self._home}.")
        if not PLAIN.fullmatch(text):
            raise RefusedError(f"“{text}” is no rate: write it with a point, as 0.86.")
        if self.rate is None:
            raise RefusedError(f"A rate lies above nought: what is {one} in {self._home}?")
        return text
