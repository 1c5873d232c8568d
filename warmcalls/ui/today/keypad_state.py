"""The keypad's three questions as a machine of states; it knows nothing of Qt.

How far did you get, what came of it, was it worth your time. Every key is one character;
"backspace" goes one step back. A call nobody answered is complete at once.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from warmcalls.domain.outcomes import DISQUALIFICATIONS, REJECTIONS, Reach, Result, Why

REACH_KEYS: Final[dict[str, Reach]] = {
    "N": Reach.NO_ANSWER,
    "V": Reach.VOICEMAIL,
    "G": Reach.GATEKEEPER,
    "W": Reach.WRONG_NUMBER,
    "S": Reach.SPOKE,
}
RESULT_KEYS: Final[dict[str, Result]] = {
    "J": Result.JOB_BRIEF,
    "M": Result.MEETING,
    "I": Result.SEND_INFORMATION,
    "C": Result.CALL_BACK,
    "B": Result.BAD_TIMING,
    "U": Result.OTHER_AGENCY,
    "R": Result.NOT_DECISION_MAKER,
    "H": Result.NO_NEED,
    "T": Result.NOT_INTERESTED,
    "D": Result.DO_NOT_CALL,
}
WORTH_KEYS: Final = {"Y": True, "N": False}
WHY_KEYS: Final[dict[str, Why]] = dict(zip("12345", DISQUALIFICATIONS, strict=True))
REJECT_KEYS: Final[dict[str, Why]] = dict(zip("12345", REJECTIONS, strict=True))
BACK: Final = "backspace"
REJECT: Final = "del"
ASKS_WHEN: Final = frozenset({Result.CALL_BACK, Result.BAD_TIMING})


class Step(StrEnum):
    """What the keypad asks now."""

    REACH = "reach"
    RESULT = "result"
    WHEN = "when"
    WHO = "who"
    WORTH = "worth"
    WHY = "why"
    REJECT = "reject"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Answers:
    """What has been answered.

    Attributes:
        when_text: the time of a callback as it was typed.
        referred_to: who decides, where somebody else does.
    """

    reach: Reach | None = None
    result: Result | None = None
    worth: bool | None = None
    why: Why | None = None
    when_text: str = ""
    referred_to: str = ""


@dataclass(frozen=True, slots=True)
class KeypadState:
    """Where the keypad stands: the question asked now, and the answers so far."""

    step: Step = Step.REACH
    answers: Answers = Answers()

    @property
    def complete(self) -> bool:
        """Whether nothing more is asked."""
        return self.step is Step.DONE

    def press(self, key: str) -> "KeypadState":
        """Return the state after a key; a key that means nothing here changes nothing."""
        key = key.lower() if len(key) > 1 else key.upper()
        if key == BACK:
            return self.back()
        if key == REJECT and self.step is Step.REACH:
            return KeypadState(Step.REJECT, Answers(reach=Reach.REJECTED))
        return self._answer(key)

    def type(self, text: str) -> "KeypadState":
        """Return the state after the text that was asked for.

        A callback needs its time; bad timing may have one, and who decides may have a name.
        """
        needed = self.answers.result is Result.CALL_BACK
        if self.step is Step.WHEN and (text.strip() or not needed):
            return KeypadState(Step.WORTH, replace(self.answers, when_text=text.strip()))
        if self.step is Step.WHO:
            return KeypadState(Step.WORTH, replace(self.answers, referred_to=text.strip()))
        return self

    def back(self) -> "KeypadState":
        """Return the state one answer earlier."""
        answers = self.answers
        match self.step:
            case Step.WHY:
                return KeypadState(Step.WORTH, replace(answers, worth=None))
            case Step.WORTH | Step.WHEN | Step.WHO:
                return KeypadState(Step.RESULT, Answers(reach=answers.reach))
            case Step.DONE:
                return self
            case _:
                return KeypadState()

    def _answer(self, key: str) -> "KeypadState":
        """Return the state after the answer to the question that is asked now."""
        after = self
        match self.step:
            case Step.REACH if key in REACH_KEYS:
                after = self._reached(REACH_KEYS[key])
            case Step.RESULT if key in RESULT_KEYS:
                after = self._came(RESULT_KEYS[key])
            case Step.WORTH if key in WORTH_KEYS:
                after = self._worth(WORTH_KEYS[key])
            case Step.WORTH if key in WHY_KEYS:
                answers = replace(self.answers, worth=False, why=WHY_KEYS[key])
                after = KeypadState(Step.DONE, answers)
            case Step.WHY if key in WHY_KEYS:
                after = self._done(why=WHY_KEYS[key])
            case Step.REJECT if key in REJECT_KEYS:
                after = self._done(why=REJECT_KEYS[key])
        return after

    def _reached(self, reach: Reach) -> "KeypadState":
        step = Step.RESULT if reach is Reach.SPOKE else Step.DONE
        return KeypadState(step, Answers(reach=reach))

    def _came(self, result: Result) -> "KeypadState":
        if result is Result.DO_NOT_CALL:  # an objection waits for no further question
            return KeypadState(Step.DONE, replace(self.answers, result=result))
        step = Step.WHEN if result in ASKS_WHEN else Step.WORTH
        step = Step.WHO if result is Result.NOT_DECISION_MAKER else step
        return KeypadState(step, replace(self.answers, result=result))

    def _worth(self, worth: bool) -> "KeypadState":  # noqa: FBT001 - the answer itself
        return KeypadState(Step.DONE if worth else Step.WHY, replace(self.answers, worth=worth))

    def _done(self, *, why: Why) -> "KeypadState":
        return KeypadState(Step.DONE, replace(self.answers, why=why))
