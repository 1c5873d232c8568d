"""Why two clients may be one, in short sentences."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from warmcalls.domain.duplicate_likeness import Compared, Likeness
from warmcalls.domain.duplicates import Facts


class Sort(StrEnum):
    """What speaks for or against two clients being one."""

    NAME = "name"
    FORM = "form"
    NUMBER = "number"
    OTHER_NUMBER = "other number"
    DOMAIN = "domain"
    OTHER_DOMAIN = "other domain"
    PHONE = "phone"
    EMAIL = "email"
    PEOPLE = "people"
    TOWN = "town"
    OTHER_TOWN = "other town"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was weighed.

    Attributes:
        points: for it, or below nothing against it.
        what: the value that both share, where it is one.
    """

    sort: Sort
    points: float
    what: str = ""


SAID: Final = {
    Likeness.PLACED: "the same name, one with its town",
    Likeness.SLIP: "names differ by one letter",
    Likeness.SLIPS: "names differ by two letters",
    Likeness.INITIALS: "one name has initials of the other",
    Likeness.BRANCH: "one name in different places, perhaps branches",
    Likeness.OTHER: "different names",
    Likeness.NUMBERED: "different numbers in their names",
}
AGAINST_MOST: Final = (Likeness.OTHER, Likeness.NUMBERED)


def reasons(
    evidence: Sequence[Evidence],
    one: Facts,
    other: Facts,
    names: Compared,
    shown: Callable[[str], str],
    *,
    also: bool = False,
) -> tuple[str, ...]:
    """Return the sentences: what speaks for it, strongest first, then what speaks against it.

    Args:
        evidence: what was weighed.
        one: a client.
        other: another.
        names: how their names compare.
        shown: a phone number as people write it.
        also: it took another name that one of them goes by.
    """
    ordered = sorted(evidence, key=lambda each: -each.points)
    called = name_words(one, other, names)
    if also and names.likeness is not Likeness.SAME:
        called += ", counting other names they go by"

    def words(each: Evidence) -> str:
        return called if each.sort is Sort.NAME else _words(each, one, other, shown)

    speaking = [words(each) for each in ordered if not _against(each, names)]
    against = [words(each) for each in ordered if _against(each, names)]
    if speaking and against:
        against[0] = f"but {against[0]}"
    return (*speaking, *against)


def _against(evidence: Evidence, names: Compared) -> bool:
    """Tell whether something speaks against it; a common name is no reason against, though."""
    if evidence.sort is Sort.NAME:
        return names.likeness in AGAINST_MOST
    return evidence.points < 0


def _words(evidence: Evidence, one: Facts, other: Facts, shown: Callable[[str], str]) -> str:
    what = evidence.what
    said = {
        Sort.FORM: f"{one.name.form} and {other.name.form}",
        Sort.NUMBER: f"the same number at Companies House, {what}",
        Sort.OTHER_NUMBER: "different numbers at Companies House",
        Sort.DOMAIN: f"both use {what}",
        Sort.OTHER_DOMAIN: "different websites",
        Sort.PHONE: f"the same phone {shown(what)}",
        Sort.EMAIL: f"the same e-mail {what}",
        Sort.PEOPLE: f"{what} at both",
        Sort.TOWN: f"both in {_place(what)}",
        Sort.OTHER_TOWN: f"in {_place(one.town)} and {_place(other.town)}",
    }
    return said[evidence.sort]


def _place(town: str) -> str:
    """Return a town as it is written: Newcastle upon Tyne."""
    return " ".join(w if w in SMALL else w.capitalize() for w in town.split())


SMALL: Final = frozenset("and by in le of on the under upon with".split())


def name_words(one: Facts, other: Facts, names: Compared) -> str:
    """Return in words how two names compare."""
    if names.likeness is Likeness.SAME:
        return _same_words(one, other)
    if names.likeness in SAID:
        return SAID[names.likeness]
    if names.likeness is Likeness.SHORTER:
        extra = " ".join(names.extra).title()
        return f"one name has “{extra}” besides" if extra else "one name is the other cut short"
    both = set(one.name.words) & set(other.name.words)
    told = [word for word in names.shared if word in both]
    return f"both names have “{' '.join(told).title()}”" if told else "names begin alike"


def _same_words(one: Facts, other: Facts) -> str:
    if one.name.letters != other.name.letters and one.name.words != other.name.words:
        if sorted(one.name.words) == sorted(other.name.words):
            return "the same words in another order"
        return "one goes by the other’s name too"
    if one.name.group != other.name.group:
        return "the same name, but one says it is a group"
    equal = one.written.casefold() == other.written.casefold()
    return "the same name" if equal else "the same name, written differently"
