"""Objections, by what they bind to: a phone number, an e-mail address, a company's name."""

from collections.abc import Sequence
from typing import Final

from warmcalls.store.engine import Reader, Writer

AMONG: Final = "select value from objection where kind = :kind and value in (:values)"
PHONES: Final = "select id from phone where number = :number order by id"
KEEP: Final = """
insert into objection (kind, value, at, client_id) values (:kind, :value, :now, :client)
on conflict (kind, value) do nothing
"""
OWNERS: Final = "select distinct client_id from phone where number = :number and registered = 0"
BAR: Final = "update phone set registered = 1 where number = :number"


def among(db: Reader, kind: str, values: Sequence[str]) -> set[str]:
    """Return those of some values that objected."""
    rows = db.tuples(AMONG, kind=kind, values=list(values)) if values else []
    return {str(row[0]) for row in rows}


def phones(db: Reader, number: str) -> list[int]:
    """Return every phone with a number, at whichever client."""
    return [int(row[0]) for row in db.tuples(PHONES, number=number)]


def keep(db: Writer, kind: str, value: str, client_id: int, now: int) -> None:
    """Keep an objection, unless it is kept already."""
    db.execute(KEEP, kind=kind, value=value, now=now, client=client_id)


def bar(db: Writer, number: str) -> set[int]:
    """Bar a number everywhere; return the clients that this changes."""
    touched = {int(row[0]) for row in db.tuples(OWNERS, number=number)}
    db.execute(BAR, number=number)
    return touched
