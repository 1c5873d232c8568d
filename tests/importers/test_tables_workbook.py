import datetime as dt
import struct
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.tables_reading import LONDON, client_names, parties, read, sample
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.importers import previewing, spreadsheets
from warmcalls.importers.tables import opening, workbook
from warmcalls.importers.tables.rows import Row

WIDE = "table:number-columns-repeated='16000'"
SHEET = "xl/worksheets/sheet1.xml"


def book(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for at, rows in enumerate(sheets):
        sheet = made.create_sheet(f"Sheet {at + 1}")
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def cells(path: Path, sheet: str = "") -> list[list[str]]:
    with opening.opened(path, spreadsheets.NAMES, spreadsheets.go_on, sheet) as table:
        return [item.cells for item in table.items if isinstance(item, Row)]


def with_part(source: Path, target: Path, part: str, content: bytes) -> Path:
    """Copy a workbook with one part replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != part:
                new.writestr(each, old.read(each))
        new.writestr(part, content)
    return target


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return book(tmp_path / "small.xlsx", [["Client", "Town"], ["Acme", "Hull"]])


def test_numbers_and_dates_are_text_without_points(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        [
            ["Client", "Phone", "Since", "Expected fee", "Notes", "Do not call"],
            [
                "Acme",
                2079460018.0,
                dt.date(2026, 2, 5),
                8000.5,
                dt.datetime(2026, 2, 5, 9, 30),  # noqa: DTZ001 - as Excel has it
                True,
            ],
            ["00123", "020 7946 0018", "5/2/2026", -12, dt.time(9, 30), False],
        ],
    )
    assert cells(path) == [
        ["Acme", "2079460018", "2026-02-05", "8000.5", "2026-02-05 09:30:00", "true"],
        ["00123", "020 7946 0018", "5/2/2026", "-12", "09:30:00", "false"],
    ]


def test_the_first_sheet_with_anything_in_it_is_read_or_the_named_one(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        [],
        [["My list"], [], ["Client", "Town"], ["Acme", "Hull"], [None, None], ["Beta", "Ely"]],
        [["Client", "Town"], ["Gamma", "Bath"]],
    )
    batch = read(path)
    assert [(row.line, row.client.name) for row in parties(batch) if row.client] == [
        (4, "Acme"),
        (6, "Beta"),
    ]
    assert cells(path, "Sheet 3") == [["Gamma", "Bath"]]
    with pytest.raises(RefusedError, match="no sheet called Sheet 9"):
        cells(path, "Sheet 9")


def test_rows_are_counted_from_the_top_of_the_sheet(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    for at, row in ((5, ["Client", "Town"]), (9, ["Acme", "Hull"])):
        for column, value in enumerate(row, start=3):
            sheet.cell(at, column, value)
    made.save(tmp_path / "a.xlsx")
    batch = read(tmp_path / "a.xlsx")
    assert [row.line for row in parties(batch)] == [9]


def test_a_known_export_saved_as_a_workbook_is_known(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        [["Record ID", "Company name", "City"], [9001, "Acme", "Hull"]],
    )
    found = previewing.preview(path)
    assert (found.format, found.estimate) == ("hubspot-companies", 1)
    first = parties(read(path, form="hubspot-companies"))[0].client
    assert first
    assert first.external_id == "9001"


def test_a_long_sheet_comes_in_batches_with_progress(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [["Client", "Town"], *[["Acme", "Hull"]] * 2_400])
    got = list(spreadsheets.read(path, "table", None, LONDON, stop=spreadsheets.go_on))
    assert [batch.read for batch in got] == [1_000, 1_000, 400]
    assert 0 < got[0].done < got[-1].done == path.stat().st_size
    assert previewing.preview(path).estimate == 2_400


def ods(path: Path, rows: str) -> Path:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content xmlns:office='{names}:office:1.0' "
            f"xmlns:table='{names}:table:1.0' xmlns:text='{names}:text:1.0'>"
            f"<office:body><office:spreadsheet><table:table table:name='One'>{rows}"
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_row(*cells: str, times: str = "") -> str:
    made = "".join(
        f"<table:table-cell office:value-type='string'><text:p>{cell}</text:p></table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row{times}>{made}</table:table-row>"


def test_ods_opens(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", ods_row("Client", "Town") + ods_row("Acme &amp; Co", "Hull"))
    assert client_names(read(path)) == ["Acme & Co"]


def test_an_ods_that_repeats_itself_without_end_is_refused(tmp_path: Path) -> None:
    times = " table:number-rows-repeated='2000000000'"
    wide = ods_row("Acme", times=times).replace("cell office", f"cell {WIDE} office")
    path = ods(tmp_path / "a.ods", ods_row("Client", "Town") + wide)
    with pytest.raises(RefusedError, match=r"^a\.ods "):
        read(path)


def test_linkedins_old_xls_opens() -> None:
    path = sample("ads-leads/linkedin_page_visitors_1766385917155.xls")
    days = cells(path)
    assert len(days) == 365
    assert (days[0][0], days[-1][0]) == ("12/21/2024", "12/20/2025")
    assert sum(int(day[21]) for day in days) == 70_006
    assert len(cells(path, "Industry")) == 104


def zeros(path: Path, small: Path) -> Path:
    return with_part(small, path, SHEET, bytes(400 << 20))


def crammed(path: Path, small: Path) -> Path:
    return with_part(small, path, SHEET, bytes(250 << 20))


def many_parts(path: Path, small: Path) -> Path:
    with_part(small, path, "a.xml", b"")
    with zipfile.ZipFile(path, "a") as archive:
        for at in range(120):
            archive.writestr(f"b{at}.xml", b"x")
    return path


def one_huge_cell(path: Path, small: Path) -> Path:
    cell = b"<c r='A1' t='inlineStr'><is><t>" + b"ab" * (120 << 20) + b"</t></is></c>"
    return with_part(small, path, SHEET, sheet_xml(b"<row r='1'>" + cell + b"</row>"))


def sheet_xml(rows: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b"<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>" % (space, rows)


def far_corner(path: Path, small: Path) -> Path:
    rows = (
        b"<row r='1'><c r='A1'><v>1</v></c></row>"
        b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
    )
    return with_part(small, path, SHEET, sheet_xml(rows))


def lying_sizes(path: Path, small: Path) -> Path:
    """Make an archive whose directory says that its parts are small."""
    with_part(small, path, SHEET, bytes(280 << 20))
    raw = bytearray(path.read_bytes())
    at = raw.find(b"PK\x01\x02")
    while at != -1:
        raw[at + 24 : at + 28] = struct.pack("<I", 1000)
        at = raw.find(b"PK\x01\x02", at + 4)
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    "bomb", [zeros, crammed, many_parts, one_huge_cell, far_corner, lying_sizes]
)
def test_a_bomb_ends_in_one_sentence(
    tmp_path: Path, small: Path, bomb: Callable[[Path, Path], Path]
) -> None:
    path = bomb(tmp_path / "bomb.xlsx", small)
    begin = time.monotonic()
    with pytest.raises(RefusedError, match=r"^bomb\.xlsx ") as refused:
        read(path)
    assert "\n" not in str(refused.value)
    assert time.monotonic() - begin < 30


def test_what_gets_past_the_first_look_meets_the_memory_limit(
    tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "RATIO", 10_000)
    monkeypatch.setattr(workbook, "UNPACKED", 1 << 30)
    cell = b"<c r='A1' t='inlineStr'><is><t>" + b"ab" * (250 << 20) + b"</t></is></c>"
    path = with_part(
        small, tmp_path / "bomb.xlsx", SHEET, sheet_xml(b"<row r='1'>" + cell + b"</row>")
    )
    with pytest.raises(RefusedError, match="too big to read safely"):
        read(path)


def test_a_far_row_alone_does_no_harm(tmp_path: Path, small: Path) -> None:
    rows = (
        b"<row r='1'><c r='A1' t='inlineStr'><is><t>Client</t></is></c></row>"
        b"<row r='1048576'><c r='A1048576' t='inlineStr'><is><t>Acme</t></is></c></row>"
    )
    path = with_part(small, tmp_path / "far.xlsx", SHEET, sheet_xml(rows))
    assert client_names(read(path)) == ["Acme"]


def entities(path: Path, small: Path) -> Path:
    laughs = "".join(
        f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" if n else "<!ENTITY l0 'ha'>" for n in range(10)
    )
    text = (
        f"<!DOCTYPE x [{laughs}]>"
        + sheet_xml(b"<row r='1'><c r='A1' t='inlineStr'><is><t>&l9;</t></is></c></row>").decode()
    )
    return with_part(small, path, SHEET, text.encode())


def cut_off(path: Path, small: Path) -> Path:
    raw = small.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    return path


def broken_xml(path: Path, small: Path) -> Path:
    return with_part(small, path, SHEET, b"<worksheet><sheetData><row")


def word_document(path: Path, _: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return path


def compound_rubbish(path: Path, _: Path) -> Path:
    path.write_bytes(workbook.COMPOUND + bytes(2000))
    return path


def encrypted(path: Path, _: Path) -> Path:
    """Make what Excel writes when a workbook gets a password, as far as a reader looks."""
    path.write_bytes(workbook.COMPOUND + bytes(1000) + "EncryptedPackage".encode("utf-16-le"))
    return path


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (entities, "damaged"),
        (cut_off, "cut off or damaged"),
        (broken_xml, "damaged"),
        (word_document, "damaged or no workbook"),
        (compound_rubbish, "damaged or no workbook"),
        (encrypted, "password"),
    ],
)
def test_a_bad_workbook_is_refused_in_one_sentence(
    tmp_path: Path, small: Path, make: Callable[[Path, Path], Path], says: str
) -> None:
    path = make(tmp_path / "bad.xlsx", small)
    with pytest.raises(RefusedError, match=says) as refused:
        read(path)
    assert str(refused.value).startswith("bad.xlsx ")
    assert "\n" not in str(refused.value)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_workbook_with_wrong_bytes_is_read_or_refused(flips: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = book(Path(folder) / "a.xlsx", [["Client", "Town"], ["Acme", "Hull"]])
        raw = bytearray(path.read_bytes())
        for at, byte in flips:
            raw[4 + at % (len(raw) - 4)] = byte
        path.write_bytes(raw)
        try:
            said = str(len(read(path).rows))
        except RefusedError as refused:
            said = str(refused)
    assert "\n" not in said


def test_an_empty_workbook_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="anything in it"):
        read(book(tmp_path / "a.xlsx", []))


def test_waiting_for_a_workbook_can_be_stopped(small: Path) -> None:
    def stop() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        list(spreadsheets.read(small, "table", None, LONDON, stop=stop))
