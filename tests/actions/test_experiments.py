"""Experiments: what is refused, what is counted, and a log that can be searched."""

from datetime import UTC, datetime

import pytest

from tests.agency import Agency
from warmcalls.actions.experiments import (
    decide_experiment,
    experiments,
    start_experiment,
    write_learnt,
)
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.evidence import credible
from warmcalls.domain.experiment_log import Measure, State, observed
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, moment
from warmcalls.domain.outcomes import Outcome, Reach, Result, Why

SPOKE = Reach.SPOKE


def call(at: int, reach: Reach = SPOKE, **more: object) -> Outcome:
    return Outcome(key=f"{at}", client_id=1, at=at, reach=reach, **more)  # type: ignore[arg-type]


def start(agency: Agency, name: str, *campaigns: int, **more: object) -> int:
    arms = [(campaign, "") for campaign in campaigns]
    return start_experiment(agency.db, name, arms, now=agency.now, **more).id  # type: ignore[arg-type]


def test_what_is_no_experiment_is_refused(agency: Agency) -> None:
    one, two = agency.campaign("One"), agency.campaign("Two")
    start(agency, "Trial", one, two)
    for says, name, arms, more in (
        ("needs a name", "  ", (one, two), {}),
        ("two campaigns or more", "A", (one,), {}),
        ("One stands there twice", "A", (one, two, one), {}),
        ("not there any more", "A", (one, two + 1), {}),
        ("called trial already", "trial", (one, two), {}),
        ("no date", "A", (one, two), {"starts": "soon"}),
    ):
        with pytest.raises(RefusedError, match=says):
            start(agency, name, *arms, **more)
    assert len(experiments(agency.db, now=agency.now)) == 1


# what came of a lead's calls, and when each measure counts it: hit, miss or not at all
NO_ANSWER = call(1, Reach.NO_ANSWER)
WORTH = call(2, result=Result.MEETING, worth=True)
MISFIT = call(3, result=Result.NO_NEED, worth=False, why=Why.BAD_FIT)
NO_NEED = call(4, result=Result.NO_NEED, worth=False, why=Why.NO_NEED)
CANDIDATE = call(5, Reach.REJECTED, why=Why.CANDIDATE)
DUPLICATE = call(6, Reach.REJECTED, why=Why.DUPLICATE)
OTHER_DECIDES = call(7, result=Result.NOT_DECISION_MAKER)
INFORMATION = call(8, result=Result.SEND_INFORMATION)


@pytest.mark.parametrize(
    ("history", "answered", "right_sort", "worth", "meeting"),
    [
        ((), None, None, None, None),
        ((NO_ANSWER,), (1, False), None, (1, False), (1, False)),
        ((NO_ANSWER, WORTH), (1, True), (2, True), (1, True), (1, True)),
        ((MISFIT,), (3, True), (3, False), (3, False), (3, False)),
        ((NO_NEED,), (4, True), (4, True), (4, False), (4, False)),
        ((CANDIDATE,), None, (5, False), None, None),
        ((DUPLICATE,), None, None, None, None),
        ((OTHER_DECIDES,), (7, True), (7, False), (7, False), (7, False)),
        ((OTHER_DECIDES, NO_NEED), (7, True), (7, True), (7, False), (7, False)),
        ((WORTH, MISFIT), (2, True), (2, True), (2, True), (2, True)),
        ((INFORMATION,), (8, True), None, (8, False), (8, False)),
    ],
)
def test_a_lead_is_one_observation(
    history: tuple[Outcome, ...],
    answered: tuple[int, bool] | None,
    right_sort: tuple[int, bool] | None,
    worth: tuple[int, bool] | None,
    meeting: tuple[int, bool] | None,
) -> None:
    found = [observed(measure, history) for measure in Measure]
    assert found == [answered, right_sort, worth, meeting]


def test_leads_count_for_the_arm_that_brought_them_first_while_it_ran(agency: Agency) -> None:
    one, two = agency.campaign("One"), agency.campaign("Two")
    start_experiment(
        agency.db, "Trial", [(one, "Question"), (two, "")], now=agency.now, starts="2026-02-01"
    )
    both, first, before, glanced = (
        agency.client(n) for n in ("Both", "First", "Before", "Glanced")
    )
    agency.signal(both, Kind.FORM, 9, two)
    agency.signal(both, Kind.FORM, 8, one)
    agency.signal(first, Kind.FORM, 9, one)
    agency.signal(before, Kind.FORM, 60, one)
    agency.signal(glanced, Kind.ARTICLE_PAGE, 5, one)
    agency.outcome(both, worth=True, at=agency.now - 7 * DAY)
    agency.outcome(first, Reach.NO_ANSWER, at=agency.now - 10 * DAY)  # before it was a lead
    agency.outcome(first, worth=False, why=Why.NO_NEED, at=agency.now - 6 * DAY)
    agency.outcome(before, worth=True, at=agency.now - 6 * DAY)
    (trial,) = experiments(agency.db, now=agency.now)
    found = [(arm.name, arm.leads, arm.rate) for arm in trial.arms]
    assert found == [("Question", 1, credible(0, 1)), ("Two", 1, credible(1, 1))]
    assert trial.comparison is not None
    assert (trial.comparison.leader, trial.comparison.decided) == (two, False)
    assert [arm.rate.trials for arm in experiments(agency.db, now=agency.now - 8 * DAY)[0].arms] == [
        0, 0,
    ]  # fmt: skip


def test_evidence_grows_until_one_arm_is_the_better(agency: Agency) -> None:
    good, bad = agency.campaign("Good"), agency.campaign("Bad")
    start(agency, "Trial", good, bad, starts="2026-02-01", measure=Measure.MEETING)
    for i in range(40):
        arm = (good, bad)[i % 2]
        client, days = agency.client(f"Lead {i}"), 25 - i / 2
        agency.signal(client, Kind.FORM, days, arm)
        result = Result.MEETING if arm == good and i % 8 else Result.NO_NEED
        agency.outcome(
            client, result=result, worth=arm == good, at=agency.now - round((days - 0.1) * DAY)
        )
    (trial,) = experiments(agency.db, now=agency.now)
    (early,) = experiments(agency.db, now=agency.now - 24 * DAY)
    assert trial.comparison is not None
    assert early.comparison is not None
    assert (trial.comparison.leader, trial.comparison.decided) == (good, True)
    assert early.comparison.e_value < 20 < trial.comparison.e_value
    assert not early.comparison.decided


def test_a_decision_ends_it_and_freezes_what_was_known(agency: Agency) -> None:
    one, two, client = agency.campaign("One"), agency.campaign("Two"), agency.client("Lead")
    made = start(agency, "Trial", one, two, starts="2026-02-01")
    agency.signal(client, Kind.FORM, 3, one)
    agency.outcome(client, Reach.NO_ANSWER, at=agency.now - 2 * DAY)
    with pytest.raises(RefusedError, match="Say what was decided"):
        decide_experiment(agency.db, made, " ", now=agency.now)
    decide_experiment(agency.db, made, "Keep One", now=agency.now)
    agency.outcome(client, worth=True, at=agency.now + 5 * DAY)
    (trial,) = experiments(agency.db, now=agency.now + 6 * DAY)
    assert (trial.state, trial.ended_on, trial.decision) == (
        State.DECIDED,
        "2026-03-03",
        "Keep One",
    )
    assert trial.arms[0].rate == credible(0, 1)
    write_learnt(agency.db, made, "Questions in the subject work", now=agency.now)
    assert experiments(agency.db, now=agency.now)[0].learnt == "Questions in the subject work"
    with pytest.raises(RefusedError, match="was decided on 2026-03-03"):
        decide_experiment(agency.db, made, "Keep Two", now=agency.now)
    with pytest.raises(RefusedError, match="not there"):
        write_learnt(agency.db, made + 1, "x", now=agency.now)


def test_one_that_has_not_begun_cannot_be_decided(agency: Agency) -> None:
    made = start(
        agency, "Later", agency.campaign("One"), agency.campaign("Two"), starts="2026-03-09"
    )
    assert experiments(agency.db, now=agency.now)[0].arms[0].leads == 0
    with pytest.raises(RefusedError, match="begins on 2026-03-09"):
        decide_experiment(agency.db, made, "Stop", now=agency.now)


def test_the_log_is_searched_by_every_word_anywhere(agency: Agency) -> None:
    one, two, three = (agency.campaign(n) for n in ("Salary guide", "Pay guide", "Round table"))
    old = start(agency, "Subject lines", one, two, hope="Questions are OPENED more often")
    decide_experiment(agency.db, old, "Ask questions", "Numbers bore planners", now=agency.now)
    start(agency, "Rooms", two, three, decides="Twice as many meetings")

    def names(text: str) -> list[str]:
        return [e.name for e in experiments(agency.db, now=agency.now, text=text)]

    assert names("") == ["Rooms", "Subject lines"]
    for text in ("opened", "planners SUBJECT", "salary", "ask"):
        assert names(text) == ["Subject lines"]
    assert names("guide") == ["Rooms", "Subject lines"]
    assert names("twice meetings") == ["Rooms"]
    assert names("nobody") == []


def test_today_is_the_first_day_where_none_is_given(agency: Agency) -> None:
    late = moment(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))  # the day after, in London
    arms = [(agency.campaign("One"), ""), (agency.campaign("Two"), "")]
    start_experiment(agency.db, "Trial", arms, now=late)
    assert experiments(agency.db, now=late)[0].starts == "2026-07-02"
