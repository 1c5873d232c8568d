"""Adding a client by hand: a new one, or the word whose name it is by now."""

from pathlib import Path

import pytest

from tests.actions.crossed import crossed
from tests.agency import Agency
from warmcalls.actions.add_client import check_new_name
from warmcalls.actions.import_files import import_file
from warmcalls.actions.merge_clients import merge_clients
from warmcalls.actions.redo import redo
from warmcalls.actions.undo import undo
from warmcalls.domain.errors import TakenError

SIGNALS = "Date,Email,Kind,Page\n2026-02-24 10:56,zoe@bolt.example,email reply,/x1\n"


def test_a_name_that_is_anothers_by_now_is_refused(agency: Agency) -> None:
    acme, bolt = agency.client("Acme"), agency.client("Bolt")
    merge_clients(agency.db, acme, bolt, now=agency.now)
    before = agency.dump()
    with pytest.raises(TakenError, match="Bolt Ltd is Acme by now: open that one") as refused:
        agency.client("Bolt Ltd", contact="Zoe", domains=("bolt.example",))
    assert (refused.value.client_id, refused.value.client) == (acme, "Acme")
    assert agency.dump() == before
    with pytest.raises(TakenError, match="by now"):
        check_new_name(agency.db, " Bolt (UK) Ltd ")
    check_new_name(agency.db, "Cedar")
    undo(agency.db, now=agency.now)
    with pytest.raises(TakenError, match="Bolt is a client already"):
        agency.client("Bolt Ltd")


def test_signals_from_before_are_let_go_with_it(agency: Agency, tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(SIGNALS)
    import_file(agency.db, tmp_path / "s.csv", now=agency.now)
    before = agency.dump()
    made = agency.client("Bolt", domains=("bolt.example",))
    after = agency.dump()
    assert [row["client_id"] for row in after["signal"]] == [made]
    moved = agency.db.tuples("select item from change where item like 'rows of %' order by item")
    assert moved == [("rows of signal",), ("rows of visitor",)]
    for _ in range(2):
        undo(agency.db, now=agency.now)
        assert agency.dump() == before
        redo(agency.db, now=agency.now)
        assert agency.dump() == after
    assert not crossed(agency.db)
