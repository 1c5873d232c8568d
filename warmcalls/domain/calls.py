"""Warm calls: clients proposed for a call today, and what the call card shows of one."""

from dataclasses import dataclass, field
from enum import StrEnum

from warmcalls.domain.answer_hours import AnswerHours, BestTime
from warmcalls.domain.clients import Client, Contact, Phone
from warmcalls.domain.expected_fees import LikelyFee
from warmcalls.domain.kinds import Kind


class CallKind(StrEnum):
    """Why a call stands where it stands."""

    CALLBACK = "callback"
    WARM = "warm"
    SAMPLE = "sample"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a call.

    Attributes:
        count: signals of this kind and subject since `since`, as SQL counts them.
        people: different people behind them.
        since: moment of the first of them, UTC microseconds.
        text: the reason as a clause, in a recruiter's words.
        contribution: log-odds that the client would lose without these signals; below 0 for what
            is held against it.
    """

    kind: str
    count: int
    since: int
    text: str
    people: int = 1
    contribution: float = 0.0
    subject: str = ""


@dataclass(frozen=True, slots=True)
class WarmCall:
    """A client proposed for a call.

    Attributes:
        rank: 1 is first.
        contact: whom to ask for; None means the front desk.
        chance: probability that a call now is worth the time, answer included.
        value: chance times expected fee, minor units.
        warmth: sum of weight times ln(1 + decayed count) over the kinds, not below 0.
        sparkline: warmth at the end of each of the last 30 days, oldest first.
        features: what the ranking looked at, as it stood when the call was proposed; what is 0 is
            left out.
        log_odds: of worth the time given an answer, before it was held against outcomes.
        worth_chance: the same as it is promised, a probability.
        campaign_id: the campaign that had reached the client last.
        test_chance: the chance with which a test call was drawn; None for others.
        promised_at: the moment of a promised callback.
        sample_of: the campaign that a sample call is for, or empty.
        best_time: when the agency's calls are answered most, once that is known.
    """

    rank: int
    kind: CallKind
    client_id: int
    client: str
    tier: str
    contact: Contact | None
    phone: Phone | None
    chance: float
    answer_chance: float
    value: int
    warmth: float
    why: str
    opener: str
    reasons: tuple[Reason, ...] = ()
    sparkline: tuple[float, ...] = ()
    features: dict[str, float] = field(default_factory=dict)
    log_odds: float = 0.0
    worth_chance: float = 0.0
    campaign_id: int | None = None
    test_chance: float | None = None
    promised_at: int | None = None
    sample_of: str = ""
    best_time: BestTime | None = None


@dataclass(frozen=True, slots=True)
class DoneCall:
    """A call of today that has its outcome: what the folded line above the list counts."""

    outcome_id: int
    client_id: int
    client: str
    at: int
    words: str
    worth: bool | None


@dataclass(frozen=True, slots=True)
class Day:
    """One recruiter's day: what is done, and what is still to ring.

    Attributes:
        capacity: calls a day; the list never holds more than this together with what is done.
        thanks: at the end of the day, the campaigns that warmed the calls worth the time.
    """

    capacity: int
    done: tuple[DoneCall, ...]
    calls: tuple[WarmCall, ...]
    thanks: tuple[str, ...] = ()


class HappeningKind(StrEnum):
    """What a line of the timeline is."""

    SIGNAL = "signal"
    CALL = "call"
    PLACEMENT = "placement"
    ANSWER = "answer"
    BRIEF = "brief"
    FEE = "fee"


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a client's timeline.

    Attributes:
        kind: the signal's kind, where it is a signal.
        text: what happened; detail: what is worth adding, quieter.
    """

    at: int
    sort: HappeningKind
    text: str
    detail: str = ""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class CallCard:
    """Everything the recruiter sees while ringing a client.

    Attributes:
        candidate_visits: visits to job pages kept apart, since they may be candidates.
        fee: what a placement there is expected to bring.
        hours: when the agency's calls are answered.
        answered_at: moment of the last call that the client answered, UTC microseconds.
    """

    client: Client
    timeline: tuple[Happening, ...]
    candidate_visits: int = 0
    placed_before: bool = False
    fee: LikelyFee | None = None
    hours: AnswerHours = field(default_factory=AnswerHours)
    answered_at: int | None = None
