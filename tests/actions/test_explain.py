"""What is explained of a client is what the list goes by."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.actions.desk import desk
from warmcalls.actions.explain import _parts, explain
from warmcalls.domain.answers import Answers
from warmcalls.domain.calibration import Calibration
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.feature_words import feature_words
from warmcalls.domain.features import FEATURES, prior_of
from warmcalls.domain.kinds import Kind
from warmcalls.domain.learned import Learned
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.points import A_POINT
from warmcalls.domain.ranking import fit, sigmoid
from warmcalls.domain.settings import Settings


def test_the_parts_add_up_to_what_the_client_is_ranked_by(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    for kind in (Kind.FORM, Kind.SERVICES_PAGE, Kind.SERVICES_PAGE, Kind.DOWNLOAD):
        agency.signal(client_id, kind)
    asked = desk(agency.db, agency.now)
    found = explain(asked, client_id)
    (call,) = agency.today().calls
    assert found.call == call
    assert found.rank == 1
    assert found.call.value == pytest.approx(found.call.chance * found.fee, abs=1)
    assert found.call.chance == pytest.approx(found.call.answer_chance * found.call.worth_chance)
    points = found.base_points + sum(part.adds for part in found.parts)
    assert float(sigmoid(np.array(points * A_POINT))) == pytest.approx(found.call.worth_chance)
    assert found.parts[0].name == "form"
    assert found.parts[0].words == "an enquiry"
    (unknown,) = [part for part in found.parts if part.name == "unknown"]
    assert points > 0.0 > unknown.adds  # doubt pulls towards even odds


@settings(max_examples=50)
@given(
    x=st.lists(st.floats(-2, 3), min_size=len(FEATURES), max_size=len(FEATURES)),
    labels=st.lists(st.floats(0, 1), min_size=3, max_size=3),
    shift=st.floats(-1, 1),
    slope=st.floats(0.5, 1.5),
)
def test_under_whatever_was_learnt_the_parts_add_up_to_the_promise(
    x: list[float], labels: list[float], shift: float, slope: float
) -> None:
    prior = prior_of(Settings())
    seen = np.arange(3 * len(FEATURES)).reshape(3, -1) % 4 / 2.0
    model = fit(seen, labels, prior)
    learned = Learned(model, Answers(0.35), Calibration(shift, slope, 3))
    row = np.array([x])
    parts = _parts(learned, prior.mean, row)
    points = model.intercept / A_POINT + sum(part.adds for part in parts)
    promised = learned.calibration.promised(model.moderated(row))
    assert float(sigmoid(np.array(points * A_POINT))) == pytest.approx(float(promised[0]))
    assert [part.value * part.learned for part in parts] == pytest.approx(
        [part.adds for part in parts]
    )


def test_a_client_off_the_list_is_explained_with_the_rule_that_keeps_it_off(
    agency: Agency,
) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id)
    agency.outcome(client_id, result=Result.NOT_INTERESTED)
    found = explain(desk(agency.db, agency.now), client_id)
    assert found.rank is None
    assert found.standing.rules[0].startswith("It rests until ")
    (refused,) = [part for part in found.parts if part.name == "refused"]
    assert refused.adds < 0.0
    assert refused.words == "they were not interested"
    assert "but they were not interested today" in found.call.why


def test_calls_that_reach_nobody_are_said_against_it(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id)
    for days in range(6, 1, -1):
        agency.outcome(client_id, Reach.NO_ANSWER, at=agency.now - days * DAY)
    why = explain(desk(agency.db, agency.now), client_id).call.why
    assert why.endswith(", but the last 5 calls reached nobody.")


def test_whoever_objected_is_given_no_first_line(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id)
    assert explain(desk(agency.db, agency.now), client_id).call.opener
    agency.outcome(client_id, result=Result.DO_NOT_CALL)
    found = explain(desk(agency.db, agency.now), client_id)
    assert found.standing.rules == ("They objected to calls: never ring them.",)
    assert not found.call.opener


def test_nobody_known_is_refused(agency: Agency) -> None:
    with pytest.raises(RefusedError):
        explain(desk(agency.db, agency.now), 77)


@pytest.mark.parametrize("value", [-1.5, 0.4, 3.0])
def test_every_feature_has_words_of_its_own(value: float) -> None:
    words = [feature_words(name, value) for name in FEATURES]
    assert len(set(words)) == len(words)
    assert not [word for word in words if "_" in word or not word]
