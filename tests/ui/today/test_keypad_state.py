"""The keypad's questions, without Qt."""

from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.outcomes import (
    NEEDS_A_TIME,
    REJECTIONS,
    Outcome,
    Reach,
    Result,
    Why,
    inconsistency,
)
from warmcalls.ui.today.keypad_state import ASKS_WHEN, Answers, KeypadState, Step

KEYS = st.sampled_from([*"NVGWSJMICBURHTDY12345zZ?/ ", "del", "backspace", "", "up"])
MOVES = st.lists(st.one_of(KEYS, st.text(max_size=4).map(lambda text: ("type", text))))


def pressed(keys: str) -> KeypadState:
    state = KeypadState()
    for key in keys:
        state = state.press(key)
    return state


def test_a_call_nobody_answered_is_complete_at_once() -> None:
    for key, reach in zip(
        "NVGW",
        (Reach.NO_ANSWER, Reach.VOICEMAIL, Reach.GATEKEEPER, Reach.WRONG_NUMBER),
        strict=True,
    ):
        state = pressed(key)
        assert state.complete
        assert state.answers == Answers(reach)


def test_a_meeting_worth_the_time_is_three_keys() -> None:
    state = pressed("smy")
    assert state.complete
    assert state.answers == Answers(Reach.SPOKE, Result.MEETING, worth=True)


def test_not_worth_it_asks_why() -> None:
    assert pressed("SHN").step is Step.WHY
    assert pressed("SHN2").answers.why is Why.NO_BUDGET


def test_a_reason_alone_says_that_it_was_not_worth_it() -> None:
    state = pressed("SH2")
    assert state.complete
    assert (state.answers.worth, state.answers.why) == (False, Why.NO_BUDGET)


def test_an_objection_is_complete_at_once() -> None:
    assert pressed("SD").complete


def test_bad_timing_needs_no_time() -> None:
    assert pressed("SB").type("").step is Step.WORTH


def test_a_callback_asks_when_before_it_asks_for_worth() -> None:
    state = pressed("SC")
    assert state.step is Step.WHEN
    assert state.type("  ").step is Step.WHEN
    after = state.type("tue 2pm").press("Y")
    assert after.complete
    assert after.answers.when_text == "tue 2pm"


def test_who_decides_may_stay_open() -> None:
    assert pressed("SR").type("").step is Step.WORTH
    assert pressed("SR").type(" Anna ").answers.referred_to == "Anna"


def test_rejecting_asks_for_one_of_the_reasons_before_a_call() -> None:
    for key, why in zip("12345", REJECTIONS, strict=True):
        state = KeypadState().press("del").press(key)
        assert state.answers == Answers(Reach.REJECTED, why=why)
        assert state.complete


def test_backspace_goes_one_step_back() -> None:
    state = pressed("SHN")
    steps = []
    while state != KeypadState():
        state = state.press("backspace")
        steps.append(state.step)
    assert steps == [Step.WORTH, Step.RESULT, Step.REACH]


def test_every_result_that_needs_a_time_asks_for_one() -> None:
    assert NEEDS_A_TIME == ASKS_WHEN


@given(MOVES)
def test_no_keys_break_it_and_complete_answers_go_together(
    moves: list[str | tuple[str, str]],
) -> None:
    state = KeypadState()
    for move in moves:
        state = state.press(move) if isinstance(move, str) else state.type(move[1])
        if state.complete:
            assert_consistent(state.answers)
            state = KeypadState()


def assert_consistent(answers: Answers) -> None:
    assert answers.reach is not None
    outcome = Outcome(
        key="k",
        client_id=1,
        at=10,
        reach=answers.reach,
        result=answers.result,
        worth=answers.worth,
        why=answers.why,
        next_at=20 if answers.when_text else None,
        referred_to=answers.referred_to,
    )
    assert inconsistency(outcome) is None
