"""`warmcalls ranking` and the weights of `warmcalls settings`, over the demo agency."""

from pathlib import Path

import pytest

from tests.cli.demo_shell import read, refusal, run, text
from warmcalls.domain.features import FEATURES
from warmcalls.domain.kinds import DEFAULT_WORTH, KINDS, Kind
from warmcalls.domain.points import points


def test_what_was_learned_of_every_weight_is_one_document(demo: Path) -> None:
    found = read(demo, "ranking")
    assert [told["signal"] for told in found["weights"]] == [kind.value for kind in KINDS]
    names = [told["signal"] for told in found["weights"]] + [c["name"] for c in found["context"]]
    assert sorted(names) == sorted(FEATURES)
    for told in found["weights"]:
        kind = Kind(told["signal"])
        low, high = told["interval"]
        assert low <= told["learned"] <= high
        assert told["default"] == told["set"] == DEFAULT_WORTH[kind].weight
        assert told["half_life_days"] == DEFAULT_WORTH[kind].half_life_days
        assert told["points"]["set"] == points(told["set"])
        assert 0 <= told["outcomes"] <= found["outcomes"]
        assert told["too_few"] is (told["outcomes"] < 10)
    assert found["answers"]["answered"] <= found["answers"]["calls"]
    assert {"predicted", "observed", "calls"} <= set(found["calibration"][0])
    assert "too_early" in found["test_calls"]


def test_people_read_a_table_in_points(demo: Path) -> None:
    said = text(demo, "ranking")
    assert "20 double the odds" in said
    assert "webinar_attended" in said
    assert "Twice as many people in one week" in said
    assert "beside calls at random" in said


def test_points_are_tried_without_being_kept(own: Path) -> None:
    today = [call["client"] for call in read(own, "today", "--limit", "20")]
    tried = read(own, "ranking", "try", "--points", "webinar_attended=90", "--half-life", "chat=90")
    would = [move for move in tried["list"] if move["would"]]
    assert [move["would"] for move in would] == list(range(1, len(would) + 1))
    was = sorted((m for m in tried["list"] if m["was"]), key=lambda move: move["was"])
    assert [move["client"] for move in was] == today
    assert {w["signal"]: w["points"]["set"] for w in tried["weights"]}["webinar_attended"] == 90
    assert "drop off" in text(own, "ranking", "try", "--points", "webinar_attended=90")
    assert read(own, "settings")["signals"]["webinar_attended"]["weight"] == 0.72
    text(own, "settings", "signals", "--points", "webinar_attended=90", "--half-life", "chat=90")
    saved = [call["client"] for call in read(own, "today", "--limit", "20")]
    assert saved == [move["client"] for move in would]


def test_weights_are_set_in_points_and_put_back(own: Path) -> None:
    text(own, "settings", "signal", "chat", "--points", "40", "--half-life", "7")
    chat = read(own, "settings")["signals"]["chat"]
    assert points(chat["weight"]) == 40
    assert chat["half_life_days"] == 7
    text(own, "settings", "signal", "chat", "--reset")
    assert read(own, "settings")["signals"]["chat"] == {"weight": 0.6, "half_life_days": 14}
    text(own, "settings", "signals", "--points", "chat=40", "--points", "form=10")
    text(own, "settings", "signals", "--reset", "--points", "form=10")
    found = read(own, "settings")["signals"]
    assert found["chat"]["weight"] == 0.6
    assert points(found["form"]["weight"]) == 10
    text(own, "settings", "signals", "--reset")
    assert read(own, "settings")["signals"]["form"]["weight"] == 2.4


@pytest.mark.parametrize(
    "words",
    [
        ("ranking", "try", "--points", "chat"),
        ("ranking", "try", "--points", "chats=20"),
        ("settings", "signal", "chat", "--points", "20", "--weight", "0.5"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage(demo: Path, words: tuple[str, ...]) -> None:
    assert run(demo, *words).exit_code == 2


def test_a_trial_of_nothing_is_refused(demo: Path) -> None:
    assert refusal(demo, "ranking", "try").startswith("Name a signal")
    assert refusal(demo, "settings", "signals").startswith("Name a signal")


@pytest.mark.parametrize(
    ("option", "said", "kept"),
    [
        ("--half-life", "chat=-5", "--half-life=-5"),
        ("--half-life", "chat=0", "--half-life=0"),
        ("--half-life", "chat=99999999999", "--half-life=99999999999"),
        ("--points", "chat=500", "--points=500"),
    ],
)
def test_what_cannot_be_saved_is_not_tried_either(
    own: Path, option: str, said: str, kept: str
) -> None:
    tried = refusal(own, "ranking", "try", f"{option}={said}")
    assert tried == refusal(own, "settings", "signal", "chat", kept)
    assert "lies between" in tried
    assert len(tried.strip().splitlines()) == 1
