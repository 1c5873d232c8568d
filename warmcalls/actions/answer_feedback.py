"""Answer feedback: marketing replies to a recruiter's verdict on a lead, or settles it."""

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.store import answers
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry


def answer_feedback(
    db: Writer,
    outcome_id: int,
    campaign_id: int,
    text: str,
    *,
    settled: bool,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Answer the feedback that a call gave a campaign; a second answer replaces the first.

    Args:
        db: the writer.
        outcome_id: of the call.
        campaign_id: the campaign that brought the lead.
        text: the answer; the recruiter reads it in the client's timeline. Empty leaves it as is.
        settled: nothing is left to do about it.
        now: UTC microseconds.
        person_id: who answers.

    Raises:
        RefusedError: it says nothing, the call is unknown, or the campaign never touched its
            client.
    """
    text = clean_text(text)
    with entry(db, "answer_feedback", now, person_id) as journal:
        client = answers.client_touched(db, outcome_id, campaign_id)
        if client is None:
            raise RefusedError("This campaign never touched the client of that call.")
        kept = answers.of_outcome(db, outcome_id, campaign_id)
        if not (text or settled or kept):
            raise RefusedError("Write an answer, or mark it settled.")
        shown = text or (kept["text"] if kept else "")
        facts = {"text": shown, "settled": int(settled), "at": now, "person_id": person_id}
        key = {"outcome_id": outcome_id, "campaign_id": campaign_id}
        if kept:
            journal.change("answer", kept["id"], **facts)
        made = int(kept["id"]) if kept else journal.add("answer", key | facts)
        journal.said = f"Answered: {client}" if text else f"Settled: {client}"
        if not (text or settled):
            journal.said = f"Opened again: {client}"
    return Done(journal.said, frozenset({"campaigns", "clients"}), journal.undo, made)
