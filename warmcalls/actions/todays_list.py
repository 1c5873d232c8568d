"""Today's list: promises, samples, then warm calls by expected value, a few drawn at random."""

import math
from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.actions.chance_of_tests import with_test_chance
from warmcalls.actions.desk import Desk, desk
from warmcalls.actions.propose import Pick, describe, with_people
from warmcalls.actions.reached_last import with_campaigns
from warmcalls.domain.calls import CallKind, Day, DoneCall
from warmcalls.domain.clients import Person
from warmcalls.domain.features import Clients
from warmcalls.domain.incoming import digest
from warmcalls.domain.kinds import INTEREST, KINDS
from warmcalls.domain.moments import DAY, start_of_day
from warmcalls.domain.sampling import most_samples
from warmcalls.domain.scores import Scores, order, score
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import weights
from warmcalls.store import calls, campaigns, outcomes, samples, standing, warmth
from warmcalls.store.engine import Reader

# of 100,000 clients, 300 hold the value of the 20 best while the weights are as set; where they
# are learnt to be quite others, it takes more
CANDIDATES: Final = 2400
LOOKS: Final = (300, CANDIDATES)
DEEP: Final = 0.1
SHORTLIST: Final = 3
WARM_ENOUGH: Final = 0.05  # log-odds
STILL_SEEN: Final = 0.02  # of a sign of interest: a form after five months
SHOWS_INTEREST: Final = [KINDS.index(kind) for kind in KINDS if kind in INTEREST]
DEFAULT_CAPACITY: Final = 20
DRAWS: Final = 64
MOST_DRAWS: Final = 4096
THANKS_WINDOW: Final = 60 * DAY


def todays_list(
    db: Reader, *, now: int, person: Person | None = None, limit: int | None = None
) -> Day:
    """Return the day of one recruiter, or of the whole agency where none is named.

    The same signals, settings, clock and outcomes give the same list.

    Args:
        db: a reader.
        now: UTC microseconds.
        person: the recruiter.
        limit: the most calls to return.
    """
    asked = desk(db, now, person)
    done = tuple(outcomes.of_day(db, asked.day, asked.person_id))
    capacity = person.capacity if person else max(limit or 0, DEFAULT_CAPACITY)
    picks = pick_calls(asked, max(capacity - len(done), 0), capacity)
    picks = with_test_chance(asked, picks, capacity)[:limit]
    calls_left = tuple(describe(asked, picks))
    return Day(capacity, done, calls_left, () if calls_left else thanks(asked, done))


def thanks(asked: Desk, done: Sequence[DoneCall]) -> tuple[str, ...]:
    """Return the campaigns that warmed the clients whose calls were worth the time today."""
    good = [call.client_id for call in done if call.worth]
    return campaigns.that_warmed(asked.db, good, asked.now - THANKS_WINDOW, asked.now)


def pick_calls(asked: Desk, room: int, capacity: int, hottest: Clients | None = None) -> list[Pick]:
    """Return who is on the list, in order: promises, samples, then the ranking with its tests.

    Args:
        asked: the desk.
        room: how many calls there is still room for today.
        capacity: how many calls a whole day holds.
        hottest: whom the ranking chooses from, where it is not who is hottest as it is kept.
    """
    tomorrow = start_of_day(asked.now, asked.agency.zone, -1)
    promised = standing.callbacks_due(asked.db, tomorrow, asked.person_id)
    picks = [Pick(i, CallKind.CALLBACK, at) for i, at in promised.items()]
    picks += pick_samples(asked, max(room - len(picks), 0), capacity)
    room_left = max(room - len(picks), 0)
    slots = min(test_slots(asked, capacity), room_left)
    # what is done is no longer ready, so the draw leaves out the same clients all day
    taken = {pick.client_id for pick in picks}
    ranked = [i for i in rank(asked, room, hottest) if i not in taken][: room_left - slots]
    warm = [Pick(i, CallKind.WARM) for i in ranked]
    for test in draw_tests(asked, slots, {*taken, *ranked}):
        # the same seat all day: the list does not shuffle while it is worked
        seat = digest(f"{_seed(asked)} seat") % capacity
        warm.insert(min(max(seat - (capacity - room), 0), len(warm)), test)
    return picks + warm


def pick_samples(asked: Desk, room: int, capacity: int) -> list[Pick]:
    """Return the leads that campaigns need rung to know enough: at most a third of the day."""
    wanted = samples.running(asked.db, asked.now, asked.person_id)
    if not wanted:
        return []
    left = most_samples(capacity) - samples.called_on(asked.db, asked.day, asked.person_id)
    picks = [Pick(i, CallKind.SAMPLE, sample_of=name) for i, name in wanted.items()]
    return picks[: max(min(left, room), 0)]


def rank(asked: Desk, room: int, hottest: Clients | None = None) -> list[int]:
    """Return the warm clients who may be rung now, best first.

    Those with the best prospects are scored exactly; for the best of them the people who showed
    interest this week are counted and the campaign that came last is looked up, and the order is
    settled with that.
    """
    best = shortlist(asked, room, hottest)
    known, _ = with_campaigns(asked, with_people(asked.db, best, asked.now))
    scores = score(known, asked.now, asked.agency, asked.learned)
    warm = is_warm(scores, asked.agency)
    return [int(known.ids[i]) for i in order(scores.value, known.ids) if warm[i]]


def shortlist(asked: Desk, room: int, among: Clients | None = None) -> Clients:
    """Return the best of the candidates, three times as many as there is room for.

    Where more than a tenth of the list comes from the lower half of them, others like those are
    further down, and more are looked at.
    """
    wanted = max(room, 1)
    for looked_at in LOOKS:
        known = among or warmth.candidates(asked.db, asked.now, asked.person_id, looked_at)
        best = order(score(known, asked.now, asked.agency, asked.learned).value, known.ids)
        is_all = among is not None or len(best) < looked_at
        if is_all or (best[:wanted] >= looked_at / 2).mean() <= DEEP:
            break
    return known.take(best[: SHORTLIST * wanted])


def is_warm(scores: Scores, agency: Settings) -> NDArray[np.bool_]:
    """Tell who is warm: its signals speak for a call, and signs of interest are among them.

    By the settings' own weights: what was learnt puts the warm ones in order, but outcomes that
    tell nothing must not empty the list, and nobody is warm by adverts, opened mail or candidates.
    """
    seen = (scores.counts[:, SHOWS_INTEREST] > STILL_SEEN).any(axis=1)
    signals = scores.x[:, : len(KINDS)] @ weights(agency.worth)
    return np.asarray(seen & (signals >= WARM_ENOUGH))


def test_slots(asked: Desk, capacity: int) -> int:
    """Return how many test calls are still to be made today; a share of one is drawn by lot."""
    wanted = asked.agency.test_share * capacity
    slots = math.floor(wanted) + (_unit(f"{_seed(asked)} share") < wanted % 1.0)
    made = calls.tests_of_day(asked.db, asked.day, asked.person_id) if slots else []
    return max(slots - len(made), 0)


def draw_tests(asked: Desk, slots: int, taken: Collection[int]) -> list[Pick]:
    """Return today's test calls: clients drawn evenly among those the ranking leaves out."""
    drawn = _draw(asked, _seed(asked), taken, slots) if slots else []
    return [Pick(i, CallKind.TEST) for i in drawn]


def _seed(asked: Desk) -> str:
    return f"{asked.agency.seed} {asked.day} {asked.person_id}"


def _draw(asked: Desk, seed: str, taken: Collection[int], count: int) -> list[int]:
    """Draw ids evenly by rejection: numbers in a fixed order, those kept who may be rung."""
    highest = standing.highest_id(asked.db)
    if not highest:
        return []
    drawn: list[int] = []
    # whose rest ends during the day is not drawn before tomorrow: the pool is the same all day
    begun = start_of_day(asked.now, asked.agency.zone)
    for start in range(0, MOST_DRAWS, DRAWS):
        ids = [digest(f"{seed} {n}") % highest + 1 for n in range(start, start + DRAWS)]
        ready = standing.ready_among(asked.db, ids, begun, asked.person_id)
        drawn += [i for i in dict.fromkeys(ids) if i in ready and i not in {*taken, *drawn}]
        if len(drawn) >= count:
            break
    return drawn[:count]


def _unit(text: str) -> float:
    """Return an even draw from 0 to 1 that the text decides."""
    return (digest(text) % 2**52) / 2**52
