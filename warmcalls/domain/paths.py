"""Paths to fees: which campaigns reached a client before its placement, and in what order.

They are kept flat, since a year of a large agency has some hundred thousand steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

WINDOW_DAYS: Final = 365
BACK_AGAIN: Final = 3


@dataclass(frozen=True, slots=True)
class Touches:
    """Campaigns' signals at clients, each array of the same length and in any order.

    Attributes:
        day: local business day of each as `date.toordinal` counts.
        at: UTC microseconds.
    """

    client: Ints
    campaign: Ints
    day: Ints
    at: Ints


@dataclass(frozen=True, slots=True)
class Paths:
    """Paths of some ends (fees), one after the other.

    Attributes:
        end: to which end each step belongs: its place in what was asked for, ascending.
        campaign: campaign id of each step.
        at: UTC microseconds of each step; of the last day where it lasted several.
        until: by end: the moment up to which its path goes, UTC microseconds.
    """

    end: Ints
    campaign: Ints
    at: Ints
    until: Ints

    def steps(self) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Return campaign ids and moments of every end's path; empty ones too."""
        bounds = np.searchsorted(self.end, np.arange(len(self.until) + 1)).tolist()
        campaign, at = self.campaign.tolist(), self.at.tolist()
        return [(tuple(campaign[a:b]), tuple(at[a:b])) for a, b in pairwise(bounds)]


def paths(
    touches: Touches, clients: Ints, days: Ints, until: Ints, window: int | None = WINDOW_DAYS
) -> Paths:
    """Return the path of each client to a day.

    A path has the campaigns' signals strictly before the day, at most 365 days before it. Each
    day a campaign counts once, at its first signal; consecutive repeats are one step, which then
    counts at its last day.

    Args:
        touches: at least all of these clients in these windows.
        clients: client id of each end; shape (ends,).
        days: day of each placement, as `date.toordinal` counts; shape (ends,).
        until: UTC microseconds at which each of these days begins; shape (ends,).
        window: days before it that count; None for all.
    """
    known = _once_a_day(touches)
    index = _spread(known.client, known.day)
    earliest = np.zeros_like(days) if window is None else days - window
    begin = np.searchsorted(index, _spread(clients, earliest))
    length = np.maximum(np.searchsorted(index, _spread(clients, days)) - begin, 0)
    end = np.repeat(np.arange(len(clients)), length)
    before = np.cumsum(length) - length
    place = np.arange(len(end)) + np.repeat(begin - before, length)
    campaign, at = known.campaign[place], known.at[place]
    last = np.roll(_changes(end, campaign), -1)  # the step after it is another
    return Paths(end[last], campaign[last], at[last], until)


def _spread(client: Ints, day: Ints) -> Ints:
    """Return one number that orders by client, then by day."""
    return np.asarray(client * np.int64(10_000_000) + day)


def _once_a_day(touches: Touches) -> Touches:
    """Return the first signal of each campaign at each client on each day, in order of time."""
    known = _in_order(touches)
    day = _spread(known.client, known.day)
    known = _some(known, _changes(day, known.campaign))
    day = _spread(known.client, known.day)
    # a campaign that comes back on a day has another between: three or more are left of that day
    group = np.cumsum(_changes(day)) - 1
    many = np.flatnonzero(np.bincount(group)[group] >= BACK_AGAIN)
    order = many[np.lexsort((known.campaign[many], day[many]))]  # stable: the first stays first
    kept = np.ones(len(day), dtype=np.bool_)
    kept[order] = _changes(day[order], known.campaign[order])
    return _some(known, kept)


def _in_order(touches: Touches) -> Touches:
    """Return signals by client and time; a database mostly gives them so already."""
    columns = (touches.client, touches.at, touches.campaign)
    later = np.ones(max(len(touches.at) - 1, 0), dtype=np.bool_)
    for column in reversed(columns):
        later = (column[1:] > column[:-1]) | ((column[1:] == column[:-1]) & later)
    if later.all():
        return touches
    return _some(touches, np.lexsort(columns[::-1]))


def _some(touches: Touches, kept: Bools | Ints) -> Touches:
    return Touches(
        touches.client[kept], touches.campaign[kept], touches.day[kept], touches.at[kept]
    )


def _changes(*columns: Ints) -> Bools:
    """Tell which rows differ from the one before in any column; the first one does."""
    differs = np.ones(len(columns[0]), dtype=np.bool_)
    if len(differs):
        differs[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return differs


def ordinals(days: Sequence[str]) -> Ints:
    """Return ISO days as `date.toordinal` counts them."""
    known = {day: date.fromisoformat(day).toordinal() for day in set(days)}
    return np.array([known[day] for day in days], dtype=np.int64)
