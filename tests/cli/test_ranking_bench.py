"""`warmcalls ranking bench`: the contest from the terminal."""

import json
import sys

import pytest
from click.testing import CliRunner

from warmcalls.cli.main import cli
from warmcalls.cli.ranking import ranking
from warmcalls.cli.ranking_bench import bench
from warmcalls.domain.settings import Settings
from warmcalls.simulator.policies.boosting import boosted, can_boost

FEW = ["--worlds", "2", "--calls", "40", "--seed", "3", "--no-boosting"]


@pytest.fixture(scope="module")
def found() -> dict[str, object]:
    result = CliRunner().invoke(bench, [*FEW, "--json"])
    assert result.exit_code == 0, result.output
    document: dict[str, object] = json.loads(result.stdout)
    return document


def test_it_is_a_command_of_ranking() -> None:
    assert ranking.commands["bench"] is bench
    result = CliRunner().invoke(cli, ["ranking", "bench", "--worlds", "1"])
    assert result.exit_code == 2


def test_the_document_is_as_described(found: dict[str, object]) -> None:
    assert found["worlds"] == 2
    assert found["seeds"] == [3, 4]
    assert (found["clients"], found["calls"]) == (5_000, 40)
    policies = found["policies"]
    assert isinstance(policies, list)
    assert policies[0]["policy"] == "random"
    assert len(policies) == 8
    for each in policies:
        assert [figure["calls"] for figure in each["worth_it"]] == [40]
        low, high = each["worth_it"][0]["interval"]
        assert low <= each["worth_it"][0]["per_100"] <= high
        if each["policy"] == "ours":
            assert each["ours_beside_it"] is None
            assert each["worlds_won"] is None
        else:
            assert 0 <= each["worlds_won"] <= 2


def test_people_get_a_table_and_json_the_same_figures(found: dict[str, object]) -> None:
    shown = CliRunner().invoke(bench, FEW)
    assert shown.exit_code == 0
    policies = found["policies"]
    assert isinstance(policies, list)
    for each in policies:
        assert each["policy"] in shown.stdout
        assert f"{each['worth_it'][0]['per_100']:.1f}" in shown.stdout
    assert "First 40 calls" in shown.stdout


def test_starting_the_program_loads_no_simulator() -> None:
    import subprocess

    code = "import sys; from warmcalls.cli import main; main._register(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    names = loaded.stdout.split()
    assert "warmcalls.cli.ranking_bench" in names
    assert not [name for name in names if name.startswith(("warmcalls.simulator", "sklearn"))]


def test_gradient_boosting_ranks_or_says_what_is_missing() -> None:
    if not can_boost():
        with pytest.raises(Exception, match="needs scikit-learn"):
            boosted(1, 300, Settings(), labels=600)
        return
    from warmcalls.simulator.contest import Contestant, Size, play

    settings = Settings()
    trees = boosted(1, 400, settings, labels=4_000)
    played = play(1, [Contestant(trees)], Size(400, 10, 10), settings)[trees.name]
    assert played.worth.shape == (100,)
    assert ((played.chance > 0.0) & (played.chance < 1.0)).all()
