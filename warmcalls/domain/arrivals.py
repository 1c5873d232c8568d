"""Arrivals: which clients came in the last days, what they read, and whether they were here before.

A client came when it showed interest: pages for candidates, opened e-mails and bounces are none.
Its own job advert and an unsubscribe are none either; they are told beside what else it did.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log1p
from typing import Final

from warmcalls.domain.kinds import Kind, Worth
from warmcalls.domain.moments import DAY, WEEK_IN_DAYS
from warmcalls.domain.reasons import VERBS, WHOLE, named

MOST_STREAK: Final = 53  # stretches looked back for a streak: a year of weeks
SAID: Final = 2  # things read that the sentence names
TWICE: Final = 2
STRETCHES: Final = {1: "day", 7: "week", 30: "month", 90: "quarter"}
NUMBERS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()


class Return(StrEnum):
    """Whether a client was here before."""

    FIRST = "first time"
    BACK = "back"
    AGAIN = "in a row"


@dataclass(frozen=True, slots=True)
class Came:
    """Whether a client was here before, and how long it was away.

    Attributes:
        away: days between its last sign of interest before and its first one now; 0 for none.
        streak: stretches of days in a row in which it came, this one counted.
        stretch: days of one.
    """

    how: Return
    away: int = 0
    streak: int = 1
    stretch: int = WEEK_IN_DAYS

    @property
    def words(self) -> str:
        """As a chip says it: "first time", "back after 5 months", "third week in a row"."""
        if self.how is Return.FIRST:
            return "first time"
        if self.how is Return.BACK:
            return f"back after {days_words(self.away)}"
        noun = STRETCHES.get(self.stretch)
        if noun is None:
            return f"also in the {self.stretch} days before"
        return f"{ordinal(self.streak)} {noun} in a row"


@dataclass(frozen=True, slots=True)
class Read:
    """One thing that a client read or did, as SQL counted it."""

    kind: Kind
    subject: str
    count: int
    people: int

    @property
    def words(self) -> str:
        """Who did it how often: "2 people read “Salary Guide 2026”, 5 times"."""
        done = VERBS[self.kind].format(subject=named(self.kind, self.subject))
        if self.kind in WHOLE:
            return f"{WHOLE[self.kind]}{done}"
        if self.people > 1:
            often = f", {self.count} times" if self.count > self.people else ""
            return f"{self.people} people {done}{often}"
        return f"{done}{often_words(self.count)}"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A client that came.

    Attributes:
        read: what it read and did, the strongest first, things alike together.
        people, signals: different people, and signs of interest.
        first_at, last_at: the first and last of them, UTC microseconds.
        campaigns: that brought them, who brought most first.
        line: warmth at the end of each of the last 30 days, oldest first.
        strength: what these days alone add to its warmth; the list goes by it.
        no_calls: they objected to calls.
    """

    client_id: int
    client: str
    tier: str
    owner: str
    read: tuple[Read, ...]
    people: int
    signals: int
    came: Came
    first_at: int
    last_at: int
    campaigns: tuple[str, ...] = ()
    line: tuple[float, ...] = ()
    strength: float = 0.0
    no_calls: bool = False

    @property
    def warmth(self) -> float:
        """How warm it is now."""
        return self.line[-1] if self.line else 0.0

    @property
    def words(self) -> str:
        """What they did, in a sentence without its end."""
        said = [each.words for each in self.read[:SAID]]
        if len(self.read) > SAID:
            said.append(f"{len(self.read) - SAID} more")
        text = "; ".join(said)
        return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Week:
    """Who came in the last days.

    Attributes:
        days: how many days back from now.
        clients, people, signals: of all that came; people are counted client by client.
        arrivals: the strongest, strongest first.
    """

    days: int = WEEK_IN_DAYS
    clients: int = 0
    people: int = 0
    signals: int = 0
    arrivals: tuple[Arrival, ...] = ()


def strength(counts: Mapping[Kind, float], worth: Mapping[Kind, Worth]) -> float:
    """Return what signals alone add to warmth: weight times ln(1 + count), over the kinds."""
    return sum(worth[kind].weight * log1p(count) for kind, count in counts.items())


def strongest_read(read: Sequence[Read], worth: Mapping[Kind, Worth]) -> tuple[Read, ...]:
    """Return what was read, what says most first."""

    def order(each: Read) -> tuple[float, int, str, str]:
        pull = worth[each.kind].weight * log1p(each.count)
        return (-pull, -each.count, each.subject, each.kind.value)

    return tuple(sorted(read, key=order))


def came(days: int, first_at: int, before: int | None, stretches: Collection[int]) -> Came:
    """Return whether a client was here before.

    Args:
        days: of the stretch that is looked at.
        first_at: its first sign of interest in it, UTC microseconds.
        before: its last one before, None for never.
        stretches: in which stretches of as many days it came, 0 being this one.
    """
    if before is None:
        return Came(Return.FIRST, stretch=days)
    streak = next(n for n in range(1, MOST_STREAK + 2) if n not in stretches)
    away = max((first_at - before) // DAY, 0)
    if streak > 1:
        return Came(Return.AGAIN, away, streak, days)
    return Came(Return.BACK, away, 1, days)


def ordinal(number: int) -> str:
    """Return a place in a row: "third", "14th"."""
    if number <= len(NUMBERS):
        return NUMBERS[number - 1]
    last = number % 10 if number // 10 % 10 != 1 else 0
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(last, 'th')}"


def often_words(count: int) -> str:
    """Return how often, where it was more often than once."""
    if count == TWICE:
        return " twice"
    return f" {count} times" if count > 1 else ""


def days_words(days: int) -> str:
    """Return a length of time as people say it: "9 days", "3 weeks", "5 months", "2 years"."""
    if days <= 1:
        return "a day"
    for unit, name, least in ((365, "years", 730), (30, "months", 63), (7, "weeks", 14)):
        if days >= least:
            return f"{days // unit} {name}"
    return f"{days} days"
