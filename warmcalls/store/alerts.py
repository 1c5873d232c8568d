"""Alerts: strong signals of the last days, and what each desk was told of already."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.alerts import Alert, Told
from warmcalls.domain.arrivals import Read
from warmcalls.domain.kinds import SHOWS_NONE, Kind
from warmcalls.store.engine import Reader, Row, Writer

QUIET: Final = sorted(kind.value for kind in SHOWS_NONE)
# who objected or is excluded stands blocked with just these words first
WATCHED: Final = """
select c.id, c.name, c.tier from warmth w join client c on c.id = w.client_id
left join standing t on t.client_id = w.client_id
where w.seen_at >= :since and c.tier in (:tiers) and c.objected_at is null and c.excluded = ''
and substr(coalesce(t.blocked, ''), 1, 8) not in ('objected', 'excluded')
and (:owner = 0 or c.owner_id is null or c.owner_id = :owner)
order by c.name_key, c.id
"""
TOLD: Final = """
select client_id, max(signal_at), max(at) from alert
where client_id in (:ids) and at >= :oldest and coalesce(person_id, 0) = :person
group by client_id
"""
STRONG: Final = """
select s.client_id, s.kind, s.subject, count(*), count(distinct s.person), max(s.at)
from signal s join client c on c.id = s.client_id
where s.client_id in (:ids) and s.at >= :since and s.at <= :now and s.kind in (:strong)
and s.at > coalesce((select max(a.signal_at) from alert a where a.client_id = s.client_id
  and a.at >= :oldest and coalesce(a.person_id, 0) = :person), 0)
group by s.client_id, s.kind, s.subject
"""
PEOPLE: Final = """
select client_id, count(distinct person), max(at) from signal
where client_id in (:ids) and at >= :since and at <= :now and kind not in (:quiet)
group by client_id
"""
CHUNK: Final = 500


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched, and for whom.

    Attributes:
        since, now: only signals of this stretch, UTC microseconds.
        oldest: alerts before it do not matter any more.
        tiers: of the clients that are watched.
        person: who is told, 0 for nobody in particular.
        owner: whose clients and nobody's are watched, 0 for all.
    """

    since: int
    now: int
    oldest: int
    tiers: tuple[str, ...]
    person: int = 0
    owner: int = 0


def watched(db: Reader, watch: Watch) -> dict[int, Row]:
    """Return the clients that are watched and were seen in the stretch, by id and name."""
    rows = db.query(WATCHED, since=watch.since, tiers=list(watch.tiers), owner=watch.owner)
    return {row["id"]: row for row in rows}


def told(db: Reader, ids: Collection[int], watch: Watch) -> dict[int, Told]:
    """Return what was told of some clients already."""
    found: dict[int, Told] = {}
    for chunk in _chunks(ids):
        rows = db.tuples(TOLD, ids=chunk, oldest=watch.oldest, person=watch.person)
        found |= {client_id: Told(signal_at, at) for client_id, signal_at, at in rows}
    return found


def strong(
    db: Reader, ids: Collection[int], watch: Watch, kinds: Collection[Kind]
) -> dict[int, list[tuple[Read, int]]]:
    """Return the strong things that some clients did and nobody was told of, and when last."""
    found: dict[int, list[tuple[Read, int]]] = {}
    asked = {"since": watch.since, "now": watch.now, "oldest": watch.oldest}
    names = sorted(kind.value for kind in kinds)
    for chunk in _chunks(ids):
        rows = db.tuples(STRONG, ids=chunk, strong=names, person=watch.person, **asked)
        for client_id, kind, subject, count, people, at in rows:
            read = Read(Kind(kind), subject, count, people)
            found.setdefault(client_id, []).append((read, at))
    return found


def people(db: Reader, ids: Collection[int], since: int, now: int) -> dict[int, tuple[int, int]]:
    """Return how many different people showed interest since a moment, and when last."""
    found: dict[int, tuple[int, int]] = {}
    for chunk in _chunks(ids):
        rows = db.tuples(PEOPLE, ids=chunk, since=since, now=now, quiet=QUIET)
        found |= {client_id: (count, at) for client_id, count, at in rows}
    return found


def note(db: Writer, alerts: Iterable[Alert], now: int, person: int | None) -> None:
    """Write down what a desk was told of."""
    rows = [(alert.client_id, person, alert.signal_at, now) for alert in alerts]
    db.add_many("alert", ("client_id", "person_id", "signal_at", "at"), rows)


def _chunks(ids: Collection[int]) -> Iterable[list[int]]:
    held = list(ids)
    return (held[start : start + CHUNK] for start in range(0, len(held), CHUNK))
