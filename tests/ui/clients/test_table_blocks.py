"""Blocks from Excel, Sheets and LibreOffice: read as they were copied, laid over the right cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.client_edits import Edit
from warmcalls.ui.clients.table.blocks import fill, from_text, paste, to_text

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12)
BLOCKS = st.integers(1, 4).flatmap(
    lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), min_size=1, max_size=5)
)


def as_copied(cell: str) -> str:
    """A cell as Excel has it: in quotes where it would break out of its place."""
    quoted = cell.replace('"', '""')
    return f'"{quoted}"' if any(c in cell for c in '\t\n\r"') else cell


@given(BLOCKS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "last"]))
def test_what_a_spreadsheet_writes_is_read_as_it_was(
    block: list[list[str]], end: str, last: str
) -> None:
    lines = ["\t".join(map(as_copied, row)) for row in block]
    assert from_text(end.join(lines) + (end if last or not lines[-1] else "")) == block


@given(BLOCKS)
def test_what_is_copied_can_be_pasted(block: list[list[str]]) -> None:
    assert from_text(to_text(block)) == block or not to_text(block)


@given(st.text(max_size=60))
def test_any_text_is_a_block_of_equal_rows(text: str) -> None:
    block = from_text(text)
    assert len({len(row) for row in block}) <= 1
    assert bool(block) is bool(text)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", []),
        ("A", [["A"]]),
        ("A\r\n", [["A"]]),
        ("A\tB\r\nC\tD\r\n", [["A", "B"], ["C", "D"]]),
        ("A\n\nB\n", [["A"], [""], ["B"]]),
        ("A\tB\nC", [["A", "B"], ["C", ""]]),
        ('"two\nlines"\tB', [["two\nlines", "B"]]),
        ('"a ""quoted"" word"', [['a "quoted" word']]),
        ('5" pipe\tB', [['5" pipe', "B"]]),
        ('"Best" Ltd\tB\n"The Firm\tC', [['"Best" Ltd', "B"], ['"The Firm', "C"]]),
        ("\r\n", [[""]]),
        ("\t\n", [["", ""]]),
    ],
)
def test_quotes_and_ends(text: str, block: list[list[str]]) -> None:
    assert from_text(text) == block


def test_a_block_is_laid_over_the_shown_columns() -> None:
    found = paste([["A", "Food"], ["B", "Care"]], [7, 3], ["tier", "sector", "owner"])
    assert found.edits == [
        Edit(7, "tier", "A"), Edit(7, "sector", "Food"),
        Edit(3, "tier", "B"), Edit(3, "sector", "Care"),
    ]  # fmt: skip
    assert found.words == "4 cells in 2 rows."


def test_what_is_worked_out_is_left_out_and_said() -> None:
    found = paste([["£1", "3", "9", "x"]], [7], ["fee", "people", "coverage", "tags"])
    assert found.edits == [Edit(7, "fee", "£1"), Edit(7, "tags", "x")]
    assert found.words == (
        "2 cells in 1 row. People 7 d and Coverage are worked out and stay as they were."
    )


def test_what_has_no_place_is_said() -> None:
    found = paste([["A", "x"], ["B", "y"], ["C", "z"]], [7], ["tier"])
    assert found.edits == [Edit(7, "tier", "A")]
    assert found.words == (
        "1 cell in 1 row. 2 rows more than there are clients below: left out. "
        "1 column more than there are to the right: left out."
    )


def test_one_row_fills_all_rows() -> None:
    found = paste([["A"]], [7, 3, 5], ["tier", "sector"])
    assert found.edits == fill("A", "tier", [7, 3, 5])
