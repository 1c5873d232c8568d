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
