"""Outcomes of calls."""

from collections.abc import Sequence

from warmcalls.domain.calls import DoneCall
from warmcalls.domain.outcomes import Outcome, Reach, Result, Why
from warmcalls.store.engine import Reader, Row

OF_CLIENTS = "select * from outcome where client_id in (:ids) order by at, id"
OF_DAY = """
select o.*, c.name from outcome o join client c on c.id = o.client_id
where o.day = :day and (:person = 0 or o.person_id = :person) order by o.at, o.id
"""
RUNG_ON = "select client_id, person_id from outcome where day = :day order by id"
BY_KEY = "select * from outcome where key = :key"


def of_clients(db: Reader, ids: Sequence[int]) -> list[Outcome]:
    """Return the outcomes of some clients, oldest first."""
    return [_outcome(row) for row in db.query(OF_CLIENTS, ids=list(ids))]


def of_day(db: Reader, day: str, person_id: int | None) -> list[DoneCall]:
    """Return what was done on a business day, in its order."""
    rows = db.query(OF_DAY, day=day, person=person_id or 0)
    return [
        DoneCall(
            outcome_id=row["id"],
            client_id=row["client_id"],
            client=row["name"],
            at=row["at"],
            words=_outcome(row).words,
            worth=None if row["worth"] is None else bool(row["worth"]),
        )
        for row in rows
    ]


def rung_on(db: Reader, day: str) -> list[tuple[int, int | None]]:
    """Return whom anybody rang on a business day and who did, call by call."""
    return [(client_id, person_id) for client_id, person_id in db.tuples(RUNG_ON, day=day)]


def by_key(db: Reader, key: str) -> Outcome | None:
    """Return the outcome that carries a key, if it was recorded already."""
    return next((_outcome(row) for row in db.query(BY_KEY, key=key)), None)


def _outcome(row: Row) -> Outcome:
    return Outcome(
        id=row["id"],
        key=row["key"],
        client_id=row["client_id"],
        contact_id=row["contact_id"],
        person_id=row["person_id"],
        at=row["at"],
        reach=Reach(row["reach"]),
        result=Result(row["result"]) if row["result"] else None,
        worth=None if row["worth"] is None else bool(row["worth"]),
        why=Why(row["why"]) if row["why"] else None,
        next_at=row["next_at"],
        referred_to=row["referred_to"],
        note=row["note"],
    )
