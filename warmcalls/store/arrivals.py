"""Arrivals: who showed interest in the last days, counted from the signals by index."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from warmcalls.domain.arrivals import MOST_STREAK, Read
from warmcalls.domain.kinds import INTEREST, SHOWS_NONE, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.warmth import NO_INTEREST
from warmcalls.store.engine import Reader, Row

# an advert of theirs, or an unsubscribe, is told beside a visit and never counted
SILENT: Final = sorted(kind.value for kind in NO_INTEREST)
QUIET: Final = sorted(kind.value for kind in SHOWS_NONE)
CHUNK: Final = 500
TIERS: Final = "and c.tier in (:tiers)"
# who was seen last before the window cannot be in it: a short list by index, before any signal
CAME: Final = """
from warmth w join client c on c.id = w.client_id
join signal s on s.client_id = w.client_id and s.at >= :since and s.at <= :now
where w.seen_at >= :since and c.excluded = '' and s.kind not in (:quiet) {tiers}
"""
BY_KIND: Final = f"""
select s.client_id, s.kind, sum(s.share) {CAME} group by s.client_id, s.kind
"""
TOTALS: Final = f"""
select count(*), coalesce(sum(people), 0), coalesce(sum(n), 0) from (
  select s.client_id, count(*) as n, count(distinct s.person) as people {CAME}
  group by s.client_id) came
"""  # noqa: S608
NAMED: Final = """
select c.id, c.name, c.tier, coalesce(p.name, '') as owner, c.objected_at
from client c left join person p on p.id = c.owner_id where c.id in (:ids)
"""
WINDOW: Final = """
from signal s where s.client_id in (:ids) and s.at >= :since and s.at <= :now
and s.kind not in (:quiet)
"""
COUNTED: Final = f"""
select s.client_id, count(*) as n, count(distinct s.person) as people, min(s.at) as first_at,
max(s.at) as last_at {WINDOW} group by s.client_id
"""
READ: Final = f"""
select s.client_id, s.kind, s.subject, count(*), count(distinct s.person) {WINDOW}
group by s.client_id, s.kind, s.subject
"""
BEFORE: Final = """
select s.client_id, max(s.at) from signal s where s.client_id in (:ids) and s.at < :since
and s.kind not in (:quiet) group by s.client_id
"""
STRETCHES: Final = """
select s.client_id, (:now - s.at - 1) / :stretch as back from signal s
where s.client_id in (:ids) and s.at >= :oldest and s.at <= :now and s.kind not in (:quiet)
group by s.client_id, (:now - s.at - 1) / :stretch
"""
BROUGHT: Final = """
select s.client_id, c.name from signal s join campaign c on c.id = s.campaign_id
where s.client_id in (:ids) and s.at >= :since and s.at <= :now and s.kind not in (:quiet)
and s.campaign_id is not null
group by s.client_id, c.name order by s.client_id, count(*) desc, c.name
"""


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch that is looked at.

    Attributes:
        since, now: its first and last moment, UTC microseconds, both in it.
        tiers: only clients of these; empty for all.
    """

    since: int
    now: int
    tiers: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.now - self.since) // DAY


def by_kind(db: Reader, window: Window) -> dict[int, dict[Kind, float]]:
    """Return how much of each kind came from every client that showed interest.

    Clients that came with nothing but what brings nobody are left out.
    """
    found: dict[int, dict[Kind, float]] = {}
    for client_id, kind, share in _asked(db, BY_KIND, window, SILENT):
        found.setdefault(int(client_id), {})[Kind(kind)] = float(share)
    return {client_id: kinds for client_id, kinds in found.items() if kinds.keys() & INTEREST}


def totals(db: Reader, window: Window) -> tuple[int, int, int]:
    """Return how many clients came, how many people there, and how many signals that were."""
    clients, people, count = _asked(db, TOTALS, window, QUIET)[0]
    return int(clients), int(people), int(count)


def _asked(db: Reader, sql: str, window: Window, quiet: list[str]) -> list[tuple[int, str, float]]:
    named: dict[str, Any] = {"since": window.since, "now": window.now, "quiet": quiet}
    if window.tiers:
        named["tiers"] = list(window.tiers)
    return db.tuples(sql.format(tiers=TIERS if window.tiers else ""), **named)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of some clients that came, by client id.

    Attributes:
        days: of the window.
        named: name, tier, owner and `objected_at`.
        counted: signs of interest `n`, `people`, `first_at` and `last_at`.
        read: what they read and did.
        before: their last sign of interest before the window, UTC microseconds.
        stretches: in which stretches of as many days they came, 0 being this one.
        brought: the campaigns that brought them, who brought most first.
    """

    days: int
    named: dict[int, Row] = field(default_factory=dict)
    counted: dict[int, Row] = field(default_factory=dict)
    read: dict[int, list[Read]] = field(default_factory=dict)
    before: dict[int, int] = field(default_factory=dict)
    stretches: dict[int, set[int]] = field(default_factory=dict)
    brought: dict[int, list[str]] = field(default_factory=dict)


def facts(db: Reader, ids: Sequence[int], window: Window) -> Facts:
    """Return what is known of some clients that came in a window."""
    found = Facts(window.days)
    for start in range(0, len(ids), CHUNK):
        _look_up(db, list(ids[start : start + CHUNK]), window, found)
    return found


def _look_up(db: Reader, ids: list[int], window: Window, found: Facts) -> None:
    asked = {"ids": ids, "since": window.since, "now": window.now, "quiet": QUIET}
    for client_id, kind, subject, count, people in db.tuples(READ, **asked | {"quiet": SILENT}):
        found.read.setdefault(client_id, []).append(Read(Kind(kind), subject, count, people))
    for client_id, name in db.tuples(BROUGHT, **asked):
        found.brought.setdefault(client_id, []).append(name)
    found.named.update((row["id"], row) for row in db.query(NAMED, ids=ids))
    found.counted.update((row["client_id"], row) for row in db.query(COUNTED, **asked))
    found.before.update(db.tuples(BEFORE, ids=ids, since=window.since, quiet=QUIET))
    for client_id, back in _stretches(db, ids, window):
        found.stretches.setdefault(client_id, set()).add(int(back))


def _stretches(db: Reader, ids: list[int], window: Window) -> list[tuple[int, int]]:
    stretch = window.now - window.since
    oldest = window.now - MOST_STREAK * stretch
    quiet, now = QUIET, window.now
    return db.tuples(STRETCHES, ids=ids, now=now, stretch=stretch, oldest=oldest, quiet=quiet)
