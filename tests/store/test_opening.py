"""Opening: upgrades with a backup first, and every refusal in one sentence with nothing changed."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from sqlite_utils import Database, Migrations

from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.results import results
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Asked
from warmcalls.store.backups import back_up
from warmcalls.store.opening import open_reader, open_writer
from warmcalls.store.schema import NEWEST, VERSIONS, for_postgres

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


WITH_DATA = (
    (
        "insert into client (id, name, name_key, made_at) values (11, 'Ashgrove', 'ashgrove', 0), "
        "(12, 'Brook', 'brook', 0)"
    ),
    (
        "insert into campaign (id, name, channel) values (1, 'Pay guide', 'Download'), "
        "(2, 'Newsletter', 'E-mail')"
    ),
    (
        "insert into signal (id, client_id, kind, at, person, campaign_id, digest) values "
        f"(1, 11, 'email_open', {NOW - 90 * DAY}, 1, 1, 1), (2, 11, 'form', {NOW - 80 * DAY}, 1, 1, 2), "
        f"(3, 12, 'home_page', {NOW - 70 * DAY}, 1, 2, 3), (4, 12, 'form', {NOW - 60 * DAY}, 1, 77, 4), "
        f"(5, null, 'form', {NOW - 50 * DAY}, 1, 1, 5), (6, 12, 'form', {NOW - 40 * DAY}, 1, null, 6)"
    ),
    (
        "insert into outcome (id, key, client_id, at, day, reach, result, worth) values "
        f"(1, 'one', 11, {NOW - 75 * DAY}, '2025-12-18', 'spoke', 'meeting', 1)"
    ),
    (
        "insert into spend (id, campaign_id, starts, ends, amount, currency, digest) values "
        "(1, 1, '2025-12-01', '2025-12-31', 31000, 'GBP', 1)"
    ),
    (
        "insert into fee (id, client_id, number, amount, currency, invoiced_on, paid_on, digest) "
        "values (1, 11, 'A-1', 640000, 'GBP', '2026-01-20', '2026-02-12', 1)"
    ),
)


def filled(tmp_path: Path) -> Path:
    """A database as version 1 left it: campaign 77, of signal 4, was taken back."""
    path = tmp_path / "filled.db"
    path.write_bytes((FROZEN / "0001.db").read_bytes())
    db = Database(path)
    for statement in WITH_DATA:
        db.execute(statement)
    db.conn.commit()
    db.close()
    return path


def test_a_database_with_data_is_upgraded_and_answers(tmp_path: Path) -> None:
    path = filled(tmp_path)
    for _ in range(2):
        writer = open_writer(str(path))
        touched = writer.tuples(
            "select client_id, campaign_id, first_at, last_at, n, lead_at from touch order by 1, 2"
        )
        assert touched == [
            (11, 1, NOW - 90 * DAY, NOW - 80 * DAY, 2, NOW - 80 * DAY),
            (12, 2, NOW - 70 * DAY, NOW - 70 * DAY, 1, None),
        ]
        campaigns = writer.tuples("select campaign_id from signal order by id")
        assert campaigns == [(1,), (1,), (2,), (None,), (1,), (None,)]
        assert writer.tuples("pragma foreign_key_check") == []
        report = campaign_report(writer, now=NOW, period=Period("2025-11-01", "2026-03-31"))
        figures = {row.campaign.name: row for row in report.rows}
        guide, letter = figures["Pay guide"], figures["Newsletter"]
        assert (guide.spend, guide.worked, guide.count(LeadState.WORTH)) == (31_000, 1, 1)
        assert (letter.spend, letter.leads) == (0, 0)
        found = results(writer, Asked("2025-11-01", "2026-03-31"), now=NOW)
        assert (found.spend, found.fees, found.outside) == (31_000, 640_000, 0)
        writer.close()


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path)
    db = Database(path)
    db.execute("pragma foreign_keys=OFF")
    db.execute("insert into phone (client_id, number) values (999, '020 7946 0001')")
    db.conn.commit()
    db.close()
    before = schema_of(path)
    for _ in range(2):
        with pytest.raises(RefusedError, match="break links in phone: nothing changed"):
            open_writer(str(path))
        assert schema_of(path) == before
        db = Database(path)
        assert [row["name"] for row in db.query("select name from _sqlite_migrations")] == ["v0001"]
        assert db.execute("pragma user_version").fetchone() == (1,)
        assert db.execute("select campaign_id from signal where id = 4").fetchone() == (77,)
        db.close()
    db = Database(path)
    db.execute("delete from phone where client_id = 999")
    db.conn.commit()
    db.close()
    open_writer(str(path)).close()


def test_a_shared_database_with_data_is_upgraded(postgres_server: str) -> None:
    url = postgres_server.replace("/postgres?", "/version_1?")
    with psycopg.connect(postgres_server, autocommit=True) as conn:
        conn.execute("create database version_1")
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute("create table schema_version (number bigint primary key)")
        conn.execute("insert into schema_version values (1)")
        for statement in (*map(for_postgres, VERSIONS[0].statements), *WITH_DATA):
            conn.execute(statement.encode())
    writer = open_writer(url)
    assert writer.tuples("select client_id, campaign_id, n from touch order by 1") == [
        (11, 1, 2), (12, 2, 1),
    ]  # fmt: skip
    assert writer.tuples("select campaign_id from signal where id = 4") == [(None,)]
    writer.close()
