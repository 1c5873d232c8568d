"""Merging two clients: what differs, what is taken, what moves, all with the keyboard."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.campaigns.sheets_world import MARKUP, focus, heard, key, over
from warmcalls.domain.client_merge import Comparison, FieldChoice, Moves, Take, field_choices
from warmcalls.ui.clients.sheets.merge_cell import MergeCell
from warmcalls.ui.clients.sheets.merge_sheet import MergeSheet
from warmcalls.ui.theme import Theme

BLANK: dict[str, Any] = {
    "name": "", "tier": "", "sector": "", "town": "", "owner_id": None, "owner": "",
    "staff": None, "expected_fee": None, "currency": "GBP", "website": "", "company_number": "",
    "since": "", "excluded": "", "tags": "", "notes": "",
}  # fmt: skip
KEEP = BLANK | {"name": "Northmoor Logistics", "tier": "A", "town": "Leeds", "notes": "Mine"}
GONE = BLANK | {"name": "Northmoor Ltd", "tier": "B", "town": "Leeds", "expected_fee": 840_000}


def two(gone: dict[str, Any] = GONE, **more: Any) -> Comparison:
    fields = field_choices(KEEP, gone)
    moves = Moves(signals=142, calls=5, contacts=3, identifiers=2)
    return Comparison(1, 2, KEEP["name"], gone["name"], fields, moves, **more)


def of(sheet: MergeSheet, column: str) -> list[str]:
    return [cell.text() for cell in sheet.rows.rows[column].values()]


def test_only_what_differs_is_asked(qtbot: QtBot, theme: Theme) -> None:
    sheet = MergeSheet(theme, two(joined=("Priya Nair",), reasons=("Same number",)))
    over(qtbot, sheet)
    assert list(sheet.rows.rows) == ["name", "tier", "fee", "notes"]
    assert of(sheet, "fee") == ["nothing", "£8,400"]
    assert sheet.same.text() == "1 field is the same: town"
    assert sheet.rows.take == {"name": "keep", "tier": "keep", "fee": "gone", "notes": "keep"}
    moves = "142 signals, 5 calls, 3 contacts and 2 identifiers move to Northmoor Logistics"
    assert sheet.moves.text() == moves
    assert "Priya Nair is at both" in sheet.after.text()
    assert "“Northmoor Ltd” becomes an alias" in sheet.after.text()


def test_arrows_choose_and_enter_merges_once(qtbot: QtBot, theme: Theme) -> None:
    sheet = MergeSheet(theme, two())
    told: list[Any] = []
    sheet.merged.connect(told.append)
    over(qtbot, sheet)
    assert sheet.verb.text() == "Merge into Northmoor Logistics"
    key(Qt.Key.Key_Right)
    assert sheet.verb.text() == "Merge into Northmoor Ltd"
    assert "“Northmoor Logistics” becomes an alias" in sheet.after.text()
    key(Qt.Key.Key_Left)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Right)
    assert sheet.rows.take["tier"] == "gone"
    key(Qt.Key.Key_Up)
    assert focus() is sheet.rows.rows["name"][Take.KEEP]
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    take = {"name": "keep", "tier": "gone", "fee": "gone", "notes": "keep"}
    assert told == [(1, 2, take)]
    sheet.refuse("One of the two is not there any more")
    key(Qt.Key.Key_Return)
    assert len(told) == 2


def test_tab_goes_from_field_to_field(qtbot: QtBot, theme: Theme) -> None:
    sheet = MergeSheet(theme, two())
    over(qtbot, sheet)
    stops = []
    for _ in range(4):
        stops.append(focus())
        key(Qt.Key.Key_Tab)
    taken = [next(c for c in cells.values() if c.isChecked()) for cells in sheet.rows.rows.values()]
    assert stops == taken


def test_the_arrows_take_the_view_along(qtbot: QtBot, theme: Theme) -> None:
    sheet = MergeSheet(theme, two(GONE | {"notes": "Theirs " * 40, "since": "2020-01-01"}))
    over(qtbot, sheet)
    sheet.resize(sheet.width(), 300)
    for _ in range(6):
        key(Qt.Key.Key_Down)
    at = focus()
    top = at.mapTo(sheet, at.rect().topLeft()).y()
    assert 60 <= top < 300 - 57


def test_notes_and_tags_of_both(qtbot: QtBot, theme: Theme) -> None:
    sheet = MergeSheet(theme, two(GONE | {"notes": "Theirs", "tags": "drivers"}))
    over(qtbot, sheet)
    assert sheet.rows.take["notes"] == "both"
    assert sheet.rows.take["tags"] == "gone"
    assert list(sheet.rows.rows["notes"]) == list(Take)
    assert list(sheet.rows.rows["tags"]) == [Take.KEEP, Take.GONE]


def test_two_that_are_two_and_the_other_way_round(qtbot: QtBot, theme: Theme) -> None:
    sheet = MergeSheet(theme, two(warning="Northmoor objected to calls"))
    said: list[Any] = []
    sheet.kept_apart.connect(lambda *both: said.append(both))
    sheet.swapped.connect(lambda: said.append("swap"))
    over(qtbot, sheet)
    sheet.two.click()
    sheet.rows.swap.click()
    assert said == [(1, 2), "swap"]
    assert not MergeSheet(theme, two(is_apart=True)).two.isVisibleTo(None)  # type: ignore[arg-type]


def test_names_of_any_length_fit(qtbot: QtBot, theme: Theme) -> None:
    long = two(GONE | {"name": "W" * 300, "notes": "Long notes " * 90, "town": MARKUP})
    sheet = MergeSheet(theme, long)
    over(qtbot, sheet)
    for cells in sheet.rows.rows.values():
        for cell in cells.values():
            assert isinstance(cell, MergeCell)
            assert cell.mapTo(sheet, cell.rect().topRight()).x() < sheet.width()
    assert sheet.rows.rows["name"][Take.GONE].toolTip() == "W" * 300
    sheet.rows.rows["name"][Take.GONE].setChecked(True)
    assert sheet.verb.width() <= sheet.width()


def test_equal_clients_need_no_choice(qtbot: QtBot, theme: Theme) -> None:
    fields = (FieldChoice("name", "Client", "One", "One", is_same=True),)
    sheet = MergeSheet(theme, Comparison(1, 2, "One", "One", fields))
    told = heard(sheet)
    over(qtbot, sheet)
    assert sheet.moves.text() == "Nothing moves to One"
    assert "alias" not in sheet.after.text()
    sheet.submit()
    assert told == [(1, 2, {})]
