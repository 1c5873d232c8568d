"""Rows of the list of clients: what each column shows, and how a client stands with today."""

import numpy as np
import pytest

from tests.agency import Agency
from tests.client_world import every_row, fill
from warmcalls.actions import client_rows as rows_of
from warmcalls.actions.client_rows import client_rows, listed
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_client import do_not_call, exclude, snooze
from warmcalls.actions.propose import propose_one
from warmcalls.domain.client_columns import ClientRow
from warmcalls.domain.clients import Person, Role
from warmcalls.domain.errors import CancelledError
from warmcalls.domain.kinds import DEFAULT_WORTH, KINDS, Kind
from warmcalls.domain.moments import DAY, HOUR
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.domain.warmth import daily_warmth
from warmcalls.domain.warmth_lines import daily_lines
from warmcalls.store import settings, spoken, standing, warmth


def row(agency: Agency, client_id: int, person: Person | None = None) -> ClientRow:
    asked = desk(agency.db, agency.now, person)
    return client_rows(asked, [client_id], listed(asked))[0]


def test_rows_come_in_the_order_asked_without_those_that_are_gone(agency: Agency) -> None:
    one, other = agency.client("One"), agency.client("Other")
    asked = desk(agency.db, agency.now)
    rows = client_rows(asked, [other, 99, one], listed(asked))
    assert [r.name for r in rows] == ["Other", "One"]
    assert client_rows(asked, [], listed(asked)) == []
    assert client_rows(asked, [99], listed(asked)) == []


def test_any_number_of_rows_are_those_of_each(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = fill(agency, 25, seed=5)
    on, whole = listed(asked), every_row(asked)
    ids = [found.id for found in whole]
    monkeypatch.setattr(rows_of, "CHUNK", 7)
    seen: list[tuple[int, int]] = []
    assert client_rows(asked, [*ids, 99], on, step=lambda *at: seen.append(at)) == whole
    assert seen == [(0, 26), (7, 26), (14, 26), (21, 26)]

    def stop(*_: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        client_rows(asked, ids, on, step=stop)


def test_a_row_shows_all_that_is_known(agency: Agency) -> None:
    agency.recruiter("Beth Okafor")
    client_id = agency.client(
        "Northmoor", contact="Priya Nair", tier="A", sector="Transport", owner="Beth Okafor",
        expected_fee=840_000, website="northmoor.example", staff=240, town="Wakefield",
    )  # fmt: skip
    agency.signal(client_id, Kind.FORM, 2)
    agency.outcome(client_id, result=Result.NO_NEED, at=agency.now - 80 * DAY)
    found = row(agency, client_id)
    assert (found.name, found.tier, found.sector) == ("Northmoor", "A", "Transport")
    assert (found.owner, found.fee, found.staff) == ("Beth Okafor", 840_000, 240)
    assert (found.contact, found.contacts, found.phone) == ("Priya Nair", 1, "+442079460001")
    assert (found.people, len(found.warmth), found.coverage.count) == (1, 30, 4)
    assert (found.seen_at, found.spoke_at) == (agency.now - 2 * DAY, agency.now - 80 * DAY)
    assert found.stands == "Today"


def test_warmth_is_the_line_that_the_call_card_draws(agency: Agency) -> None:
    asked = fill(agency, 25, seed=5)
    for found in every_row(asked):
        if found.warmth:
            assert found.warmth == pytest.approx(propose_one(asked, found.id).sparkline)


def test_lines_of_many_are_those_of_each() -> None:
    rng = np.random.default_rng(1)
    counts, days = rng.random((5, len(KINDS))) * 9, rng.random((5, 30, len(KINDS)))
    lines = daily_lines(counts, days, DEFAULT_WORTH)
    for at in range(5):
        assert lines[at] == pytest.approx(daily_warmth(counts[at], days[at], DEFAULT_WORTH))


def test_a_row_says_what_the_counters_say(agency: Agency) -> None:
    asked = fill(agency, 40, seed=6)
    ids = [found.id for found in every_row(asked)]
    people = warmth.people_this_week(agency.db, ids, agency.now)
    spoke = spoken.with_contacts(agency.db, ids, agency.now)
    kept = agency.db.tuples("select client_id, heat, seen_at from warmth where seen_at > 0")
    lines = agency.db.tuples("select client_id, heat, seen_at from client_line where seen_at > 0")
    assert {(i, float(f"{h or 0:.9g}"), at) for i, h, at in lines} == {
        (i, float(f"{h:.9g}"), at) for i, h, at in kept
    }
    for found in every_row(asked):
        assert found.people == people.get(found.id, 0)
        assert found.spoke_at == max(spoke.get(found.id, {}).values(), default=None)


def test_its_own_name_is_no_identifier(agency: Agency) -> None:
    client_id = agency.client("Northmoor")
    assert not row(agency, client_id).coverage.identifier
    held = agency.client("Ashgrove", website="ashgrove.example")
    assert row(agency, held).coverage.identifier
    other = agency.client("Brook", aliases=("Old Brook",))
    assert row(agency, other).coverage.identifier


@pytest.fixture
def without_tests(agency: Agency) -> Agency:
    """No client is drawn at random for today's list."""
    with agency.db.atomic():
        settings.save(agency.db, test_share=0.0)
    return agency


def test_how_a_client_stands_in_words(without_tests: Agency) -> None:
    agency = without_tests

    def stands(client_id: int) -> str:
        return row(agency, client_id).stands

    later = agency.now + 13 * DAY
    assert stands(agency.client("Bare")) == "No contact yet"
    assert stands(agency.client("Dumb", phone="", contact="Jo")) == "No number"
    quiet = agency.client("Quiet", contact="Jo")
    assert stands(quiet) == "No signals"
    warm = agency.client("Warm", contact="Jo")
    agency.signal(warm)
    assert stands(warm) == "Today"
    snooze(agency.db, warm, later, now=agency.now)
    assert stands(warm) == "Snoozed, 16 Mar"
    exclude(agency.db, warm, "competitor", now=agency.now)
    assert stands(warm) == "Excluded"
    for name, result, more, words in (
        ("Back", Result.CALL_BACK, {"next_at": agency.now + HOUR}, "Today, promised"),
        ("Later", Result.CALL_BACK, {"next_at": later}, "Promised, 16 Mar"),
        ("Meet", Result.MEETING, {"next_at": later}, "Meeting 16 Mar"),
        ("Booked", Result.MEETING, {}, "Rests to 17 Apr"),
        ("Year", Result.CALL_BACK, {"next_at": later + 365 * DAY}, "Promised, 16 Mar 2027"),
    ):
        client_id = agency.client(name, contact="Jo")
        agency.outcome(client_id, Reach.SPOKE, result, **more)
        assert stands(client_id) == words
    rung = agency.client("Rung", contact="Jo")
    agency.outcome(rung, Reach.NO_ANSWER)
    assert stands(rung) == "Rests to 6 Mar"
    do_not_call(agency.db, quiet, now=agency.now)
    assert stands(quiet) == "Objected"
    assert stands(rung) == "No number may be rung"  # it is the same one


def test_a_screening_that_ran_out_is_due(without_tests: Agency) -> None:
    agency = without_tests
    client_id = agency.client("Northmoor", contact="Jo", phone="")
    at = agency.now - 40 * DAY
    with agency.db.atomic():
        number = {"client_id": client_id, "number": "+441632960123", "screened_at": at}
        agency.db.insert("phone", number)
        standing.refresh(agency.db, [client_id], settings.load(agency.db))
    for n in range(25):  # the list is full without it
        other = agency.client(f"Other {n}", contact="Jo", phone=f"0163296020{n % 10}")
        agency.signal(other)
    agency.signal(client_id, Kind.OTHER_PAGE, 60)
    assert row(agency, client_id).stands == "TPS screening due"


def test_others_than_recruiters_see_the_agencys_list(agency: Agency) -> None:
    beth = agency.recruiter("Beth Okafor")
    client_id = agency.client("Northmoor", contact="Jo", owner="Beth Okafor")
    agency.signal(client_id)
    marketer = Person(9, "Sam Ilkley", Role.MARKETER)
    assert row(agency, client_id, marketer).stands == "Today"
    assert row(agency, client_id, beth).stands == "Today"
    stranger = Person(8, "Marc Dee", Role.RECRUITER, 15)
    assert row(agency, client_id, stranger).stands == "Below today’s 15"
