"""Short words for what these tests do over and over."""

from typing import Any

from pytestqt.qtbot import QtBot

from warmcalls.domain.placements import FeeRow
from warmcalls.ui.fees.page import FeesPage

NOW = 1_772_526_600_000_000
TODAY = "2026-03-03"


def row_of(page: FeesPage, text: str) -> FeeRow:
    """Choose the fee whose line has a text, and return it."""
    model = page.fees.model
    for number in range(model.rowCount()):
        line = model.line(number)
        assert line is not None
        if text in f"{line.name} {line.under} {line.cells}":
            page.fees.table.selectRow(number)
            assert isinstance(line.item, FeeRow)
            return line.item
    raise AssertionError(text)


def submit(qtbot: QtBot, page: FeesPage) -> Any:
    """Submit the open sheet and return the `Done`."""
    sheet = page.deeds.sheet
    assert sheet is not None
    with qtbot.waitSignal(page.done) as heard:
        sheet.submit()  # type: ignore[attr-defined]
    return heard.args[0]
