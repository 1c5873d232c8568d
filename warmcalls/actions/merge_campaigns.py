"""Merge two campaigns that are one: everything of the one that goes becomes the other's."""

from typing import Final

from warmcalls.actions.change_campaign import known
from warmcalls.actions.done import Done
from warmcalls.actions.learning import relearn_touched
from warmcalls.domain.campaigns import Campaign
from warmcalls.domain.errors import RefusedError
from warmcalls.store import (
    answers,
    calls,
    campaigns,
    experiments,
    samples,
    settings,
    signals,
    touches,
)
from warmcalls.store.engine import Row, Writer
from warmcalls.store.journal import Journal, entry, fetch

MOVED_AS_THEY_ARE: Final = ("campaign_code", "spend", "sample", "answer", "dismissal")
CHANGED: Final = frozenset({"campaigns", "clients", "calls", "experiments"})


def merge_campaigns(
    db: Writer, keep_id: int, gone_id: int, *, now: int, person_id: int | None = None
) -> Done:
    """Merge a campaign into another, in one transaction that can be taken back.

    Signals, calls, spend, codes, samples, answers, dismissed alarms and experiments move. The name
    and codes of the one that goes become codes of the kept one, so that imports that spell it the
    old way go there. What the kept one lacks (channel, budget, what it hopes to show) it takes
    over, and it runs from the first day of both to the last.

    Args:
        db: the writer.
        keep_id: the campaign that stays.
        gone_id: the campaign that goes.
        now: UTC microseconds.
        person_id: who merges them.

    Raises:
        RefusedError: they are the same, one is unknown, or they ran against each other in an
            experiment.
    """
    if keep_id == gone_id:
        raise RefusedError("A campaign cannot be merged with itself: choose two.")
    with db.atomic():
        keep, gone = known(db, keep_id), known(db, gone_id)
        against = experiments.of_both(db, keep_id, gone_id)
        if against is not None:
            raise RefusedError(f"They ran against each other in “{against}”: they stay apart.")
        with entry(db, "merge_campaigns", now, person_id) as journal:
            _merge(journal, keep, gone)
            journal.said = f"Merged {gone.name} into {keep.name}"
        relearn_touched(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo, keep_id)


def _merge(journal: Journal, keep: Campaign, gone: Campaign) -> None:
    db = journal.db
    journal.change("campaign", keep.id, **_taken_over(keep, gone))
    _join_answers(journal, keep.id, gone.id)
    _join_samples(journal, keep.id, gone.id)
    for table in (*MOVED_AS_THEY_ARE, "experiment_arm"):
        for row_id in campaigns.rows_of(db, table, gone.id):
            journal.change(table, row_id, campaign_id=keep.id)
    name = gone.name.lower()
    if name not in campaigns.ids_by_code(db, [name]):
        journal.add("campaign_code", {"campaign_id": keep.id, "code": name})
    journal.move_rows("signal", signals.of_campaign(db, gone.id), campaign_id=keep.id)
    journal.move_rows("call", calls.of_campaign(db, gone.id), campaign_id=keep.id)
    touches.recount_campaigns(db, [keep.id, gone.id])
    journal.remove("campaign", gone.id)


def _taken_over(keep: Campaign, gone: Campaign) -> Row:
    """Return what the kept one gets of the other: what it lacks, and the longer of both runs."""
    names = ("channel", "hypothesis")
    fields: Row = {name: getattr(keep, name) or getattr(gone, name) for name in names}
    fields["budget"] = gone.budget if keep.budget is None else keep.budget
    fields["starts"] = min(filter(None, (keep.starts, gone.starts)), default="")
    runs_on = any(c.starts and not c.ends for c in (keep, gone))
    fields["ends"] = "" if runs_on else max(keep.ends, gone.ends)
    stopped = (keep.stopped_why or gone.stopped_why) if fields["ends"] else ""
    return fields | {"stopped_why": stopped}


def _join_answers(journal: Journal, keep_id: int, gone_id: int) -> None:
    """Make one answer of two to the same call; nothing that was written is lost."""
    for gone_answer, kept_answer in answers.beside(journal.db, gone_id, keep_id):
        gone = fetch(journal.db, "answer", gone_answer)
        kept = fetch(journal.db, "answer", kept_answer) if kept_answer else None
        if kept is None or gone is None:
            continue
        texts = dict.fromkeys(t for t in (kept["text"], gone["text"]) if t)
        settled = max(kept["settled"], gone["settled"])
        journal.remove("answer", gone_answer)
        journal.change("answer", kept_answer, text=" ".join(texts), settled=settled)


def _join_samples(journal: Journal, keep_id: int, gone_id: int) -> None:
    """Keep one of two samples of the same client: the one that runs longer."""
    for gone_sample, kept_sample in samples.beside(journal.db, gone_id, keep_id):
        gone = fetch(journal.db, "sample", gone_sample)
        kept = fetch(journal.db, "sample", kept_sample) if kept_sample else None
        if kept is None or gone is None:
            continue
        until = max(kept["until"], gone["until"])
        journal.remove("sample", gone_sample)
        journal.change("sample", kept_sample, until=until)
