"""The campaigns' signals at some clients, from which paths to fees are made."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np

from warmcalls.domain.moments import local, moment
from warmcalls.domain.paths import WINDOW_DAYS, Ints, Paths, Touches, ordinals, paths
from warmcalls.store.engine import Reader
from warmcalls.store.numbers import numbers, one_text

# one text a client
OF_FEES: Final = f"""
select client_id, count(*), {one_text("at", "campaign_id")} from signal
where client_id in (select client_id from fee) and campaign_id is not null
and at >= :since and at < :until group by client_id
"""  # noqa: S608
OF_LEADS: Final = f"""
select client_id, count(*), {one_text("at", "campaign_id")} from signal
where client_id in (select client_id from touch where lead_at is not null)
and campaign_id is not null group by client_id
"""  # noqa: S608
CAMPAIGNS: Final = "select id from campaign"


def of_fees(db: Reader, ends: Sequence[tuple[int, str]], zone: ZoneInfo) -> Paths:
    """Return the path of each fee's client to the day of its placement.

    Args:
        db: a reader.
        ends: client id and ISO day of each.
        zone: whose days count.
    """
    if not ends:
        none = np.zeros(0, dtype=np.int64)
        return paths(Touches(none, none, none, none), none, none, none)
    days = ordinals([day for _, day in ends])
    clients = np.array([client for client, _ in ends], dtype=np.int64)
    since = _midnight(int(days.min()) - WINDOW_DAYS, zone)
    begins = {day: _midnight(day, zone) for day in set(days.tolist())}
    until = np.array([begins[day] for day in days.tolist()], dtype=np.int64)
    rows = db.tuples(OF_FEES, since=since, until=int(until.max()))
    return paths(_touches(db, rows, zone), clients, days, until)


def of_leads(db: Reader, zone: ZoneInfo) -> dict[int, tuple[int, ...]]:
    """Return the campaigns that reached each client that ever became a lead, in order.

    It reads every signal of these clients with a campaign: seconds where there are millions.

    Args:
        db: a reader.
        zone: whose days count.
    """
    touches = _touches(db, db.tuples(OF_LEADS), zone)
    clients = np.unique(touches.client)
    after = np.full(len(clients), date.max.toordinal(), dtype=np.int64)
    found = paths(touches, clients, after, after, window=None)
    steps = (campaigns for campaigns, _ in found.steps())
    return dict(zip(clients.tolist(), steps, strict=True))


def _touches(db: Reader, rows: Sequence[tuple[int, int, str]], zone: ZoneInfo) -> Touches:
    """Return the signals of each client, without those that name a campaign which is gone."""
    counts = np.array([row[1] for row in rows], dtype=np.int64)
    client = np.repeat(np.array([row[0] for row in rows], dtype=np.int64), counts)
    table = numbers(" ".join(row[2] for row in rows), 2)
    there = np.array([row[0] for row in db.tuples(CAMPAIGNS)], dtype=np.int64)
    kept = np.isin(table[:, 1], there)
    at = table[kept, 0]
    return Touches(client[kept], table[kept, 1], _days(at, zone), at)


def _days(at: Ints, zone: ZoneInfo) -> Ints:
    """Return the local business day of each moment, as `date.toordinal` counts."""
    if not len(at):
        return at
    first = local(int(at.min()), zone).date().toordinal()
    last = local(int(at.max()), zone).date().toordinal()
    begins = np.array([_midnight(day, zone) for day in range(first, last + 2)], dtype=np.int64)
    return np.asarray(first + np.searchsorted(begins, at, side="right") - 1)


def _midnight(ordinal: int, zone: ZoneInfo) -> int:
    return moment(datetime.combine(date.fromordinal(ordinal), time(), zone))
