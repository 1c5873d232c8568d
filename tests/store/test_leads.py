"""Leads counted by SQL equal the definitions applied one by one, on both engines."""

import contextlib
import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.domain.campaigns import LEAD_KINDS, LeadState
from warmcalls.domain.kinds import Kind
from warmcalls.domain.lead_criteria import LeadCriteria
from warmcalls.domain.lead_funnel import funnel
from warmcalls.domain.leads import AGREED, BRIEF, MEETING, states
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result, Why
from warmcalls.store import lead_facts, lead_lines, leads, touches

Signal = tuple[int, int, Kind, int]
Called = tuple[int, int, tuple[str, str, int | None, str]]
KINDS = (Kind.WEBINAR_ATTENDED, Kind.EMAIL_OPEN, Kind.CHAT)
CAME = (
    ("no_answer", "", None, ""),
    ("spoke", "meeting", 1, ""),
    ("spoke", "job_brief", 1, ""),
    ("spoke", "send_information", None, ""),
    ("spoke", "no_need", 0, "no_need"),
    ("spoke", "not_decision_maker", 0, "no_authority"),
    ("spoke", "not_interested", 0, "bad_fit"),
    ("rejected", "", 0, "candidate"),
    ("rejected", "", 0, "wrong_data"),
    ("wrong_number", "", None, ""),
    ("no_answer", "", 0, "other"),
    ("spoke", "call_back", 1, ""),
)
SIGNAL = st.tuples(st.integers(0, 3), st.integers(0, 2), st.sampled_from(KINDS), st.integers(0, 15))
# one of a client a day, since what comes first of two at the same moment is not defined
OUTCOME = st.tuples(st.integers(0, 3), st.integers(0, 60), st.sampled_from(CAME))
WINDOW = st.tuples(st.integers(0, 10), st.integers(1, 16))


class _Back(Exception):  # noqa: N818  it only rolls an example back
    pass


class World:
    """Four clients, three campaigns, signals and outcomes put in as they are kept."""

    def __init__(self, agency: Agency, signals: list[Signal], outcomes: list[Called]) -> None:
        self.db = agency.db
        self.signals, self.outcomes = signals, outcomes
        self.clients = [agency.client(f"Client {n}") for n in range(4)]
        self.campaigns = [agency.campaign(f"Campaign {n}") for n in range(3)]
        for n, (client, campaign, kind, day) in enumerate(signals):
            row: dict[str, Any] = {"client_id": self.clients[client], "kind": kind.value}
            row |= {"campaign_id": self.campaigns[campaign], "at": day * DAY, "person": n % 3}
            self.db.insert("signal", row | {"digest": n})
        for n, (client, day, (reach, result, worth, why)) in enumerate(outcomes):
            row = {"client_id": self.clients[client], "at": day * DAY, "day": "", "key": f"o{n}"}
            row |= {"reach": reach, "result": result, "worth": worth, "why": why}
            self.db.insert("outcome", row)
        touches.recount(self.db, self.clients)

    def leads(self, first: int, end: int) -> dict[tuple[int, int], int]:
        """Return when each client became a lead of each campaign, by places."""
        found: dict[tuple[int, int], int] = {}
        for client, campaign, kind, day in self.signals:
            if kind in LEAD_KINDS:
                key = (client, campaign)
                found[key] = min(found.get(key, day * DAY), day * DAY)
        return {key: at for key, at in found.items() if first <= at < end}

    def since(self, client: int, at: int) -> list[tuple[str, str, int | None, str]]:
        return [came for who, day, came in self.outcomes if who == client and day * DAY >= at]

    def state(self, client: int, at: int) -> LeadState:
        came = self.since(client, at)
        calls = [each for each in came if each[0] != "rejected"]
        if any(each[2] == 1 for each in came):
            return LeadState.WORTH
        if any(each[2] == 0 for each in calls):
            return LeadState.DISQUALIFIED
        if calls:
            return LeadState.CALLED
        return LeadState.REJECTED if came else LeadState.UNWORKED


@given(
    signals=st.lists(SIGNAL, max_size=25),
    outcomes=st.lists(OUTCOME, max_size=30, unique_by=lambda each: each[:2]),
    window=WINDOW,
    today=st.integers(0, 100),
)
@example(signals=[(0, 0, Kind.CHAT, 5)], outcomes=[(0, 5, CAME[0])], window=(0, 9), today=26)
@example(
    signals=[(0, 1, Kind.CHAT, 5)],
    outcomes=[(0, 6, CAME[4]), (0, 7, CAME[6])],
    window=(0, 9),
    today=7,
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_sql_counts_equals_the_definitions(
    agency: Agency,
    signals: list[Signal],
    outcomes: list[Called],
    window: tuple[int, int],
    today: int,
) -> None:
    first, end = window[0] * DAY, (window[0] + window[1]) * DAY
    with contextlib.suppress(_Back), agency.db.atomic():
        world = World(agency, signals, outcomes)
        _check_counts(world, first, end)
        _check_states(world, first, end)
        _check_funnel(world, first, end, today)
        raise _Back


def _check_counts(world: World, first: int, end: int) -> None:
    known = world.leads(first, end)
    arrived = leads.arrivals(world.db, first, end)
    reached = leads.reached(world.db, first, end)
    for place, campaign in enumerate(world.campaigns):
        mine = [at for (_, c), at in known.items() if c == place]
        moments, counts = arrived.get(campaign, ((), ()))
        assert sum(counts) == len(mine)
        weeks = [round((at - first) // (7 * DAY)) for at in sorted(mine)]
        found = [int(m - first) // (7 * DAY) for m, n in zip(moments, counts, strict=True)
                 for _ in range(n)]  # fmt: skip
        assert sorted(found) == weeks
        seen = {c for c, k, _, day in world.signals if k == place and first <= day * DAY < end}
        assert reached[campaign] == len(seen)
    newest: dict[int, int] = {}
    for (client, _), at in known.items():
        newest[client] = max(at, newest.get(client, at))
    unworked = [c for c, at in newest.items() if not world.since(c, at)]
    assert leads.waiting(world.db, first, end) == len(unworked)
    rows = lead_lines.leads(world.db, first, end, state=LeadState.UNWORKED)
    assert sorted(row.client_id for row in rows) == sorted(world.clients[c] for c in unworked)


def _check_states(world: World, first: int, end: int) -> None:
    looked_at = leads.looked_at(world.db, first, end)
    assert list(looked_at.at) == sorted(looked_at.at)
    for place, campaign in enumerate(world.campaigns):
        mine = {c: at for (c, k), at in world.leads(first, end).items() if k == place}
        own = looked_at.of(looked_at.campaign == campaign)
        expected = [world.state(client, at) for client, at in mine.items()]
        assert states(own, len(mine)) == {s: expected.count(s) for s in LeadState}
        firsts = [
            min(day * DAY for who, day, _ in world.outcomes if who == c and day * DAY >= at)
            for c, at in mine.items()
            if world.since(c, at)
        ]
        assert sorted(own.at.tolist()) == sorted(firsts)
        results = [{came[1] for came in world.since(c, at)} for c, at in mine.items()]
        assert own.any(MEETING).sum() == sum("meeting" in each for each in results)
        assert own.any(BRIEF).sum() == sum("job_brief" in each for each in results)
        for state in LeadState:
            rows = lead_lines.leads(world.db, first, end, campaign_id=campaign, state=state)
            wanted = {world.clients[c]: at for c, at in mine.items() if world.state(c, at) is state}
            assert {row.client_id: row.at for row in rows} == wanted
            assert {line.state for line in lead_lines.lines(world.db, rows)} <= {state.value}


def _check_funnel(world: World, first: int, end: int, today: int) -> None:
    seen, told = leads.looked_at(world.db, first, end), leads.outcomes(world.db, first)
    tried: list[list[tuple[int, int, bool]]] = [[], [], []]
    for (client, place), at in world.leads(first, end).items():
        came = sorted((day, *one) for who, day, one in world.outcomes if who == client)
        came = [each for each in came if each[0] * DAY >= at]
        for step, known in zip(tried, _steps(came), strict=True):
            if known and known[0] <= today:
                step.append((known[0], world.campaigns[place], known[1]))
    for stage, expected in zip(funnel(seen, told, today * DAY), tried, strict=True):
        assert stage.at.tolist() == sorted(stage.at.tolist())
        columns = (stage.at // DAY, stage.campaign, stage.hits)
        found = zip(*(column.tolist() for column in columns), strict=True)
        assert sorted(found) == sorted(expected)


Came = tuple[int, str, str, int | None, str]
Known = tuple[int, bool] | None


def _steps(came: list[Came]) -> tuple[Known, Known, Known]:
    """Say of one lead when each step was known, and what; its outcomes stand in order."""
    sort = next(((each[0], told) for each in came if (told := _right_sort(each)) is not None), None)
    return _answered(came), sort, _met(came, sort[0]) if sort and sort[1] else None


def _answered(came: list[Came]) -> Known:
    """Go through the outcomes day by day, as somebody at the desk would."""
    tries, last = 0, 0
    for day, reach, _, worth, _ in came:
        if tries and reach != Reach.REJECTED and day > last + 21:
            return last + 21, False
        if reach == Reach.SPOKE:
            # a rejection after three silent weeks changes nothing of that
            return day, True
        if reach != Reach.REJECTED:
            tries, last = tries + 1, day
        if tries and (tries == 3 or worth == 0):
            return min(day, last + 21), False
    return (last + 21, False) if tries else None


def _right_sort(each: Came) -> bool | None:
    """Say whether an outcome tells that a lead is the right sort of person."""
    _, reach, result, worth, why = each
    if worth == 1 or result in {Result.MEETING, Result.JOB_BRIEF}:
        return True
    wrong = {Why.BAD_FIT, Why.NO_AUTHORITY, Why.CANDIDATE, Why.NOT_OUR_MARKET, Why.COMPETITOR}
    if why in wrong or result == Result.NOT_DECISION_MAKER:
        return False
    needs = why in {Why.NO_NEED, Why.NO_BUDGET, Why.OTHER} and reach == Reach.SPOKE
    return True if needs else None


def _met(came: list[Came], right: int) -> Known:
    spoke = next((each[0] for each in came if each[1] == Reach.SPOKE), right)
    over = min([spoke + 30, *(each[0] for each in came if each[3] == 0 and each[0] >= spoke)])
    met = [each[0] for each in came if each[2] in {Result.MEETING, Result.JOB_BRIEF}]
    over = max(over, right)
    return (max(met[0], right), True) if met and met[0] <= over else (over, False)


def test_bits_of_agreement_are_those_of_a_meeting_and_a_brief() -> None:
    assert AGREED == MEETING | BRIEF


def test_enquiries_of_nobodys_contacts_are_counted_by_person(agency: Agency) -> None:
    campaign, numbers = agency.campaign("Ads"), itertools.count(1)
    for visitor, kind, day in (("a", "chat", 5), ("a", "chat", 6), ("b", "form", 5),
                               ("c", "guide_page", 5), ("d", "chat", 50)):  # fmt: skip
        key = f"{visitor}@far.example"
        found = agency.db.tuples("select id from visitor where value = :v", v=key)
        row: dict[str, Any] = {"kind": "email", "value": key}
        visitor_id = found[0][0] if found else agency.db.insert("visitor", row)
        row = {"visitor_id": visitor_id, "kind": kind, "at": day * DAY, "person": 1}
        row |= {"campaign_id": campaign, "digest": next(numbers)}
        agency.db.insert("signal", row)
    assert leads.unmatched(agency.db, 0, 40 * DAY) == {campaign: 2}
    assert leads.unmatched(agency.db, 0, 10 * DAY * 10) == {campaign: 3}


@pytest.mark.parametrize(
    ("criteria", "meeting"),
    [
        (LeadCriteria(tiers=("A",)), 1),
        (LeadCriteria(tiers=("A", "B")), 2),
        (LeadCriteria(sectors=(" logistics",)), 2),
        (LeadCriteria(staff_min=50), 1),
        (LeadCriteria(staff_min=5, staff_max=20), 1),
        (LeadCriteria(needs_contact=True), 1),
        (LeadCriteria(needs_number=True), 2),
        (LeadCriteria(needs_number=True, needs_contact=True, tiers=("C",)), 0),
    ],
)
def test_leads_that_meet_the_criteria(agency: Agency, criteria: LeadCriteria, meeting: int) -> None:
    campaign = agency.campaign("Guide")
    clients = (
        agency.client("A Ltd", tier="A", sector="Logistics", staff=80, contact="Ann Ashe"),
        agency.client("B Ltd", tier="B", sector="LOGISTICS ", staff=10, phone="020 7946 0002"),
        agency.client("C Ltd", tier="C", sector="Care", phone=""),
    )
    for client in clients:
        agency.signal(client, Kind.DOWNLOAD, campaign=campaign)
    agency.signal(clients[0], Kind.EMAIL_OPEN, campaign=agency.campaign("News"))
    window = (agency.now - 30 * DAY, agency.now)
    found = lead_facts.meeting(agency.db, *window, criteria)
    assert found == ({campaign: meeting} if meeting else {})


def test_unworked_leads_stand_in_order_of_warmth(agency: Agency) -> None:
    campaign = agency.campaign("Guide")
    cold, warm, called = (agency.client(f"{name} Ltd") for name in ("Cold", "Warm", "Called"))
    agency.signal(cold, Kind.EMAIL_CLICK, 20, campaign)
    agency.signal(warm, Kind.FORM, 2, campaign)
    agency.signal(called, Kind.FORM, 1, campaign)
    agency.outcome(called, Reach.NO_ANSWER)
    window = (agency.now - 30 * DAY, agency.now)
    asked: dict[str, Any] = {"campaign_id": campaign, "state": LeadState.UNWORKED}
    found = lead_lines.leads(agency.db, *window, **asked)
    assert [lead.client_id for lead in found] == [warm, cold]
    assert lead_lines.leads(agency.db, *window, **asked, limit=1) == found[:1]
    every = lead_lines.leads(agency.db, *window, campaign_id=campaign)
    assert [lead.client_id for lead in every] == [called, warm, cold]
    ids = {cold, warm, called}
    assert {lead.client_id for lead in lead_lines.of_clients(agency.db, ids)} == ids
    assert [i.client_id for i in lead_lines.of_clients(agency.db, ids, limit=1)] == [called]
