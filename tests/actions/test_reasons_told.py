"""Which signals a call's reasons name, and which of them the first line brings up."""

import numpy as np
import pytest

from tests.actions.test_strengths import a_desk
from tests.agency import Agency
from warmcalls.actions.desk import desk
from warmcalls.actions.propose import Pick, describe
from warmcalls.domain.calls import CallKind, WarmCall
from warmcalls.domain.features import FEATURES
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind
from warmcalls.domain.learned import Learned, beginner
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.ranking import Model
from warmcalls.store import named_signals, signals


def proposed(agency: Agency, client_id: int, **weights: float) -> WarmCall:
    """Return a client as a call, by some weights and nothing else if any are given."""
    settings, size = desk(agency.db, agency.now).agency, len(FEATURES)
    learned = beginner(settings)
    if weights:
        mean = np.array([weights.get(name, 0.0) for name in FEATURES])
        model = Model(mean, -2.0, np.zeros((size + 1, size + 1)), 30)
        learned = Learned(model, learned.answers)
    (call,) = describe(a_desk(agency, learned), [Pick(client_id, CallKind.WARM)])
    return call


@pytest.mark.parametrize("half_lives", [0.5, 2.5, 8.0])
def test_a_signal_is_named_while_there_is_something_left_of_it(
    agency: Agency, half_lives: float
) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id, Kind.FORM, half_lives * DEFAULT_WORTH[Kind.FORM].half_life_days)
    assert [one.kind for one in proposed(agency, client_id, form=1.0).reasons] == ["form"]


def test_a_second_reason_counts_beside_the_first(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id, Kind.FORM)
    agency.signal(client_id, Kind.CHAT)
    both = proposed(agency, client_id, form=1.0, chat=1.0)
    assert {one.kind for one in both.reasons} == {"form", "chat"}
    # either makes it two kinds, and together they take off more than two kinds add
    (only,) = proposed(agency, client_id, form=-0.41, chat=-0.4, kinds=0.45).reasons
    assert only.contribution > 0.0


def test_only_what_its_own_weight_holds_against_a_client_is_said_against_it(
    agency: Agency,
) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id, Kind.FORM)
    agency.signal(client_id, Kind.CHAT)
    # it would do better without the chat, but for being a second kind alone
    assert [one.kind for one in proposed(agency, client_id, form=3.0, kinds=-0.9).reasons] == [
        "form"
    ]
    held = proposed(agency, client_id, form=3.0, kinds=-0.9, chat=-0.1).reasons
    assert [one.kind for one in held] == ["form", "chat"]


@pytest.mark.parametrize(("spoken_days_ago", "brought_up"), [(9, True), (2, False)])
def test_the_first_line_brings_up_only_what_was_not_talked_of_since(
    agency: Agency, spoken_days_ago: int, *, brought_up: bool
) -> None:
    client_id = agency.client("Northmoor", contact="Priya Nair")
    agency.signal(client_id, Kind.DOWNLOAD, days_ago=5)
    never = proposed(agency, client_id).opener
    assert "thing 0" in never
    agency.outcome(client_id, result=Result.SEND_INFORMATION, at=agency.now - spoken_days_ago * DAY)
    assert ("thing 0" in proposed(agency, client_id).opener) is brought_up


def test_calls_that_came_to_nothing_are_said_where_they_weigh(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    agency.signal(client_id)
    for days in (4, 3):
        agency.outcome(client_id, Reach.NO_ANSWER, at=agency.now - days * DAY)
    assert "reached nobody" not in proposed(agency, client_id, form=1.0, unanswered=-0.1).why
    loud = proposed(agency, client_id, form=1.0, unanswered=-0.2).why
    assert loud.endswith("but the last 2 calls reached nobody.")
    agency.outcome(client_id, result=Result.NOT_INTERESTED)
    no = proposed(agency, client_id, form=1.0, refused=-1.0).why
    assert ", but they were not interested today; " in no


def test_who_came_this_week_has_come_already(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    days = {1: -8.0, 2: -6.0, 3: 0.0, 4: 0.5}
    rows = [
        (client_id, None, None, "form", agency.now + round(day * DAY), "", person, 1.0, None, None, n)
        for n, (person, day) in enumerate(days.items())
    ]  # fmt: skip
    with agency.db.atomic():
        signals.add_many(agency.db, rows)
    came = named_signals.who_came(agency.db, [client_id], agency.now)
    assert came == {client_id: {Kind.FORM: {2, 3}}}
