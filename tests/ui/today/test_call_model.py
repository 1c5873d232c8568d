"""The list's model, under Qt's own tester."""

from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.today.world import call, day
from warmcalls.ui.today.call_model import CALL, CallModel, spoken

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_model_keeps_its_promises_through_every_change(qtbot: QtBot) -> None:
    del qtbot
    owner = QObject()
    model = CallModel(owner)
    tester = QAbstractItemModelTester(model, STRICT, owner)
    model.show(day(4).calls)
    assert model.remove(2) == 1
    assert model.remove(2) == -1
    assert [c.client_id for c in model.calls()] == [1, 3, 4]
    model.show(())
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_row_hands_out_its_call_and_what_is_said_of_it(qtbot: QtBot) -> None:
    del qtbot
    model = CallModel()
    model.show((call(1),))
    assert model.index(0, 0).data(CALL) == call(1)
    assert "Priya Nair 1" in spoken(call(1))
    assert model.top == max(call(1).sparkline)
