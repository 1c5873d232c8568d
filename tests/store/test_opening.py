"""Opening: upgrades with a backup first, and every refusal in one sentence with nothing changed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from warmcalls.actions.begin import begin
from warmcalls.domain.errors import RefusedError
from warmcalls.store.backups import back_up
from warmcalls.store.opening import open_reader, open_writer
from warmcalls.store.schema import NEWEST

FROZEN = Path(__file__).parents[1] / "data" / "databases"


def schema_of(path: Path) -> dict[str, str]:
    db = Database(path)
    found = {row["name"]: row["sql"] for row in db.query("select name, sql from sqlite_schema")}
    db.close()
    return {name: sql for name, sql in found.items() if not name.startswith("sqlite")}


@pytest.mark.parametrize("frozen", sorted(FROZEN.glob("*.db")), ids=lambda p: p.name)
def test_every_released_file_comes_to_the_newest_schema(frozen: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_bytes(frozen.read_bytes())
    open_writer(str(old)).close()
    open_writer(str(new)).close()
    assert schema_of(old) == schema_of(new)
    backups = list((tmp_path / "backups").glob("*upgrade.db")) if int(frozen.stem) < NEWEST else []
    assert len(backups) == (1 if int(frozen.stem) < NEWEST else 0)


def test_there_is_a_frozen_file_of_the_newest_schema() -> None:
    assert (FROZEN / f"{NEWEST:04}.db").exists(), "run python -m tests.freeze_schema"


def test_a_backup_of_a_live_database_holds_what_was_committed(sqlite_location: str) -> None:
    writer = begin(sqlite_location, now=0)
    with writer.atomic():
        writer.insert("person", {"name": "Beth", "role": "recruiter"})
    copy = back_up(Path(sqlite_location), "test")
    reader = open_reader(str(copy))
    assert [row["name"] for row in reader.query("select name from person")] == ["Beth"]
    reader.close()
    writer.close()


def test_a_damaged_file_is_refused_and_left_as_it_is(sqlite_location: str) -> None:
    begin(sqlite_location, now=0).close()
    path = Path(sqlite_location)
    content = bytearray(path.read_bytes())
    content[100:8192] = b"\xff" * (8192 - 100)
    path.write_bytes(content)
    with pytest.raises(RefusedError) as refused:
        open_writer(sqlite_location)
    assert "damaged" in str(refused.value)
    assert path.read_bytes() == bytes(content)


def test_a_locked_database_is_refused_in_one_sentence(sqlite_location: str) -> None:
    begin(sqlite_location, now=0).close()
    code = (
        "import sys, pysqlite3\n"
        "c = pysqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('pragma locking_mode=exclusive')\nc.execute('begin exclusive')\n"
        "print('locked', flush=True)\nsys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, sqlite_location]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(RefusedError, match="in use by another program"):
            open_writer(sqlite_location, patience_ms=50)
        other.communicate(b"")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(RefusedError, match="cannot be opened|read-only"):
        open_writer(str(tmp_path / "warmcalls.db"))


def test_a_full_disk_gives_one_sentence_and_changes_nothing(sqlite_location: str) -> None:
    from warmcalls.store.opening import plainly

    writer = begin(sqlite_location, now=0)
    pages = writer.query("pragma page_count")[0]["page_count"]
    writer.query(f"pragma max_page_count={pages + 2}")  # SQLite's own stand-in for a full disk
    rows = [(f"Person {i}" + "x" * 900, "recruiter") for i in range(200)]
    with (
        pytest.raises(RefusedError, match="disk is full"),
        plainly(sqlite_location),
        writer.atomic(),
    ):
        writer.add_many("person", ("name", "role"), rows)
    assert writer.query("select count(*) as n from person") == [{"n": 0}]
    writer.close()


def test_a_first_start_that_ran_out_of_disk_can_be_repeated(tmp_path: Path) -> None:
    path = tmp_path / "warmcalls.db"
    begun = Database(path)
    Migrations("warmcalls").apply(begun)  # the record of migrations is all that was written
    begun.close()
    open_writer(str(path)).close()
    reader = open_reader(str(path))
    assert reader.query("select count(*) as n from client") == [{"n": 0}]
    reader.close()


def test_every_commit_is_synced_to_the_disk(sqlite_location: str) -> None:
    writer = begin(sqlite_location, now=0)
    assert writer.query("pragma synchronous") == [{"synchronous": 2}]  # FULL
    assert writer.query("pragma journal_mode") == [{"journal_mode": "wal"}]
    writer.close()
