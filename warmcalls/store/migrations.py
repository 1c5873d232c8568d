"""Bringing a database to the newest schema: a backup first, all of it or nothing."""

from typing import TYPE_CHECKING

from warmcalls.domain.errors import RefusedError
from warmcalls.store.engine import Writer
from warmcalls.store.schema import NEWEST, VERSIONS, Version, for_postgres

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

    from warmcalls.store.postgres_engine import PostgresWriter
    from warmcalls.store.sqlite_engine import SqliteWriter

NEWER = "This database was made by a newer WarmCalls: install the newest version to open it."
MIGRATION_LOCK = 0x5741524D


def migrate_sqlite(db: "SqliteWriter", application_id: int) -> None:
    """Apply what is missing, foreign keys off and checked at its end, all in one transaction."""
    from sqlite_utils import Migrations  # noqa: PLC0415  slow to import

    steps = Migrations("warmcalls")
    for version in VERSIONS:
        _register(steps, version)
    db.conn.execute("pragma foreign_keys=OFF")
    try:
        with db.atomic():
            steps.apply(db.database)
            _check_links(db)
            db.conn.execute(f"pragma application_id={application_id}")
            db.conn.execute(f"pragma user_version={NEWEST}")
    finally:
        db.conn.execute("pragma foreign_keys=ON")


def _check_links(db: "SqliteWriter") -> None:
    """Refuse, inside the transaction, an upgrade that leaves a row without what it refers to."""
    broken = db.conn.execute("pragma foreign_key_check").fetchone()
    if broken:
        raise RefusedError(f"The upgrade would break links in {broken[0]}: nothing changed.")


def _register(steps: "Migrations", version: Version) -> None:
    """Make one version a migration of sqlite-utils, which commits it with its record."""

    def apply(database: "Database") -> None:
        for statement in (*version.statements, *version.only.get("sqlite", ())):
            database.execute(statement)

    apply.__name__ = f"v{version.number:04d}"
    steps(name=apply.__name__)(apply)


def migrate_postgres(db: "PostgresWriter") -> None:
    """Apply what is missing under an advisory lock, so that two desks may start together."""
    with db.atomic():
        db.tuples("select pg_advisory_xact_lock(:lock)", lock=MIGRATION_LOCK)
        db.execute("create table if not exists schema_version (number bigint primary key)")
        at = postgres_version(db)
        if at > NEWEST:
            raise RefusedError(NEWER)
        for version in VERSIONS[at:]:
            for statement in version.statements:
                db.execute(for_postgres(statement))
            for statement in version.only.get("postgres", ()):
                db.execute(statement)
            db.execute("insert into schema_version (number) values (:n)", n=version.number)


def postgres_version(db: Writer) -> int:
    """Return the schema version of a PostgreSQL database; 0 for an empty one."""
    found = db.tuples("select coalesce(max(number), 0) from schema_version")
    return int(found[0][0])
