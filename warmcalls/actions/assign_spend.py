"""Assign spend: say which campaign money was spent on."""

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import amount_words
from warmcalls.store import campaigns
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry, fetch


def assign_spend(
    db: Writer, spend_id: int, campaign_id: int, *, now: int, person_id: int | None = None
) -> Done:
    """Assign spend that belonged to no campaign, or to another one.

    Args:
        db: the writer.
        spend_id: the spend.
        campaign_id: what it was spent on.
        now: UTC microseconds.
        person_id: who says so.

    Raises:
        RefusedError: the spend or the campaign is not there any more.
    """
    with db.atomic():
        spend, name = fetch(db, "spend", spend_id), campaigns.name_of(db, campaign_id)
        if spend is None:
            raise RefusedError("This spend is not there any more.")
        if name is None:
            raise RefusedError("This campaign is not there any more.")
        with entry(db, "assign_spend", now, person_id) as journal:
            journal.change("spend", spend_id, campaign_id=campaign_id)
            journal.said = f"{amount_words(spend['amount'], spend['currency'])} belongs to {name}"
    return Done(journal.said, frozenset({"campaigns"}), journal.undo)
