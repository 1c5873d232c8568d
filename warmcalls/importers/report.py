"""What a known report of money is: an ad tool's or a bookkeeper's export."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from warmcalls.domain.incoming import Problem
from warmcalls.domain.moments import day_of
from warmcalls.importers.batching import Item
from warmcalls.importers.mapping import TableKind
from warmcalls.importers.tables.dates import when
from warmcalls.importers.tables.numbers import minor_units
from warmcalls.importers.tables.rows import LeftOut, Record, Row, columns_of

SYMBOLS = {
    "£": "GBP", "€": "EUR", "$": "USD", "US$": "USD", "₹": "INR", "A$": "AUD", "AU$": "AUD",
    "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD", "R": "ZAR",
}  # fmt: skip
SIGN = re.compile(r"[-−+(\s]*(?P<sign>[A-Z]{0,3}\s?[£€$₹]|[A-Z]{3}|R)\s?[-−+]?\s?[\d.]")
CODE = re.compile(r"[A-Z]{3}")
MOST = 10**12  # minor units: ten billion, as for a fee that is typed in


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report that is open.

    Attributes:
        header: its column names.
        above: the lines above them.
        zone: the agency's.
    """

    header: tuple[str, ...]
    above: tuple[str, ...]
    zone: ZoneInfo


Lines = Iterable[Row | LeftOut | Problem]


@dataclass(frozen=True, slots=True)
class Report:
    """One known report.

    Attributes:
        format: its name in commands and screens.
        name: what people call it, with its article.
        kind: what its rows are.
        names: folded column names by which its header is found.
        fits: tells whether a header of these folded names is this report's.
        read: yields what its rows say.
    """

    format: str
    name: str
    kind: TableKind
    names: frozenset[str]
    fits: Callable[[frozenset[str]], bool]
    read: Callable[[Lines, Sheet], Iterator[Item]]


class UnreadableError(Exception):
    """A line cannot be read; the message is a sentence for the user."""


def records(lines: Lines, header: tuple[str, ...]) -> Iterator[Record | LeftOut | Problem]:
    """Yield the rows as records, and the rest as it is."""
    columns = columns_of(header)
    for line in lines:
        yield Record(line, columns) if isinstance(line, Row) else line


def money(text: str) -> int:
    """Return an amount in minor units.

    Raises:
        UnreadableError: it is none.
    """
    amount = minor_units(text)
    if amount is None:
        raise UnreadableError(f"“{text}” is no amount of money.")
    if abs(amount) > MOST:
        raise UnreadableError(f"“{text}” is more than any bill: check the amount.")
    return amount


def currency(code: str, amount: str = "") -> str:
    """Return the currency that a column names or an amount shows, or an empty text."""
    code = code.strip().upper()
    if CODE.fullmatch(code):
        return code
    found = SIGN.match(amount.strip())
    if not found:
        return ""
    sign = found["sign"].replace(" ", "")
    return SYMBOLS.get(sign, sign if CODE.fullmatch(sign) else "")


def day(text: str, zone: ZoneInfo, *, day_first: bool) -> str:
    """Return a date as ISO.

    Raises:
        UnreadableError: it is none.
    """
    try:
        return day_of(when(text, zone, day_first=day_first), zone)
    except ValueError as error:
        raise UnreadableError(str(error)) from error
