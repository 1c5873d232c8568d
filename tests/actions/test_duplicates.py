"""Duplicates are found on both engines, kept until somebody decides, and remembered as two."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.actions import find_duplicates as finding
from warmcalls.actions.add_client import add_client
from warmcalls.actions.find_duplicates import count, duplicates, find_duplicates, keep, look
from warmcalls.actions.not_duplicate import not_duplicate
from warmcalls.actions.redo import redo
from warmcalls.actions.undo import undo
from warmcalls.domain.duplicates import Counts, Pair, Zone
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import name_key
from warmcalls.domain.incoming import IncomingClient, IncomingContact, Party
from warmcalls.domain.kinds import Kind
from warmcalls.store import duplicates as store

LEEDS = {"town": "Leeds", "phone": "0113 496 0000"}


def twins(agency: Agency) -> tuple[int, int]:
    """Two clients that are one, entered by two people."""
    one = agency.client("Northmoor Haulage Ltd", contact="Priya Nair", tier="A", **LEEDS)
    agency.signal(one, Kind.GUIDE_PAGE)
    return one, agency.client("Nothmoor Haulage", **LEEDS)


def found(agency: Agency) -> set[tuple[int, int]]:
    return {
        (pair.one_id, pair.other_id) for pair in find_duplicates(agency.db, now=agency.now).pairs
    }


def test_duplicates_are_shown_with_both_clients_and_why(agency: Agency) -> None:
    one, other = twins(agency)
    for trade in ("Care", "Foods", "Dental"):
        agency.client(f"Pendle {trade}", phone="")
    kept = find_duplicates(agency.db, now=agency.now)
    assert [(pair.one_id, pair.other_id) for pair in kept.same] == [(one, other)]
    assert kept.ask == ()
    (pair,) = duplicates(agency.db)
    assert (pair.one.id, pair.other.id, pair.zone) == (one, other, Zone.SAME)
    assert (pair.one.name, pair.one.tier, pair.one.contacts, pair.one.signals) == (
        "Northmoor Haulage Ltd", "A", 1, 1,
    )  # fmt: skip
    assert (pair.one.phone, pair.other.last_at) == ("+441134960000", None)
    assert pair.one.last_at is not None
    assert pair.reasons == (
        "names differ by one letter",
        "the same phone 0113 496 0000",
        "both in Leeds",
    )
    assert count(agency.db) == Counts(same=1)


def test_what_files_know_of_a_client_is_compared_whole(agency: Agency) -> None:
    """Domains of websites, identifiers and contacts' e-mails, but never a free mail's."""

    def add(name: str, email: str = "", **fields: str) -> int:
        contact = IncomingContact("Jo Ward", emails=(email,)) if email else None
        party = Party(0, IncomingClient(name=name, **fields), contact=contact)  # type: ignore[arg-type]
        return add_client(agency.db, party, now=agency.now).id

    site = add("Northmoor", website="https://www.northmoor.example.com/jobs")
    mail = add("Roadlink", email="jo@example.com")
    add("Pendle", email="pendle@gmail.com")
    add("Sharp", email="sharp@gmail.com")
    number = add("Calloway", company_number="1234567")
    long = add("Hart Foods", company_number="01234567")
    assert found(agency) == {(site, mail), (number, long)}


def test_looking_again_replaces_what_was_found(agency: Agency) -> None:
    twins(agency)
    assert found(agency) == found(agency)
    assert len(duplicates(agency.db)) == 1
    with agency.db.atomic():
        agency.db.execute("update client set name = 'Sharp', name_key = 'sharp', town = 'York'")
        agency.db.execute("delete from phone")
        agency.db.execute("delete from identifier")
        agency.db.execute("update client set company_number = '0000000' || id")
    assert found(agency) == set()
    assert count(agency.db) == Counts()


def test_two_clients_stay_two(agency: Agency) -> None:
    one, other = twins(agency)
    find_duplicates(agency.db, now=agency.now)
    done = not_duplicate(agency.db, other, one, now=agency.now)
    assert done.said == "Nothmoor Haulage and Northmoor Haulage Ltd are two clients"
    assert duplicates(agency.db) == []
    assert count(agency.db) == Counts()
    assert found(agency) == set()
    undo(agency.db, now=agency.now)
    assert found(agency) == {(one, other)}
    assert len(duplicates(agency.db)) == 1


def test_a_pair_that_is_two_is_put_aside_and_put_back(agency: Agency) -> None:
    one, other = twins(agency)
    find_duplicates(agency.db, now=agency.now)
    kept = agency.db.query("select * from duplicate")
    not_duplicate(agency.db, one, other, now=agency.now)
    assert agency.db.query("select * from duplicate") == []
    undo(agency.db, now=agency.now)
    assert agency.db.query("select * from duplicate") == kept
    find_duplicates(agency.db, now=agency.now + 1)  # another look does not stand in the way
    redo(agency.db, now=agency.now)
    assert agency.db.query("select * from duplicate") == []


@pytest.mark.parametrize(
    "name", ["Northmoor Logistics T/A NML", "NML (trading as Northmoor Logistics)",
             "Roadlink, formerly Northmoor Logistics", "Roadlink Ltd f/k/a Northmoor Logistics Ltd"],
)  # fmt: skip
def test_a_name_that_says_two_is_compared_by_both(agency: Agency, name: str) -> None:
    one = agency.client("Northmoor Logistics", phone="")
    other = agency.client(name, phone="")
    agency.client("Pendle Foods", phone="")
    (pair,) = find_duplicates(agency.db, now=agency.now).pairs
    assert (pair.one_id, pair.other_id, pair.zone) == (one, other, Zone.ASK)
    assert pair.reasons == ("one goes by the other’s name too",)


NAMES = ["Northmoor", "Nothmoor", "North Moor", "Hart Foods", "Food Hart", "Hart", "Care Services",
         "Care", "Studio 4", "Studio 5", "Café Hart", "A B C Hart", "Hart T/A Northmoor", "Smith",
         "Smith Eng", "Smith Engineering", "Smyth Engineers"]  # fmt: skip
ROWS = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(["", "Leeds", "York"]),
        st.sampled_from(["", "", "1234567", "01234567"]),
        st.sampled_from(["", "", "hart.example", "https://www.hart.example/jobs"]),
        st.sampled_from(["", "+441134960000", "+441134960001"]),
        st.sampled_from(["", "Jo Ward", "JO  WARD", "Jo"]),
        st.sampled_from(["", "jo@hart.example", "jo@gmail.com"]),
        st.sampled_from(["", "", "northmoor", "smith eng"]),
    ),
    min_size=2, max_size=14,
)  # fmt: skip


def fill(agency: Agency, rows: list[tuple[str, ...]]) -> list[int]:
    """Put clients in the place of all there are, without what an import would refuse."""
    db, ids = agency.db, []
    with db.atomic():
        for table in ("identifier", "phone", "contact", "client"):
            db.execute(f"delete from {table}")
        for name, town, number, site, phone, person, email, alias in rows:
            made = db.insert("client", {
                "name": name, "name_key": name_key(name), "town": town, "company_number": number,
                "website": site, "made_at": 0,
            })  # fmt: skip
            ids.append(made)
            if phone:
                db.insert("phone", {"client_id": made, "number": phone})
            if person or email:
                db.insert(
                    "contact", {"client_id": made, "name": person, "email": email, "made_at": 0}
                )
            if alias and not db.query("select 1 from identifier where value = :v", v=alias):
                row = {"client_id": made, "kind": "name", "value": alias}
                db.insert("identifier", row)
    return ids


@given(rows=ROWS, data=st.data())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_look_at_a_few_finds_what_a_full_look_finds_of_them(
    agency: Agency, rows: list[tuple[str, ...]], data: st.DataObject
) -> None:
    ids = fill(agency, rows)
    only = data.draw(st.sets(st.sampled_from(ids), max_size=3))
    whole, part = look(agency.db), look(agency.db, only=only)
    for some, every in ((part.same, whole.same), (part.ask, whole.ask)):
        assert some == tuple(p for p in every if {p.one_id, p.other_id} & only)


def test_many_are_looked_at_with_all(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = crowd(agency)
    few = look(agency.db, only=ids[:3])
    monkeypatch.setattr(finding, "FEW", 2)
    assert look(agency.db, only=ids[:3]) == few


def test_undoing_brings_a_pair_back_without_looking_again(agency: Agency) -> None:
    one, other = twins(agency)
    find_duplicates(agency.db, now=agency.now)
    not_duplicate(agency.db, one, other, now=agency.now)
    undo(agency.db, now=agency.now)
    assert len(duplicates(agency.db)) == 1


def test_what_cannot_be_two_clients_is_refused(agency: Agency) -> None:
    one, other = twins(agency)
    with pytest.raises(RefusedError, match="choose two"):
        not_duplicate(agency.db, one, one, now=agency.now)
    with pytest.raises(RefusedError, match="is gone"):
        not_duplicate(agency.db, one, 999, now=agency.now)
    not_duplicate(agency.db, one, other, now=agency.now)
    with pytest.raises(RefusedError, match="already"):
        not_duplicate(agency.db, other, one, now=agency.now)


def test_a_client_that_goes_takes_its_pairs_along(agency: Agency) -> None:
    twins(agency)
    find_duplicates(agency.db, now=agency.now)
    undo(agency.db, now=agency.now)  # the second client was never added
    assert duplicates(agency.db) == []
    assert agency.db.tuples("select count(*) from duplicate") == [(0,)]


def test_a_client_that_went_while_somebody_looked_is_left_out(agency: Agency) -> None:
    twins(agency)
    seen = look(agency.db)
    undo(agency.db, now=agency.now)  # the second client was never added
    keep(agency.db, seen, now=agency.now)
    assert agency.db.tuples("select count(*) from duplicate") == [(0,)]


def crowd(agency: Agency) -> list[int]:
    """Clients of whom several seem to be one."""
    names = (
        "North Moor Ltd",
        "Northmoor",
        "Nothmoor",
        "Roadlink",
        "Road Link",
        "Hart Foods",
        "Sharp",
    )
    return [agency.client(name, phone=f"0113 496 00{n // 2:02}") for n, name in enumerate(names)]


def test_pairs_of_some_clients_are_that_part_of_all_pairs(agency: Agency) -> None:
    ids = crowd(agency)
    whole = look(agency.db)
    assert len(whole.pairs) > 3
    for only in ([ids[0]], ids[2:4], ids):
        part = look(agency.db, only=only)
        for some, every in ((part.same, whole.same), (part.ask, whole.ask)):
            assert some == tuple(p for p in every if {p.one_id, p.other_id} & set(only))
    assert look(agency.db, only=[]).pairs == ()


def test_looking_at_some_leaves_other_pairs_as_they_are(agency: Agency) -> None:
    ids = crowd(agency)
    whole = find_duplicates(agency.db, now=agency.now)
    find_duplicates(agency.db, now=agency.now + 1, only=[ids[3]])
    assert count(agency.db) == Counts(len(whole.same), len(whole.ask))
    assert store.found_at(agency.db) == agency.now + 1
    again = agency.db.tuples("select count(*) from duplicate where found_at > :at", at=agency.now)
    assert 0 < again[0][0] < len(whole.pairs)


def test_the_surest_come_first_and_only_so_many(agency: Agency) -> None:
    crowd(agency)
    find_duplicates(agency.db, now=agency.now)
    shown = duplicates(agency.db)
    assert [pair.alike for pair in shown] == sorted((p.alike for p in shown), reverse=True)
    zones = [pair.zone for pair in shown]
    assert zones == sorted(zones, key=[Zone.SAME, Zone.ASK].index)
    assert duplicates(agency.db, limit=2) == shown[:2]


def test_looking_can_be_stopped_and_tells_how_far_it_is(agency: Agency) -> None:
    class StoppedError(Exception):
        pass

    crowd(agency)
    whole: list[Pair] = list(find_duplicates(agency.db, now=agency.now).pairs)
    told: list[tuple[int, int]] = []
    find_duplicates(agency.db, now=agency.now, step=lambda done, total: told.append((done, total)))
    assert all(0 <= done <= total for done, total in told)

    def stop(done: int, total: int) -> None:
        raise StoppedError(done, total)

    with pytest.raises(StoppedError):
        find_duplicates(agency.db, now=agency.now, step=stop)
    assert len(duplicates(agency.db)) == len(whole)


def test_nobody_there_means_no_duplicates(agency: Agency) -> None:
    assert found(agency) == set()
    assert duplicates(agency.db) == []
    keep(agency.db, look(agency.db), now=agency.now)
    assert store.found_at(agency.db) is None
