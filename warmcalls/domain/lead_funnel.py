"""The funnel that the early warning reads: each lead an observation once its result is known.

A lead that is still being called is neither a hit nor a miss yet. So each step has a moment at
which a lead's result stands, and it never changes afterwards: who answers the fourth call was
given up at the third.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from warmcalls.domain.leads import (
    AGREED,
    CALLED,
    DISQUALIFIED,
    NEEDS_NOTHING,
    REJECTED,
    RIGHT_SORT,
    SPOKE,
    WRONG_SORT,
    Bools,
    Ints,
    LookedAt,
)
from warmcalls.domain.moments import DAY

TRIES: Final = 3
"""Unanswered calls after which a lead counts as given up."""
SILENCE: Final = 21 * DAY
"""After an unanswered call that nobody followed up, likewise."""
TO_AGREE: Final = 30 * DAY
"""From the first conversation on; a meeting that comes later is none for the early warning."""
NEVER: Final = np.iinfo(np.int64).max // 2


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Outcomes of many clients, arrays of one length, ordered by client and then by moment.

    Attributes:
        client: client id.
        at: UTC microseconds.
        flags: what each says, the bits of `leads`.
    """

    client: Ints
    at: Ints
    flags: Ints

    def any(self, bits: int) -> Bools:
        """Tell which outcomes have any of some bits."""
        return np.asarray((self.flags & bits) != 0)

    def next(self, chosen: Bools, client: Ints, start: Ints, skip: int = 0) -> tuple[Ints, Ints]:
        """Return the first chosen outcome of each client from a place on, or a later one.

        Args:
            chosen: which outcomes count; shape (outcomes,).
            client: whose; shape (n,).
            start: the first place that counts, of the outcomes; shape (n,).
            skip: how many of the chosen to leave out.

        Returns:
            Places and moments; past the last place and `NEVER` where there is none.
        """
        places = np.append(np.flatnonzero(chosen), [len(chosen)] * (skip + 1))
        before = np.concatenate(([0], np.cumsum(chosen)))
        found = places[before[start] + skip]
        owner, at = np.append(self.client, -1), np.append(self.at, NEVER)
        own = owner[found] == client
        return np.where(own, found, len(chosen)), np.where(own, at[found], NEVER)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the funnel: the leads whose result is known, in the order of that.

    Attributes:
        campaign: campaign id.
        at: when the result became known, UTC microseconds.
        ripe: from when on it tells what is normal, UTC microseconds: when a hit and a miss would
            both be known.
        hits: whether the lead went on.
    """

    campaign: Ints
    at: Ints
    ripe: Ints
    hits: Bools


def funnel(leads: LookedAt, outcomes: Outcomes, now: int) -> tuple[Stage, Stage, Stage]:
    """Return the steps answered, right sort of person, meeting; a lead is one trial of each.

    Answered is a hit at the first conversation, and a miss once the lead is given up: at the third
    unanswered call, 21 days after an unanswered one that nobody followed up, or at a verdict
    against it after a call. The right sort is told by the first outcome that tells: worth the
    time, a meeting or a brief, or a reason in a conversation that is about need, budget or the
    like, against one that is about who they are, which a rejection may give, too. A meeting or
    job brief is asked of the right sort: a miss at a verdict against it since the first
    conversation, or 30 days after that.

    Args:
        leads: those that somebody looked at.
        outcomes: of their clients, all since the first of them became a lead.
        now: UTC microseconds; what comes later is not known.
    """
    start = _places(outcomes, leads)
    sort_at, right = _right_sort(leads, outcomes, start)
    return (
        _answered(leads, outcomes, start, now),
        _stage(leads, sort_at, sort_at, right, now),
        _meeting(leads, outcomes, start, np.where(right, sort_at, NEVER), now),
    )


def _places(outcomes: Outcomes, leads: LookedAt) -> Ints:
    """Return the place of each lead's first outcome."""
    place, at = np.searchsorted(outcomes.client, leads.client), np.append(outcomes.at, NEVER)
    left = np.arange(len(place))
    while len(left := left[at[place[left]] < leads.lead_at[left]]):
        place[left] += 1
    return place


def _answered(leads: LookedAt, outcomes: Outcomes, start: Ints, now: int) -> Stage:
    client, calls = leads.client, outcomes.any(CALLED)
    tries = calls & ~outcomes.any(SPOKE)
    first, begun = outcomes.next(calls, client, start)
    _, spoke = outcomes.next(outcomes.any(SPOKE), client, start)
    _, third = outcomes.next(tries, client, start, TRIES - 1)
    here = np.arange(len(calls))
    _, followed = outcomes.next(calls, outcomes.client, here + 1)
    _, silent = outcomes.next(tries & (followed > outcomes.at + SILENCE), client, start)
    against = outcomes.any(DISQUALIFIED | REJECTED) & ~outcomes.any(SPOKE)
    _, refused = outcomes.next(against, client, first)
    given_up = np.minimum(np.minimum(third, silent + SILENCE), refused)
    return _stage(leads, np.minimum(spoke, given_up), begun + SILENCE, spoke <= given_up, now)


def _right_sort(leads: LookedAt, outcomes: Outcomes, start: Ints) -> tuple[Ints, Bools]:
    """Return when it was told whether each lead is the right sort of person, and what."""
    need = outcomes.any(NEEDS_NOTHING) & outcomes.any(SPOKE)
    wrong = outcomes.any(WRONG_SORT)
    right = outcomes.any(RIGHT_SORT) | (need & ~wrong)
    place, at = outcomes.next(right | wrong, leads.client, start)
    return at, np.append(right, False)[place]


def _meeting(leads: LookedAt, outcomes: Outcomes, start: Ints, right: Ints, now: int) -> Stage:
    talk, spoke = outcomes.next(outcomes.any(SPOKE), leads.client, start)
    begun = np.minimum(spoke, right)
    _, agreed = outcomes.next(outcomes.any(AGREED), leads.client, start)
    _, against = outcomes.next(outcomes.any(DISQUALIFIED | REJECTED), leads.client, talk)
    over = np.maximum(np.minimum(against, begun + TO_AGREE), right)
    at = np.minimum(np.maximum(agreed, right), over)
    return _stage(leads, at, begun + TO_AGREE, agreed <= over, now)


def _stage(leads: LookedAt, at: Ints, ripe: Ints, hits: Bools, now: int) -> Stage:
    known = np.flatnonzero(at <= now)
    order = known[np.argsort(at[known], kind="stable")]
    return Stage(leads.campaign[order], at[order], np.maximum(at, ripe)[order], hits[order])
