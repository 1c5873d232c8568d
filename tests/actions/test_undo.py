"""Every action that can be undone leaves the database as it was, also after several."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.actions.answer_feedback import answer_feedback
from warmcalls.actions.change_campaign import change_campaign
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.dismiss_alarm import dismiss_alarm
from warmcalls.actions.edit_client import do_not_call, exclude, save_notes, snooze
from warmcalls.actions.edit_clients import edit_clients, tag_clients
from warmcalls.actions.edit_contacts import (
    add_contact,
    change_contact,
    change_front_desk,
    remove_contact,
)
from warmcalls.actions.edit_identifiers import add_identifier, remove_identifier
from warmcalls.actions.experiments import decide_experiment, start_experiment, write_learnt
from warmcalls.actions.fees import Bill, record_fee
from warmcalls.actions.ideal_client import set_ideal_client
from warmcalls.actions.lead_criteria import save_criteria
from warmcalls.actions.merge_campaigns import merge_campaigns
from warmcalls.actions.merge_clients import merge_clients
from warmcalls.actions.not_duplicate import not_duplicate
from warmcalls.actions.plan_budget import plan_budget
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.sample_leads import sample_leads
from warmcalls.actions.saved_views import save_view
from warmcalls.actions.spelled_alike import keep_apart
from warmcalls.actions.stop_campaign import stop_campaign
from warmcalls.actions.undo import undo
from warmcalls.actions.vacancies import add_vacancy
from warmcalls.domain.campaigns import Alert
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_query import Question
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import IdentityKind
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth
from warmcalls.domain.lead_criteria import LeadCriteria
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result, Why

Act = Callable[[Agency, int], int | None]
ACTIONS: dict[str, Act] = {
    "no answer": lambda a, c: a.outcome(c, Reach.NO_ANSWER),
    "wrong number": lambda a, c: a.outcome(c, Reach.WRONG_NUMBER),
    "job brief": lambda a, c: a.outcome(c, result=Result.JOB_BRIEF, fee=800_000),
    "call back": lambda a, c: a.outcome(c, result=Result.CALL_BACK, next_at=a.now + DAY),
    "referred": lambda a, c: a.outcome(c, result=Result.NOT_DECISION_MAKER, referred_to="Jo"),
    "objection": lambda a, c: a.outcome(c, result=Result.DO_NOT_CALL),
    "objection without a call": lambda a, c: do_not_call(a.db, c, now=a.now).undo,
    "signal": lambda a, c: a.signal(c, Kind.MET),
    "snooze": lambda a, c: snooze(a.db, c, a.now + 9 * DAY, now=a.now).undo,
    "exclude": lambda a, c: exclude(a.db, c, "competitor", now=a.now).undo,
    "settings": lambda a, _: (
        change_settings(
            a.db,
            now=a.now,
            worth=DEFAULT_WORTH | {Kind.GUIDE_PAGE: Worth(0.9, 40)},
            agency="Harcourt",
        ).undo
    ),
    "notes": lambda a, c: save_notes(a.db, c, "Needs 2 planners", now=a.now).undo,
    "client": lambda a, _: a.client(f"New {next(a.keys)}") and None,
    "brief": lambda a, c: add_vacancy(a.db, c, "Planner", now=a.now, fee=840_000).undo,
    "placement": lambda a, c: (
        record_placement(a.db, c, "Planner", placed_on="2026-02-02", fee=790_000, now=a.now).undo
    ),
    "fee": lambda a, c: record_fee(a.db, Bill(c, 790_000, "2026-02-02"), now=a.now).undo,
    "rename": lambda a, _: (
        change_campaign(
            a.db, newest(a)[0], now=a.now, name=f"Name {next(a.keys)}", codes=("one", "two")
        ).undo
    ),
    "merge": lambda a, _: merge_campaigns(a.db, *newest(a), now=a.now).undo,
    "stop": lambda a, _: (
        stop_campaign(
            a.db, newest(a)[0], now=a.now, why="Junk", move_to=newest(a)[1], amount=40_000
        ).undo
    ),
    "dismiss": lambda a, _: (
        dismiss_alarm(a.db, newest(a)[0], Alert.WEAK, "We know", now=a.now).undo
    ),
    "sample": lambda a, _: sample_leads(a.db, newest(a)[0], 3, now=a.now).undo,
    "answer": lambda a, _: (
        answer_feedback(
            a.db, a.last("outcome"), newest(a)[0], "Thank you", settled=True, now=a.now
        ).undo
    ),
    "criteria": lambda a, _: save_criteria(a.db, LeadCriteria(tiers=("A",)), now=a.now).undo,
    "experiment": lambda a, _: (
        start_experiment(a.db, f"Try {next(a.keys)}", [(i, "") for i in newest(a)], now=a.now).undo
    ),
    "decide": lambda a, _: decide_experiment(a.db, a.last("experiment"), "Go on", now=a.now).undo,
    "learn": lambda a, _: (
        write_learnt(a.db, a.last("experiment"), f"More {next(a.keys)}", now=a.now).undo
    ),
    "plan": lambda a, _: plan_budget(a.db, "2026-04", "Ads", 100 + next(a.keys), now=a.now).undo,
    "merge clients": lambda a, c: merge_clients(a.db, c, another(a, c), now=a.now).undo,
    "merge into it": lambda a, c: merge_clients(a.db, another(a, c), c, now=a.now).undo,
    "cells": lambda a, c: paste(a, (c, "tier", "B"), (c, "fee", "12k"), (c, "town", "Leeds")),
    "rename a client": lambda a, c: paste(a, (c, "name", f"Other {next(a.keys)} Ltd")),
    "website": lambda a, c: paste(a, (c, "website", f"other{next(a.keys)}.example")),
    "tags": lambda a, c: tag_clients(a.db, [c], add=[f"tag {next(a.keys)}"], now=a.now).undo,
    "view": lambda a, _: (
        save_view(a.db, f"Mine {next(a.keys)}", Question("north"), ("name",), now=a.now).undo
    ),
    "keep apart": lambda a, _: keep_apart(a.db, *newest(a), now=a.now).undo,
    "not a duplicate": lambda a, c: (
        not_duplicate(a.db, c, a.last("outcome", "client_id"), now=a.now).undo
    ),
    "ideal": lambda a, _: (
        set_ideal_client(a.db, sectors=["Care"], most_staff=9 + next(a.keys), now=a.now).undo
    ),
    "contact": lambda a, c: add_contact(a.db, c, somebody(a), now=a.now).undo,
    "change a contact": lambda a, _: (
        change_contact(a.db, a.last("contact"), somebody(a), now=a.now).undo
    ),
    "remove a contact": lambda a, _: remove_contact(a.db, a.last("contact"), now=a.now).undo,
    "front desk": lambda a, c: (
        change_front_desk(a.db, c, [PhoneSaid("020 7946 0099")], now=a.now).undo
    ),
    "identifier": lambda a, c: (
        add_identifier(a.db, c, IdentityKind.TOKEN, f"t{next(a.keys)}", now=a.now).undo
    ),
    "remove an identifier": lambda a, _: (
        remove_identifier(a.db, a.last("identifier"), now=a.now).undo
    ),
}


def somebody(agency: Agency) -> ContactSaid:
    """A contact as somebody types one."""
    name = f"Dan {next(agency.keys)}"
    email = f"{name.replace(' ', '')}@northmoor.co.uk"
    return ContactSaid(name, "Director", email, (PhoneSaid("01632 960146", "direct"),))


def paste(agency: Agency, *cells: tuple[int, str, str]) -> int | None:
    return edit_clients(agency.db, [Edit(*cell) for cell in cells], now=agency.now).undo


def newest(agency: Agency) -> tuple[int, int]:
    """The two newest campaigns."""
    found = agency.db.tuples("select id from campaign order by id desc limit 2")
    return found[0][0], found[1][0]


def another(agency: Agency, client_id: int) -> int:
    """The newest client but one."""
    found = agency.db.tuples("select max(id) from client where id <> :i", i=client_id)
    return int(found[0][0])


def prepared(agency: Agency) -> int:
    client = agency.client(f"Northmoor {next(agency.keys)}", contact="Priya Nair")
    agency.signal(client, Kind.GUIDE_PAGE, 3)
    agency.outcome(client, Reach.NO_ANSWER, at=agency.now - 9 * DAY)
    agency.outcome(agency.client(f"Heard {next(agency.keys)}"), worth=False, why=Why.BAD_FIT)
    heard = agency.last("outcome", "client_id")
    for channel in ("Ads", "Webinar"):
        made = agency.campaign(f"Campaign {next(agency.keys)}", channel=channel)
        for who in (client, agency.client(f"Lead {next(agency.keys)}"), heard):
            agency.signal(who, campaign=made)
    start_experiment(
        agency.db, f"Tried {next(agency.keys)}", [(i, "") for i in newest(agency)], now=agency.now
    )
    known_as = f"token{next(agency.keys)}"
    # two more that are no arms of anything
    for channel in ("Ads", "Webinar"):
        made = agency.campaign(f"Campaign {next(agency.keys)}", channel=channel)
        for who in (client, agency.client(f"Lead {next(agency.keys)}"), heard):
            agency.signal(who, campaign=made)
    add_identifier(agency.db, client, IdentityKind.TOKEN, known_as, now=agency.now)
    return client


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_puts_everything_back(agency: Agency, name: str) -> None:
    client = prepared(agency)
    before = agency.dump()
    ACTIONS[name](agency, client)
    assert agency.dump() != before
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


@given(names=st.lists(st.sampled_from(sorted(ACTIONS)), min_size=1, max_size=6))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_undo_of_several_goes_back_step_by_step(agency: Agency, names: list[str]) -> None:
    client = prepared(agency)
    states = []
    for name in names:
        before = agency.dump()
        with suppress(RefusedError):
            ACTIONS[name](agency, client)
        if agency.dump() != before:
            states.append(before)
    for before in reversed(states):
        undo(agency.db, now=agency.now)
        assert agency.dump() == before


def test_an_entry_that_was_built_on_is_refused_and_nothing_changes(agency: Agency) -> None:
    client = prepared(agency)
    first = snooze(agency.db, client, agency.now + DAY, now=agency.now).undo
    snooze(agency.db, client, agency.now + 2 * DAY, now=agency.now)
    before = agency.dump()
    with pytest.raises(RefusedError, match="Undo that first"):
        undo(agency.db, now=agency.now, entry_id=first)
    assert agency.dump() == before


def test_nothing_to_undo_says_so(agency: Agency) -> None:
    with pytest.raises(RefusedError, match="nothing to undo"):
        undo(agency.db, now=agency.now)
