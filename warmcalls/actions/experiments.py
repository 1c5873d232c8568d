"""Experiments: start one, decide it, write down what was learnt, search the log."""

from collections.abc import Sequence
from typing import Final

from warmcalls.actions.add_campaign import check_days
from warmcalls.actions.change_campaign import known
from warmcalls.actions.done import Done
from warmcalls.actions.experiment_results import with_result
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.experiment_log import ArmResult, Experiment, Measure
from warmcalls.domain.identities import clean_text
from warmcalls.domain.moments import day_of
from warmcalls.store import experiments as kept
from warmcalls.store import settings
from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.journal import entry

CHANGED: Final = frozenset({"experiments", "campaigns"})
FEWEST_ARMS: Final = 2


def start_experiment(
    db: Writer,
    name: str,
    arms: Sequence[tuple[int, str]],
    *,
    now: int,
    measure: Measure = Measure.WORTH,
    hope: str = "",
    decides: str = "",
    starts: str = "",
    person_id: int | None = None,
) -> Done:
    """Start an experiment.

    Args:
        db: the writer.
        name: what people call it.
        arms: the campaigns that run against each other, each with the name of its variant (empty
            for the campaign's own). A variant of a campaign is a campaign with its own code.
        now: UTC microseconds.
        measure: what is counted.
        hope: what we hope.
        decides: what would decide it, in words.
        starts: its first day, ISO; today where it is empty. Only leads since then count.
        person_id: who starts it.

    Raises:
        RefusedError: it has no name or one that is taken, fewer than two arms, an arm twice, an
            unknown campaign, or a day that is none.
    """
    name = " ".join(clean_text(name).split())
    if not name:
        raise RefusedError("An experiment needs a name.")
    ids = [campaign_id for campaign_id, _ in arms]
    if len(ids) < FEWEST_ARMS:
        raise RefusedError("An experiment needs two campaigns or more, against each other.")
    check_days(starts, "")
    with entry(db, "start_experiment", now, person_id) as journal:
        names = [known(db, campaign_id).name for campaign_id in ids]
        for campaign in {name for name in names if names.count(name) > 1}:
            raise RefusedError(f"{campaign} stands there twice: each arm is another campaign.")
        if kept.id_by_name(db, name) is not None:
            raise RefusedError(f"There is an experiment called {name} already.")
        first = starts or day_of(now, settings.load(db).zone)
        row = {"name": name, "measure": Measure(measure).value, "starts": first, "made_at": now}
        texts = {"hope": clean_text(hope), "decides": clean_text(decides)}
        made = journal.add("experiment", row | texts | {"person_id": person_id})
        for campaign_id, variant in arms:
            arm = {"experiment_id": made, "campaign_id": campaign_id}
            journal.add("experiment_arm", arm | {"name": clean_text(variant)})
        journal.said = f"Started the experiment {name}: {' against '.join(names)}"
    return Done(journal.said, CHANGED, journal.undo, made)


def decide_experiment(
    db: Writer,
    experiment_id: int,
    decision: str,
    learnt: str = "",
    *,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Decide an experiment and end it today; what was learnt can be written down later too.

    Raises:
        RefusedError: it is unknown, decided already, or no decision is given.
    """
    decision = clean_text(decision)
    if not decision:
        raise RefusedError("Say what was decided.")
    with entry(db, "decide_experiment", now, person_id) as journal:
        row = _known(db, experiment_id)
        if row["ended_on"]:
            raise RefusedError(f"{row['name']} was decided on {row['ended_on']} already.")
        today = day_of(now, settings.load(db).zone)
        if today < row["starts"]:
            raise RefusedError(f"{row['name']} begins on {row['starts']}: nothing is known yet.")
        fields = {"ended_on": today, "decision": decision, "learnt": clean_text(learnt)}
        journal.change("experiment", experiment_id, **fields)
        journal.said = f"Decided: {row['name']}"
    return Done(journal.said, CHANGED, journal.undo, experiment_id)


def write_learnt(
    db: Writer, experiment_id: int, learnt: str, *, now: int, person_id: int | None = None
) -> Done:
    """Write down what an experiment taught, instead of what stood there.

    Raises:
        RefusedError: it is unknown.
    """
    with entry(db, "write_learnt", now, person_id) as journal:
        row = _known(db, experiment_id)
        journal.change("experiment", experiment_id, learnt=clean_text(learnt))
        journal.said = f"Noted what {row['name']} taught"
    return Done(journal.said, CHANGED, journal.undo, experiment_id)


def _known(db: Reader, experiment_id: int) -> Row:
    row = kept.by_id(db, experiment_id)
    if row is None:
        raise RefusedError("This experiment is not there any more.")
    return row


def experiments(db: Reader, *, now: int, text: str = "") -> list[Experiment]:
    """Return the log: experiments that run first, then the newest, with their results.

    Args:
        db: a reader.
        now: UTC microseconds.
        text: words that each of them has to hold, anywhere; empty for all.
    """
    agency, arms = settings.load(db), kept.arms(db)
    bare = [_bare(row, arms.get(row["id"], ())) for row in kept.everything(db)]
    return [with_result(db, e, agency, now) for e in bare if e.tells_of(text)]


def _bare(row: Row, arms: Sequence[Row]) -> Experiment:
    """Return an experiment without its result."""
    texts = ("id", "name", "starts", "hope", "decides", "ended_on", "decision", "learnt")
    return Experiment(
        **{name: row[name] for name in texts},
        measure=Measure(row["measure"]),
        by=row["who"],
        arms=tuple(
            ArmResult(arm["campaign_id"], arm["name"] or arm["campaign"], arm["campaign"])
            for arm in arms
        ),
    )
