"""What was learnt: one row, worked out from the outcomes and kept so that the list is quick."""

import json
from typing import Any, Final

import numpy as np

from warmcalls.domain.answer_hours import AnswerHours
from warmcalls.domain.answers import Answers
from warmcalls.domain.calibration import Calibration
from warmcalls.domain.features import FEATURES
from warmcalls.domain.learned import Learned, beginner, learn
from warmcalls.domain.ranking import Floats, Model
from warmcalls.domain.settings import Settings
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.lessons import lessons

KEPT: Final = "select body from learned where id = 1"
SAVE: Final = """
insert into learned (id, at, outcomes, body) values (1, :at, :outcomes, :body)
on conflict (id) do update
set at = excluded.at, outcomes = excluded.outcomes, body = excluded.body
"""
FORGET: Final = "delete from learned where id = 1"


def load(db: Reader, settings: Settings) -> Learned:
    """Return what was learnt; what the settings say where there is nothing yet.

    What another version of the app learnt of other features is worked out again, not kept.
    """
    found = db.tuples(KEPT)
    if not found:
        return beginner(settings)
    body = json.loads(found[0][0])
    if body["features"] != list(FEATURES):
        return learn(lessons(db), settings)
    return _learned(body)


def is_behind(db: Reader) -> bool:
    """Tell whether there are outcomes that an upgrade left unlearnt."""
    found = db.tuples(KEPT)
    if found:
        return bool(json.loads(found[0][0])["features"] != list(FEATURES))
    return bool(db.tuples("select 1 from outcome limit 1"))


def save(db: Writer, learned: Learned, at: int) -> None:
    """Keep what was learnt.

    Args:
        db: the writer.
        learned: worked out from all outcomes.
        at: moment of the newest of them, UTC microseconds.
    """
    outcomes = learned.model.outcomes
    db.execute(SAVE, at=at, outcomes=outcomes, body=json.dumps(_body(learned)))


def forget(db: Writer) -> None:
    """Forget what was learnt, where no outcome is left."""
    db.execute(FORGET)


def _body(learned: Learned) -> dict[str, Any]:
    """Return it as JSON, to the last digit; of the covariance the half that says it all."""
    model, answers, found = learned.model, learned.answers, learned.calibration
    size = len(model.covariance)
    return {
        "features": list(FEATURES),
        "intercept": model.intercept,
        "weights": model.weights.tolist(),
        "covariance": model.covariance[np.tril_indices(size)].tolist(),
        "outcomes": model.outcomes,
        "answers": [answers.rate, answers.attempts, answers.answered],
        "hours": [answers.hours.attempts, answers.hours.answered],
        "calibration": [found.shift, found.slope, found.calls],
        "campaigns": {str(campaign): factor for campaign, factor in learned.campaigns.items()},
    }


def _learned(body: dict[str, Any]) -> Learned:
    model = Model(
        weights=np.array(body["weights"]),
        intercept=float(body["intercept"]),
        covariance=_symmetric(np.array(body["covariance"]), len(body["weights"]) + 1),
        outcomes=int(body["outcomes"]),
    )
    return Learned(
        model,
        _answers(body),
        Calibration(*body["calibration"]),
        {int(campaign): factor for campaign, factor in body["campaigns"].items()},
    )


def _answers(body: dict[str, Any]) -> Answers:
    rate, attempts, answered = body["answers"]
    return Answers(rate, attempts, answered, AnswerHours(*map(tuple, body.get("hours", ()))))


def _symmetric(half: Floats, size: int) -> Floats:
    whole = np.zeros((size, size))
    rows, columns = np.tril_indices(size)
    whole[rows, columns] = half
    whole[columns, rows] = half
    return whole
