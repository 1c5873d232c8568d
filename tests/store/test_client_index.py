"""What the list is looked up in: made once after an upgrade, and kept with every change."""

from pathlib import Path

import psycopg
import pytest
from sqlite_utils import Database

from tests.actions.test_undo import ACTIONS, prepared
from tests.agency import Agency
from tests.client_world import fill
from tests.conftest import NOW
from tests.store.test_opening import FROZEN, WITH_DATA
from warmcalls.actions.begin import begin
from warmcalls.actions.client_list import client_ids
from warmcalls.actions.desk import desk
from warmcalls.domain.client_query import Condition, Op, Question
from warmcalls.store import client_index, settings
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.opening import open_writer
from warmcalls.store.schema import VERSIONS, for_postgres


def check(db: Reader) -> None:
    asked = desk(db, NOW)
    assert client_ids(asked, Question("ash")) == [11]
    assert client_ids(asked, Question(where=(Condition("spoke", Op.FILLED),))) == [11]
    assert 12 in client_ids(asked, Question(where=(Condition("contacts", Op.IS, ("0",)),)))
    assert not client_index.is_behind(db)


def test_an_older_file_is_looked_up_once_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes((FROZEN / "0002.db").read_bytes())
    old = Database(path)
    for statement in WITH_DATA:
        old.execute(statement)
    old.conn.commit()
    old.close()
    for _ in range(2):
        db = begin(str(path), now=NOW)
        check(db)
        db.close()


def test_an_older_shared_database_is_looked_up_too(postgres_server: str) -> None:
    url = postgres_server.replace("/postgres?", "/version_2?")
    with psycopg.connect(postgres_server, autocommit=True) as conn:
        conn.execute("create database version_2")
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute("create table schema_version (number bigint primary key)")
        conn.execute("insert into schema_version values (1), (2)")
        for version in VERSIONS[:2]:
            for statement in map(for_postgres, version.statements):
                conn.execute(statement.encode())
        for statement in WITH_DATA:
            conn.execute(statement.encode())
    db = begin(url, now=NOW)
    check(db)
    db.close()


ADVERTISED = (
    "insert into warmth (client_id, last_at) values (11, 99), (12, 70)",
    (
        "insert into signal (client_id, kind, at, person, digest) values "
        "(11, 'guide_page', 40, 1, 91), (11, 'job_advert', 99, 1, 92), (12, 'email_unsubscribe', 70, 1, 93)"
    ),
    (
        "insert into client_line (client_id, name, spelt, contacts, has_number, covered, ready_at, seen_at)"
        " values (11, 'ashgrove', 'ashgrove', 0, 0, 0, 0, 99), (12, 'brook', 'brook', 0, 0, 0, 0, 70)"
    ),
)
SEEN = """
select w.last_at, w.seen_at, l.seen_at from warmth w join client_line l on l.client_id = w.client_id
order by w.client_id
"""


def check_seen(db: Reader) -> None:
    assert db.tuples(SEEN) == [(99, 40, 40), (70, 0, None)]


def test_a_file_that_took_adverts_for_visits_is_set_right(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes((FROZEN / "0003.db").read_bytes())
    old = Database(path)
    for statement in (WITH_DATA[0], *ADVERTISED):
        old.execute(statement)
    old.conn.commit()
    old.close()
    db = open_writer(str(path))
    check_seen(db)
    db.close()


def test_a_shared_database_that_took_adverts_for_visits_is_set_right(postgres_server: str) -> None:
    url = postgres_server.replace("/postgres?", "/version_3?")
    with psycopg.connect(postgres_server, autocommit=True) as conn:
        conn.execute("create database version_3")
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute("create table schema_version (number bigint primary key)")
        conn.execute("insert into schema_version values (1), (2), (3)")
        for version in VERSIONS[:3]:
            for statement in map(for_postgres, version.statements):
                conn.execute(statement.encode())
            for statement in version.only.get("postgres", ()):
                conn.execute(statement.encode())
        for statement in (WITH_DATA[0], *ADVERTISED):
            conn.execute(statement.encode())
    db = open_writer(url)
    check_seen(db)
    db.close()


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_keeps_it_up(local_db: Writer, name: str) -> None:
    agency = Agency(local_db, NOW)
    client = prepared(agency)
    ACTIONS[name](agency, client)
    kept = agency.dump()
    with local_db.atomic():
        client_index.rebuild(local_db, settings.load(local_db))
    made = agency.dump()
    for table in ("client_line", "client_digest", "standing"):
        assert kept[table] == made[table]


def test_what_is_made_anew_is_what_was_kept(agency: Agency) -> None:
    fill(agency, 40, seed=7)
    before = agency.dump()
    with agency.db.atomic():
        client_index.rebuild(agency.db, settings.load(agency.db))
    assert agency.dump() == before
