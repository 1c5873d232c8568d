import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from tests.importers.tables_reading import LONDON, client_names, parties, read, sample
from tests.importers.workbook_making import book, ods, ods_row
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.importers import previewing, spreadsheets
from warmcalls.importers.tables import opening
from warmcalls.importers.tables.rows import Row


def cells(path: Path, sheet: str = "") -> list[list[str]]:
    with opening.opened(path, spreadsheets.NAMES, spreadsheets.go_on, sheet) as table:
        return [item.cells for item in table.items if isinstance(item, Row)]


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


def test_ods_opens(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", ods_row("Client", "Town") + ods_row("Acme &amp; Co", "Hull"))
    assert client_names(read(path)) == ["Acme & Co"]


def test_linkedins_old_xls_opens() -> None:
    path = sample("ads-leads/linkedin_page_visitors_1766385917155.xls")
    days = cells(path)
    assert len(days) == 365
    assert (days[0][0], days[-1][0]) == ("12/21/2024", "12/20/2025")
    assert sum(int(day[21]) for day in days) == 70_006
    assert len(cells(path, "Industry")) == 104


def test_an_empty_workbook_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="anything in it"):
        read(book(tmp_path / "a.xlsx", []))


def test_waiting_for_a_workbook_can_be_stopped(small: Path) -> None:
    def stop() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        list(spreadsheets.read(small, "table", None, LONDON, stop=stop))
