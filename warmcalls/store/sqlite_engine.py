"""One desk: SQLite, with a reader that cannot write and one writer on sqlite-utils."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pysqlite3.dbapi2 as sqlite

from warmcalls.domain.errors import RefusedError
from warmcalls.store.engine import Row, spread, values_clause

NEWEST_BROKEN: Final = (3, 51, 2)
APPLICATION_ID: Final = 0x5741524D  # "WARM"
PATIENCE_MS: Final = 15_000
PREPARED: Final = 500  # statements kept ready: with 128, a year of the demo takes a quarter longer
NEVER_AGAIN: Final = frozenset(
    "client contact phone identifier campaign campaign_code sample call outcome vacancy placement"
    " fee objection not_duplicate".split()
)
NEXT_ID: Final = """
select max(coalesce((select max(id) from {}), 0),
  coalesce((select max(item_id) from change where item = :item), 0)) + 1
"""
READ_PRAGMAS = ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0")
WRITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "fullfsync=ON",
)


def connect(path: Path | str, mode: str, patience_ms: int = PATIENCE_MS) -> Any:
    """Open a connection in `ro`, `rw` or `rwc` mode; a refusal says what to do."""
    if sqlite.sqlite_version_info <= NEWEST_BROKEN:
        version = sqlite.sqlite_version
        raise RefusedError(f"SQLite {version} can damage data: install pysqlite3 0.6.1 or newer.")
    where = f"file:{quote(str(path))}?mode={mode}"
    conn = sqlite.connect(
        where,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=PREPARED,
    )
    conn.execute(f"pragma busy_timeout={patience_ms}")
    for pragma in READ_PRAGMAS:
        conn.execute(f"pragma {pragma}")
    return conn


class SqliteReader:
    """Reads; SQLite itself refuses it every write."""

    dialect = "sqlite"

    def __init__(self, path: Path | str) -> None:
        self.conn = connect(path, "ro")

    def query(self, sql: str, **named: Any) -> list[Row]:
        """Return every row as a dictionary."""
        cursor = self.conn.execute(*spread(sql, named))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def tuples(self, sql: str, **named: Any) -> list[tuple[Any, ...]]:
        """Return every row as a tuple."""
        rows: list[tuple[Any, ...]] = self.conn.execute(*spread(sql, named)).fetchall()
        return rows

    def stream(self, sql: str, **named: Any) -> Iterator[tuple[Any, ...]]:
        """Yield rows without holding them all."""
        yield from self.conn.execute(*spread(sql, named))

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()


class SqliteWriter(SqliteReader):
    """The one connection that writes; it waits for the lock, it never gives half a change."""

    def __init__(
        self, path: Path | str, *, create: bool = False, patience_ms: int = PATIENCE_MS
    ) -> None:
        from sqlite_utils import Database  # noqa: PLC0415  0.3 s that the first paint does not need

        self.conn = connect(path, "rwc" if create else "rw", patience_ms)
        for pragma in WRITE_PRAGMAS:
            self.conn.execute(f"pragma {pragma}")
        self.database: Database = Database(self.conn, execute_plugins=False)

    def execute(self, sql: str, **named: Any) -> int:
        """Run a statement; return how many rows it touched."""
        count: int = self.conn.execute(*spread(sql, named)).rowcount
        return count

    def insert(self, table: str, row: Row) -> int:
        """Add one row and return its id."""
        if table in NEVER_AGAIN and "id" not in row:
            row = {"id": self._next_id(table), **row}
        made: int = self.conn.execute(values_clause(table, list(row)), row).lastrowid
        return made

    def _next_id(self, table: str) -> int:
        """Return an id that no row of a table has, nor had when the journal noted it.

        SQLite by itself gives the highest id again once its row is gone; the journal, which may
        put that row back, would take the new one for it.
        """
        found: int = self.conn.execute(NEXT_ID.format(table), {"item": table}).fetchone()[0]
        return found

    def add_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], tail: str = ""
    ) -> int:
        """Add rows in bulk, through one prepared statement."""
        marks = ", ".join("?" * len(columns))
        sql = f"insert into {table} ({', '.join(columns)}) values ({marks}) {tail}"  # noqa: S608
        before = self.conn.total_changes
        self.conn.executemany(sql, rows)
        added: int = self.conn.total_changes - before
        return added

    @contextmanager
    def atomic(self, *, beside: bool = False, gives_way: bool = False) -> Iterator[None]:
        """Begin immediate, or a savepoint inside one that runs already."""
        del beside, gives_way  # there is one write lock
        if self.conn.in_transaction:
            with self.database.atomic():
                yield
            return
        self.conn.execute("begin immediate")
        try:
            yield
            self.conn.execute("commit")
        except BaseException:
            # after a full disk SQLite has rolled back by itself
            if self.conn.in_transaction:
                self.conn.execute("rollback")
            raise

    def close(self) -> None:
        """Empty the write-ahead log into the file where nobody else holds it, and close."""
        try:
            self.conn.execute("pragma optimize")
            self.conn.execute("pragma wal_checkpoint(truncate)")
        except sqlite.OperationalError:
            pass  # a full disk or another reader: the log stays, and is complete
        self.conn.close()
