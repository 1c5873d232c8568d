"""Outcomes: how far a call got, what came of it, and whether it was worth the time."""

from dataclasses import dataclass
from enum import StrEnum


class Reach(StrEnum):
    """How far the call got; `REJECTED` is a lead refused before anybody rang."""

    NO_ANSWER = "no_answer"
    VOICEMAIL = "voicemail"
    GATEKEEPER = "gatekeeper"
    WRONG_NUMBER = "wrong_number"
    SPOKE = "spoke"
    REJECTED = "rejected"


class Result(StrEnum):
    """What came of a conversation."""

    JOB_BRIEF = "job_brief"
    MEETING = "meeting"
    SEND_INFORMATION = "send_information"
    CALL_BACK = "call_back"
    BAD_TIMING = "bad_timing"
    OTHER_AGENCY = "other_agency"
    NOT_DECISION_MAKER = "not_decision_maker"
    NO_NEED = "no_need"
    NOT_INTERESTED = "not_interested"
    DO_NOT_CALL = "do_not_call"


class Why(StrEnum):
    """Why a lead was not worth the time: the first five before contact, the rest after it."""

    NOT_OUR_MARKET = "not_our_market"
    WRONG_DATA = "wrong_data"
    CANDIDATE = "candidate"
    COMPETITOR = "competitor"
    DUPLICATE = "duplicate"
    NO_NEED = "no_need"
    NO_BUDGET = "no_budget"
    NO_AUTHORITY = "no_authority"
    BAD_FIT = "bad_fit"
    OTHER = "other"


REJECTIONS = (
    Why.NOT_OUR_MARKET,
    Why.WRONG_DATA,
    Why.CANDIDATE,
    Why.COMPETITOR,
    Why.DUPLICATE,
)
DISQUALIFICATIONS = (Why.NO_NEED, Why.NO_BUDGET, Why.NO_AUTHORITY, Why.BAD_FIT, Why.OTHER)

REACH_WORDS: dict[Reach, str] = {
    Reach.NO_ANSWER: "No answer",
    Reach.VOICEMAIL: "Voicemail left",
    Reach.GATEKEEPER: "Gatekeeper",
    Reach.WRONG_NUMBER: "Wrong or dead number",
    Reach.SPOKE: "Spoke",
    Reach.REJECTED: "Rejected before calling",
}
RESULT_WORDS: dict[Result, str] = {
    Result.JOB_BRIEF: "Job brief taken",
    Result.MEETING: "Meeting booked",
    Result.SEND_INFORMATION: "Send information",
    Result.CALL_BACK: "Call back",
    Result.BAD_TIMING: "Bad timing",
    Result.OTHER_AGENCY: "Uses PSL or agency",
    Result.NOT_DECISION_MAKER: "Not decision maker",
    Result.NO_NEED: "No hiring need",
    Result.NOT_INTERESTED: "Not interested",
    Result.DO_NOT_CALL: "Do not call",
}
WHY_WORDS: dict[Why, str] = {
    Why.NOT_OUR_MARKET: "Not our market",
    Why.WRONG_DATA: "Wrong data",
    Why.CANDIDATE: "A candidate",
    Why.COMPETITOR: "A competitor",
    Why.DUPLICATE: "Duplicate",
    Why.NO_NEED: "No need",
    Why.NO_BUDGET: "No budget",
    Why.NO_AUTHORITY: "No say",
    Why.BAD_FIT: "Bad fit",
    Why.OTHER: "Other",
}
NEEDS_A_TIME = frozenset({Result.CALL_BACK, Result.BAD_TIMING})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was recorded of one call.

    Attributes:
        key: made where it was typed, so that sending it twice records it once.
        next_at: the promised callback, or when the timing is better; UTC microseconds.
        fee: expected fee of a job brief, minor units.
        test: the call was a test call.
    """

    key: str
    client_id: int
    at: int
    reach: Reach
    result: Result | None = None
    worth: bool | None = None
    why: Why | None = None
    contact_id: int | None = None
    person_id: int | None = None
    next_at: int | None = None
    note: str = ""
    fee: int | None = None
    referred_to: str = ""
    id: int = 0

    @property
    def words(self) -> str:
        """The outcome as the app says it: the result if there was one, else the reach."""
        return RESULT_WORDS[self.result] if self.result else REACH_WORDS[self.reach]


def inconsistency(outcome: Outcome) -> str | None:
    """Return one sentence on why the parts of an outcome cannot go together, or None."""
    spoke = outcome.reach is Reach.SPOKE
    rejected = outcome.reach is Reach.REJECTED
    checks = (
        (
            outcome.result and not spoke,
            "A result needs a conversation: record the reach as spoke, or leave the result out.",
        ),
        (
            spoke and outcome.result is None,
            "You spoke: say what came of it, for example --result meeting.",
        ),
        (
            outcome.result is Result.CALL_BACK and outcome.next_at is None,
            'A callback needs a time: say when, for example "tue 2pm".',
        ),
        (
            outcome.worth and outcome.why,
            "A reason why not goes only with a call that was not worth the time.",
        ),
        (
            rejected and outcome.why not in REJECTIONS,
            "Say why it is rejected: " + ", ".join(why.value for why in REJECTIONS) + ".",
        ),
        (
            outcome.next_at is not None and outcome.next_at <= outcome.at,
            "The callback lies in the past: give a time to come.",
        ),
    )
    return next((sentence for wrong, sentence in checks if wrong), None)
