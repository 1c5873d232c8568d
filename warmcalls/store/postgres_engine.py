"""Several desks: PostgreSQL through psycopg 3."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from psycopg.pq import TransactionStatus
from psycopg.rows import dict_row

from warmcalls.domain.errors import BusyError, RefusedError
from warmcalls.store.engine import Row, percent_style, spread, values_clause

NO_ID_TABLES = frozenset({"standing", "warmth", "import_left_out", "import_problem"})
# whoever writes takes its turn before it locks a row; those who write beside others never wait
# for it, so that nobody waits for a turn with rows in hand
TURN: Final = "select pg_advisory_xact_lock(20260303)"
# sooner than the server looks for a deadlock, so that the other one is never its victim
GIVE_WAY: Final = "set local lock_timeout = 400"
AT_ONCE: Final = "Somebody else wrote the same at this moment: nothing was changed. Try again."
WAITED: Final = "Another desk is still writing: nothing was changed. Try again in a minute."


def connect(url: str, *, read_only: bool) -> psycopg.Connection[Any]:
    """Open a connection; a refusal never repeats the address, which may hold a password."""
    options = "-c lock_timeout=15000 -c idle_in_transaction_session_timeout=600000"
    if read_only:
        options += " -c default_transaction_read_only=on"
    try:
        return psycopg.connect(url, autocommit=True, options=options)
    except psycopg.OperationalError as error:
        raise RefusedError(
            "The team’s database server does not answer: check its address and the network."
        ) from error


class PostgresReader:
    """Reads; the server refuses it every write."""

    dialect = "postgres"

    def __init__(self, url: str, *, read_only: bool = True) -> None:
        self.conn = connect(url, read_only=read_only)

    def _run(self, sql: str, named: Row) -> psycopg.Cursor[Any]:
        text, flat = spread(sql, named)
        return self.conn.execute(percent_style(text).encode(), flat)

    def query(self, sql: str, **named: Any) -> list[Row]:
        """Return every row as a dictionary."""
        text, flat = spread(sql, named)
        with self.conn.cursor(row_factory=dict_row) as cursor:
            return cursor.execute(percent_style(text).encode(), flat).fetchall()

    def tuples(self, sql: str, **named: Any) -> list[tuple[Any, ...]]:
        """Return every row as a tuple."""
        rows: list[tuple[Any, ...]] = self._run(sql, named).fetchall()
        return rows

    def stream(self, sql: str, **named: Any) -> Iterator[tuple[Any, ...]]:
        """Yield rows through a cursor on the server."""
        text, flat = spread(sql, named)
        with self.conn.transaction(), self.conn.cursor(name="stream") as cursor:
            cursor.itersize = 10_000
            yield from cursor.execute(percent_style(text).encode(), flat)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()


class PostgresWriter(PostgresReader):
    """Writes; every block is one transaction on the server."""

    def __init__(self, url: str) -> None:
        super().__init__(url, read_only=False)

    def execute(self, sql: str, **named: Any) -> int:
        """Run a statement; return how many rows it touched."""
        return self._run(sql, named).rowcount

    def insert(self, table: str, row: Row) -> int:
        """Add one row and return its id (0 for tables that have none)."""
        if table in NO_ID_TABLES:
            self.execute(values_clause(table, list(row)), **row)
            return 0
        made = self._run(values_clause(table, list(row), "returning id"), row).fetchone()
        assert made is not None
        return int(made[0])

    def add_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], tail: str = ""
    ) -> int:
        """Add rows in bulk, in one pipeline."""
        marks = ", ".join(["%s"] * len(columns))
        sql = f"insert into {table} ({', '.join(columns)}) values ({marks}) {tail}"  # noqa: S608
        with self.conn.cursor() as cursor:
            cursor.executemany(sql.encode(), rows)
            return max(cursor.rowcount, 0)

    @contextmanager
    def atomic(self, *, beside: bool = False, gives_way: bool = False) -> Iterator[None]:
        """One transaction after the other, or a savepoint inside one that runs already."""
        if self.conn.info.transaction_status is not TransactionStatus.IDLE:
            with self.conn.transaction():
                yield
            return
        try:
            with self.conn.transaction():
                if not beside:
                    self.conn.execute(TURN)
                if gives_way:
                    self.conn.execute(GIVE_WAY)
                yield
        except (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure) as error:
            raise BusyError(AT_ONCE) from error
        except psycopg.errors.LockNotAvailable as error:
            raise RefusedError(WAITED) from error
