"""Promises kept: calls with the chance that was promised of them and what came of each."""

from collections.abc import Sequence
from typing import Final

from warmcalls.domain.calls import CallKind
from warmcalls.domain.observed import Promise
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.store.engine import Reader

OF_DAYS: Final = """
select c.id, o.client_id, o.at, o.day, c.kind, c.chance, c.answer_chance, c.test_chance,
  o.reach, o.result, o.worth
from outcome o join call c on c.id = o.call_id
where o.day >= :first and o.day <= :last order by o.at, o.id
"""
KINDS: Final = {kind.value: kind for kind in CallKind}
REACHES: Final = {reach.value: reach for reach in Reach}
RESULTS: Final[dict[str, Result | None]] = {"": None, **{r.value: r for r in Result}}
NAMED: Final = """
select c.id, cl.name, coalesce(p.name, ''), o.note, o.why
from outcome o join call c on c.id = o.call_id join client cl on cl.id = o.client_id
left join person p on p.id = o.person_id
where o.day >= :first and o.day <= :last
"""


def promises(db: Reader, first: str, last: str) -> list[Promise]:
    """Return the calls whose outcome came on some days, by the time of it; ISO days."""
    return [_promise(*row) for row in db.tuples(OF_DAYS, first=first, last=last)]


def named(db: Reader, first: str, last: str) -> dict[int, Sequence[str]]:
    """Return client, recruiter, note and reason why not of the calls of some days, by call."""
    return {row[0]: row[1:] for row in db.tuples(NAMED, first=first, last=last)}


def _promise(  # noqa: PLR0917  the columns of the query
    call_id: int,
    client_id: int,
    at: int,
    day: str,
    kind: str,
    chance: float,
    answer_chance: float,
    test_chance: float | None,
    reach: str,
    result: str,
    worth: int | None,
) -> Promise:
    return Promise(
        call_id,
        client_id,
        at,
        day,
        KINDS[kind],
        chance,
        answer_chance,
        test_chance,
        REACHES[reach],
        RESULTS[result],
        None if worth is None else bool(worth),
    )
