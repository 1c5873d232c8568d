"""What comes of the demo's calls, drawn from how a client really stands."""

from dataclasses import dataclass
from random import Random
from typing import Final

from warmcalls.actions.demo import words
from warmcalls.actions.demo.clients import Company
from warmcalls.domain.outcomes import Outcome, Reach, Result, Why

UNREACHED: Final = (Reach.NO_ANSWER, Reach.VOICEMAIL, Reach.GATEKEEPER, Reach.WRONG_NUMBER)
UNREACHED_ODDS: Final = (52, 25, 20, 2)
GOOD: Final = (Result.JOB_BRIEF, Result.MEETING, Result.CALL_BACK, Result.SEND_INFORMATION)
GOOD_ODDS: Final = ((5, 30, 35, 30), (18, 36, 28, 18), (34, 36, 20, 10))
POOR: Final[dict[Result, tuple[int, Why | None]]] = {
    Result.NO_NEED: (30, Why.NO_NEED),
    Result.OTHER_AGENCY: (19, Why.BAD_FIT),
    Result.BAD_TIMING: (16, Why.NO_BUDGET),
    Result.NOT_INTERESTED: (14, Why.OTHER),
    Result.NOT_DECISION_MAKER: (11, Why.NO_AUTHORITY),
    Result.SEND_INFORMATION: (8, Why.OTHER),
    Result.DO_NOT_CALL: (2, Why.OTHER),
}
REJECTIONS: Final = (Why.CANDIDATE, Why.NOT_OUR_MARKET, Why.WRONG_DATA)
REJECTION_ODDS: Final = (17, 8, 3)
REJECTED_SHARE: Final = 0.4


@dataclass(frozen=True, slots=True)
class Ring:
    """One call: to whom, by whom and when, and how the client really stands.

    Attributes:
        state: hidden.
        answers: chance that somebody answers.
        worth: chance that a conversation is worth the time.
    """

    key: str
    company: Company
    client_id: int
    contact_id: int | None
    first: str
    person_id: int
    at: int
    state: int
    answers: float
    worth: float


def draw(rng: Random, ring: Ring, soon: int, later: int) -> Outcome:
    """Draw the outcome of a call.

    Args:
        rng: where the luck comes from.
        ring: the call.
        soon: the moment for a callback, should one be promised.
        later: the moment when the timing is better, should it be bad.
    """
    if ring.company.small:
        return _little(rng, ring)
    if rng.random() >= ring.answers:
        reach = rng.choices(UNREACHED, UNREACHED_ODDS)[0]
        return _outcome(ring, reach)
    if rng.random() < ring.worth:
        return good(rng, ring, rng.choices(GOOD, GOOD_ODDS[ring.state])[0], soon)
    return _poor(rng, ring, later)


def good(rng: Random, ring: Ring, result: Result, soon: int) -> Outcome:
    """Return a conversation that was worth the time."""
    if result is Result.JOB_BRIEF:
        fee = ring.company.fee or ring.company.sector.fee * 100
        return _outcome(
            ring, Reach.SPOKE, result, worth=True, note=words.brief(rng, facts(rng, ring)), fee=fee
        )
    return _outcome(
        ring, Reach.SPOKE, result, worth=True,
        note=words.note(rng, result, facts(rng, ring)),
        next_at=soon if result is Result.CALL_BACK else None,
    )  # fmt: skip


def is_final(outcome: Outcome) -> bool:
    """Tell whether nobody rings there after this."""
    return outcome.result is Result.DO_NOT_CALL or outcome.reach is Reach.WRONG_NUMBER


def _poor(rng: Random, ring: Ring, later: int) -> Outcome:
    result = rng.choices(list(POOR), [odds for odds, _ in POOR.values()])[0]
    note = words.note(rng, result, facts(rng, ring))
    return _outcome(
        ring, Reach.SPOKE, result, worth=False, why=POOR[result][1], note=note,
        next_at=later if result is Result.BAD_TIMING else None,
    )  # fmt: skip


def _little(rng: Random, ring: Ring) -> Outcome:
    """Return what comes of somebody who answered an advert in a chat: never anything."""
    if rng.random() < REJECTED_SHARE:
        why = rng.choices(REJECTIONS, REJECTION_ODDS)[0]
        note = rng.choice(words.REJECTED_NOTES[why])
        return _outcome(ring, Reach.REJECTED, worth=False, why=why, note=note)
    if rng.random() < 0.1:
        return _outcome(ring, rng.choice((Reach.NO_ANSWER, Reach.VOICEMAIL)))
    why = rng.choice((Why.NO_NEED, Why.NO_BUDGET, Why.BAD_FIT))
    note = rng.choice(words.MESSENGER_NOTES)
    return _outcome(ring, Reach.SPOKE, Result.NO_NEED, worth=False, why=why, note=note)


def facts(rng: Random, ring: Ring) -> dict[str, str]:
    """Return what a note may mention."""
    job = rng.choice(ring.company.sector.jobs)
    plain = job if job.split()[0].isupper() else job[0].lower() + job[1:]
    return {
        "job": plain, "job_title": job, "town": ring.company.town, "first": ring.first or "She"
    }  # fmt: skip


def _outcome(
    ring: Ring,
    reach: Reach,
    result: Result | None = None,
    *,
    worth: bool | None = None,
    why: Why | None = None,
    note: str = "",
    next_at: int | None = None,
    fee: int | None = None,
) -> Outcome:
    return Outcome(
        ring.key, ring.client_id, ring.at, reach, result, worth, why, ring.contact_id,
        ring.person_id, next_at, note, fee,
    )  # fmt: skip
