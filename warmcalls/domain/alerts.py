"""Alerts: what a target client did just now that is worth a word at once.

Strong is what the agency's own weights call strong: a kind of signal that by itself raises the
odds of a call worth the time by half and more (a weight of 0.45 log-odds). As delivered these are
an enquiry of any sort, a reply, the contact and services pages, a download, a webinar or an event
attended, a talk at an event, a referral, and a former candidate who now hires. Three different
people in a day are strong, too, whatever they read. What somebody here entered about the past, a
meeting or a placement, and the client's own job adverts are no news.

Only what happened in the last two days is told: an old file that is imported today is no news.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.arrivals import Read
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import SHOWS_NONE, Kind, Worth
from warmcalls.domain.moments import DAY

STRONG: Final = 0.45  # log-odds: odds times 1.57
NEWS: Final = 2 * DAY
A_DAY: Final = DAY
SEVERAL: Final = 3
NO_NEWS: Final = SHOWS_NONE | {Kind.MET, Kind.PAST_PLACEMENT}
SHORTEST_REST, LONGEST_REST = 1, 24 * 30  # hours
TIERS: Final = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class Alert:
    """One client did something strong.

    Attributes:
        did: the strongest thing, None where only the number of people is.
        people: different people in the last day.
        signal_at: the newest of what is told, UTC microseconds; what is not newer is not told
            again.
    """

    client_id: int
    client: str
    tier: str
    did: Read | None
    people: int
    signal_at: int

    @property
    def words(self) -> str:
        """What happened, as a sentence without its end."""
        many = f"{self.people} different people came within a day"
        if self.did is None:
            return many
        text = self.did.words
        text = text[:1].upper() + text[1:]
        return f"{text}; {many}" if self.people >= SEVERAL else text


@dataclass(frozen=True, slots=True)
class Told:
    """What one desk was told of one client last: newest signal and moment, UTC microseconds."""

    signal_at: int = 0
    at: int = 0


def strong_kinds(worth: Mapping[Kind, Worth]) -> frozenset[Kind]:
    """Return the kinds of signal that are strong by the agency's weights."""
    return frozenset(k for k, w in worth.items() if w.weight >= STRONG and k not in NO_NEWS)


def strongest(did: Iterable[Read], worth: Mapping[Kind, Worth]) -> Read | None:
    """Return what says most among strong things."""
    found = sorted(did, key=lambda r: (-worth[r.kind].weight, -r.count, r.subject, r.kind.value))
    return next(iter(found), None)


def check_settings(hours: object, tiers: object) -> None:
    """Check a rest period in hours, and the tiers that are told of.

    Raises:
        RefusedError: one of them cannot be.
    """
    whole = isinstance(hours, int) and not isinstance(hours, bool)
    if not whole or not SHORTEST_REST <= hours <= LONGEST_REST:  # type: ignore[operator]
        raise RefusedError(f"The rest lies between {SHORTEST_REST} and {LONGEST_REST} hours.")
    if not isinstance(tiers, tuple) or not tiers or not set(TIERS).issuperset(tiers):
        raise RefusedError("Alerts are for clients of tier A, B or C: choose one at least.")


def rests(told: Told, now: int, rest: int) -> bool:
    """Tell whether a client was told of less than the rest period ago."""
    return bool(told.at) and now - told.at < rest


def title(alerts: Collection[Alert]) -> str:
    """Return the head of one notification for all alerts."""
    if len(alerts) == 1:
        alert = next(iter(alerts))
        return f"{alert.client} ({alert.tier})" if alert.tier else alert.client
    return f"{len(alerts)} target clients did something strong"


def body(alerts: Collection[Alert]) -> str:
    """Return what one notification says: one sentence a client, three at most."""
    if len(alerts) == 1:
        return next(iter(alerts)).words + "."
    lines = [f"{alert.client}: {alert.words}" for alert in list(alerts)[:SEVERAL]]
    more = len(alerts) - len(lines)
    return "\n".join([*lines, *([f"and {more} more"] if more else [])])
