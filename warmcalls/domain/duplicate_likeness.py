"""How alike two names are, word by word: the same, a slip of a letter, a branch, a relation."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from warmcalls.domain.duplicate_names import GENERIC, Name

Slips = Callable[[str, str], int]
"""Counts the letters by which two words differ; a swap of neighbours counts one."""

SHORT, LONG = 5, 9  # letters of a word in which one letter, or two, may be a slip
SHORT_BESIDE: Final = 3  # the same where another telling word is the same
RUN_TOGETHER: Final = 8  # letters of a whole name in which one may be a slip, spaces aside
CUT: Final = 8  # letters that a name cut short must have
ACRONYM: Final = 3


class Likeness(StrEnum):
    """What two names have to do with one another, closest first."""

    SAME = "same"
    PLACED = "placed"
    SLIP = "slip"
    SLIPS = "slips"
    INITIALS = "initials"
    SHORTER = "shorter"
    BRANCH = "branch"
    RELATED = "related"
    OTHER = "other"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Compared:
    """How two names compare.

    Attributes:
        shared: telling words that both have, slips included, as both write them.
        extra: words that one has more.
    """

    likeness: Likeness
    shared: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """What is known of places where two names are compared.

    Attributes:
        known: words that are names of towns.
        one: words of the first one's town.
        other: words of the second one's town.
    """

    known: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()


NOWHERE: Final = Places()


def compare(one: Name, other: Name, slips: Slips, places: Places = NOWHERE) -> Compared:
    """Compare two names; which of them comes first makes no difference."""
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return Compared(Likeness.NUMBERED)
    if other.words < one.words:
        one, other = other, one
        places = Places(places.known, places.other, places.one)
    found = _matched(one, other, slips, places)
    if one.numbers != other.numbers and found.likeness in AS_ONE:
        return Compared(Likeness.SHORTER, found.shared, tuple(sorted(one.numbers | other.numbers)))
    return found


AS_ONE: Final = {Likeness.SAME, Likeness.PLACED, Likeness.SLIP, Likeness.SLIPS}


def _matched(one: Name, other: Name, slips: Slips, places: Places) -> Compared:
    if one.letters == other.letters:
        return Compared(Likeness.SAME, one.telling or other.telling)
    left = {w: s for w, s in zip(one.words, one.spelt, strict=True) if w not in other.words}
    right = {w: s for w, s in zip(other.words, other.spelt, strict=True) if w not in one.words}
    both = tuple(word for word in one.telling if word not in left)
    near, letters = _near(left, right, slips, SHORT_BESIDE if any(both) else SHORT)
    if not left and not right:
        return Compared(_slipped(letters), (*both, *near))
    if all(len(word) > 1 for word in (*left, *right)) and _run_together(one, other, slips):
        return Compared(Likeness.SLIP, (one.letters, other.letters))
    if _initials(left, right, both) or _acronym(one, other):
        return Compared(Likeness.INITIALS, both or (one.letters, other.letters))
    shared = (*both, *(word for word in near if word not in GENERIC))
    return _partly(left, right, shared, letters, places) if shared else _cut(one, other)


def _slipped(letters: int) -> Likeness:
    """Return what letters that differ make of a name whose words are all matched."""
    kinds = (Likeness.SAME, Likeness.SLIP, Likeness.SLIPS)
    return kinds[letters] if letters < len(kinds) else Likeness.RELATED


def _near(
    left: dict[str, str], right: dict[str, str], slips: Slips, shortest: int
) -> tuple[list[str], int]:
    """Take out of both the words that differ by a slip; return them, and by how many letters."""
    found: list[str] = []
    letters = 0
    for word in sorted(left) if right else ():
        for other in sorted(right):
            differ = _slip(left[word], right[other], slips, shortest)
            if differ:
                found += sorted((word, other))
                letters += differ
                del left[word], right[other]
                break
    return found, letters


def _slip(one: str, other: str, slips: Slips, shortest: int) -> int:
    """Return by how many letters two words differ where that may be a slip, else nothing."""
    short = min(len(one), len(other))
    if short < shortest or (one in GENERIC and other in GENERIC):
        return 0
    differ = slips(one, other)
    return differ if differ <= (2 if short >= LONG else 1) else 0


def _run_together(one: Name, other: Name, slips: Slips) -> bool:
    """Tell whether all letters but one are the same, though the words are set otherwise."""
    short = min(len(one.letters), len(other.letters))
    apart = len(one.words) != len(other.words)
    return apart and short >= RUN_TOGETHER and slips(one.letters, other.letters) <= 1


def _initials(left: Iterable[str], right: Iterable[str], both: Iterable[str]) -> bool:
    """Tell whether what differs is a first name and its letter."""
    first, second = list(left), list(right)
    if len(first) != 1 or len(second) != 1 or not any(both):
        return False
    short, long = sorted((*first, *second), key=len)
    return len(short) == 1 and long.startswith(short)


def _acronym(one: Name, other: Name) -> bool:
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if len(short.words) != 1 or len(long.words) < ACRONYM:
        return False
    return short.letters == "".join(word[0] for word in long.words)


def _cut(one: Name, other: Name) -> Compared:
    """Compare names without a word in common: one may be cut short by a narrow column."""
    short, long = sorted((one.letters, other.letters), key=len)
    cut = len(short) >= CUT and long.startswith(short)
    return Compared(Likeness.SHORTER, (short,)) if cut else Compared(Likeness.OTHER)


def _partly(
    left: Collection[str],
    right: Collection[str],
    shared: tuple[str, ...],
    letters: int,
    places: Places,
) -> Compared:
    """Compare names that share telling words and have others besides."""
    extra = tuple(sorted((*left, *right)))
    placed = all(word in places.known or word in places.one | places.other for word in extra)
    if left and right:
        return Compared(Likeness.BRANCH if placed else Likeness.RELATED, shared, extra)
    # the town of the one whose name is shorter; where that is not known it may be a branch
    town = places.other if left else places.one
    if all(word in town for word in extra):
        return Compared(Likeness.SLIPS if letters else Likeness.PLACED, shared, extra)
    return Compared(Likeness.BRANCH if placed else Likeness.SHORTER, shared, extra)
