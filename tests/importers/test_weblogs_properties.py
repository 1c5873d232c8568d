"""What holds of every file, whatever is in it."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.importers.test_weblogs import DATA, Whole, hit, whole
from warmcalls.importers.weblogs import format_of, recognise

PIECES = st.sampled_from(
    [
        *(hit().encode(), hit("/fees?wc=k7Qp2x", at="08:30:01").encode()),
        *(b"\n", b"\r\n", b'"', b" ", b"\0", b"\\", b"-", b"[", b"] ", b"%", b"\xff"),
        *(b"#Fields: date time c-ip cs-method cs-uri-stem sc-status", b"#Date: 2026-03-02"),
        *(b"2026-03-02 08:30:00 203.0.113.9 GET /fees 200", b"agency.example "),
        *((DATA / name).read_bytes() for name in ("agency.log", "agency_iis.log")),
    ]
)
FILES = st.lists(st.one_of(PIECES, st.binary(max_size=40)), max_size=30).map(b"".join)


def read_bytes(content: bytes, block: int = 512 * 1024) -> Whole:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.log"
        path.write_bytes(content)
        return whole(path, block=block)


@given(FILES)
def test_no_bytes_raise_and_every_hit_is_accounted_for(content: bytes) -> None:
    found = read_bytes(content)
    assert found.read == len(found.rows) + found.left_out.total()
    assert found.read + len(found.problems) <= content.count(b"\n") + 1
    assert all(row.identities for row in found.rows)
    assert found.done[-1] == len(content)
    lines = [problem.line for problem in found.problems]
    assert lines == sorted(set(lines))


@given(FILES, st.integers(1, 400))
def test_the_size_of_the_pieces_changes_nothing(content: bytes, block: int) -> None:
    in_pieces, at_once = read_bytes(content, block), read_bytes(content)
    assert in_pieces.rows == at_once.rows
    assert in_pieces.left_out == at_once.left_out
    assert in_pieces.problems == at_once.problems


@given(FILES)
def test_the_beginning_of_any_file_can_be_judged(content: bytes) -> None:
    assert 0 <= recognise(content, "any") <= 1
    assert bool(format_of(content)) == (recognise(content, "any") > 0)


@given(st.binary(max_size=60))
def test_any_bytes_as_a_url_are_one_hit_or_one_problem(url: bytes) -> None:
    line = hit("@@").encode().replace(b"@@", url.replace(b"\n", b""))
    found = read_bytes(line + b"\n")
    assert found.read + len(found.problems) == 1


def test_the_same_fact_has_the_same_key_in_overlapping_files() -> None:
    lines = (DATA / "agency.log").read_bytes().splitlines(keepends=True)
    earlier, later = read_bytes(b"".join(lines[:8])), read_bytes(b"".join(lines[3:]))
    both = {row.key for row in earlier.rows} | {row.key for row in later.rows}
    assert both == {row.key for row in read_bytes(b"".join(lines)).rows}
