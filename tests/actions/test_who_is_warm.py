"""Who is warm, and who is drawn to test that, also once the weights are learnt."""

from collections import Counter
from dataclasses import replace

from tests.agency import Agency
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.desk import desk
from warmcalls.actions.todays_list import draw_tests, rank
from warmcalls.domain.calls import CallKind
from warmcalls.domain.features import FEATURES
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Result
from warmcalls.store import calls, settings, standing, warmth


def disappointed(agency: Agency) -> None:
    """Let calls to readers of guides come to nothing."""
    for n in range(60):
        client = agency.client(f"Came to nothing {n}")
        agency.signal(client, Kind.DOWNLOAD, days_ago=2)
        agency.outcome(client, result=Result.NO_NEED, worth=False, at=agency.now - DAY - n)


def test_what_came_to_nothing_is_promised_less_but_stays_warm(agency: Agency) -> None:
    reader, other = agency.client("Reader"), agency.client("Other")
    agency.signal(reader, Kind.DOWNLOAD, days_ago=2)
    agency.signal(other, Kind.CONTACT_PAGE, days_ago=2)
    before = {call.client: call.worth_chance for call in agency.today().calls}
    disappointed(agency)
    assert desk(agency.db, agency.now).learned.model.outcomes == 60
    assert agency.warm_names() == ["Other", "Reader"]
    after = {call.client: call.worth_chance for call in agency.today().calls}
    lost = {name: before[name] / after[name] for name in before}
    assert lost["Reader"] > lost["Other"] > 1


def test_nobody_is_warm_whose_interest_nobody_saw(agency: Agency) -> None:
    """Not even where somebody gives weight to what mail programs and candidates do."""
    quiet = [Kind.EMAIL_OPEN, Kind.EMAIL_BOUNCE, Kind.CANDIDATE_PAGE, Kind.JOB_ADVERT]
    weighed = DEFAULT_WORTH | dict.fromkeys(quiet, Worth(2.0, 30))
    change_settings(agency.db, now=agency.now, worth=weighed)
    client = agency.client("Quiet")
    for kind in quiet:
        agency.signal(client, kind)
    assert agency.warm_names() == []
    agency.signal(client, Kind.OTHER_PAGE)
    assert agency.warm_names() == ["Quiet"]


def test_tests_are_drawn_evenly_also_after_learning(agency: Agency) -> None:
    disappointed(agency)
    pool = {agency.client(f"Cold {n}") for n in range(40)}
    asked, drawn = desk(agency.db, agency.now), Counter[int]()
    later = [replace(asked, now=asked.now + day * DAY) for day in range(400)]
    done = {i for (i,) in agency.db.tuples("select client_id from outcome")}
    for each in later:
        (test,) = draw_tests(each, 1, done)
        drawn[test.client_id] += 1
    assert set(drawn) == pool
    usual = len(later) / len(pool)
    # 99.9 % of even draws lie below
    assert sum((drawn[i] - usual) ** 2 / usual for i in pool) < 72.1


def test_a_test_call_is_kept_with_its_chance_and_estimate(agency: Agency) -> None:
    disappointed(agency)
    change_settings(agency.db, now=agency.now, test_share=0.2)
    for n in range(30):
        agency.signal(agency.client(f"Warm {n}"), Kind.GUIDE_PAGE)
    day = agency.today()
    kinds = Counter(call.kind for call in day.calls)
    assert kinds == {CallKind.TEST: 4, CallKind.WARM: 16}
    for call in day.calls:
        assert (call.test_chance is not None) is (call.kind is CallKind.TEST)
        row = calls.row_of(call, key="", now=agency.now, day="", person_id=None)
        assert (row["kind"], row["test_chance"]) == (call.kind.value, call.test_chance)
        assert row["log_odds"] == call.log_odds < 0


def test_the_list_looks_deeper_where_learnt_weights_are_quite_others(agency: Agency) -> None:
    """What is learnt puts first whom the settings' weights put last."""
    db = agency.db
    with db.atomic():
        for n in range(1, 321):
            row = {"name": f"Client {n}", "name_key": f"client {n}", "made_at": agency.now}
            db.insert("client", row)
            db.insert("phone", {"client_id": n, "number": f"+4420{n:08}"})
        said = settings.load(db)
        standing.refresh(db, range(1, 321), said)
        seen = [(n, Kind.FORM if n <= 200 else Kind.VIDEO) for n in range(1, 321)]
        seen += [(n, Kind.GUIDE_PAGE) for n in range(201, 301)]
        arrivals = [warmth.Arrival(n, kind, agency.now - DAY, 1.0) for n, kind in seen]
        warmth.add(db, arrivals, said)
    asked = desk(db, agency.now)
    assert max(rank(asked, 10)) <= 200
    learned, weights = asked.learned, asked.learned.model.weights.copy()
    for kind, weight in ((Kind.FORM, 0.1), (Kind.VIDEO, 3.0), (Kind.GUIDE_PAGE, -1.0)):
        weights[FEATURES.index(kind.value)] = weight
    other = replace(learned, model=replace(learned.model, weights=weights))
    assert min(rank(replace(asked, taught=other), 10)[:20]) > 300
