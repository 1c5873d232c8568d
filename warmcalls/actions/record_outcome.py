"""Record what came of a call, with everything that follows from it."""

from warmcalls.actions.again import again
from warmcalls.actions.desk import Desk
from warmcalls.actions.done import Done
from warmcalls.actions.keep_prospects import keep_prospects_near
from warmcalls.actions.learning import relearn
from warmcalls.actions.objections import object_to_calls
from warmcalls.actions.propose import propose_one
from warmcalls.domain.calls import WarmCall
from warmcalls.domain.clients import Client
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import day_name, day_of, local
from warmcalls.domain.outcomes import Outcome, Reach, Result, inconsistency
from warmcalls.domain.settings import Settings
from warmcalls.store import calls, clients, outcomes, settings, standing
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal, entry

CHANGED = frozenset({"calls", "clients"})


def record_outcome(
    db: Writer,
    outcome: Outcome,
    *,
    proposed: WarmCall | None = None,
    learns: bool = True,
    moves: bool = True,
) -> Done:
    """Record an outcome; sending the same key twice records it once.

    Once a week every prospect moves with it, after the outcome is safe: it neither waits for that
    nor is lost with it.

    Args:
        db: the writer.
        outcome: its `at` is now, UTC microseconds.
        proposed: the call as it was shown; worked out afresh where none was.
        learns: fit the ranking again; without it the caller does, once for many outcomes.
        moves: keep the prospects near; without it the caller does, once the list is shown.

    Raises:
        RefusedError: its parts cannot go together, or the client is unknown.
    """
    wrong = inconsistency(outcome)
    if wrong:
        raise RefusedError(wrong)
    done = again(lambda: _record(db, outcome, proposed, learns=learns))
    if learns and moves:
        keep_prospects_near(db, outcome.at)
    return done


def _record(db: Writer, outcome: Outcome, proposed: WarmCall | None, *, learns: bool) -> Done:
    """Record it in one transaction, with what follows from it for its client and the ranking."""
    with db.atomic():
        agency = settings.load(db)
        client = clients.by_id(db, outcome.client_id)
        if client is None:
            raise RefusedError("This client is not there any more.")
        kept = outcomes.by_key(db, outcome.key)
        if kept and kept.client_id != outcome.client_id:
            raise RefusedError(
                "This key belongs to a call to another client: nothing was recorded."
            )
        if kept:
            return Done(f"Recorded already: {client.name}", CHANGED)
        shown = proposed or propose_one(Desk(db, outcome.at, agency), outcome.client_id)
        with entry(db, "record_outcome", outcome.at, outcome.person_id) as journal:
            made = _write(journal, outcome, shown, agency)
            _follow_up(journal, outcome, shown, client, made)
            journal.said = said(outcome, client, agency)
        standing.refresh(db, sorted(journal.touched), agency)
        if learns:
            relearn(db, agency)
    return Done(journal.said, CHANGED, journal.undo, made)


def said(outcome: Outcome, client: Client, agency: Settings) -> str:
    """Return the outcome as the toast says it."""
    if outcome.next_at is None:
        return f"{outcome.words}: {client.name}"
    then = local(outcome.next_at, agency.zone)
    return f"{outcome.words}: {client.name}, {day_name(outcome.next_at, agency.zone)} {then:%H:%M}"


def _write(journal: Journal, outcome: Outcome, shown: WarmCall, agency: Settings) -> int:
    """Add the call as proposed and its outcome; return the outcome's id."""
    day = day_of(outcome.at, agency.zone)
    call = calls.row_of(
        shown, key=f"call-{outcome.key}", now=outcome.at, day=day, person_id=outcome.person_id
    )
    row = {
        "key": outcome.key,
        "call_id": journal.add("call", call),
        "client_id": outcome.client_id,
        "contact_id": outcome.contact_id,
        "person_id": outcome.person_id,
        "at": outcome.at,
        "day": day,
        "reach": outcome.reach.value,
        "result": outcome.result.value if outcome.result else "",
        "worth": None if outcome.worth is None else int(outcome.worth),
        "why": outcome.why.value if outcome.why else "",
        "next_at": outcome.next_at,
        "referred_to": outcome.referred_to,
        "note": outcome.note,
    }
    return journal.add("outcome", row)


def _follow_up(
    journal: Journal, outcome: Outcome, shown: WarmCall, client: Client, outcome_id: int
) -> None:
    """Do what an outcome brings with it: objection, dead number, job brief, new contact."""
    if client.snoozed_until:
        journal.change("client", client.id, snoozed_until=None)
    if outcome.result is Result.DO_NOT_CALL:
        object_to_calls(journal, client, outcome.contact_id, outcome.at)
    if outcome.reach is Reach.WRONG_NUMBER and shown.phone:
        journal.change("phone", shown.phone.id, dead=1)
    if outcome.result is Result.JOB_BRIEF:
        row = {
            "client_id": client.id,
            "contact_id": outcome.contact_id,
            "outcome_id": outcome_id,
            "taken_at": outcome.at,
            "fee": outcome.fee,
            "title": outcome.note[:120],
        }
        journal.add("vacancy", row)
    if outcome.result is Result.NOT_DECISION_MAKER and outcome.referred_to:
        row = {"client_id": client.id, "name": outcome.referred_to, "made_at": outcome.at}
        journal.add("contact", row | {"source": "named on the phone"})
