"""The storage port: the verbs that both engines speak, and how a database is opened.

Every other module of the store writes its SQL once, in the subset that SQLite and PostgreSQL
share, with `:name` parameters. A list or tuple given for a parameter is spread, so that
`in (:ids)` works on both; an empty one becomes `in (null)`, which matches nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any, Protocol, runtime_checkable

Row = dict[str, Any]
PARAMETER = re.compile(r"(?<![:\w]):([a-z_]\w*)")


@runtime_checkable
class Reader(Protocol):
    """A connection that can only read."""

    dialect: str

    def query(self, sql: str, **named: Any) -> list[Row]:
        """Return every row as a dictionary."""
        ...

    def tuples(self, sql: str, **named: Any) -> list[tuple[Any, ...]]:
        """Return every row as a tuple, for the few places where that counts."""
        ...

    def stream(self, sql: str, **named: Any) -> Iterator[tuple[Any, ...]]:
        """Yield rows without holding them all."""
        ...

    def close(self) -> None:
        """Give the connection back; further calls fail."""
        ...


@runtime_checkable
class Writer(Reader, Protocol):
    """The connection that writes; one a process for SQLite."""

    def execute(self, sql: str, **named: Any) -> int:
        """Run a statement inside `atomic()`; return how many rows it touched."""
        ...

    def insert(self, table: str, row: Row) -> int:
        """Add one row and return its id."""
        ...

    def add_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], tail: str = ""
    ) -> int:
        """Add rows in bulk; `tail` is the `on conflict` clause. Return how many were touched."""
        ...

    def atomic(
        self, *, beside: bool = False, gives_way: bool = False
    ) -> AbstractContextManager[None]:
        """Run a block in one transaction that takes the write lock at once; nests.

        Whoever waits, waits before it has locked anything, so that no two wait for each other.

        Args:
            beside: other desks may write meanwhile where the engine allows it: for what takes
                minutes, and works out nothing of clients that it does not touch.
            gives_way: leave it, rather than wait, where a desk beside has a row in hand: for what
                nobody asked for, and can be done another time.

        Raises:
            BusyError: another desk wrote the same at the same moment; nothing was changed.
        """
        ...


def broke_a_rule(error: BaseException) -> bool:
    """Tell whether an engine refused a row that would break a reference or be there twice.

    Both engines call it so; neither is imported for the asking.
    """
    return any(kind.__name__ == "IntegrityError" for kind in type(error).__mro__)


def spread(sql: str, named: Row) -> tuple[str, Row]:
    """Replace every parameter that holds a list by as many parameters as it has items."""
    lists = {name: value for name, value in named.items() if isinstance(value, list | tuple)}
    if not lists:
        return sql, named
    flat = {name: value for name, value in named.items() if name not in lists}
    for name, values in lists.items():
        keys = [f"{name}_{i}" for i in range(len(values))]
        flat.update(zip(keys, values, strict=True))
        marks = ", ".join(f":{key}" for key in keys) or "null"
        sql = re.sub(rf"(?<![:\w]):{name}\b", marks, sql)
    return sql, flat


@lru_cache(maxsize=512)
def percent_style(sql: str) -> str:
    """Return the SQL with `%(name)s` parameters, as psycopg wants them."""
    return PARAMETER.sub(r"%(\1)s", sql.replace("%", "%%"))


def values_clause(table: str, columns: Sequence[str], tail: str = "") -> str:
    """Return the insert statement for some columns of a table; names come from code only."""
    names, marks = ", ".join(columns), ", ".join(f":{c}" for c in columns)
    return f"insert into {table} ({names}) values ({marks}) {tail}"  # noqa: S608
