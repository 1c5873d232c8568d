import csv
import io
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.importers.tables_reading import LONDON, client_names, parties, read
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.importers import previewing, spreadsheets
from warmcalls.importers.tables import encoding, opening
from warmcalls.importers.tables.rows import Row, cell_text


def write(path: Path, text: str, codec: str = "utf-8") -> Path:
    path.write_bytes(text.encode(codec))
    return path


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_every_encoding_and_delimiter_reads_the_same(
    tmp_path: Path, codec: str, delimiter: str
) -> None:
    text = "Client,Town,Email\r\nCafé Zoë,Leeds,zoe@cafe.test\r\n".replace(",", delimiter)
    got = parties(read(write(tmp_path / "list.csv", text, codec)))
    assert got[0].client
    assert (got[0].client.name, got[0].client.town) == ("Café Zoë", "Leeds")


def test_utf16_big_endian_is_read_by_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(b"\xfe\xff" + "Client\tTown\nAcmé\tHull\n".encode("utf-16-be"))
    assert client_names(read(path)) == ["Acmé"]


def test_one_line_of_windows_1252_far_down_decides_for_the_file(tmp_path: Path) -> None:
    # "É" and a curly apostrophe in Windows-1252 happens to be a valid letter in UTF-8
    rows = "".join(f"Company {n},Hull\n" for n in range(20_000))
    path = write(tmp_path / "a.csv", f"Client,Town\nCAFÉ\u2019S,Bath\n{rows}Zoë £,Ely\n", "cp1252")
    names = client_names(read(path))
    assert (names[0], names[-1], len(names)) == ("CAFÉ\u2019S", "Zoë £", 20_002)


def test_the_header_stands_after_titles_notes_comments_and_blank_lines(tmp_path: Path) -> None:
    text = (
        "# exported by somebody\n\nTarget clients 2026\n"
        '"Note: Email, Town and Client are checked"\n\n'
        "Client,Town,Tier\nAcme,Hull,A\n"
    )
    batch = read(write(tmp_path / "a.csv", text))
    assert client_names(batch) == ["Acme"]
    assert parties(batch)[0].line == 7


def test_totals_and_copyright_after_the_data_are_left_out(tmp_path: Path) -> None:
    text = (
        "Client,Staff,Expected fee\nTotal,12,\nTotal Jobs Ltd,4,£900\nAcme,5,£8k\n"
        'Total,21,"£8,900"\n\nGrand Totals (3 records),,\n'
        '"Confidential Information - Do Not Distribute"\n'
        '"Copyright (c) 2000-2026 somebody, inc. All rights reserved."\n,,\n'
    )
    batch = read(write(tmp_path / "a.csv", text))
    assert client_names(batch) == ["Total Jobs Ltd", "Acme"]
    assert batch.left_out == {"total": 3, "footer": 2}
    assert batch.read == len(batch.rows) + batch.left_out.total() == 7
    assert batch.examples["footer"][0].startswith("Confidential")


def test_lines_are_counted_as_an_editor_does_also_through_quoted_newlines(tmp_path: Path) -> None:
    text = (
        'Client,Notes,Town\n"Acme","one\ntwo\nthree",Hull\nBeta,,\nGamma,x\nDelta,a,b,c\nEta,,,\n'
    )
    batch = read(write(tmp_path / "a.csv", text))
    assert [(row.line, row.client.name) for row in parties(batch) if row.client] == [
        (2, "Acme"),
        (5, "Beta"),
        (8, "Eta"),
    ]
    assert [(p.line, p.why) for p in batch.problems] == [
        (6, "The line has 2 values, the header has 3."),
        (7, "The line has 4 values, the header has 3."),
    ]


def test_a_quotation_mark_that_is_never_closed_costs_one_line(tmp_path: Path) -> None:
    rows = "".join(f"Company {n},Hull\n" for n in range(5_000))
    batch = read(write(tmp_path / "a.csv", f'Client,Town\nAcme,"Hull\n{rows}'))
    assert len(batch.rows) == 5_000
    assert [problem.line for problem in batch.problems] == [2]
    assert "quotation mark" in batch.problems[0].why


def test_a_mark_inside_a_value_is_a_problem_of_its_line(tmp_path: Path) -> None:
    batch = read(write(tmp_path / "a.csv", 'Client,Town\n"The "Big" Co",Hull\nBeta,Ely\n'))
    assert client_names(batch) == ["Beta"]
    assert batch.problems[0].line == 2


def test_nul_bytes_are_a_problem_of_their_line(tmp_path: Path) -> None:
    batch = read(write(tmp_path / "a.csv", "Client,Town\n" + "Beta,Ely\n" * 20 + "A\0b,Hull\n"))
    assert [problem.line for problem in batch.problems] == [22]
    assert len(batch.rows) == 20


def test_an_endless_line_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Client,Town\nAcme,Hull\nBeta," + "x" * 3_000_000)
    with pytest.raises(RefusedError, match="Line 3 is longer than a million"):
        read(path)


def test_a_cell_too_long_for_a_list_is_a_problem(tmp_path: Path) -> None:
    batch = read(write(tmp_path / "a.csv", f"Client,Town\nAcme,{'x' * 200_000}\nBeta,Ely\n"))
    assert client_names(batch) == ["Beta"]
    assert [problem.line for problem in batch.problems] == [2]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\n\n  \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"SQLite format 3\0" + bytes(100), "a database"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (bytes(range(256)) * 20, "not text"),
        (b'{"clients": [{"name": "Acme"}]}', "no table"),
        (b"<html><body>Please log in</body></html>", "no table"),
        (b"Dear Sir,\nthank you for your letter.\n", "names its columns"),
        (b"Acme,020 7946 0018,a@acme.test\nBeta,020 7946 0019,b@beta.test\n", "names its columns"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=says) as refused:
        read(path)
    assert str(refused.value).count("\n") == 0
    assert str(refused.value).startswith("list.csv")
    assert spreadsheets.recognise(content, "list.csv").confidence == 0


def test_our_own_guard_against_formulas_comes_off(tmp_path: Path) -> None:
    text = "Client,Notes,Phone\n'=Acme,'-5,'+44 20 7946 0018\n'quoted',''=x,'tis\n"
    with opening.opened(
        write(tmp_path / "a.csv", text), spreadsheets.NAMES, spreadsheets.go_on
    ) as table:
        cells = [item.cells for item in table.items if isinstance(item, Row)]
    assert cells == [["=Acme", "-5", "+44 20 7946 0018"], ["'quoted'", "'=x", "'tis"]]


def test_equal_and_empty_names_of_columns_are_told_apart(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Client,Email,e-mail,Email,\nAcme,a@x.test,,b@x.test,7\n")
    assert previewing.preview(path).header == ("Client", "Email", "e-mail", "Email (2)", "Column 5")


def test_what_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"none\.csv can’t be read"):
        read(tmp_path / "none.csv")
    with pytest.raises(RefusedError, match="can’t be read"):
        read(tmp_path)


def peak(path: Path, rows: int) -> int:
    write(path, "Client,Town,Notes\n" + f"Acme,Hull,{'x' * 50}\n" * rows)
    tracemalloc.start()
    for _ in spreadsheets.read(path, "table", None, LONDON, stop=spreadsheets.go_on):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peak(tmp_path / "a.csv", 10)
    assert peak(tmp_path / "b.csv", 30_000) < 1.3 * peak(tmp_path / "a.csv", 10_000)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Client,Town\n" + "Acme,Hull\n" * 5_000)
    asked = 0

    def stop() -> None:
        nonlocal asked
        asked += 1
        if asked > 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        list(spreadsheets.read(path, "table", None, LONDON, stop=stop))


def test_batches_tell_how_far_they_are(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Client,Town\n" + "Acme,Hull\n" * 2_500)
    batches = list(spreadsheets.read(path, "table", None, LONDON, stop=spreadsheets.go_on))
    assert [batch.read for batch in batches] == [1_000, 1_000, 500]
    assert batches[0].done < batches[-1].done == path.stat().st_size


PRINTABLE = st.text(
    st.characters(codec="cp1252", categories=("L", "N", "P", "S", "Zs")), max_size=12
)
CELL = PRINTABLE.map(str.strip)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(CELL, CELL, CELL), max_size=12),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_written_table_reads_back_equal(
    rows: list[tuple[str, str, str]], delimiter: str, codec: str, end: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerow(["Client", "Town", "Notes"])
    writer.writerows(rows)
    # A letter that is no UTF-8 makes Windows-1252 certain.
    writer.writerow(["é end", "", ""])
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "a.csv", out.getvalue(), codec)
        with opening.opened(path, spreadsheets.NAMES, spreadsheets.go_on) as table:
            got = list(table.items)
    expected = [[cell_text(cell) for cell in row] for row in rows if opening.ending([*row]) == ""]
    assert [item.cells for item in got if isinstance(item, Row)][:-1] == expected
    assert len(got) == len(rows) + 1


@settings(max_examples=400, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(alphabet=' \n\r",;\t|a1é@.\0=:/-', max_size=200).map(str.encode)
)
@example(b"\xff\xfe\x00")
@example(b"\xfe\xff\xd8\x00")
@example(b'a,b\n"')
@example(b"PK\x03\x04")
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        return  # test_tables_workbook
    spreadsheets.recognise(content, "x.csv")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        path.write_bytes(content)
        try:
            batch = read(path)
            previewing.preview(path)
        except RefusedError as refused:
            said = str(refused)
        else:
            said = ""
            assert batch.read == len(batch.rows) + batch.left_out.total()
    assert "\n" not in said


@given(st.binary(max_size=64))
def test_a_cut_head_is_still_text(head: bytes) -> None:
    assert isinstance(encoding.head_text(head), str)
