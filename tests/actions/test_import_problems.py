"""Cells that cannot be what they should be: named, left out, and never in the way of the rest."""

from pathlib import Path

import pytest

from tests.actions.test_import_rules import MINE, THEIR, client, contacts, imported
from tests.agency import Agency
from warmcalls.actions.import_files import import_file
from warmcalls.actions.revert_import import revert_import
from warmcalls.store import imports


@pytest.fixture
def here(agency: Agency, tmp_path: Path) -> Agency:
    """An agency that has Northmoor already."""
    imported(agency, tmp_path, MINE)
    return agency


def test_a_number_that_cannot_be_replaces_none_and_is_named(here: Agency, tmp_path: Path) -> None:
    before = here.dump()
    path = tmp_path / "bad.csv"
    path.write_text(
        "Company,Tier,Staff,Fee,Website,Contact,E-mail,Phone\n"
        "Northmoor Ltd,Z,lots,abc,nowhere,Priya Nair,not@@mail,12\n"
    )
    report = import_file(here.db, path, now=here.now, rules=THEIR, dry_run=True)
    assert (report.read, report.changed, report.known, report.fields) == (1, 0, 1, {})
    assert (report.examples, report.cells) == ((), 6)
    assert {p.field: p.text for p in report.problems} == {
        "tier": "Z", "staff": "lots", "expected_fee": "abc", "website": "nowhere",
        "email": "not@@mail", "phone": "12",
    }  # fmt: skip
    taken = import_file(here.db, path, now=here.now, rules=THEIR)
    assert imports.problems(here.db, taken.import_id)[0].why in {p.why for p in report.problems}
    assert contacts(here) == [("Priya Nair", "HR", "priya@northmoor.co.uk", "+441632960123")]
    assert client(here)["notes"] == "Ring Tuesdays"
    revert_import(here.db, taken.import_id, now=here.now)
    assert here.dump() == before


def test_a_new_client_of_the_same_name_elsewhere_is_named_before(
    here: Agency, tmp_path: Path
) -> None:
    before = here.dump()
    path = tmp_path / "twin.csv"
    path.write_text("Company,Sector,Town\nNorthmoor Ltd,Retail,York\n")
    report = import_file(here.db, path, now=here.now, dry_run=True)
    (pair,) = report.pairs
    assert str(pair) == "Northmoor Ltd (York) looks like Northmoor Ltd (Leeds): the same name"
    path.write_text("Company,Sector,Town,Switchboard\nNorthmoor Ltd,Retail,York,01632 960123\n")
    report = import_file(here.db, path, now=here.now, dry_run=True)
    (pair,) = report.pairs
    assert pair.why.startswith("the same name, the same phone")
    assert report.notes == ("1 of the new clients may be here already.",)
    assert here.dump() == before


def test_why_a_client_is_excluded_is_added_and_never_replaced(here: Agency, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    for said in ("A rival", "", "no", "Another reason"):
        path.write_text(f"Company,Excluded\nNorthmoor Ltd,{said}\n")
        import_file(here.db, path, now=here.now, rules=THEIR)
        assert here.db.tuples("select excluded from client") == [("A rival",)]
