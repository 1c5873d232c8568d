"""A call that has just been answered, before the database has told of it."""

from warmcalls.domain.calls import DoneCall, WarmCall
from warmcalls.domain.outcomes import REACH_WORDS, RESULT_WORDS
from warmcalls.ui.today.keypad_state import Answers


def done_call(call: WarmCall, answers: Answers, now: int) -> DoneCall:
    """Return the call as the folded line counts it."""
    words = RESULT_WORDS[answers.result] if answers.result else ""
    words = words or (REACH_WORDS[answers.reach] if answers.reach else "")
    return DoneCall(0, call.client_id, call.client, now, words, answers.worth)
