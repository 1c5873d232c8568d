"""The early warning over many leads: who is flagged, and that it is no more than the e-values."""

import itertools

import numpy as np
import pytest

from warmcalls.domain.campaigns import Alert, LeadState
from warmcalls.domain.early_warning import LEAST_OTHERS, _judged, evidence_against
from warmcalls.domain.evidence import flagged, references
from warmcalls.domain.lead_funnel import Outcomes, funnel
from warmcalls.domain.leads import (
    BRIEF,
    CALLED,
    DISQUALIFIED,
    MEETING,
    NEEDS_NOTHING,
    REJECTED,
    SPOKE,
    WORTH,
    WRONG_SORT,
    LookedAt,
    states,
)
from warmcalls.domain.moments import DAY

NO_ANSWER = CALLED
MET = CALLED | SPOKE | WORTH | MEETING
NO_NEED = CALLED | SPOKE | DISQUALIFIED | NEEDS_NOTHING
WRONG_PERSON = CALLED | SPOKE | DISQUALIFIED | WRONG_SORT
A_CANDIDATE = REJECTED | WRONG_SORT
SOUND = (MET, NO_ANSWER, NO_NEED, NO_ANSWER, WRONG_PERSON, MET, NO_NEED, NO_ANSWER)
JUNK = (WRONG_PERSON, A_CANDIDATE, NO_ANSWER, WRONG_PERSON)


Seen = tuple[LookedAt, Outcomes, int]


def told(rows: list[tuple[int, int, list[tuple[int, int]]]]) -> tuple[LookedAt, Outcomes]:
    """Make leads of rows: campaign, day it became one, and (day, bits) of each outcome."""
    seen, heard = [], []
    for client, (campaign, day, came) in enumerate(rows):
        bits = 0
        for at, flags in came:
            heard.append((client, at * DAY, flags))
            bits |= flags
        if came:
            seen.append((campaign, came[0][0] * DAY, bits, client, day * DAY))
    table = np.array(sorted(seen, key=lambda row: row[1]), dtype=np.int64).reshape(-1, 5)
    outcomes = np.array(sorted(heard, key=lambda row: row[:2]), dtype=np.int64).reshape(-1, 3)
    return LookedAt(*table.T), Outcomes(*outcomes.T)


def leads(later: int = 0, **campaigns: tuple[tuple[int, ...], int]) -> Seen:
    """Make leads, one a day of each campaign, named c1, c2 …: what they repeat and how many.

    Who does not answer is called three times, on one day.
    """
    rows = [
        (int(name[1:]), n, [(n, came[n % len(came)])] * (3 if came[n % len(came)] == CALLED else 1))
        for name, (came, count) in campaigns.items()
        for n in range(later, later + count)
    ]
    return *told(rows), 10_000 * DAY


def warned(seen: Seen) -> dict[int, Alert]:
    return flagged(evidence_against(*seen))


def test_a_junk_campaign_is_flagged_beside_sound_ones_and_they_are_not() -> None:
    found = warned(leads(c1=(SOUND, 60), c2=(SOUND, 60), c3=(JUNK, 30)))
    assert found == {1: Alert.NONE, 2: Alert.NONE, 3: Alert.STOP}


def test_no_campaign_is_flagged_where_all_are_alike() -> None:
    for came in (SOUND, JUNK):
        found = warned(leads(c1=(came, 80), c2=(came, 80), c3=(came, 80)))
        assert set(found.values()) == {Alert.NONE}


def test_with_too_few_others_nothing_is_known_of_what_is_normal() -> None:
    assert evidence_against(*leads(c1=(JUNK, 200))) == {1: pytest.approx(1.0)}
    few = leads(c1=(JUNK, 200), c2=((MET,), LEAST_OTHERS - 1))
    assert evidence_against(*few)[1] == pytest.approx(1.0)


def test_nothing_seen_gives_no_evidence() -> None:
    assert evidence_against(*leads()) == {}


def test_only_what_came_before_counts_as_normal() -> None:
    def against(first: int) -> float:
        rows = [(1, n, [(n, JUNK[n % len(JUNK)])]) for n in range(40)]
        rows += [(2, first, [(first + n, SOUND[n % len(SOUND)])]) for n in range(200)]
        return evidence_against(*told(rows), 10_000 * DAY)[1]

    assert against(1_000) < against(-1_000)


def test_states_take_the_strongest_and_add_up() -> None:
    some = leads(c1=((MET | REJECTED, WRONG_PERSON | REJECTED, CALLED | REJECTED, REJECTED), 4))[0]
    found = states(some, 9)
    assert found == dict.fromkeys(LeadState, 1) | {LeadState.UNWORKED: 5}


def test_each_step_is_asked_of_those_who_got_there() -> None:
    came = (MET, NO_ANSWER, NO_NEED, WRONG_PERSON, A_CANDIDATE, CALLED | SPOKE | WORTH | BRIEF)
    answered, right, met = funnel(*leads(c1=(came, len(came))))
    assert answered.hits.tolist() == [True, False, True, True, True]
    assert right.hits.tolist() == [True, True, False, False, True]
    assert met.hits.tolist() == [True, False, True]


TALK, LIKED = CALLED | SPOKE, CALLED | SPOKE | WORTH


@pytest.mark.parametrize(
    ("came", "steps"),
    [
        ([(0, NO_ANSWER)], [(21, False), None, None]),
        ([(0, NO_ANSWER), (3, NO_ANSWER), (6, NO_ANSWER)], [(6, False), None, None]),
        ([(0, NO_ANSWER)] * 3 + [(9, MET)], [(0, False), (9, True), (9, True)]),
        ([(0, NO_ANSWER), (5, NO_ANSWER), (9, TALK)], [(9, True), None, None]),
        ([(0, NO_ANSWER), (30, TALK)], [(21, False), None, None]),
        ([(0, NO_ANSWER), (2, A_CANDIDATE | DISQUALIFIED)], [(2, False), (2, False), None]),
        ([(0, A_CANDIDATE), (4, NO_ANSWER)], [(25, False), (0, False), None]),
        ([(0, LIKED)], [(0, True), (0, True), (30, False)]),
        ([(0, TALK), (8, LIKED)], [(0, True), (8, True), (30, False)]),
        ([(0, LIKED), (12, MET)], [(0, True), (0, True), (12, True)]),
        ([(0, LIKED), (31, MET)], [(0, True), (0, True), (30, False)]),
        ([(0, LIKED), (5, NO_NEED), (6, MET)], [(0, True), (0, True), (5, False)]),
        ([(0, TALK), (40, LIKED)], [(0, True), (40, True), (40, False)]),
        ([(0, WRONG_PERSON), (5, MET)], [(0, True), (0, False), None]),
    ],
)
def test_a_result_counts_from_the_moment_it_is_known(
    came: list[tuple[int, int]], steps: list[tuple[int, bool] | None]
) -> None:
    seen = told([(1, 0, came)])
    for now in range(45):
        for stage, expected in zip(funnel(*seen, now * DAY), steps, strict=True):
            known = [expected] if expected and expected[0] <= now else []
            found = zip((stage.at // DAY).tolist(), stage.hits.tolist(), strict=True)
            assert list(found) == known


def test_calls_that_nobody_answered_yet_say_nothing() -> None:
    rows = [(2, n, [(n, SOUND[n % len(SOUND)])]) for n in range(200)]
    fresh = [(1, 200, [(200, NO_ANSWER)])] * 30
    found = evidence_against(*told(rows + fresh), 200 * DAY)
    assert found[1] == pytest.approx(1.0)


def followed_up(
    rng: np.random.Generator, most: int, since: int
) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """Draw five equal campaigns, the first from day 90 on, called up to so often, 3 days apart."""
    rows = []
    for campaign, day in itertools.product(range(5), range(120)):
        began = day >= (since if campaign else 90)
        for _ in range(rng.poisson(1 if campaign else 4) if began else 0):
            tries = int(rng.geometric(0.35))
            came = [(day + 3 * n, NO_ANSWER) for n in range(min(tries - 1, most))]
            if tries <= most:
                ends = rng.choice((MET, NO_NEED, WRONG_PERSON), p=(0.2, 0.35, 0.45))
                came.append((day + 3 * (tries - 1), int(ends)))
            rows.append((campaign, day, came))
    return rows


@pytest.mark.parametrize(("most", "since"), [(4, 0), (1, 90)])
def test_no_sound_campaign_is_flagged_for_leads_that_are_still_called(
    most: int, since: int
) -> None:
    rng, wrong = np.random.default_rng(20261122), 0
    for _ in range(40):
        rows = followed_up(rng, most, since)
        for today in range(91, 120, 2):
            past = [
                (campaign, day, [each for each in came if each[0] <= today])
                for campaign, day, came in rows
                if day <= today
            ]
            if set(warned((*told(past), today * DAY)).values()) != {Alert.NONE}:
                wrong += 1
                break
    assert wrong <= 2


def test_where_results_are_known_at_once_normal_is_what_references_say() -> None:
    seen, heard, now = leads(c1=(JUNK, 50), c2=(SOUND, 200), c3=(SOUND, 40))
    stage, own = funnel(seen, heard, now)[1], 1
    mine = stage.campaign == own
    rate = (stage.hits[~mine].sum() + 20 * 0.55) / ((~mine).sum() + 20)
    normal = references(stage.at[mine], stage.hits[mine], stage.at[~mine], stage.hits[~mine], rate)
    _, found = _judged(stage, own, 0.55, now)
    assert found == pytest.approx(normal)
