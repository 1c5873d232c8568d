"""Objections are for good: in every file, at every client, and after a revert."""

from pathlib import Path

import pytest

from tests.agency import Agency
from warmcalls.actions.edit_client import do_not_call, exclude, snooze
from warmcalls.actions.import_files import import_file
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.revert_import import revert_import
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Outcome, Reach, Result

OBJECTED = (
    "Company,Contact,E-mail,Phone,Do not call\nAlpha Ltd,Ann A,ann@alpha.co.uk,01632 960001,yes\n"
)


def load(agency: Agency, tmp_path: Path, text: str) -> int:
    path = tmp_path / "list.csv"
    path.write_text(text)
    return import_file(agency.db, path, now=agency.now).import_id


def callable_names(agency: Agency) -> set[str]:
    rows = agency.db.query(
        "select c.name from standing s join client c on c.id = s.client_id where s.blocked = ''"
    )
    return {row["name"] for row in rows}


def test_a_number_that_objected_in_a_file_is_barred_at_another_client(
    agency: Agency, tmp_path: Path
) -> None:
    load(agency, tmp_path, OBJECTED)
    load(agency, tmp_path, "Company,Contact,Phone\nBeta Ltd,Bob B,01632 960001\n")
    assert callable_names(agency) == set()


def test_a_person_who_objected_stays_so_at_another_client(agency: Agency, tmp_path: Path) -> None:
    load(agency, tmp_path, OBJECTED)
    load(agency, tmp_path, "Company,Contact,E-mail\nGamma Ltd,Ann A,ann@alpha.co.uk\n")
    rows = agency.db.query("select count(*) as n from contact where objected_at is null")
    assert rows == [{"n": 0}]


def test_an_objection_outlives_the_import_that_told_of_it(agency: Agency, tmp_path: Path) -> None:
    revert_import(agency.db, load(agency, tmp_path, OBJECTED), now=agency.now)
    assert agency.db.query("select count(*) as n from client") == [{"n": 0}]
    load(
        agency,
        tmp_path,
        "Company,Contact,E-mail,Phone\nAlpha Ltd,Ann A,ann@alpha.co.uk,01632 960001\n",
    )
    assert callable_names(agency) == set()


def test_a_company_that_objected_without_a_number_stays_off(agency: Agency, tmp_path: Path) -> None:
    first = load(agency, tmp_path, "Company,Do not call\nDelta Ltd,yes\n")
    assert agency.db.query("select count(*) as n from client where objected_at is null") == [
        {"n": 0}
    ]
    revert_import(agency.db, first, now=agency.now)
    load(agency, tmp_path, "Company,Phone\nDelta Limited,01632 960777\n")
    assert callable_names(agency) == set()


@pytest.mark.parametrize("what", ["note", "signal", "objection", "exclusion"])
def test_revert_keeps_a_client_that_somebody_worked_on(
    agency: Agency, tmp_path: Path, what: str
) -> None:
    number = load(
        agency, tmp_path, "Company,Phone\nAlpha Ltd,01632 960001\nBeta Ltd,01632 960002\n"
    )
    client = agency.db.query("select id from client where name = 'Alpha Ltd'")[0]["id"]
    if what == "signal":
        agency.signal(client)
    elif what == "objection":
        do_not_call(agency.db, client, now=agency.now)
    else:
        exclude(agency.db, client, "competitor", now=agency.now)
    revert_import(agency.db, number, now=agency.now)
    assert [row["name"] for row in agency.db.query("select name from client")] == ["Alpha Ltd"]


def test_revert_leaves_older_clients_their_own_signals(agency: Agency, tmp_path: Path) -> None:
    client = agency.client("Alpha Ltd")
    agency.signal(client)
    before = agency.dump()
    visits = tmp_path / "visits.csv"
    visits.write_text("When,What,E-mail\n2026-03-01 10:00,download,ann@alpha.co.uk\n")
    import_file(agency.db, visits, now=agency.now)
    number = load(agency, tmp_path, "Company,Website\nAlpha Ltd,www.alpha.co.uk\n")
    assert agency.db.query("select count(*) as n from signal where client_id = 1") == [{"n": 2}]
    revert_import(agency.db, number, now=agency.now)
    assert agency.db.query("select count(*) as n from signal where client_id = 1") == [{"n": 1}]
    assert agency.dump()["warmth"] == before["warmth"]


def test_a_promise_to_somebody_who_objected_is_off_the_list(agency: Agency) -> None:
    client = agency.client("Alpha Ltd")
    earlier = agency.now - DAY
    agency.outcome(client, result=Result.CALL_BACK, at=earlier, next_at=agency.now)
    assert len(agency.today().calls) == 1
    do_not_call(agency.db, client, now=agency.now)
    assert agency.today().calls == ()


def test_a_snoozed_promise_waits(agency: Agency) -> None:
    client = agency.client("Alpha Ltd")
    agency.outcome(client, result=Result.CALL_BACK, at=agency.now - DAY, next_at=agency.now)
    snooze(agency.db, client, agency.now + 7 * DAY, now=agency.now)
    assert agency.today().calls == ()
    assert [c.client for c in agency.today(days_later=8).calls] == ["Alpha Ltd"]


def test_a_snoozed_client_is_off_the_list_until_then(agency: Agency) -> None:
    client = agency.client("Alpha Ltd")
    agency.signal(client)
    snooze(agency.db, client, agency.now + 7 * DAY, now=agency.now)
    assert agency.warm_names(6.9) == []
    assert agency.warm_names(7.1) == ["Alpha Ltd"]


def test_a_key_belongs_to_one_call(agency: Agency) -> None:
    one, other = agency.client("One"), agency.client("Other")
    record_outcome(agency.db, Outcome("K", one, agency.now, Reach.NO_ANSWER))
    with pytest.raises(RefusedError, match="another client"):
        record_outcome(agency.db, Outcome("K", other, agency.now, Reach.NO_ANSWER))
