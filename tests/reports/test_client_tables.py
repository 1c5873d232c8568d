"""The list of clients as CSV and XLSX: read back by other programs, and by our own import."""

import csv
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.importers.tables_reading import parties, read
from warmcalls.domain.client_columns import COLUMNS, SHOWN, ClientRow, Coverage
from warmcalls.domain.clients import Client, Contact, Phone, Tier
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import IncomingPhone
from warmcalls.importers.mapping import Field
from warmcalls.importers.previewing import preview
from warmcalls.importers.tables.rows import cell_text
from warmcalls.reports import client_tables, streamed_tables
from warmcalls.reports.streamed_tables import write_rows
from warmcalls.reports.tables import STARTS, Cell

LONDON = ZoneInfo("Europe/London")
MARCH_3 = 1_772_526_600_000_000
EVERY = tuple(column.id for column in COLUMNS)
NORTHMOOR = ClientRow(
    7, "Northmoor Logistics", tier="A", sector="Logistics", town="Leeds", owner_id=1,
    owner="Beth Okafor", staff=210, fee=840_050, website="www.northmoor.example",
    company_number="01234567", since="2024-05-01", tags=("drivers", "guide"),
    notes="Ask for the transport desk,\nnot the front desk", contacts=2, contact="Priya Nair",
    phone="+442079460018", coverage=Coverage(contact=True, number=True, identifier=True), people=3,
    warmth=(0.0, 1.23456), seen_at=MARCH_3, spoke_at=None, stands="Number 3", fit=83,
)  # fmt: skip
HOSTILE = replace(
    NORTHMOOR, name="=cmd|' /C calc'!A0", sector="+44", town="@SUM(A1:A9)", owner="-2+3",
    tags=("=1+1",), notes="\t=HYPERLINK(1)", contact="\uff1d1", stands="'=1",
)  # fmt: skip
WHOLE = Client(
    7, "Northmoor Logistics", Tier.A, "Logistics", "Leeds", 210, 1, "Beth Okafor", 840_050,
    "www.northmoor.example", phones=(Phone(1, "+442079460001", "switchboard"),),
    contacts=(
        Contact(
            1, 7, "Priya Nair", "Head of People", "priya@northmoor.example",
            (Phone(2, "+441632960123", "direct"), Phone(3, "+447700900123", "mobile")),
        ),
        Contact(2, 7, "Tom Ash", objected_at=MARCH_3, phones=(Phone(4, "+441632960999", "", None, True),)),
    ),
)  # fmt: skip


def saved(path: Path, *rows: ClientRow, columns: tuple[str, ...] = SHOWN) -> Path:
    heads = client_tables.heads(columns)
    write_rows(path, "Clients", heads, (client_tables.cells(r, columns, LONDON) for r in rows), "£")
    assert [each.name for each in path.parent.iterdir()] == [path.name]  # no draft is left
    return path


def saved_whole(path: Path, client: Client = WHOLE, **held: tuple[str, ...]) -> Path:
    rows = client_tables.everything(
        NORTHMOOR,
        client,
        held,
        {1: {"token": ("tok1",), "email": ("p@northmoor.example",)}},
        LONDON,
    )
    write_rows(path, "Clients", client_tables.EVERYTHING, rows)
    return path


def csv_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_view_as_csv_is_what_is_shown(tmp_path: Path) -> None:
    rows = csv_rows(saved(tmp_path / "view.csv", NORTHMOOR))
    assert rows == [
        ["Client", "Tier", "Sector", "Owner", "Fee", "People 7 d", "Warmth, 30 days", "Coverage",
         "Tags", "Today’s list"],
        ["Northmoor Logistics", "A", "Logistics", "Beth Okafor", "8400.50", "3", "1.235", "3 of 4",
         "drivers, guide", "Number 3"],
    ]  # fmt: skip


def test_a_view_as_xlsx_has_numbers_and_days(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(saved(tmp_path / "v.xlsx", NORTHMOOR, columns=EVERY))["Clients"]
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert row["Fee"].value == 8400.5
    assert row["Fee"].number_format == '"£"#,##0.00'
    assert row["Staff"].number_format == "#,##0"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == (
        "A2",
        f"A1:{row['Notes'].column_letter}2",
    )
    assert row["Client since"].value.date() == date(2024, 5, 1)
    assert row["Last seen"].value.date() == date(2026, 3, 3)
    assert row["Last spoke"].value is None
    assert (row["People 7 d"].value, row["Fit"].value, row["Staff"].value) == (3, 83, 210)
    assert row["Phone"].value == "020 7946 0018"
    assert row["Company no."].value == "01234567"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_our_own_import_knows_the_heads_of_a_view(tmp_path: Path, ending: str) -> None:
    path = saved(tmp_path / f"view.{ending}", NORTHMOOR, columns=EVERY)
    found = preview(path)
    assert found.kind == "clients"
    assert found.mapping is not None
    known = {name: field for name, field in found.mapping.columns.items() if field != Field.IGNORE}
    taken = {
        "Client": Field.CLIENT, "Tier": Field.TIER, "Sector": Field.SECTOR, "Town": Field.TOWN,
        "Staff": Field.STAFF, "Owner": Field.OWNER, "Fee": Field.EXPECTED_FEE,
        "Website": Field.WEBSITE, "Company no.": Field.COMPANY_NUMBER, "Notes": Field.NOTES,
        "Client since": Field.SINCE, "Contact": Field.CONTACT, "Phone": Field.PHONE,
    }  # fmt: skip
    assert {name: known[name] for name in taken} == taken
    assert set(known) - set(taken) == {"Tags", "Excluded"}
    (party,) = parties(read(path))
    client = party.client
    assert client is not None
    assert (client.name, client.tier, client.owner) == ("Northmoor Logistics", "A", "Beth Okafor")
    assert (client.expected_fee, client.staff, client.since) == (840_050, 210, "2024-05-01")
    assert client.company_number == "01234567"
    assert client.notes == NORTHMOOR.notes
    assert client.tags == NORTHMOOR.tags


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_everything_comes_back_through_our_own_import(tmp_path: Path, ending: str) -> None:
    path = saved_whole(
        tmp_path / f"all.{ending}", domain=("northmoor.example",), name=("Northmoor Haulage",),
        range=("192.0.2.0/24",), token=("ours",), external=("hubspot:12",),
    )  # fmt: skip
    priya, tom = parties(read(path))
    for party in (priya, tom):
        assert party.client is not None
        assert party.client.name == "Northmoor Logistics"
        assert party.client.aliases == ("Northmoor Haulage",)
        assert party.client.networks == ("192.0.2.0/24",)
        assert party.client.external_id == ""
        assert party.client.phones == (IncomingPhone("+442079460001", "switchboard"),)
        assert party.client.expected_fee == 840_050
    assert priya.contact is not None
    assert (priya.contact.name, priya.contact.role) == ("Priya Nair", "Head of People")
    assert priya.contact.emails == ("priya@northmoor.example", "p@northmoor.example")
    assert priya.contact.tokens == ("tok1",)
    assert priya.contact.phones == (
        IncomingPhone("+441632960123", "direct"), IncomingPhone("+447700900123", "mobile"),
    )  # fmt: skip
    assert not priya.contact.objected
    assert tom.contact is not None
    assert tom.contact.objected
    assert tom.contact.phones == ()  # a barred number comes back as none
    assert "01632 960999 (registered or objected)" in path.read_text("utf-8-sig", "replace") or (
        ending == "xlsx"
    )


def test_a_client_without_contacts_has_a_row_alone(tmp_path: Path) -> None:
    alone = replace(WHOLE, contacts=(), objected_at=MARCH_3)
    (party,) = parties(read(saved_whole(tmp_path / "a.csv", alone, token=("ours",))))
    assert party.contact is None
    assert party.client is not None
    assert party.client.tokens == ("ours",)
    assert party.client.excluded == "do not call"


def test_of_a_client_that_objected_every_contact_did(tmp_path: Path) -> None:
    path = saved_whole(tmp_path / "a.csv", replace(WHOLE, objected_at=MARCH_3))
    assert all(party.contact and party.contact.objected for party in parties(read(path)))


def test_no_cell_is_ever_a_formula(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(saved(tmp_path / "v.xlsx", HOSTILE, columns=EVERY))
    cells = [cell for row in book["Clients"].iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert "=cmd|' /C calc'!A0" in {cell.value for cell in cells}
    (tmp_path / "sub").mkdir()
    rows = csv_rows(saved(tmp_path / "sub" / "v.csv", HOSTILE, columns=EVERY))
    assert not any(cell.lstrip(" ").startswith(STARTS) for row in rows for cell in row)
    assert {"'=cmd|' /C calc'!A0", "'+44", "'@SUM(A1:A9)", "'-2+3", "'\uff1d1", "''=1"} <= set(
        rows[1]
    )
    (party,) = parties(read(tmp_path / "sub" / "v.csv"))
    assert party.client is not None
    assert (party.client.name, party.client.town) == (HOSTILE.name, HOSTILE.town)


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


@given(st.text(max_size=30) | st.text("'\"=+ \t\r\n\x1f\xa0a", max_size=6))
@example("\n")
@example("'\n")
@example("' \r\n")
@settings(max_examples=300)
def test_what_is_guarded_runs_nowhere_and_comes_back(text: str) -> None:
    said = streamed_tables.guarded(text)
    assert not said.lstrip(" ").startswith(STARTS)
    assert cell_text(said).strip() == text.strip()


@given(st.lists(texts, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_from_both(
    tmp_path_factory: pytest.TempPathFactory, found: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    for name in ("t.csv", "t.xlsx"):
        write_rows(folder / name, "T", ("a", "b"), ((text, "x") for text in found))
    assert [cell_text(row[0]) for row in csv_rows(folder / "t.csv")[1:]] == [
        text.strip() for text in found
    ]
    sheet = openpyxl.load_workbook(folder / "t.xlsx")["T"]
    for number, text in enumerate(found, 2):
        if "_x" not in text and not any(c in "\ufffe\uffff" for c in text):
            assert (sheet.cell(number, 1).value or "") == text


def test_a_hundred_thousand_rows_take_no_memory(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("no rusage")

    def rows() -> Iterator[tuple[Cell, ...]]:
        for number in range(100_000):
            yield (f"Client {number}", "A", "Care", 8400.5)

    write_rows(tmp_path / "warm.xlsx", "T", ("a", "b", "c", "d"), [("x",)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for ending in ("csv", "xlsx"):
        write_rows(tmp_path / f"long.{ending}", "T", ("a", "b", "c", "d"), rows())
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 40_000  # kilobytes
    assert len(csv_rows(tmp_path / "long.csv")) == 100_001


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_stops_half_way_leaves_the_old_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text("old")

    def rows() -> Iterator[tuple[Cell, ...]]:
        yield ("one",)
        raise RefusedError("stopped")

    with pytest.raises(RefusedError, match="stopped"):
        write_rows(path, "T", ("a",), rows())
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    with pytest.raises(RefusedError, match="could not be saved: no such file"):
        write_rows(tmp_path / "nowhere" / path.name, "T", ("a",), [("one",)])
    with pytest.raises(RefusedError, match="neither CSV nor XLSX"):
        write_rows(tmp_path / "a.doc", "T", ("a",), [])


def test_more_rows_than_a_sheet_holds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streamed_tables, "MOST", 2)
    with pytest.raises(RefusedError, match="as CSV"):
        write_rows(tmp_path / "a.xlsx", "T", ("a",), [("x",)] * 3)
    assert not list(tmp_path.iterdir())
