"""Fees that are kept already, for invoices that must not count twice."""

from typing import Final

from warmcalls.store.engine import Reader, Row

NUMBERED: Final = "select * from fee where number = :number and number <> '' order by id"
OF_CLIENT: Final = "select * from fee where client_id = :client order by id"
CREDITS: Final = "select * from fee where credits_id = :id and kind = 'credit' order by id"
UNBILLED: Final = """
select id, placed_on from placement p where client_id = :client
and not exists (select 1 from fee f where f.placement_id = p.id) order by id
"""
IMPORTED_AT: Final = "select at from import where id = :id"


def numbered(db: Reader, number: str) -> list[Row]:
    """Return the fees whose invoice has a number."""
    return db.query(NUMBERED, number=number)


def of_client(db: Reader, client_id: int) -> list[Row]:
    """Return the fees of a client."""
    return db.query(OF_CLIENT, client=client_id)


def credits(db: Reader, fee_id: int) -> list[Row]:  # noqa: A001  the bookkeepers' word
    """Return the credit notes of a fee."""
    return db.query(CREDITS, id=fee_id)


def unbilled(db: Reader, client_id: int) -> list[tuple[int, str]]:
    """Return the placements at a client without any fee: id and day."""
    return [(int(i), str(day)) for i, day in db.tuples(UNBILLED, client=client_id)]


def imported_at(db: Reader, import_id: int | None) -> int | None:
    """Return when an import was made, UTC microseconds."""
    found = db.tuples(IMPORTED_AT, id=import_id) if import_id else []
    return int(found[0][0]) if found else None
