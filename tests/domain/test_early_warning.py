"""The early warning over many leads: who is flagged, and that it is no more than the e-values."""

import numpy as np
import pytest

from warmcalls.domain.campaigns import Alert, LeadState
from warmcalls.domain.early_warning import LEAST_OTHERS, evidence_against
from warmcalls.domain.evidence import flagged
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
    funnel,
    states,
)

NO_ANSWER = CALLED
MET = CALLED | SPOKE | WORTH | MEETING
NO_NEED = CALLED | SPOKE | DISQUALIFIED | NEEDS_NOTHING
WRONG_PERSON = CALLED | SPOKE | DISQUALIFIED | WRONG_SORT
A_CANDIDATE = REJECTED | WRONG_SORT
SOUND = (MET, NO_ANSWER, NO_NEED, NO_ANSWER, WRONG_PERSON, MET, NO_NEED, NO_ANSWER)
JUNK = (WRONG_PERSON, A_CANDIDATE, NO_ANSWER, WRONG_PERSON)


def leads(**campaigns: tuple[tuple[int, ...], int]) -> LookedAt:
    """Make leads that take turns, named c1, c2 …: the outcomes they repeat and how many."""
    rows = [
        (int(name[1:]), 1_000 * n + int(name[1:]), came[n % len(came)])
        for name, (came, count) in campaigns.items()
        for n in range(count)
    ]
    table = np.array(sorted(rows, key=lambda row: row[1]), dtype=np.int64).reshape(-1, 3)
    return LookedAt(table[:, 0], table[:, 1], table[:, 2])


def test_a_junk_campaign_is_flagged_beside_sound_ones_and_they_are_not() -> None:
    found = flagged(evidence_against(leads(c1=(SOUND, 60), c2=(SOUND, 60), c3=(JUNK, 30))))
    assert found == {1: Alert.NONE, 2: Alert.NONE, 3: Alert.STOP}


def test_no_campaign_is_flagged_where_all_are_alike() -> None:
    for came in (SOUND, JUNK):
        found = evidence_against(leads(c1=(came, 80), c2=(came, 80), c3=(came, 80)))
        assert set(flagged(found).values()) == {Alert.NONE}


def test_with_too_few_others_nothing_is_known_of_what_is_normal() -> None:
    assert evidence_against(leads(c1=(JUNK, 200))) == {1: pytest.approx(1.0)}
    few = leads(c1=(JUNK, 200), c2=((MET,), LEAST_OTHERS - 1))
    assert evidence_against(few)[1] == pytest.approx(1.0)


def test_nothing_seen_gives_no_evidence() -> None:
    assert evidence_against(leads()) == {}


def test_only_what_came_before_counts_as_normal() -> None:
    late = leads(c1=(JUNK, 40))
    others = leads(c2=(SOUND, 200))
    together = LookedAt(
        np.concatenate((late.campaign, others.campaign)),
        np.concatenate((late.at, others.at + 10_000_000)),
        np.concatenate((late.flags, others.flags)),
    )
    assert (
        evidence_against(together)[1] < evidence_against(leads(c1=(JUNK, 40), c2=(SOUND, 200)))[1]
    )


def test_states_take_the_strongest_and_add_up() -> None:
    some = leads(c1=((MET | REJECTED, WRONG_PERSON | REJECTED, CALLED | REJECTED, REJECTED), 4))
    found = states(some, 9)
    assert found == dict.fromkeys(LeadState, 1) | {LeadState.UNWORKED: 5}


def test_each_step_is_asked_of_those_who_got_there() -> None:
    came = (MET, NO_ANSWER, NO_NEED, WRONG_PERSON, A_CANDIDATE, CALLED | SPOKE | WORTH | BRIEF)
    answered, right, met = funnel(leads(c1=(came, len(came))))
    assert answered.hits.tolist() == [True, False, True, True, True]
    assert right.hits.tolist() == [True, True, False, False, True]
    assert met.hits.tolist() == [True, False, True]
