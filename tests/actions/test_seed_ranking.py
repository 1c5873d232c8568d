"""The demo's ranking: drawn from the simulator's world, learnt from, and held against its word."""

from collections.abc import Iterator
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from warmcalls.actions.begin import begin
from warmcalls.actions.demo.calendar import Calendar, calendar
from warmcalls.actions.demo.clients import Company
from warmcalls.actions.demo.founding import Founding
from warmcalls.actions.demo.interest import Interest
from warmcalls.actions.ranking_report import ranking_report
from warmcalls.actions.seed import seed
from warmcalls.actions.weights_learned import weights_learned
from warmcalls.domain.calls import CallKind
from warmcalls.domain.learned import learn
from warmcalls.domain.moments import moment
from warmcalls.simulator.rates import COLD, HOT, RESEARCHING
from warmcalls.store import learned, settings
from warmcalls.store.engine import Writer
from warmcalls.store.lessons import lessons

LONDON = ZoneInfo("Europe/London")
MONDAY = moment(datetime(2026, 6, 15, 9, tzinfo=LONDON))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """The whole demo agency on a Monday morning."""
    db = begin(str(tmp_path_factory.mktemp("ranking") / "agency.db"), now=MONDAY)
    with db.atomic():
        db.execute("update setting set value = '1' where name = 'seed'")
    seed(db, now=MONDAY)
    yield db
    db.close()


def generator(what: str) -> np.random.Generator:
    return np.random.default_rng(Random(what).getrandbits(64))


def world(count: int = 400) -> tuple[list[Company], Calendar, Interest]:
    companies = Founding(Random(3)).companies(count)
    days = calendar(MONDAY, LONDON, 12)
    return companies, days, Interest(companies, days, generator)


def test_the_promises_of_the_year_are_about_kept(year: Writer) -> None:
    report = ranking_report(year, now=MONDAY)
    for held in (report.calls, report.conversations):
        assert 0.8 < held.worth / held.promised < 1.25
        assert held.error is not None
        assert held.error < 0.08
    assert report.calls.calls > 800


def test_the_best_promises_came_to_more_than_the_least(year: Writer) -> None:
    bins = ranking_report(year, now=MONDAY).calls.bins
    least, best = bins[: len(bins) // 2], bins[len(bins) // 2 :]
    assert sum(b.worth for b in best) > 1.5 * sum(b.worth for b in least)


def test_test_calls_were_drawn_by_the_list_with_a_chance(year: Writer) -> None:
    tests = year.tuples(
        f"select test_chance, features from call where kind = '{CallKind.TEST.value}'"
    )
    assert len(tests) >= 20
    assert all(0.0 < chance < 0.1 for chance, _ in tests)
    (others,) = year.tuples("select count(*) from call where kind <> 'test' and test_chance > 0")
    assert others == (0,)


def test_every_call_keeps_what_it_was_estimated_by(year: Writer) -> None:
    rows = year.tuples("select chance, answer_chance, log_odds, features from call")
    assert len(rows) > 1_000
    assert all(odds is not None and 0.0 < chance < answer for chance, answer, odds, _ in rows)
    assert sum(features != "{}" for *_, features in rows) > 0.95 * len(rows)


def test_outcomes_moved_the_weights_a_little_and_honestly(year: Writer) -> None:
    told = [w for w in weights_learned(year, now=MONDAY).signals if w.can_tell]
    assert len(told) > 15
    assert any(abs(w.moved) >= 2 for w in told)
    assert all(abs(w.moved) < 40 and w.low < w.learned < w.high for w in told)
    inside = [w.low <= w.set <= w.high for w in told]
    assert sum(inside) > 0.8 * len(inside)


def test_what_is_kept_is_what_all_outcomes_teach(year: Writer) -> None:
    agency = settings.load(year)
    kept, anew = learned.load(year, agency), learn(lessons(year), agency)
    assert kept.model.outcomes == anew.model.outcomes > 400
    np.testing.assert_allclose(kept.model.weights, anew.model.weights, atol=1e-9)


def test_all_times_of_day_have_calls(year: Writer) -> None:
    hours = learned.load(year, settings.load(year)).answers.hours
    assert sum(n > 50 for n in hours.attempts) >= 3


def test_states_are_the_simulators_and_small_firms_stay_cold() -> None:
    companies, days, interest = world()
    assert interest.states.shape == (len(days.days), len(companies))
    keen = np.array([company.keen > 0.0 for company in companies])
    assert (interest.states[:, ~keen] == COLD).all()
    shares = [(interest.states[:, keen] == state).mean() for state in (COLD, RESEARCHING, HOT)]
    assert 0.6 < shares[COLD] < 0.8
    assert shares[RESEARCHING] > 0.08
    assert shares[HOT] > 0.06
    jumped = (interest.states[:-1] == COLD) & (interest.states[1:] == HOT)
    assert not jumped.any()


def test_more_begin_to_look_in_spring_and_autumn_than_in_summer_and_winter() -> None:
    _, days, interest = world(4_000)
    begun = (interest.states[:-1] == COLD) & (interest.states[1:] == RESEARCHING)
    by_month: dict[int, list[float]] = {}
    for day, who in zip(days.days[1:], begun, strict=True):
        by_month.setdefault(day.month, []).append(who.sum())
    usual = {month: np.mean(counts) for month, counts in by_month.items()}
    assert min(usual[4], usual[10]) > 1.2 * max(usual[1], usual[7])


def test_campaigns_reach_a_client_when_it_begins_to_look_or_never() -> None:
    companies, days, interest = world()
    rng, last = Random(5), len(days.days)
    for place in range(len(companies)):
        day = interest.noticed(rng, place)
        looks = interest.states[:, place] != COLD
        began = day < last and looks[day] and not (day and looks[day - 1])
        assert day == last or began or not looks.any()
