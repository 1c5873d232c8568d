"""`warmcalls record`: a call is kept as the list shows it."""

from pathlib import Path

from tests.cli.demo_shell import read
from warmcalls.store.opening import open_reader

BETH = ("--for", "Beth Okafor")


def test_a_call_is_recorded_as_the_list_shows_it(own: Path) -> None:
    """Also the one drawn to test the ranking, whose chance the evidence is worked out from."""
    listed = read(own, "today", *BETH)
    wanted = {call["kind"]: call for call in listed}
    assert {"warm", "test"} <= set(wanted)
    for call in wanted.values():
        read(own, "record", call["client"], "--reach", "no_answer", *BETH)
    reader = open_reader(str(own / "warmcalls.db"))
    kept = reader.query(
        "select c.name, k.* from call k join client c on c.id = k.client_id order by k.id desc"
        " limit :n",
        n=len(wanted),
    )
    reader.close()
    assert {row["name"]: row["kind"] for row in kept} == {
        call["client"]: call["kind"] for call in wanted.values()
    }
    for row in kept:
        assert (row["test_chance"] is not None) is (row["kind"] == "test")
        assert row["log_odds"] < 0
