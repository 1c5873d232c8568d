"""`warmcalls arrivals` and `warmcalls coverage`, as a script reads them."""

from pathlib import Path

import pytest

from tests.cli.test_commands import Shell

CLIENTS = "Company,Tier\nNorthmoor Logistics,A\nPenhallow Foods,A\nTillbrook,B\nNobody Knows,\n"
SIGNALS = (
    "When,What,Company,Subject,Campaign\n"
    "2025-09-20 10:00,article_page,Northmoor Logistics,Old,\n"
    "2026-03-01 10:00,form,Northmoor Logistics,Hire with us,Salary Guide\n"
    "2026-03-02 11:00,guide_page,Northmoor Logistics,Salary Guide 2026,Salary Guide\n"
    "2026-03-02 12:00,guide_page,Tillbrook,Salary Guide 2026,\n"
    "2026-01-10 12:00,guide_page,Penhallow Foods,Salary Guide 2026,Salary Guide\n"
)


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    made = Shell(Path(tmp_path_factory.mktemp("arrivals")))
    files = (made.file("clients.csv", CLIENTS), made.file("signals.csv", SIGNALS))
    assert made.run("import", *files).returncode == 0
    return made


def test_who_came_and_whether_they_were_here_before(shell: Shell) -> None:
    found = shell.json("arrivals")
    assert (found["days"], found["clients"], found["signals"]) == (7, 2, 3)
    first, second = found["arrivals"]
    assert (first["client"], first["tier"]) == ("Northmoor Logistics", "A")
    assert first["came"] == {
        "how": "back",
        "away_days": 162,
        "in_a_row": 1,
        "text": "back after 5 months",
    }
    assert first["read"][0]["text"] == "sent an enquiry through “Hire with us”"
    assert first["campaigns"] == ["salary guide"]
    assert second["came"]["text"] == "first time"
    only = shell.json("arrivals", "--tier", "B", "--days", "30")
    assert [a["client"] for a in only["arrivals"]] == ["Tillbrook"]
    assert shell.run("arrivals", "--days", "0").returncode == 1


def test_how_much_of_the_list_was_reached(shell: Shell) -> None:
    found = shell.json("coverage")
    a = found["tiers"][0]
    assert a == {
        "tier": "A",
        "clients": 2,
        "reached_30_days": 1,
        "reached_90_days": 2,
        "not_reached_90_days": 0,
        "never": 0,
    }
    assert found["tiers"][-1]["never"] == 1
    guide, none = found["campaigns"]
    assert (guide["name"], guide["clients"], guide["by_tier"]) == ("salary guide", 2, {"A": 2})
    assert (none["id"], none["name"], none["by_tier"]) == (None, None, {"B": 1})


def test_people_read_tables(shell: Shell) -> None:
    said = shell.run("arrivals", "--limit", "1").stdout
    assert "Last 7 days at your target clients: 2 clients" in said
    assert "The strongest 1 of 2 are shown." in said
    assert "No campaign known" in shell.run("coverage").stdout


def test_alerts_are_set_from_a_terminal(shell: Shell) -> None:
    for name, value in (("alerts_on", "off"), ("alert_rest_hours", "48"), ("alert_tiers", "A,B")):
        assert shell.run("settings", "set", name, value).returncode == 0
    kept = shell.json("settings")
    assert (kept["alerts_on"], kept["alert_rest_hours"]) == (False, 48)
    assert kept["alert_tiers"] == ["A", "B"]
    for name, value in (("alerts_on", "perhaps"), ("alert_rest_hours", "0"), ("alert_tiers", "D")):
        assert shell.run("settings", "set", name, value).returncode == 1
