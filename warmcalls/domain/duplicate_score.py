"""Whether two clients are one: points for and against, with the reasons, and three zones.

The points are judgements, not chances; tests/bench/bench_duplicates.py measures what they do.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from warmcalls.domain.duplicate_likeness import Compared, Likeness, Places, Slips, compare
from warmcalls.domain.duplicate_names import Name
from warmcalls.domain.duplicate_reasons import Evidence, Sort, reasons
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
SURE_BY_NUMBER: Final = {Likeness.INITIALS, Likeness.SHORTER, Likeness.RELATED}
TRADE_ALONE = -3.0  # "Care Services" says nothing of whose
ONE_WORD = -0.5
FEW, SOME, MANY = 3, 10, 50
Weights = tuple[tuple[float, float], ...]
RARITY: Final = ((FEW, 0.0), (SOME, -0.5), (MANY, -1.5), (math.inf, -2.5))
NAMESAKES: Final = ((4, 0.0), (20, -3.5), (math.inf, -5.0))
DOMAIN: Final = ((FEW, 4.0), (8, 2.5), (math.inf, 0.5))
PHONE: Final = ((FEW, 4.0), (6, 2.0), (math.inf, 0.5))
EMAIL: Final = ((FEW, 4.0), (math.inf, 1.0))
PERSON: Final = ((5, 2.0), (math.inf, 0.5))
NUMBER: Final = ((FEW, 7.0), (math.inf, 2.5))
EMAIL_BESIDE_DOMAIN, SECOND_PERSON = 1.5, 1.0
OTHER_NUMBER, OTHER_DOMAIN, OTHER_FORM = -12.0, -2.0, -1.5
SAME_TOWN, OTHER_TOWN, OTHER_TOWN_ANYWAY = 1.5, -3.0, -1.5


@dataclass(frozen=True, slots=True)
class Common:
    """How many clients have each thing; what many have tells little.

    Attributes:
        counts: by sort ("name", "word", "domain", "phone", "email", "person", "number") and value;
            what one client alone has may be left out.
        places: words that are names of towns.
    """

    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    places: frozenset[str] = frozenset()

    def weigh(self, sort: str, value: str, weights: Weights) -> float:
        """Return the points of a thing that two clients share, by how many have it."""
        held = self.counts.get((sort, value), 0)
        return next(points for most, points in weights if held <= most)


def as_kept(number: str) -> str:
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
    shown: Callable[[str], str] = as_kept

    def judge(self, one: Facts, other: Facts) -> Pair:
        """Compare two clients; which of them comes first makes no difference."""
        if other.id < one.id:
            one, other = other, one
        points, names, also = self._names(one, other)
        if points + SAME_TOWN < PERHAPS and not _share(one, other):
            return Pair(one.id, other.id, Zone.DIFFERENT, 0.0, ())  # most pairs, and no more work
        evidence = [Evidence(Sort.NAME, points)]
        evidence += self._reached(one, other)
        evidence += self._told(one, other, names.likeness)
        points = sum(each.points for each in evidence)
        zone = zone_of(points, one, other, names.likeness)
        said: tuple[str, ...] = ()
        if zone is not Zone.DIFFERENT:
            said = reasons(evidence, one, other, names, self.shown, also=also)
        return Pair(one.id, other.id, zone, _alike(points, zone), said)

    def _names(self, one: Facts, other: Facts) -> tuple[float, Compared, bool]:
        """Compare the names, and where that says little the other names they go by.

        Returns:
            The points, how they compare, and whether it took another name.
        """
        places = Places(
            self.common.places, frozenset(one.town.split()), frozenset(other.town.split())
        )
        found = self._weighed(one.name, other.name, places)
        if found[1].likeness in CLOSE or not (one.aliases or other.aliases):
            return (*found, False)
        by_alias = [
            self._weighed(a, b, places)
            for a in (one.name, *one.aliases)
            for b in (other.name, *other.aliases)
        ]
        best = max(by_alias, key=lambda each: (each[0], each[1].likeness, each[1].shared))
        return (*best, best != found)

    def _weighed(self, one: Name, other: Name, places: Places) -> tuple[float, Compared]:
        names = compare(one, other, self.slips, places)
        points, likeness = NAMES[names.likeness], names.likeness
        if likeness is Likeness.SAME:
            points += self.common.weigh("name", min(one.letters, other.letters), NAMESAKES)
        elif names.shared:
            points += self._rarest(names)
        if likeness in CLOSE and not names.shared and not one.numbers:
            points += TRADE_ALONE
        elif likeness in CLOSE and min(len(one.words), len(other.words)) == 1:
            points += ONE_WORD
        return points, names

    def _rarest(self, names: Compared) -> float:
        """Return what it takes off that many have the words; a second word makes up for it."""
        slip = names.likeness in {Likeness.SLIP, Likeness.SLIPS}
        if len(names.shared) > 1 + slip:
            return 0.0
        weighed = [self.common.weigh("word", word, RARITY) for word in names.shared]
        return min(weighed) if slip else max(weighed)

    def _reached(self, one: Facts, other: Facts) -> Iterator[Evidence]:
        """Weigh what reaches both: websites, numbers, e-mails and people."""
        domains = one.domains & other.domains
        if domains:
            yield self._heaviest(Sort.DOMAIN, domains, DOMAIN)
        elif one.domains and other.domains:
            yield Evidence(Sort.OTHER_DOMAIN, OTHER_DOMAIN)
        if phones := one.phones & other.phones:
            yield self._heaviest(Sort.PHONE, phones, PHONE)
        if emails := one.emails & other.emails:
            found = self._heaviest(Sort.EMAIL, emails, EMAIL)
            beside = found.what.rpartition("@")[2] in domains
            yield Evidence(
                Sort.EMAIL, min(found.points, EMAIL_BESIDE_DOMAIN if beside else math.inf),
                found.what,
            )  # fmt: skip
        if people := one.people & other.people:
            points = max(self.common.weigh("person", person, PERSON) for person in people)
            several = len(people) > 1
            who = f"{len(people)} people" if several else min(people).title()
            yield Evidence(Sort.PEOPLE, points + several * SECOND_PERSON, who)

    def _heaviest(self, sort: Sort, values: AbstractSet[str], weights: Weights) -> Evidence:
        points, what = max((self.common.weigh(sort, v, weights), v) for v in values)
        return Evidence(sort, points, what)

    def _told(self, one: Facts, other: Facts, likeness: Likeness) -> Iterator[Evidence]:
        """Weigh what each says of itself: its number, sort of company and town."""
        if one.number and one.number == other.number:
            yield self._heaviest(Sort.NUMBER, {one.number}, NUMBER)
        elif one.number and other.number:
            yield Evidence(Sort.OTHER_NUMBER, OTHER_NUMBER)
        elif one.name.form and other.name.form and one.name.form != other.name.form:
            yield Evidence(Sort.FORM, OTHER_FORM)
        if one.town and other.town:
            if one_town(one, other):
                yield Evidence(Sort.TOWN, SAME_TOWN, min(one.town, other.town, key=len))
            else:
                against = OTHER_TOWN if likeness in CLOSE else OTHER_TOWN_ANYWAY
                yield Evidence(Sort.OTHER_TOWN, against)


def _share(one: Facts, other: Facts) -> bool:
    """Tell whether two clients share anything but names and a town."""
    return (
        not one.domains.isdisjoint(other.domains)
        or not one.phones.isdisjoint(other.phones)
        or not one.people.isdisjoint(other.people)
        or not one.emails.isdisjoint(other.emails)
        or (one.number == other.number != "")
    )


def zone_of(points: float, one: Facts, other: Facts, likeness: Likeness) -> Zone:
    """Return the zone: what the points say, and what no points outweigh."""
    numbers = bool(one.number and other.number)
    same_number = numbers and one.number == other.number
    if numbers and not same_number:
        return Zone.ASK if _all_else(one, other, likeness) else Zone.DIFFERENT
    if points < PERHAPS or likeness is Likeness.NUMBERED:
        return Zone.DIFFERENT
    sure = likeness in CLOSE or (same_number and likeness in SURE_BY_NUMBER)
    if points < SURE or not sure or _perhaps_two(one, other, same_number=same_number):
        return Zone.ASK
    return Zone.SAME


def _perhaps_two(one: Facts, other: Facts, *, same_number: bool) -> bool:
    """Tell whether one may be the other's group, or a branch of the same company elsewhere."""
    if one.name.group != other.name.group and not same_number:
        return True
    reached = one.phones & other.phones or one.emails & other.emails
    return bool(one.town and other.town and not one_town(one, other) and not reached)


def one_town(one: Facts, other: Facts) -> bool:
    """Tell whether two towns are one, as Newcastle and Newcastle upon Tyne are."""
    a, b = set(one.town.split()), set(other.town.split())
    return a <= b or b <= a


def _all_else(one: Facts, other: Facts, likeness: Likeness) -> bool:
    """Tell whether two with different company numbers have everything else in common."""
    return (
        likeness is Likeness.SAME
        and bool(one.domains & other.domains)
        and bool(one.phones & other.phones or one.emails & other.emails)
    )


ALIKE: Final = {Zone.DIFFERENT: (0.0, 0.3), Zone.ASK: (0.3, 0.7), Zone.SAME: (0.7, 1.0)}


def _alike(points: float, zone: Zone) -> float:
    """Return the points on a scale from 0 to 1, on which the zones do not overlap."""
    share = 1 / (1 + math.exp((SURE - points) / 2))
    low, high = ALIKE[zone]
    return round(low + (high - low) * share, 4)
