"""Duplicates: what is compared of two clients, and what was found."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from warmcalls.domain.duplicate_names import Name

NUMBER: Final = re.compile(r"\d{1,8}|[A-Z]{2}\d{1,6}|R\d{1,7}")
NUMBER_LONG: Final = 8


class Zone(StrEnum):
    """How sure it is that two clients are one."""

    SAME = "same"
    ASK = "ask"
    DIFFERENT = "different"


ZONE_WORDS: Final = {
    Zone.SAME: "Surely the same",
    Zone.ASK: "Perhaps the same",
    Zone.DIFFERENT: "Two clients",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """A client as it is compared.

    Attributes:
        written: its name as it is written.
        name: the name taken apart.
        aliases: its other names, taken apart.
        town: folded, or empty.
        number: at Companies House, in its long form, or empty.
        domains: those that may tie somebody to a client; no free mail, no provider.
        phones: E.164.
        emails: of its contacts.
        people: names of its contacts, folded.
    """

    id: int
    written: str
    name: Name
    aliases: tuple[Name, ...] = ()
    town: str = ""
    number: str = ""
    domains: AbstractSet[str] = frozenset()
    phones: AbstractSet[str] = frozenset()
    emails: AbstractSet[str] = frozenset()
    people: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clients that may be one.

    Attributes:
        one_id: the older client.
        other_id: the younger.
        alike: from 0 to 1, for the order; no chance.
        reasons: short sentences, the strongest first.
    """

    one_id: int
    other_id: int
    zone: Zone
    alike: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the surest first."""

    same: tuple[Pair, ...] = ()
    ask: tuple[Pair, ...] = ()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Those of both zones, the surest first."""
        return (*self.same, *self.ask)


@dataclass(frozen=True, slots=True)
class Twin:
    """One client of a pair, as it is shown.

    Attributes:
        phone: its first number, E.164, or empty.
        contacts: how many people are known there.
        last_at: when it was last seen or called, UTC microseconds; None for never.
    """

    id: int
    name: str
    tier: str = ""
    town: str = ""
    sector: str = ""
    owner: str = ""
    website: str = ""
    company_number: str = ""
    phone: str = ""
    contacts: int = 0
    signals: int = 0
    calls: int = 0
    last_at: int | None = None


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """A pair with both its clients, as it is shown."""

    one: Twin
    other: Twin
    zone: Zone
    alike: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pairs wait for somebody."""

    same: int = 0
    ask: int = 0

    @property
    def all(self) -> int:
        """Those of both zones."""
        return self.same + self.ask


def company_number(text: str) -> str:
    """Return a number at Companies House in its long form, or empty where it is none.

    Spreadsheets drop leading noughts: 445790 is 00445790. A number of noughts alone stands for
    one that nobody knew.
    """
    plain = re.sub(r"[\s.-]", "", text).upper()
    if not NUMBER.fullmatch(plain) or not plain.strip("0"):
        return ""
    letters = plain.rstrip("0123456789")
    return letters + plain[len(letters) :].zfill(NUMBER_LONG - len(letters))
