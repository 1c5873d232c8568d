"""Telephone numbers: when they were screened, and which are on a register."""

from collections.abc import Collection, Sequence
from typing import Final

from warmcalls.store.engine import Reader, Row, Writer

CHUNK: Final = 500
SCREENED: Final = """
update phone set screened_at = :at, screened_by = :by,
registered = case when number in (:registered) then 2 else 0 end
+ case when exists (
  select 1 from objection o where o.kind = 'phone' and o.value = phone.number) then 1 else 0 end
where number in (:numbers)
"""
HOLDERS: Final = (
    "select distinct client_id from phone where number in (:numbers) order by client_id"
)
ALL: Final = "select distinct number from phone order by number"
LABELLED: Final = """
select * from phone where client_id = :client and coalesce(contact_id, 0) = :contact
and label = :label order by id
"""


def screened(
    db: Writer, numbers: Sequence[str], registered: Collection[str], at: int, by: str
) -> list[int]:
    """Write down a screening; return the clients whose numbers were screened.

    An objection outlasts a register: its number stays barred. What the register says is kept
    beside it (`objections.REGISTERED`), for when the objection was a mistake.
    """
    touched: list[int] = []
    for start in range(0, len(numbers), CHUNK):
        some = list(numbers[start : start + CHUNK])
        barred = [number for number in some if number in registered]
        db.execute(SCREENED, at=at, by=by, numbers=some, registered=barred)
        touched += [int(row[0]) for row in db.tuples(HOLDERS, numbers=some)]
    return sorted(set(touched))


def every(db: Reader) -> list[str]:
    """Return every number there is, once."""
    return [str(row[0]) for row in db.tuples(ALL)]


def labelled(db: Reader, client_id: int, contact_id: int | None, label: str) -> list[Row]:
    """Return the numbers of one label that a client has itself, or one of its contacts."""
    return db.query(LABELLED, client=client_id, contact=contact_id or 0, label=label)
