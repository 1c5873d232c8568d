"""What an import may change at clients that are here: by rule, counted, and taken back."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.agency import Agency
from warmcalls.actions.import_files import import_file
from warmcalls.actions.import_report import ImportReport
from warmcalls.actions.revert_import import revert_import
from warmcalls.domain.incoming_rules import FieldChange, Rule, Rules, everywhere
from warmcalls.importers.mapping import Mapping as Columns
from warmcalls.store import imports
from warmcalls.store.journal import entry

HEAD = "Company,Tier,Sector,Town,Staff,Expected fee,Website,Tags,Notes,Contact,Role,E-mail,Phone,Owner\n"
MINE = (
    'Northmoor Ltd,B,Retail,Leeds,40,8000,northmoor.co.uk,"drivers, old",Ring Tuesdays,Priya Nair,'
    "HR,priya@northmoor.co.uk,01632 960123,Beth Okafor\n"
)
THEIRS = (
    'Northmoor Ltd,A,Logistics,Leeds,,9000,northmoor.com,"Guide, Drivers",Has moved,Priya Nair,'
    "Head of HR,priya@northmoor.com,01632 960999,Sam Idris\n"
)
THEIR = everywhere(Rule.THEIRS)
OURS = everywhere(Rule.KEEP)


def imported(
    agency: Agency, folder: Path, text: str, rules: Rules | None = None, *, dry_run: bool = False
) -> ImportReport:
    path = folder / "clients.csv"
    path.write_text(HEAD + text)
    return import_file(agency.db, path, now=agency.now, rules=rules, dry_run=dry_run)


def client(agency: Agency) -> Mapping[str, object]:
    rows = agency.db.query(
        "select tier, sector, town, staff, expected_fee, website, tags, notes, p.name as owner"
        " from client c left join person p on p.id = c.owner_id order by c.id"
    )
    return rows[0]


def contacts(agency: Agency) -> list[tuple[object, ...]]:
    return agency.db.tuples(
        "select t.name, t.role, t.email, p.number from contact t"
        " join phone p on p.contact_id = t.id order by t.id, p.id"
    )


@pytest.fixture
def here(agency: Agency, tmp_path: Path) -> Agency:
    """An agency that has Northmoor already."""
    agency.recruiter("Beth Okafor")
    agency.recruiter("Sam Idris")
    imported(agency, tmp_path, MINE)
    return agency


def test_theirs_takes_what_the_file_tells_and_empties_nothing(here: Agency, tmp_path: Path) -> None:
    report = imported(here, tmp_path, THEIRS, THEIR)
    assert (report.read, report.added, report.changed) == (1, 0, 1)
    assert client(here) == {
        "tier": "A",
        "sector": "Logistics",
        "town": "Leeds",
        "staff": 40,
        "expected_fee": 900_000,
        "website": "northmoor.com",
        "tags": "drivers, Guide, old",
        "notes": "Ring Tuesdays\nHas moved",
        "owner": "Sam Idris",
    }
    assert contacts(here) == [("Priya Nair", "Head of HR", "priya@northmoor.com", "+441632960999")]
    assert report.fields == dict.fromkeys(
        "email fee identifiers notes owner phone role sector tags tier website".split(), 1
    )
    assert FieldChange("Northmoor Ltd", "fee", "£8,000", "£9,000") in report.examples
    assert FieldChange("Northmoor Ltd", "owner", "Beth Okafor", "Sam Idris") in report.examples
    assert (
        FieldChange("Priya Nair, Northmoor Ltd", "phone", "+441632960123", "+441632960999")
        in report.examples
    )


def test_the_same_file_again_changes_nothing(here: Agency, tmp_path: Path) -> None:
    imported(here, tmp_path, THEIRS, THEIR)
    before = here.dump()
    again = imported(here, tmp_path, THEIRS, THEIR)
    assert (again.changed, again.known, again.fields) == (0, 1, {})
    assert here.dump() == before


@pytest.mark.parametrize("rules", [Rules(), OURS, THEIR])
def test_later_lines_fill_what_the_file_itself_made(
    agency: Agency, tmp_path: Path, rules: Rules
) -> None:
    """A client that is new has no value of mine to keep, and nothing changed at it."""
    agency.recruiter("Beth Okafor")
    lines = (
        "Calloway Build,B,,,,,,,,Jo Ward,,jo@calloway.example,,\n"
        "Calloway Build,A,Farming,Cardiff,9,10,,x,Later,Jo Ward,Buyer,jo@calloway.example,"
        "01632 960123,Beth Okafor\n"
    )
    report = imported(agency, tmp_path, lines, rules)
    assert (report.fields, report.examples, report.changed) == ({}, (), 1)
    found = client(agency)
    told = {name: found[name] for name in ("tier", "sector", "town", "staff", "owner")}
    assert told == {
        "tier": "B", "sector": "Farming", "town": "Cardiff", "staff": 9, "owner": "Beth Okafor"
    }  # fmt: skip
    assert contacts(agency) == [("Jo Ward", "Buyer", "jo@calloway.example", "+441632960123")]


def test_lines_that_contradict_each_other_settle_by_the_first(here: Agency, tmp_path: Path) -> None:
    lines = "Northmoor Ltd,A,Logistics,,,,,,,,,,,\nNorthmoor Ltd,C,Farming,,,,,,,,,,,\n"
    report = imported(here, tmp_path, lines, THEIR)
    assert (report.changed, report.known) == (1, 1)
    assert client(here)["sector"] == "Logistics"
    assert imported(here, tmp_path, lines, THEIR).changed == 0


@pytest.mark.parametrize("rules", [Rules(), OURS])
def test_filling_and_keeping_leave_what_is_filled(
    here: Agency, tmp_path: Path, rules: Rules
) -> None:
    before = client(here)
    kept = ["tier", "sector", "town", "staff", "expected_fee", "website", "owner"]
    report = imported(here, tmp_path, THEIRS, rules)
    assert {name: client(here)[name] for name in kept} == {name: before[name] for name in kept}
    assert report.fields == ({} if rules is OURS else {"identifiers": 1, "tags": 1})


def test_keeping_changes_nothing_of_a_known_client(here: Agency, tmp_path: Path) -> None:
    blank = here.client("Calloway Build", phone="")
    before = here.dump()
    lines = "Calloway Build,A,Construction,Cardiff,9,10,callowaybuild.co.uk,new,x,,,,,Sam Idris\n"
    report = imported(here, tmp_path, lines, OURS)
    assert (report.known, report.changed, report.fields) == (1, 0, {})
    assert here.dump() == before
    assert imported(here, tmp_path, lines, Rules({"tier": Rule.KEEP})).changed == 1
    row = here.db.query("select tier, sector from client where id = :id", id=blank)
    assert row == [{"tier": "", "sector": "Construction"}]


@pytest.mark.parametrize("rules", [THEIR, Rules(), Rules({"sector": Rule.THEIRS})])
def test_revert_puts_back_what_it_changed(here: Agency, tmp_path: Path, rules: Rules) -> None:
    before = here.dump()
    report = imported(here, tmp_path, THEIRS + "New One,A,,,,,,,,Ann,,,,\n", rules)
    assert here.dump() != before
    revert_import(here.db, report.import_id, now=here.now)
    assert here.dump() == before


def test_revert_leaves_a_field_that_somebody_changed_since(here: Agency, tmp_path: Path) -> None:
    report = imported(here, tmp_path, THEIRS, THEIR)
    number = here.db.query("select id from client")[0]["id"]
    with entry(here.db, "edit_client", here.now) as journal:
        journal.change("client", number, sector="Warehouses")
        journal.said = "Set sector of Northmoor"
    revert_import(here.db, report.import_id, now=here.now)
    assert client(here)["sector"] == "Warehouses"
    assert client(here)["tier"] == "B"
    assert client(here)["expected_fee"] == 800_000


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_imports_the_one_that_stands_counts(
    here: Agency, tmp_path: Path, order: tuple[int, int]
) -> None:
    before = here.dump()
    sectors = ("Logistics", "Farming")
    done = [
        imported(here, tmp_path, f"Northmoor Ltd,A,{each},,,,,,,,,,,\n", THEIR).import_id
        for each in sectors
    ]
    revert_import(here.db, done[order[0]], now=here.now)
    assert client(here)["sector"] == sectors[order[1]]
    assert client(here)["tier"] == ("A" if order[0] else "B")
    revert_import(here.db, done[order[1]], now=here.now)
    assert here.dump() == before


def test_a_dry_run_counts_what_the_real_run_does(here: Agency, tmp_path: Path) -> None:
    before = here.dump()
    lines = THEIRS + "Northmoor Limited,A,,York,,,,,,,,,,\n" + "Brand New,,,,,,,,,,,,,\n"
    dry = imported(here, tmp_path, lines, THEIR, dry_run=True)
    assert here.dump() == before
    wet = imported(here, tmp_path, lines, THEIR)
    assert (dry.read, dry.added, dry.changed, dry.known) == (
        wet.read, wet.added, wet.changed, wet.known
    )  # fmt: skip
    assert (dry.fields, dry.examples, dry.duplicates) == (
        wet.fields, wet.examples, wet.duplicates
    )  # fmt: skip


def test_an_owner_nobody_knows_is_not_taken(here: Agency, tmp_path: Path) -> None:
    report = imported(here, tmp_path, "Northmoor Ltd,,,,,,,,,,,,,Nobody Here\n", THEIR)
    assert client(here)["owner"] == "Beth Okafor"
    assert report.fields == {}
    assert any("Nobody Here" in note for note in report.notes)


def test_theirs_never_takes_a_barred_number_away(here: Agency, tmp_path: Path) -> None:
    with here.db.atomic():
        here.db.execute("update phone set registered = 1")
    imported(here, tmp_path, THEIRS, THEIR)
    numbers = here.db.tuples("select number, registered from phone order by id")
    assert numbers == [("+441632960123", 1), ("+441632960999", 0)]


def test_theirs_never_weakens_an_objection_or_exclusion(here: Agency, tmp_path: Path) -> None:
    with here.db.atomic():
        here.db.execute("update client set objected_at = 5, excluded = 'Competitor'")
        here.db.execute("update contact set objected_at = 5")
    path = tmp_path / "dnc.csv"
    path.write_text("Company,Contact,Do not call,Sector\nNorthmoor Ltd,Priya Nair,no,Farming\n")
    assert import_file(here.db, path, now=here.now, rules=THEIR).changed == 1
    rows = here.db.tuples(
        "select c.objected_at, c.excluded, t.objected_at, c.sector from client c"
        " join contact t on t.client_id = c.id"
    )
    assert rows == [(5, "Competitor", 5, "Farming")]


def test_an_objection_counts_as_a_change_whatever_the_rule(here: Agency, tmp_path: Path) -> None:
    path = tmp_path / "dnc.csv"
    path.write_text("Company,Do not call\nNorthmoor Ltd,yes\n")
    report = import_file(here.db, path, now=here.now, rules=OURS)
    assert (report.changed, report.fields) == (1, {"do_not_call": 1})
    assert import_file(here.db, path, now=here.now).changed == 0


def test_rules_are_remembered_with_the_columns(here: Agency, tmp_path: Path) -> None:
    imported(here, tmp_path, MINE, Rules({"sector": Rule.THEIRS}))
    report = imported(here, tmp_path, THEIRS)
    assert report.rules == {"sector": "theirs"}
    assert client(here)["sector"] == "Logistics"
    assert client(here)["tier"] == "B"


def test_a_dry_run_remembers_nothing(here: Agency, tmp_path: Path) -> None:
    imported(here, tmp_path, THEIRS, THEIR, dry_run=True)
    assert imported(here, tmp_path, THEIRS).rules == {}


def test_a_mapping_from_before_there_were_rules_still_loads() -> None:
    old = Columns("clients").to_json().replace(', "rules": {}', "")
    assert "rules" not in old
    assert Columns.from_json(old).rules == Rules()


def test_new_clients_that_may_be_here_are_told_and_go_with_the_import(
    here: Agency, tmp_path: Path
) -> None:
    before = here.dump()
    path = tmp_path / "more.csv"
    path.write_text(
        "Company,Website,Town\nNorthmoor Group Holdings,northmoor.co.uk,Leeds\nOther Co,,York\n"
    )
    report = import_file(here.db, path, now=here.now)
    assert (report.added, report.duplicates) == (2, 1)
    assert report.notes[-1].startswith("1 of the new clients may be here already")
    assert len(here.db.query("select id from duplicate")) == 1
    revert_import(here.db, report.import_id, now=here.now)
    assert here.db.query("select id from duplicate") == []
    assert here.dump() == before


def test_what_stays_of_a_reverted_import_keeps_its_number(here: Agency, tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("Company\nBrand New\n")
    report = import_file(here.db, path, now=here.now)
    path.write_text("Company,Website\nBrand New,brandnew.co.uk\n")
    import_file(here.db, path, now=here.now)
    done = revert_import(here.db, report.import_id, now=here.now)
    assert "1 client stays" in done.said
    assert imports.latest(here.db)[0]["reverted_at"] is None


def test_a_crm_export_twice_with_theirs_changes_what_changed(
    agency: Agency, samples: Path, tmp_path: Path
) -> None:
    crm = samples / "crm-contacts"
    for name in ("hubspot_companies.csv", "hubspot_contacts.csv"):
        import_file(agency.db, crm / name, now=agency.now, rules=THEIR)
    before = agency.dump()
    again = import_file(agency.db, crm / "hubspot_companies.csv", now=agency.now)
    assert (again.changed, again.fields) == (0, {})
    assert again.rules["sector"] == "theirs"  # remembered for the export, too
    assert agency.dump() == before
    changed = {
        "hubspot_companies.csv": (("harbour.", "lotteries."), {"website": 1}),
        "hubspot_contacts.csv": (("CEO", "Chair"), {"role": 1}),
    }
    for name, (swap, fields) in changed.items():
        path = tmp_path / name
        path.write_text((crm / name).read_text().replace("ben@harbour", "ben@x").replace(*swap))
        report = import_file(agency.db, path, now=agency.now)
        assert report.changed == 1
        assert fields.items() <= report.fields.items()
        assert set(report.fields) <= {*fields, "email", "identifiers"}
        revert_import(agency.db, report.import_id, now=agency.now)
        assert agency.dump() == before
