"""Fees, the order of the list and the best time on the command line."""

import json
from dataclasses import replace
from pathlib import Path

from tests.actions.test_fee_levels import bill, three
from tests.agency import Agency
from tests.cli.demo_shell import run, text
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.domain.answer_hours import AnswerHours
from warmcalls.store import learned, settings


def settings_of(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(text(folder, "settings", "--json"))
    return found


def test_the_order_of_the_list_is_set_in_words_and_undone(tmp_path: Path) -> None:
    said = text(tmp_path, "settings", "set", "value_power", "conversations")
    assert said.strip() == "The list goes by most conversations"
    assert settings_of(tmp_path)["value_power"] == 0.0
    assert "The list goes by most conversations" in text(tmp_path, "undo")
    assert settings_of(tmp_path)["value_power"] == 1.0
    assert text(tmp_path, "settings", "set", "value_power", "0.5").strip() == "Changed value power"
    assert run(tmp_path, "settings", "set", "value_power", "much").exit_code == 1


def test_usual_fees_are_set_by_tier(tmp_path: Path) -> None:
    text(tmp_path, "settings", "set", "tier_fees", "a=12k, none=£2500")
    kept = {"A": 12000.0, "B": 6000.0, "C": 4000.0, "": 2500.0}
    assert settings_of(tmp_path)["tier_fees"] == kept
    assert "A=12000, B=6000, C=4000, none=2500" in text(tmp_path, "settings")
    for wrong in ("D=5000", "9000", "A=", "A=0"):
        assert run(tmp_path, "settings", "set", "tier_fees", wrong).exit_code == 1
    assert settings_of(tmp_path)["tier_fees"] == kept


def test_a_client_says_what_it_may_bring_and_why(tmp_path: Path) -> None:
    db = begin(str(tmp_path / "warmcalls.db"), now=NOW)
    agency = Agency(db, NOW)
    north, calloway, _ = three(agency)
    for amount in (700_000, 800_000):
        bill(agency, north, amount)
    bill(agency, calloway, 900_000)
    db.close()
    found = json.loads(text(tmp_path, "client", "Northmoor", "--json"))
    assert found["expected_fee"] is None
    likely = found["likely_fee"]
    assert likely["because"] == "2 fees here and 1 from Engineering, tier A"
    assert 7_000 < likely["amount"] < 9_500
    line = f"£{likely['amount']:,.0f} expected: {likely['because']}"
    assert line in text(tmp_path, "client", "Northmoor")
    typed = json.loads(text(tmp_path, "client", "Kestrel", "--json"))["likely_fee"]
    assert typed == {"amount": 6000.0, "because": "what you expect of tier B"}


def test_the_best_time_comes_with_every_call_once_it_is_known(tmp_path: Path) -> None:
    db = begin(str(tmp_path / "warmcalls.db"), now=NOW)
    agency = Agency(db, NOW)
    agency.signal(agency.client("Northmoor"))
    (call,) = json.loads(text(tmp_path, "today", "--json"))
    assert call["best_time"] is None
    with db.atomic():
        known = learned.load(db, settings.load(db))
        hours = AnswerHours((90, 61, 80, 100, 70), (25, 43, 20, 28, 17))
        answers = replace(known.answers, hours=hours)
        learned.save(db, replace(known, answers=answers), NOW)
    db.close()
    (call,) = json.loads(text(tmp_path, "today", "--json"))
    assert call["best_time"] == {"from": "10:00", "to": "12:00", "rate": 43 / 61, "calls": 61}
