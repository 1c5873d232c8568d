"""Whether two clients are one: points for and against, with the reasons, and three zones.

The points are judgements, not chances; tests/bench/bench_duplicates.py measures what they do.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from warmcalls.domain.duplicate_likeness import Compared, Likeness, Places, Slips, compare
from warmcalls.domain.duplicate_names import GENERIC, Name
from warmcalls.domain.duplicates import Facts, Pair, Zone

SURE, PERHAPS = 7.5, 3.0
NAMES: Final[dict[Likeness, float]] = {
    Likeness.SAME: 6.0,
    Likeness.PLACED: 5.0,
    Likeness.SLIP: 4.0,
    Likeness.SLIPS: 3.0,
    Likeness.INITIALS: 2.5,
    Likeness.SHORTER: 2.5,
    Likeness.BRANCH: 1.0,
    Likeness.RELATED: 0.5,
    Likeness.OTHER: -1.0,
    Likeness.NUMBERED: -6.0,
}
CLOSE: Final = {Likeness.SAME, Likeness.PLACED, Likeness.SLIP, Likeness.SLIPS}
ASK_AT_MOST: Final = {Likeness.BRANCH, Likeness.OTHER, Likeness.NUMBERED}
SURE_BY_NUMBER: Final = {Likeness.INITIALS, Likeness.SHORTER, Likeness.RELATED}
TRADE_ALONE = -3.0  # "Care Services" says nothing of whose
FEW, SOME, MANY = 3, 10, 50
RARITY: Final = ((FEW, 0.0), (SOME, -0.5), (MANY, -1.5), (math.inf, -2.5))
NAMESAKES: Final = ((4, 0.0), (20, -2.0), (math.inf, -3.0))
DOMAIN: Final = ((FEW, 4.0), (8, 2.5), (math.inf, 0.5))
PHONE: Final = ((FEW, 4.0), (6, 2.0), (math.inf, 0.5))
EMAIL: Final = ((FEW, 4.0), (math.inf, 1.0))
EMAIL_BESIDE_DOMAIN: Final = 1.5
PERSON: Final = ((5, 2.0), (math.inf, 0.5))
NUMBER: Final = ((FEW, 7.0), (math.inf, 2.5))
OTHER_NUMBER, OTHER_DOMAIN = -12.0, -2.0
SAME_TOWN, OTHER_TOWN, OTHER_TOWN_ANYWAY = 1.5, -3.0, -1.5
Weight = tuple[tuple[float, float], ...]
Told = list[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Common:
    """How many clients have each thing; what many have tells little.

    Attributes:
        counts: by sort ("name", "word", "domain", "phone", "email", "person", "number") and value.
        places: words that are names of towns.
    """

    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    places: frozenset[str] = frozenset()

    def weigh(self, sort: str, value: str, weights: Weight) -> float:
        """Return the points of a thing that two clients share, by how many have it."""
        held = self.counts.get((sort, value), 0)
        return next(points for most, points in weights if held <= most)


def exactly(number: str) -> str:
    """Return a phone number as it is kept."""
    return number


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares clients.

    Attributes:
        slips: counts letters by which two words differ.
        common: how many have each thing.
        shown: a phone number as people write it.
    """

    slips: Slips
    common: Common = field(default_factory=Common)
    shown: Callable[[str], str] = exactly

    def judge(self, one: Facts, other: Facts) -> Pair:
        """Compare two clients; which of them comes first makes no difference."""
        if other.id < one.id:
            one, other = other, one
        names = self._names(one, other)
        told: Told = [self._name(one, other, names)]
        told += [
            each
            for each in (
                self._number(one, other),
                self._domain(one, other),
                *self._reached(one, other),
                self._town(one, other, names.likeness),
            )
            if each[0]
        ]
        points = sum(each for each, _ in told)
        zone = _zone(points, one, other, names.likeness)
        return Pair(one.id, other.id, zone, _alike(points, zone), _reasons(told))

    def _names(self, one: Facts, other: Facts) -> Compared:
        """Compare the names, and where that says little the other names they go by."""
        places = Places(
            self.common.places, frozenset(one.town.split()), frozenset(other.town.split())
        )
        found = compare(one.name, other.name, self.slips, places)
        if found.likeness in CLOSE or not (one.aliases or other.aliases):
            return found
        by_alias = [
            compare(a, b, self.slips, places)
            for a in (one.name, *one.aliases)
            for b in (other.name, *other.aliases)
        ]
        return max((found, *by_alias), key=lambda each: NAMES[each.likeness])

    def _name(self, one: Facts, other: Facts, names: Compared) -> tuple[float, str]:
        points, likeness = NAMES[names.likeness], names.likeness
        if likeness is Likeness.SAME:
            points += self.common.weigh("name", one.name.letters, NAMESAKES)
        elif names.shared:
            points += min(self._rarest(names), 0.0)
        if likeness in CLOSE and not _telling(one.name):
            points += TRADE_ALONE
        return points, _name_words(one, other, names)

    def _rarest(self, names: Compared) -> float:
        """Return what the rarest word of both takes off; a second word makes up for that."""
        if len(set(names.shared)) > 1 and names.likeness not in {Likeness.SLIP, Likeness.SLIPS}:
            return 0.0
        return max(self.common.weigh("word", word, RARITY) for word in names.shared)

    def _number(self, one: Facts, other: Facts) -> tuple[float, str]:
        if not one.number or not other.number:
            return 0.0, ""
        if one.number != other.number:
            return OTHER_NUMBER, "different numbers at Companies House"
        points = self.common.weigh("number", one.number, NUMBER)
        return points, f"the same number at Companies House, {one.number}"

    def _domain(self, one: Facts, other: Facts) -> tuple[float, str]:
        if not one.domains or not other.domains:
            return 0.0, ""
        both = sorted(one.domains & other.domains)
        if not both:
            return OTHER_DOMAIN, "different websites"
        points, domain = max((self.common.weigh("domain", d, DOMAIN), d) for d in both)
        return points, f"both use {domain}"

    def _reached(self, one: Facts, other: Facts) -> Told:
        """Weigh what reaches both: numbers, e-mails and people."""
        found: Told = []
        if phones := one.phones & other.phones:
            points, number = max((self.common.weigh("phone", n, PHONE), n) for n in phones)
            found.append((points, f"the same phone {self.shown(number)}"))
        if emails := one.emails & other.emails:
            points, email = max((self.common.weigh("email", e, EMAIL), e) for e in emails)
            if email.rpartition("@")[2] in one.domains & other.domains:
                points = min(points, EMAIL_BESIDE_DOMAIN)
            found.append((points, f"the same e-mail {email}"))
        if people := sorted(one.people & other.people):
            points = max(self.common.weigh("person", p, PERSON) for p in people)
            who = people[0].title() if len(people) == 1 else f"{len(people)} people"
            found.append((points + (len(people) > 1), f"{who} at both"))
        return found

    def _town(self, one: Facts, other: Facts, likeness: Likeness) -> tuple[float, str]:
        if not one.town or not other.town:
            return 0.0, ""
        a, b = set(one.town.split()), set(other.town.split())
        if a <= b or b <= a:
            return SAME_TOWN, f"both in {min(one.town, other.town, key=len).title()}"
        points = OTHER_TOWN if likeness in CLOSE else OTHER_TOWN_ANYWAY
        return points, f"{one.town.title()} and {other.town.title()}"


def _telling(name: Name) -> bool:
    return any(word not in GENERIC for word in name.words) or bool(name.numbers)


def _zone(points: float, one: Facts, other: Facts, likeness: Likeness) -> Zone:
    """Return the zone: the points, and what no points outweigh."""
    numbers = bool(one.number and other.number)
    same_number = numbers and one.number == other.number
    if numbers and not same_number:
        return Zone.ASK if _all_else(one, other, likeness) else Zone.DIFFERENT
    if likeness is Likeness.NUMBERED and not same_number:
        return Zone.DIFFERENT
    if points < PERHAPS:
        return Zone.DIFFERENT
    sure = likeness in CLOSE or (same_number and likeness in SURE_BY_NUMBER)
    if points < SURE or not sure or (one.name.group != other.name.group and not same_number):
        return Zone.ASK
    return Zone.SAME


def _all_else(one: Facts, other: Facts, likeness: Likeness) -> bool:
    """Tell whether two with different company numbers have everything else in common."""
    return (
        likeness is Likeness.SAME
        and bool(one.domains & other.domains)
        and bool(one.phones & other.phones or one.emails & other.emails)
    )


def _alike(points: float, zone: Zone) -> float:
    """Return the points on a scale from 0 to 1, where the zones do not overlap."""
    share = 1 / (1 + math.exp((SURE - points) / 2))
    low, high = ALIKE[zone]
    return round(low + (high - low) * share, 4)


ALIKE: Final = {Zone.DIFFERENT: (0.0, 0.3), Zone.ASK: (0.3, 0.7), Zone.SAME: (0.7, 1.0)}


def _reasons(told: Told) -> tuple[str, ...]:
    """Return the sentences: what speaks for it, strongest first, then what speaks against it."""
    ordered = sorted((each for each in told if each[1]), key=lambda each: -each[0])
    speaking = [words for points, words in ordered if points >= 0]
    against = [words for points, words in ordered if points < 0]
    if speaking and against:
        against[0] = f"but {against[0]}"
    return (*speaking, *against)


def _name_words(one: Facts, other: Facts, names: Compared) -> str:
    """Return in words how two names compare."""
    if names.likeness is Likeness.SAME:
        equal = one.written.casefold() == other.written.casefold()
        if one.name.group != other.name.group:
            return "the same name, but one is a group"
        return "the same name" if equal else "the same name, written differently"
    if names.likeness in SAID:
        return SAID[names.likeness]
    extra = " ".join(names.extra).title()
    if names.likeness is Likeness.SHORTER:
        return f"one name has “{extra}” besides" if extra else "one name is cut short"
    shared = " ".join(dict.fromkeys(names.shared)).title()
    return f"both names have “{shared}”"


SAID: Final = {
    Likeness.PLACED: "the same name, one with its town",
    Likeness.SLIP: "names differ by one letter",
    Likeness.SLIPS: "names differ by two letters",
    Likeness.INITIALS: "one name has initials of the other",
    Likeness.BRANCH: "one name in different places: perhaps branches",
    Likeness.OTHER: "different names",
    Likeness.NUMBERED: "different numbers in their names",
}
