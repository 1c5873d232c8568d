"""Touches: what each campaign did at each client, kept as signals come, one row for both.

A touch says when a campaign first and last reached a client, how often, and when the client
became its lead. Figures of campaigns are counted from touches, never from the signals.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.campaigns import LEAD_KINDS
from warmcalls.domain.kinds import Kind
from warmcalls.store.engine import Reader, Writer

CHUNK: Final = 500
COLUMNS: Final = ("client_id", "campaign_id", "first_at", "last_at", "n", "lead_at")
ADD: Final = """
on conflict (client_id, campaign_id) do update set
first_at = case when excluded.first_at < touch.first_at
  then excluded.first_at else touch.first_at end,
last_at = case when excluded.last_at > touch.last_at
  then excluded.last_at else touch.last_at end,
n = touch.n + excluded.n,
lead_at = case when touch.lead_at is null or excluded.lead_at < touch.lead_at
  then excluded.lead_at else touch.lead_at end
"""
FORGET: Final = "delete from touch where client_id in (:ids)"
# a signal may still name a campaign that is gone
COUNT: Final = """
insert into touch (client_id, campaign_id, first_at, last_at, n, lead_at)
select s.client_id, s.campaign_id, min(s.at), max(s.at), count(*),
min(case when s.kind in (:leads) then s.at end)
from signal s join campaign c on c.id = s.campaign_id
where s.client_id in (:ids) and s.campaign_id is not null
group by s.client_id, s.campaign_id
"""
REACHED: Final = "select client_id from touch where campaign_id in (:campaigns)"
# of two that came at the same moment, the older campaign
LAST: Final = """
select client_id, campaign_id from touch
where client_id in (:ids) and last_at > :since and last_at <= :now
order by last_at, campaign_id desc
"""
SEEN: Final = "select 1 from signal where campaign_id = :id limit 1"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a touch needs of one signal; nothing without a campaign."""

    client_id: int
    campaign_id: int | None
    kind: Kind
    at: int


@dataclass(slots=True)
class _Sum:
    first_at: int
    last_at: int
    n: int = 0
    lead_at: int | None = None


def add(db: Writer, arrivals: Iterable[Arrival]) -> None:
    """Add new signals to the touches, summed per client and campaign first."""
    sums: dict[tuple[int, int], _Sum] = {}
    for arrival in arrivals:
        if arrival.campaign_id is not None:
            key = (arrival.client_id, arrival.campaign_id)
            _add_one(sums.setdefault(key, _Sum(arrival.at, arrival.at)), arrival)
    rows = [(*key, s.first_at, s.last_at, s.n, s.lead_at) for key, s in sorted(sums.items())]
    if rows:
        db.add_many("touch", COLUMNS, rows, ADD)


def _add_one(summed: _Sum, arrival: Arrival) -> None:
    summed.first_at = min(summed.first_at, arrival.at)
    summed.last_at = max(summed.last_at, arrival.at)
    summed.n += 1
    if arrival.kind in LEAD_KINDS and (summed.lead_at is None or arrival.at < summed.lead_at):
        summed.lead_at = arrival.at


def recount(db: Writer, client_ids: Sequence[int]) -> None:
    """Work the touches of some clients out again from their signals."""
    forget(db, client_ids)
    leads = sorted(kind.value for kind in LEAD_KINDS)
    for ids in _chunks(client_ids):
        db.execute(COUNT, ids=ids, leads=leads)


def recount_campaigns(db: Writer, campaign_ids: Sequence[int], also: Sequence[int] = ()) -> None:
    """Work out again the touches of every client that some campaigns reached, and of others.

    For what changes the campaign of signals: read the clients before it (`also`) where it takes
    their touches away.
    """
    found = {int(row[0]) for row in db.tuples(REACHED, campaigns=list(campaign_ids))}
    recount(db, sorted(found | set(also)))


def forget(db: Writer, client_ids: Sequence[int]) -> None:
    """Remove the touches of some clients: of those that go away, or before counting again."""
    for ids in _chunks(client_ids):
        db.execute(FORGET, ids=ids)


def last_campaigns(db: Reader, ids: Sequence[int], since: int, now: int) -> dict[int, int]:
    """Return the campaign that reached each client last, between two moments; UTC microseconds."""
    return dict(db.tuples(LAST, ids=list(ids), since=since, now=now))  # the last one stays


def seen(db: Writer, campaign_id: int) -> bool:
    """Tell whether any signal names a campaign, also one that no client has yet."""
    return bool(db.tuples(SEEN, id=campaign_id))


def _chunks(ids: Sequence[int]) -> Iterable[list[int]]:
    return (list(ids[start : start + CHUNK]) for start in range(0, len(ids), CHUNK))
