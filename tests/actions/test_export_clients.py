"""Clients taken out: what is in the files, what is left out, and what is refused."""

import csv
import resource
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.agency import Agency
from tests.importers.tables_reading import parties, read
from tests.reports import pdf_text
from warmcalls.actions.add_client import add_client
from warmcalls.actions.begin import begin
from warmcalls.actions.client_list import client_ids
from warmcalls.actions.desk import Desk, desk
from warmcalls.actions.edit_client import do_not_call
from warmcalls.actions.export_clients import export_clients
from warmcalls.actions.import_files import import_file
from warmcalls.domain.client_columns import COLUMNS
from warmcalls.domain.client_query import Condition, Op, Order, Question
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.domain.kinds import Kind
from warmcalls.store import clients

ALL = Question()
EVERY = tuple(column.id for column in COLUMNS)


@pytest.fixture
def asked(agency: Agency, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Three clients: one whole, one with a strange name, one who objected."""
    beth = agency.recruiter()
    whole = IncomingClient(
        "Northmoor Logistics", tier="A", sector="Logistics", town="Leeds", staff=210,
        owner=beth.name, expected_fee=840_050, website="www.northmoor.example",
        aliases=("Northmoor Haulage",), networks=("192.0.2.0/24",), company_number="01234567",
        since="2024-05-01", notes="Ring the transport desk", domains=("northmoor.example",),
        phones=(IncomingPhone("020 7946 0001"),), tags=("drivers", "yard"),
    )  # fmt: skip
    priya = IncomingContact(
        "Priya Nair", role="Head of People", emails=("priya@northmoor.example",),
        phones=(IncomingPhone("07700 900123", "mobile"),),
    )  # fmt: skip
    add_client(agency.db, Party(0, whole, contact=priya), now=agency.now)
    more = tmp_path_factory.mktemp("more") / "tom.csv"
    more.write_text("Client,Contact,Do not call\nNorthmoor Logistics,Tom Ash,yes\n")
    import_file(agency.db, more, now=agency.now)
    agency.client('=HYPERLINK("x")', phone="", tier="B")
    gone = agency.client("Quiet Ltd", contact="Jo Day", phone="020 7946 0099")
    do_not_call(agency.db, gone, now=agency.now)
    agency.signal(1, Kind.DOWNLOAD)
    return desk(agency.db, agency.now)


def csv_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_view_in_its_order_and_columns(asked: Desk, tmp_path: Path) -> None:
    path = tmp_path / "view.csv"
    question = Question("", (Condition("tier", Op.IS, ("A", "B")),), Order("tier", True))
    said = export_clients(asked, question, path, columns=("name", "tier", "fee", "contacts"))
    assert said == "Exported 2 clients to view.csv"
    assert csv_rows(path) == [
        ["Client", "Tier", "Fee", "Contacts"],
        ['\'=HYPERLINK("x")', "B", "", "0"],
        ["Northmoor Logistics", "A", "8400.50", "2"],
    ]


def test_chosen_clients_as_xlsx(asked: Desk, tmp_path: Path) -> None:
    ids = list(reversed(client_ids(asked, ALL)))
    assert export_clients(asked, ids[:2], tmp_path / "a.XLSX", columns=EVERY).startswith(
        "Exported 2"
    )
    sheet = openpyxl.load_workbook(tmp_path / "a.XLSX")["Clients"]
    names = [sheet.cell(row, 1).value for row in (2, 3)]
    found = clients.by_ids(asked.db, ids)
    assert names == [found[i].name for i in ids[:2]]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_everything_goes_into_another_database_and_is_the_same(
    asked: Desk, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"all.{ending}"
    said = export_clients(asked, ALL, path, everything=True)
    assert said == f"Exported 3 clients with 3 contacts to all.{ending}"
    other = begin(str(tmp_path / "other.db"), now=asked.now)
    Agency(other, asked.now).recruiter()
    import_file(other, path, now=asked.now)
    mine, theirs = (
        {c.name: c for c in clients.page(db)} for db in (asked.db, other)
    )  # fmt: skip
    assert set(mine) == set(theirs)
    for name, client in mine.items():
        again = theirs[name]
        for field in "tier sector town staff owner expected_fee website notes since".split():
            assert getattr(again, field) == getattr(client, field), field
        assert sorted(p.number for p in again.phones) == sorted(
            p.number for p in client.phones if not p.registered
        )
        assert [(c.name, c.role, c.email, c.objected_at is None) for c in again.contacts] == [
            (c.name, c.role, c.email, c.objected_at is None and client.objected_at is None)
            for c in client.contacts
        ]
    tags = "select tags from client order by name"
    assert asked.db.tuples(tags) == other.tuples(tags)
    kinds = "select kind, value from identifier order by kind, value"
    assert asked.db.tuples(kinds) == other.tuples(kinds)
    other.close()


def test_an_import_of_our_own_export_changes_nothing(
    asked: Desk, agency: Agency, tmp_path: Path
) -> None:
    before = agency.dump()
    for name, everything in (("view.csv", False), ("all.csv", True)):
        export_clients(asked, ALL, tmp_path / name, columns=EVERY, everything=everything)
        report = import_file(agency.db, tmp_path / name, now=agency.now)
        assert (report.added, report.changed, report.problems) == (0, 0, ()), name
    assert agency.dump()["client"] == before["client"]
    assert agency.dump()["phone"] == before["phone"]


def test_vcards_leave_out_who_objected(asked: Desk, tmp_path: Path) -> None:
    path = tmp_path / "people.vcf"
    said = export_clients(asked, ALL, path)
    assert said == "Exported 1 contact of 3 clients to people.vcf; 2 who objected to calls left out"
    (party,) = parties(read(path, form="vcard"))
    assert party.contact is not None
    assert party.contact.name == "Priya Nair"
    said = export_clients(asked, ALL, path, with_objected=True)
    assert said == "Exported 3 contacts of 3 clients to people.vcf"


def test_a_call_sheet(asked: Desk, tmp_path: Path) -> None:
    path = tmp_path / "calls.pdf"
    said = export_clients(asked, ALL, path)
    assert (
        said
        == "Call sheet of 2 clients on 1 page in calls.pdf; 1 client left out: objected to calls"
    )
    assert "Priya Nair, Head of People" in pdf_text.text_of(path)


def test_what_cannot_be_is_refused_in_a_sentence(asked: Desk, tmp_path: Path) -> None:
    for name, why in (
        ("list.doc", "CSV, XLSX, VCF or PDF"), ("list", "is none of them"),
        ("nowhere/list.csv", "There is no folder .*nowhere: choose another place"),
    ):  # fmt: skip
        with pytest.raises(RefusedError, match=why):
            export_clients(asked, ALL, tmp_path / name)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(RefusedError, match="is a folder"):
        export_clients(asked, ALL, tmp_path / "folder.csv")
    with pytest.raises(RefusedError, match="no column “nonsense”"):
        export_clients(asked, ALL, tmp_path / "a.csv", columns=("nonsense",))
    with pytest.raises(RefusedError, match="nothing to export"):
        export_clients(asked, Question("nobody"), tmp_path / "a.csv")
    assert [
        each.name for each in tmp_path.iterdir() if each.is_file() and "db" not in each.name
    ] == []


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf", "pdf"])
def test_stopped_half_way_the_old_file_stays(asked: Desk, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text("old")

    def stop(_: int, __: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        export_clients(asked, ALL, path, step=stop)
    assert path.read_text() == "old"
    assert len(list(tmp_path.glob(f"*{ending}"))) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limits")
@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf", "pdf"])
def test_a_full_disk_is_said_and_the_old_file_stays(
    asked: Desk, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text("old")
    export_clients(asked, ALL, tmp_path / f"b.{ending}")  # everything is loaded
    least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, most))
    try:
        with pytest.raises(RefusedError, match=r"could not be saved: .*\. Choose another place"):
            export_clients(asked, ALL, path, everything=True, with_objected=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))
    assert path.read_text() == "old"
