"""The sheet of clients that may be one."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.campaigns.sheets_world import MARKUP, NOW, focus, key, over
from warmcalls.domain.duplicates import Counts, DuplicatePair, Twin, Zone
from warmcalls.ui.clients.sheets.duplicates_sheet import NONE, DuplicatesSheet, summary
from warmcalls.ui.theme import Theme

LONG = "Whitfield, Hargreaves & Ramsbottom Environmental Engineering Consultants " * 3
PAIRS = [
    DuplicatePair(
        Twin(1, "Northmoor Ltd", "A", "Leeds", "Logistics", "Beth", "northmoor.example",
             phone="+441134960000", contacts=3, signals=1204, calls=1, last_at=NOW),
        Twin(2, "NORTHMOOR LIMITED"), Zone.SAME, 0.9,
        ("both use northmoor.example", "the same name, written differently", "but Leeds and York"),
    ),
    DuplicatePair(Twin(3, LONG, "B", LONG), Twin(4, LONG), Zone.ASK, 0.6, (LONG, f"but {LONG}")),
    DuplicatePair(Twin(5, MARKUP), Twin(6, "Sharp"), Zone.ASK, 0.5, ("both names have “Sharp”",)),
]  # fmt: skip
Ids = list[tuple[int, int]]


def shown(qtbot: QtBot, theme: Theme) -> tuple[DuplicatesSheet, Ids, Ids]:
    """A sheet with three pairs, and what it asks for: merges, and pairs kept apart."""
    sheet = DuplicatesSheet(theme)
    merges: Ids = []
    aparts: Ids = []
    sheet.merge_wanted.connect(lambda one, other: merges.append((one, other)))
    sheet.apart_wanted.connect(lambda one, other: aparts.append((one, other)))
    over(qtbot, sheet)
    sheet.show_pairs(PAIRS)
    return sheet, merges, aparts


def test_keys_decide_about_the_chosen_pair(qtbot: QtBot, theme: Theme) -> None:
    sheet, merges, aparts = shown(qtbot, theme)
    assert focus() is sheet.list
    key(Qt.Key.Key_M)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_N)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert (merges, aparts) == ([(1, 2), (5, 6)], [(3, 4)])


def test_keys_work_from_a_button_too(qtbot: QtBot, theme: Theme) -> None:
    sheet, merges, aparts = shown(qtbot, theme)
    key(Qt.Key.Key_Tab)
    assert focus() is sheet.look_button
    key(Qt.Key.Key_M)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return)
    assert (merges, aparts) == ([(1, 2)], [(1, 2)])


def test_a_decided_pair_gives_its_place_to_the_next(qtbot: QtBot, theme: Theme) -> None:
    sheet, _, aparts = shown(qtbot, theme)
    key(Qt.Key.Key_Down)
    sheet.show_pairs([PAIRS[0], PAIRS[2]])
    key(Qt.Key.Key_N)
    sheet.show_pairs(PAIRS)
    key(Qt.Key.Key_N)
    assert aparts == [(5, 6), (5, 6)]
    sheet.show_pairs([])
    assert sheet.chosen() is None
    assert sheet.sentence.text() == NONE
    assert not sheet.merge_button.isVisible()
    assert focus() is sheet.look_button
    key(Qt.Key.Key_N)
    assert len(aparts) == 2


def test_looking_again_says_how_far_it_is(qtbot: QtBot, theme: Theme) -> None:
    sheet, *_ = shown(qtbot, theme)
    with qtbot.waitSignal(sheet.look_wanted):
        sheet.look_button.click()
    assert not sheet.look_button.isEnabled()
    sheet.show_progress(0, 1)
    assert sheet.sentence.text() == "Looking through all clients…"
    sheet.show_progress(30, 120)
    assert sheet.sentence.text() == "Looking through all clients… 25 %"
    sheet.refuse("The disk is full.")
    assert sheet.look_button.isEnabled()
    assert sheet.problem.text == "The disk is full."
    assert sheet.sentence.text() == "1 pair is surely the same, 2 perhaps."
    sheet.show_pairs(PAIRS[1:])
    assert sheet.problem.text == ""


@pytest.mark.parametrize(
    ("counts", "listed", "said"),
    [
        (Counts(3, 9), 12, "3 pairs are surely the same, 9 perhaps."),
        (Counts(1, 0), 1, "1 pair is surely the same."),
        (Counts(0, 1), 1, "1 pair is perhaps the same."),
        (Counts(0, 7), 7, "7 pairs are perhaps the same."),
        (
            Counts(1200, 90),
            500,
            "1,200 pairs are surely the same, 90 perhaps. These are the first 500.",
        ),
        (Counts(), 0, NONE),
    ],
)
def test_the_sentence_counts_pairs(counts: Counts, listed: int, said: str) -> None:
    assert summary(counts, listed) == said


def test_a_pair_is_read_aloud_whole(qtbot: QtBot, theme: Theme) -> None:
    sheet, *_ = shown(qtbot, theme)
    said = sheet.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Northmoor Ltd: Leeds · Logistics · Beth · 0113 496 0000 · northmoor.example · 3 contacts"
        " · 1,204 signals · 1 call · last on 3 Mar 2026. NORTHMOOR LIMITED: Nothing is known but "
        "the name. Surely the same. Both use northmoor.example; the same name, written "
        "differently. But Leeds and York"
    )
    assert sheet.model.index(2, 0).data() == f"{MARKUP} and Sharp"


@pytest.mark.parametrize("row", range(len(PAIRS)))
def test_every_row_paints_inside_its_place(qtbot: QtBot, theme: Theme, row: int) -> None:
    sheet, *_ = shown(qtbot, theme)
    picture = QPixmap(700, 200)
    picture.fill(Qt.GlobalColor.magenta)
    painter, option = QPainter(picture), QStyleOptionViewItem()
    option.rect = QRect(50, 24, 560, 136)  # type: ignore[attr-defined,unused-ignore]
    sheet.list.itemDelegate().paint(painter, option, sheet.model.index(row, 0))
    painter.end()
    image = picture.toImage()
    outside = [(x, y) for x in range(0, 700, 3) for y in (10, 20, 163, 190)]
    outside += [(x, y) for x in (20, 45, 613, 680) for y in range(200)]
    magenta = Qt.GlobalColor.magenta
    assert all(image.pixelColor(x, y) == magenta for x, y in outside)
