"""The ranking's report on both engines: what counts, what stands apart, the rows behind it."""

from datetime import timedelta

import pytest

from tests.actions import promise_world
from tests.actions.promise_world import LAST, Made, keep
from tests.agency import Agency
from warmcalls.actions.calls_behind import calls_behind
from warmcalls.actions.ranking_report import ranking_report
from warmcalls.actions.undo import undo
from warmcalls.domain.behind import Calls, CallsBehind
from warmcalls.domain.calls import CallKind
from warmcalls.domain.clients import Role
from warmcalls.domain.observed import View
from warmcalls.domain.outcomes import Reach, Result, Why
from warmcalls.domain.periods import Period, last_months
from warmcalls.domain.ranking_report import RankingReport, document
from warmcalls.store import people, promises_kept

YEAR = last_months("2026-03-03")


def report(agency: Agency, period: Period = YEAR) -> RankingReport:
    return ranking_report(agency.db, now=agency.now, period=period)


def test_an_agency_without_calls_has_promised_nothing(agency: Agency) -> None:
    found = ranking_report(agency.db, now=agency.now)
    assert found.is_nothing
    assert found.calls.ratio is None
    assert found.against.too_early
    assert document(found)["calibration"] == []
    assert document(found)["test_calls"]["ratio_interval"] is None


def test_calls_of_the_list_are_held_against_their_promise(agency: Agency) -> None:
    client = agency.client("Fernhill Care")
    keep(
        agency.db,
        [
            Made(client, 0.10, 0.5, result=Result.MEETING, worth=True),
            Made(client, 0.20, 0.4),
            Made(client, 0.30, 0.6, reach=Reach.NO_ANSWER, worth=None),
        ],
    )
    found = report(agency)
    assert (found.calls.calls, found.calls.worth) == (3, 1.0)
    assert found.calls.promised == pytest.approx(0.6)
    assert (found.conversations.calls, found.conversations.worth) == (2, 1.0)
    assert found.conversations.promised == pytest.approx(0.10 / 0.5 + 0.20 / 0.4)
    assert (found.against.warm.calls, found.against.warm.conversations) == (3, 2)


def test_what_something_else_chose_stands_apart(agency: Agency) -> None:
    client = agency.client("Fernhill Care")
    keep(
        agency.db,
        [
            Made(client, 0.1),
            Made(client, 0.1, kind=CallKind.CALLBACK, worth=True),
            Made(client, 0.1, kind=CallKind.SAMPLE, worth=True),
            Made(client, 0.1, kind=CallKind.TEST, worth=True, test_chance=0.01),
            Made(client, 0.1, kind=CallKind.TEST, worth=True),  # not drawn: nobody knows how
            Made(client, 0.1, reach=Reach.REJECTED, why=Why.CANDIDATE),
            Made(client, 0.1, result=None, worth=None),
        ],
    )
    found = report(agency)
    assert (found.calls.calls, found.calls.worth) == (1, 0.0)
    assert (found.against.cold.calls, found.against.cold.worth) == (1, 1.0)
    apart = found.apart
    assert (apart.callbacks, apart.samples, apart.rejected, apart.undecided) == (1, 1, 1, 1)


def test_the_period_is_of_business_days_both_ends_included(agency: Agency) -> None:
    client = agency.client("Fernhill Care")
    keep(agency.db, [Made(client, 0.1, days_ago=days) for days in (0, 1, 2, 3)])
    first = (LAST - timedelta(days=2)).date().isoformat()
    last = (LAST - timedelta(days=1)).date().isoformat()
    assert report(agency, Period(first, last)).calls.calls == 2
    assert ranking_report(agency.db, now=agency.now).calls.calls == 4


def test_recorded_outcomes_are_counted_and_one_taken_back_is_not(agency: Agency) -> None:
    client = agency.client("Fernhill Care")
    entry = agency.outcome(client, result=Result.MEETING, worth=True)
    found = report(agency)
    assert (found.calls.calls, found.calls.worth) == (1, 1.0)
    (kept,) = promises_kept.promises(agency.db, YEAR.first, YEAR.last)
    assert kept.promised(View.CALLS) == pytest.approx(found.calls.promised)
    assert 0 < kept.chance < kept.answer_chance
    undo(agency.db, now=agency.now, entry_id=entry)
    assert report(agency).is_nothing


@pytest.fixture
def year(agency: Agency) -> Agency:
    """A year of calls of a list that keeps its word."""
    promise_world.year(agency, 3, warm=240, tests=24)
    return agency


def test_the_rows_behind_every_figure_add_up_to_it(year: Agency) -> None:
    found = report(year)

    def rows(calls: Calls, **which: object) -> list[tuple[float, float]]:
        behind = CallsBehind(calls, "", **which)  # type: ignore[arg-type]
        return [(r.promised, r.came) for r in calls_behind(year.db, YEAR, behind)]

    def check(lines: list[tuple[float, float]], calls: int, worth: float) -> None:
        assert len(lines) == calls
        assert sum(came for _, came in lines) == worth

    for view, calls in ((View.CALLS, Calls.LIST), (View.CONVERSATIONS, Calls.CONVERSATIONS)):
        whole = found.view(view)
        check(rows(calls), whole.calls, whole.worth)
        for number, each in enumerate(whole.bins):
            lines = rows(calls, number=number)
            check(lines, each.calls, each.worth)
            assert sum(p for p, _ in lines) == pytest.approx(each.predicted * each.calls)
        assert not rows(calls, number=len(whole.bins))
    for month in found.months:
        check(rows(Calls.LIST, month=month.month), month.calls, month.worth)
    check(rows(Calls.TESTS), found.against.cold.calls, found.against.cold.worth)


def test_a_row_says_who_rang_when_and_what_came(agency: Agency) -> None:
    client = agency.client("Fernhill Care")
    with agency.db.atomic():
        person = people.add(agency.db, "Beth Okafor", Role.RECRUITER, 20)
    agency.outcome(
        client,
        result=Result.NO_NEED,
        worth=False,
        why=Why.NO_NEED,
        person_id=person.id,
        note="Later",
    )
    behind = CallsBehind(Calls.LIST, "Calls")
    (line,) = calls_behind(agency.db, YEAR, behind)
    assert line.client == "Fernhill Care"
    assert line.words == "No hiring need, not worth it: no need"
    assert (line.who, line.note, line.at) == ("Beth Okafor", "Later", agency.now)


def test_the_document_has_the_shape_the_command_line_promises(year: Agency) -> None:
    found = document(report(year))
    assert {"predicted", "observed", "calls", "low", "high"} == set(found["calibration"][0])
    assert sum(each["calls"] for each in found["calibration"]) == found["calls"]
    assert found["observed_over_predicted"] == pytest.approx(found["observed"] / found["predicted"])
    low, high = found["observed_over_predicted_interval"]
    assert low < found["observed_over_predicted"] < high
    assert 0 < found["expected_calibration_error"] < 1
    tests = found["test_calls"]
    assert tests["list"]["calls"] == found["calls"]
    assert tests["share_of_the_list"] == 0.05
    assert set(tests) >= {"calls", "worth", "rate", "interval", "ratio", "too_early", "more_needed"}
