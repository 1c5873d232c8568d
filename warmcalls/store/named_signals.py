"""Named signals: what a sentence could name of clients, and what the counters hold of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from warmcalls.domain.kinds import KINDS, SHOWS_NONE, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.warmth import NO_INTEREST
from warmcalls.domain.without import LIVES, Named, Removal
from warmcalls.store.engine import Reader

WEEK: Final = 7 * DAY


def _by_kind(prefix: str) -> str:
    cases = " ".join(f"when '{kind.value}' then :{prefix}_{kind.value}" for kind in KINDS)
    return f"case kind {cases} end"


def _left(days: str) -> str:
    return f"sum(share * power(2.0, (at - :now) / :day / {days}))"


OWN: Final = _left("days")
ALL: Final = ", ".join(_left(f":life_{i}") for i in range(len(LIVES)))
# one pass over the index of each client, which holds all that is read here
NAMED: Final = f"""
select client_id, kind, max(at), {OWN}, {ALL}
from (
  select client_id, kind, at, share, {_by_kind("days")} as days, {_by_kind("since")} as since
  from signal where client_id in (:ids) and kind in (:kinds) and at >= :earliest and at <= :now
) s where at >= since group by client_id, kind
"""  # noqa: S608
WHO_CAME: Final = """
select distinct client_id, kind, person from signal
where client_id in (:ids) and at >= :since and at <= :now and kind not in (:quiet)
"""
# a signal may still name a campaign that is gone
CAMPAIGNS: Final = """
select s.client_id, s.campaign_id, s.kind, s.at from signal s
join campaign c on c.id = s.campaign_id
where s.client_id in (:ids) and s.at > :since and s.at <= :now order by s.at, s.campaign_id desc
"""
LATEST_BESIDES: Final = """
select at from signal where client_id = :id and kind not in (:quiet)
and not (kind = :kind and at >= :since and at <= :now)
and not (kind = :other_kind and at >= :other_since and at <= :now)
order by at desc limit 1
"""


def named(
    db: Reader,
    ids: Sequence[int],
    since: Mapping[Kind, int],
    now: int,
    worth: Mapping[Kind, Worth],
) -> list[Named]:
    """Return what there is of some kinds at some clients, each kind since a moment of its own."""
    rows = db.tuples(
        NAMED,
        ids=list(ids),
        kinds=[kind.value for kind in since],
        earliest=min(since.values()),
        now=now,
        day=float(DAY),
        **{f"life_{i}": days for i, days in enumerate(LIVES)},
        **{f"days_{kind.value}": float(worth[kind].half_life_days) for kind in KINDS},
        **{f"since_{kind.value}": since.get(kind, now) for kind in KINDS},
    )
    return [
        Named(client_id, Kind(kind), since[Kind(kind)], last, own, tuple(left))
        for client_id, kind, last, own, *left in rows
    ]


def who_came(db: Reader, ids: Sequence[int], now: int) -> dict[int, dict[Kind, set[int]]]:
    """Return the people who showed interest in the last 7 days, by client and kind."""
    quiet = [kind.value for kind in SHOWS_NONE]
    found: dict[int, dict[Kind, set[int]]] = defaultdict(lambda: defaultdict(set))
    for client_id, kind, person in db.tuples(
        WHO_CAME, ids=list(ids), since=now - WEEK, now=now, quiet=quiet
    ):
        found[client_id][Kind(kind)].add(person)
    return found


def latest_besides(db: Reader, removal: Removal, now: int) -> int:
    """Return the latest sign of interest of a client besides one or two kinds; 0 for none."""
    one, other = removal[0], removal[-1]
    found = db.tuples(
        LATEST_BESIDES,
        id=one.client_id,
        quiet=[kind.value for kind in NO_INTEREST],
        now=now,
        kind=one.kind.value,
        since=one.since,
        other_kind=other.kind.value,
        other_since=other.since,
    )
    return int(found[0][0]) if found else 0


def campaigns_told(
    db: Reader, ids: Sequence[int], since: int, now: int
) -> dict[int, list[tuple[int, Kind, int]]]:
    """Return campaign, kind and moment of signals between two moments, by client, oldest first."""
    found: dict[int, list[tuple[int, Kind, int]]] = defaultdict(list)
    for client_id, campaign, kind, at in db.tuples(CAMPAIGNS, ids=list(ids), since=since, now=now):
        found[client_id].append((campaign, Kind(kind), at))
    return found
