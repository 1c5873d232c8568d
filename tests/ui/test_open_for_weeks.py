"""A window that stays open: what is worked out once a week follows the clock."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.domain.moments import DAY
from warmcalls.store import outcomes, settings
from warmcalls.store.opening import open_reader
from warmcalls.ui.desktop import Desktop
from warmcalls.ui.start import prepare
from warmcalls.ui.theme import Theme


def test_an_outcome_in_another_week_brings_the_prospects_there(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    where, clock = str(tmp_path / "warmcalls.db"), [NOW]
    db = begin(where, now=NOW)
    agency = Agency(db, NOW)
    clients = [agency.client(name, contact="Priya Nair") for name in ("Northmoor", "Ashgrove")]
    for client in clients:
        agency.signal(client)
    db.close()
    made = Desktop(theme, tmp_path, where, lambda: clock[-1], prepare(where, NOW, demo=False))
    with qtbot.waitSignal(made.workday.listed):
        made.show()
    reader = open_reader(where)
    for days in (1, 9):
        assert settings.load(reader).prospects_at <= NOW
        clock.append(NOW + days * DAY)
        with qtbot.waitSignal(made.workday.listed):
            qtbot.keyClicks(QApplication.focusWidget(), "n")  # type: ignore[no-untyped-call]
    qtbot.waitUntil(lambda: clock[-1] - settings.load(reader).prospects_at < DAY)
    rung = sorted(outcome.at for outcome in outcomes.of_clients(reader, clients))
    assert rung == clock[1:]
    reader.close()
    made.window.close()
    made.window.deleteLater()
