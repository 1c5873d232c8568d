import struct
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.tables_reading import client_names, read
from tests.importers.workbook_making import book, ods, ods_row, with_part
from warmcalls.domain.errors import RefusedError
from warmcalls.importers.tables import workbook

WIDE = "table:number-columns-repeated='16000'"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return book(tmp_path / "small.xlsx", [["Client", "Town"], ["Acme", "Hull"]])


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


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to RLIMIT_AS")
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


def test_an_ods_that_repeats_itself_without_end_is_refused(tmp_path: Path) -> None:
    times = " table:number-rows-repeated='2000000000'"
    wide = ods_row("Acme", times=times).replace("cell office", f"cell {WIDE} office")
    path = ods(tmp_path / "a.ods", ods_row("Client", "Town") + wide)
    with pytest.raises(RefusedError, match=r"^a\.ods "):
        read(path)
