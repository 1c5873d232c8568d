"""Opening a database, or refusing it in one sentence that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pysqlite3.dbapi2 as sqlite

from warmcalls.domain.errors import RefusedError
from warmcalls.store.backups import back_up
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.migrations import NEWER, migrate_postgres, migrate_sqlite
from warmcalls.store.schema import NEWEST
from warmcalls.store.sqlite_engine import (
    APPLICATION_ID,
    PATIENCE_MS,
    SqliteReader,
    SqliteWriter,
    connect,
)

SQLITE_HEADER: Final = b"SQLite format 3\0"
OTHER_TABLES: Final = """
select count(*) from sqlite_schema where type = 'table'
and substr(name, 1, 7) <> 'sqlite_' and substr(name, 1, 7) <> '_sqlite'
"""
CLOUD_FOLDERS: Final = ("onedrive", "dropbox", "google drive", "googledrive", "icloud")
REFUSALS: Final = (
    ("not a database", "{name} is not a WarmCalls database: choose another file."),
    ("malformed", "{name} is damaged and was left as it is: restore a backup."),
    ("disk is full", "The disk is full: make room and try again. Nothing was changed."),
    ("disk i/o", "The disk cannot be written or read: check it. Nothing was changed."),
    ("readonly", "{name} is read-only: allow writing to it, or copy it to a folder of yours."),
    ("read-only", "{name} is read-only: allow writing to it, or copy it to a folder of yours."),
    ("locked", "{name} is in use by another program: close it and try again."),
    ("unable to open", "{name} cannot be opened: check that its folder is there and yours."),
)


def is_url(location: str) -> bool:
    """Tell whether a location is a team's server rather than a file."""
    return location.startswith(("postgresql://", "postgres://"))


def open_reader(location: str) -> Reader:
    """Open for reading. The schema must be the newest: `open_writer` brings it there."""
    if is_url(location):
        from warmcalls.store.postgres_engine import PostgresReader  # noqa: PLC0415  an extra

        return PostgresReader(location)
    with plainly(location):
        return SqliteReader(location)


def open_writer(location: str, *, patience_ms: int = PATIENCE_MS) -> Writer:
    """Open for writing; create what is missing and upgrade what is older, with a backup first.

    Args:
        location: a file or a postgresql:// address.
        patience_ms: how long to wait for another program that holds the file.

    Raises:
        RefusedError: it cannot be opened; it is left as it is.
    """
    if is_url(location):
        return _open_postgres(location)
    path = Path(location)
    _check_folder(path)
    with plainly(location):
        version = version_of(path, patience_ms)
        if version > NEWEST:
            raise RefusedError(NEWER)
        if 0 < version < NEWEST:
            back_up(path, "upgrade")
        db = SqliteWriter(path, create=True, patience_ms=patience_ms)
        try:
            if version < NEWEST:
                migrate_sqlite(db, APPLICATION_ID)
        except BaseException:
            db.close()
            raise
        return db


def _open_postgres(location: str) -> Writer:
    try:
        from warmcalls.store.postgres_engine import PostgresWriter  # noqa: PLC0415  an extra
    except ImportError as error:
        raise RefusedError(
            'A team database needs one more package: pip install "warmcalls[team]".'
        ) from error
    db = PostgresWriter(location)
    migrate_postgres(db)
    return db


def version_of(path: Path, patience_ms: int = PATIENCE_MS) -> int:
    """Return the schema version of a file, 0 where there is none; refuse what is not ours."""
    if path.is_dir():
        raise RefusedError(f"{path.name} is a folder, not a database: choose another place.")
    if not path.exists() or path.stat().st_size == 0:
        return 0
    with path.open("rb") as file:
        if file.read(len(SQLITE_HEADER)) != SQLITE_HEADER:
            raise RefusedError(f"{path.name} is not a WarmCalls database: choose another file.")
    conn = connect(path, "ro", patience_ms)
    try:
        application = conn.execute("pragma application_id").fetchone()[0]
        version = int(conn.execute("pragma user_version").fetchone()[0])
        # a first start that ran out of disk leaves the record of migrations, and nothing else
        tables = conn.execute(OTHER_TABLES).fetchone()[0]
        sound = conn.execute("pragma quick_check(1)").fetchone()[0] if version < NEWEST else "ok"
    finally:
        conn.close()
    if application != APPLICATION_ID and tables:
        raise RefusedError(f"{path.name} belongs to another program: choose another file.")
    if sound != "ok":
        raise sqlite.DatabaseError("malformed")
    return version


def is_current(location: str) -> bool:
    """Tell whether a reader may open this location as it is."""
    if is_url(location):
        return True
    with plainly(location):
        return version_of(Path(location)) == NEWEST


def _check_folder(path: Path) -> None:
    parts = {part.casefold() for part in path.absolute().parts}
    synced = next((c for c in CLOUD_FOLDERS if any(part.startswith(c) for part in parts)), None)
    if synced or str(path).startswith(("\\\\", "//")):
        raise RefusedError(
            f"{path.parent} is a shared or synced folder, where a database gets damaged: keep it "
            "on this computer, or share a PostgreSQL database between desks."
        )


@contextmanager
def plainly(location: str) -> Iterator[None]:
    """Turn what SQLite says into one sentence a recruiter can act on."""
    try:
        yield
    except sqlite.DatabaseError as error:
        raise RefusedError(plain_words(error, location)) from error


def plain_words(error: BaseException, location: str = "") -> str:
    """Return the sentence for an error of the engine."""
    said = str(error).lower()
    name = Path(location).name or "The database"
    for mark, sentence in REFUSALS:
        if mark in said:
            return sentence.format(name=name)
    return f"{name} could not be used ({error}). Nothing was changed."


def database_words(error: BaseException) -> str | None:
    """Return one sentence for an error of either engine, None for any other error."""
    if isinstance(error, sqlite.Error):
        return plain_words(error)
    if type(error).__module__.startswith("psycopg"):
        if type(error).__name__ == "UniqueViolation":
            return "Somebody else did the same at this moment: nothing was changed. Try again."
        return "The team’s database server refused or went away: nothing was changed. Try again."
    return None
