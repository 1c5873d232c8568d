"""Contacts one by one: who has an address, what points to a person, which facts a number has."""

from collections.abc import Sequence
from typing import Final

from warmcalls.store.engine import Reader, Row

BY_ID: Final = """
select k.*, c.name as client from contact k join client c on c.id = k.client_id where k.id = :id
"""
NUMBERS: Final = """
select * from phone where client_id = :client
and ((:contact = 0 and contact_id is null) or contact_id = :contact) order by id
"""
WITH_EMAIL: Final = """
select k.name, c.name as client from contact k join client c on c.id = k.client_id
where k.email = :email and k.id <> :but order by k.id limit 1
"""
OF_NAME: Final = (
    "select id, name, email from contact where client_id = :client and id <> :but order by id"
)
# what a number is known for holds wherever it stands; the latest screening counts
KNOWN: Final = """
select screened_at, screened_by, registered, dead from phone where number = :number
order by coalesce(screened_at, 0) desc, id limit 1
"""
POINTERS: Final = ("call", "outcome", "vacancy", "visitor", "signal")
POINTING: Final = "select id from {} where client_id = :client and contact_id = :contact"
CALLED: Final = "select id from call where client_id = :client and phone_id in (:ids)"


def by_id(db: Reader, contact_id: int) -> Row | None:
    """Return a contact as it is kept, with its client's name."""
    return next(iter(db.query(BY_ID, id=contact_id)), None)


def numbers(db: Reader, client_id: int, contact_id: int = 0) -> list[Row]:
    """Return the numbers of a contact, or of the front desk where none is named."""
    return db.query(NUMBERS, client=client_id, contact=contact_id)


def with_email(db: Reader, email: str, but: int = 0) -> tuple[str, str] | None:
    """Return who else has an e-mail address, and at which client."""
    found = db.tuples(WITH_EMAIL, email=email, but=but)
    return (str(found[0][0]), str(found[0][1])) if found else None


def others(db: Reader, client_id: int, but: int = 0) -> list[Row]:
    """Return id, name and e-mail of a client's other contacts."""
    return db.query(OF_NAME, client=client_id, but=but)


def known_number(db: Reader, number: str) -> Row:
    """Return what is known of a number already: its screening, and whether it is dead."""
    return next(iter(db.query(KNOWN, number=number)), {})


def pointers(db: Reader, client_id: int, contact_id: int) -> dict[str, list[int]]:
    """Return what points to a contact, by table: calls, outcomes, briefs, visitors, signals."""
    asked = {"client": client_id, "contact": contact_id}
    found = {t: [int(r[0]) for r in db.tuples(POINTING.format(t), **asked)] for t in POINTERS}
    return {table: ids for table, ids in found.items() if ids}


def calls_to(db: Reader, client_id: int, phone_ids: Sequence[int]) -> list[int]:
    """Return the calls that rang some numbers."""
    return [int(r[0]) for r in db.tuples(CALLED, client=client_id, ids=list(phone_ids))]
