"""Warmth: forward-decay counters, one wide row a client, and the heat that proposes candidates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from warmcalls.domain.features import Clients, Floats
from warmcalls.domain.kinds import INTEREST, KINDS, SHOWS_NONE, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    HEAT_HALF_LIFE,
    LONG_HALF_LIFE,
    NO_INTEREST,
    PACES,
    SHORT_HALF_LIFE,
    heat_weight,
    term,
)
from warmcalls.store import client_lines, prospects
from warmcalls.store.engine import Reader, Writer

COUNTERS: Final = tuple(f"c_{kind.value}" for kind in KINDS)
PACED: Final = tuple(f"p_{pace.name}" for pace in PACES)
# by kind: the places of the paces that it adds to, and their half-lives in days
PACES_OF: Final = {
    kind: tuple((i, pace.half_life_days) for i, pace in enumerate(PACES) if pace.counts(kind))
    for kind in KINDS
}
SUMMED: Final = ("heat", "short", "long", "n", *COUNTERS, *PACED)
FIRST_PACE: Final = SUMMED.index("n") + 1 + len(COUNTERS)
LATEST: Final = ("last_at", "seen_at")
COLUMNS: Final = ("client_id", *LATEST, *SUMMED)
ADD: Final = (
    "on conflict (client_id) do update set "
    + "".join(
        f"{name} = case when excluded.{name} > warmth.{name}"
        f" then excluded.{name} else warmth.{name} end, "
        for name in LATEST
    )
    + ", ".join(f"{name} = warmth.{name} + excluded.{name}" for name in SUMMED)
)
FACTS: Final = (
    "w.client_id, w.last_at, w.short, w.long, s.attempts, s.answered, s.unanswered, "
    "coalesce(s.refused_at, 0), coalesce(s.worth_at, 0), "
    "case when s.callback_at is null then 0 else 1 end, s.placed, s.fee, s.fit, "
    + ", ".join(f"w.{name}" for name in (*COUNTERS, *PACED))
)
# the cross join and the "not" keep SQLite's planner on the index of prospects
CANDIDATES: Final = f"""
select {FACTS} from standing s cross join warmth w
where w.client_id = s.client_id and s.prospect is not null and not (s.blocked <> '')
and s.ready_at <= :now and s.callback_at is null
and (:person = 0 or s.owner_id is null or s.owner_id = :person)
order by s.prospect desc, s.client_id limit :limit
"""  # noqa: S608
SOME: Final = f"""
select {FACTS.replace("w.client_id", "s.client_id", 1)}
from standing s left join warmth w on w.client_id = s.client_id where s.client_id in (:ids)
"""  # noqa: S608
PEOPLE: Final = """
select client_id, count(distinct person) from signal
where client_id in (:ids) and at >= :since and at <= :now and kind not in (:quiet)
group by client_id
"""
SIGNALS: Final = "select client_id, kind, at, share from signal where client_id in (:ids)"
BEFORE_ARRAYS: Final = 13
CHUNK: Final = 500


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the counters need of one signal."""

    client_id: int
    kind: Kind
    at: int
    share: float


def add(db: Writer, arrivals: Iterable[Arrival], settings: Settings, sign: int = 1) -> None:
    """Add signals to the counters (or take them off, with sign -1), summed per client first."""
    _warmed(db, _add(db, arrivals, settings, sign), settings)


def _add(db: Writer, arrivals: Iterable[Arrival], settings: Settings, sign: int = 1) -> list[int]:
    """Add signals to the counters; return whose they are."""
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0] * (len(SUMMED) + len(LATEST)))
    for arrival in arrivals:
        _add_terms(sums[arrival.client_id], arrival, settings, sign)
    rows = [
        (
            client_id,
            *(int(at) if sign > 0 else 0 for at in totals[-2:]),
            *totals[:3],
            int(totals[3]),
            *totals[4:-2],
        )
        for client_id, totals in sorted(sums.items())
    ]
    db.add_many("warmth", COLUMNS, rows, ADD)
    return sorted(sums)


def _warmed(db: Writer, client_ids: Sequence[int], settings: Settings) -> None:
    """Bring along what is kept of the counters elsewhere."""
    client_lines.warmed(db, client_ids)
    prospects.refresh(db, client_ids, settings)


def _add_terms(totals: list[float], arrival: Arrival, settings: Settings, sign: int) -> None:
    share, landmark, kind = arrival.share * sign, settings.landmark, arrival.kind
    weight = heat_weight(kind, settings.worth)
    if weight:
        totals[0] += weight * term(share, arrival.at, landmark, HEAT_HALF_LIFE)
    if kind not in NO_INTEREST:
        totals[1] += term(share, arrival.at, landmark, SHORT_HALF_LIFE)
        totals[2] += term(share, arrival.at, landmark, LONG_HALF_LIFE)
        totals[-2] = max(totals[-2], arrival.at)
    if kind in INTEREST:
        totals[-1] = max(totals[-1], arrival.at)
    totals[3] += sign
    half_life = settings.worth[kind].half_life_days
    totals[4 + KINDS.index(kind)] += term(share, arrival.at, landmark, half_life)
    for place, half_life in PACES_OF[kind]:
        totals[FIRST_PACE + place] += term(share, arrival.at, landmark, half_life)


def recount(db: Writer, client_ids: Sequence[int], settings: Settings) -> None:
    """Work the counters of some clients out again from their signals."""
    db.execute("delete from warmth where client_id in (:ids)", ids=list(client_ids))
    rows = db.stream(SIGNALS, ids=list(client_ids))
    _add(db, [Arrival(c, Kind(k), at, share) for c, k, at, share in rows], settings)
    _warmed(db, client_ids, settings)


def rebase(db: Writer, landmark: int, agency: Settings) -> Settings:
    """Measure the counters from another landmark, before they leave the range of a float.

    A float holds 2**1023, which a half-life of four days reaches in eleven years. Forward it is
    one statement; backward the past may have faded to nothing, so everything is counted again.

    Returns:
        The settings with the new landmark, which the caller saves.
    """
    moved = replace(agency, landmark=landmark)
    if landmark < agency.landmark:
        recount_all(db, moved)
        return moved
    days = (landmark - agency.landmark) / DAY
    lives = [HEAT_HALF_LIFE, SHORT_HALF_LIFE, LONG_HALF_LIFE]
    lives += [agency.worth[kind].half_life_days for kind in KINDS]
    lives += [pace.half_life_days for pace in PACES]
    names = ("heat", "short", "long", *COUNTERS, *PACED)
    sets = ", ".join(f"{name} = {name} * :f{i}" for i, name in enumerate(names))
    factors = {f"f{i}": 2.0 ** (-days / life) for i, life in enumerate(lives)}
    db.execute(f"update warmth set {sets}", **factors)  # noqa: S608
    client_lines.warmed(db)
    return moved


def recount_all(db: Writer, agency: Settings) -> None:
    """Work out every counter again, after weights, half-lives or the landmark changed."""
    db.execute("delete from warmth")
    for ids in _chunks(db):
        recount(db, ids, agency)


def _chunks(db: Reader) -> Iterator[list[int]]:
    ids = [int(row[0]) for row in db.tuples("select id from client order by id")]
    yield from (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def candidates(db: Reader, now: int, person_id: int | None, limit: int) -> Clients:
    """Return the clients who may be rung now, best prospects first; `people` is left at 1."""
    return _clients(db.tuples(CANDIDATES, now=now, person=person_id or 0, limit=limit))


def some(db: Reader, ids: Sequence[int]) -> Clients:
    """Return some clients, whether or not they may be rung, in order of id."""
    return _clients(sorted(db.tuples(SOME, ids=list(ids))))


def people_this_week(db: Reader, ids: Sequence[int], now: int) -> Mapping[int, int]:
    """Return how many different people showed interest in the last 7 days, by client."""
    quiet = [kind.value for kind in SHOWS_NONE]
    return dict(db.tuples(PEOPLE, ids=list(ids), since=now - 7 * DAY, now=now, quiet=quiet))


def _clients(rows: list[tuple[float, ...]]) -> Clients:
    table: Floats = np.array(rows, dtype=np.float64).reshape(
        len(rows), BEFORE_ARRAYS + len(KINDS) + len(PACES)
    )
    table[np.isnan(table)] = 0.0  # who has no signals has no counters either
    return Clients(
        ids=table[:, 0].astype(np.int64),
        stored=table[:, BEFORE_ARRAYS : BEFORE_ARRAYS + len(KINDS)],
        paces=table[:, BEFORE_ARRAYS + len(KINDS) :],
        last_at=table[:, 1],
        short=table[:, 2],
        long=table[:, 3],
        attempts=table[:, 4],
        answered=table[:, 5],
        unanswered=table[:, 6],
        refused_at=table[:, 7],
        worth_at=table[:, 8],
        promised=table[:, 9],
        placed=table[:, 10],
        fee=table[:, 11],
        people=np.ones(len(rows)),
        fit=table[:, 12],
        campaign=np.zeros(len(rows)),
    )
