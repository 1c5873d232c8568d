"""Contact rules: when a client may be rung again, and what keeps it off the list for good."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.clients import Client, Phone
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Outcome, Reach, Result

SCREENING_LASTS: Final = 28 * DAY
THIRD_TIME: Final = 3
ATTEMPTS_IN_A_MONTH: Final = 5
MONTH: Final = 30 * DAY
UNREACHED: Final = frozenset({Reach.NO_ANSWER, Reach.VOICEMAIL, Reach.GATEKEEPER})

REST: Final[dict[Result, tuple[int, str]]] = {
    Result.JOB_BRIEF: (45 * DAY, "a job brief is open"),
    Result.MEETING: (45 * DAY, "a meeting was booked"),
    Result.SEND_INFORMATION: (7 * DAY, "information was sent"),
    Result.CALL_BACK: (0, "a callback is promised"),
    Result.BAD_TIMING: (30 * DAY, "the timing was bad"),
    Result.OTHER_AGENCY: (90 * DAY, "they use another agency"),
    Result.NOT_DECISION_MAKER: (1 * DAY, "another person decides"),
    Result.NO_NEED: (30 * DAY, "they had no hiring need"),
    Result.NOT_INTERESTED: (30 * DAY, "they were not interested"),
    Result.DO_NOT_CALL: (90 * DAY, "somebody there objected to calls"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether and when a client may be rung: all that follows from its calls and its state.

    Attributes:
        blocked: why it is never on the list, or empty.
        ready_at: the moment its rest ends, UTC microseconds; rest: why it rests.
        callback_at: the moment of the promise that is still open; callback_by: who promised.
        unanswered: attempts without an answer since the last conversation.
        refused_at: moment of the last "not interested", None for never.
    """

    blocked: str = ""
    ready_at: int = 0
    rest: str = ""
    callback_at: int | None = None
    callback_by: int | None = None
    attempts: int = 0
    answered: int = 0
    unanswered: int = 0
    last_at: int | None = None
    last_words: str = ""
    refused_at: int | None = None


def standing(client: Client, history: Sequence[Outcome]) -> Standing:
    """Return how a client stands after its calls.

    Args:
        client: with its contacts and phones.
        history: its outcomes, oldest first.
    """
    called = [o for o in history if o.reach is not Reach.REJECTED]
    answered = [o for o in called if o.reach is Reach.SPOKE]
    last = history[-1] if history else None
    streak = called[called.index(answered[-1]) + 1 :] if answered else called
    refused = [o.at for o in called if o.result is Result.NOT_INTERESTED]
    promise = last if last and last.result is Result.CALL_BACK else None
    ready_at, rest = _rest(called, len(streak))
    if client.snoozed_until and client.snoozed_until > ready_at:
        ready_at, rest = client.snoozed_until, "it is snoozed"
    return Standing(
        blocked=blocked(client, history),
        ready_at=ready_at,
        rest=rest,
        callback_at=promise.next_at if promise else None,
        callback_by=promise.person_id if promise else None,
        attempts=len(called),
        answered=len(answered),
        unanswered=len(streak),
        last_at=last.at if last else None,
        last_words=last.words if last else "",
        refused_at=refused[-1] if refused else None,
    )


def _rest(called: Sequence[Outcome], unanswered: int) -> tuple[int, str]:
    """Return when the rest after the last call ends, and why it rests."""
    if not called:
        return 0, ""
    last = called[-1]
    month = [o for o in called if o.at > last.at - MONTH]
    if len(month) >= ATTEMPTS_IN_A_MONTH:
        return month[-ATTEMPTS_IN_A_MONTH].at + MONTH, "it was tried five times in a month"
    if last.result is not None:
        pause, why = REST.get(last.result, (0, ""))
        return max(last.next_at or 0, last.at + pause if not last.next_at else 0), why
    if last.reach in UNREACHED:
        days = 7 if unanswered >= THIRD_TIME else 3
        return last.at + days * DAY, "nobody was reached the last time"
    return last.at + DAY, "its number was wrong"


def blocked(client: Client, history: Sequence[Outcome] = ()) -> str:
    """Return why a client is never on the list, or an empty text."""
    if client.objected_at is not None:
        return "objected"
    if client.excluded:
        return f"excluded: {client.excluded}"
    if history and history[-1].reach is Reach.REJECTED and history[-1].why:
        return f"excluded: {history[-1].why.value.replace('_', ' ')}"
    has_number = client.phones or any(c.phones for c in client.contacts)
    if has_number and not any(may_ring(phone) for phone in all_phones(client)):
        return "every number is registered with TPS or CTPS, dead, or objected"
    return ""


def all_phones(client: Client) -> list[Phone]:
    """Return the numbers that could be rung, without those of contacts who objected."""
    people = [c for c in client.contacts if c.objected_at is None]
    return [*client.phones, *(phone for c in people for phone in c.phones)]


def may_ring(phone: Phone) -> bool:
    """Tell whether a number is neither dead nor on a register."""
    return not phone.dead and not phone.registered


def screened(phone: Phone, now: int) -> bool:
    """Tell whether a number was screened in the last 28 days (PECR regulation 21)."""
    return phone.screened_at is not None and now - phone.screened_at <= SCREENING_LASTS
