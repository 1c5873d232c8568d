"""The list of clients: questions to it become SQL, every name in them from lists kept here."""

from collections.abc import Sequence
from typing import Any, Final

from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_query import Question
from warmcalls.domain.errors import RefusedError
from warmcalls.store import client_text
from warmcalls.store.client_columns import FROM, SQL, STANDS, Asked
from warmcalls.store.client_conditions import Conditions
from warmcalls.store.engine import Reader

EVERYTHING: Final = 2**62


def ids(db: Reader, question: Question, asked: Asked, limit: int | None = None) -> list[int]:
    """Return the clients a question finds, in its order.

    Raises:
        RefusedError: the question cannot be asked.
    """
    if question.order.column not in BY_ID:
        raise RefusedError(f"There is no column “{question.order.column}”.")
    where, named = _where(db, question, asked)
    by = SQL[question.order.column]
    way = "desc" if question.order.descending else "asc"
    sql = f"""
    select c.id from {FROM} where {where}
    order by case when {by} is null then 1 else 0 end, {by} {way}, c.name_key, c.id limit :most
    """  # noqa: S608  names come from the lists of this package
    most = EVERYTHING if limit is None else limit
    return [int(row[0]) for row in db.tuples(sql, most=most, **named)]


def number(db: Reader, question: Question, asked: Asked) -> int:
    """Return how many clients a question finds."""
    where, named = _where(db, question, asked)
    return int(db.tuples(f"select count(*) from {FROM} where {where}", **named)[0][0])  # noqa: S608


def states(db: Reader, ids: Sequence[int], asked: Asked) -> dict[int, int]:
    """Return how some clients stand with today's list, as ranks of `client_states.STATES`."""
    sql = f"select c.id, {STANDS} from {FROM} where c.id in (:ids)"  # noqa: S608
    return dict(db.tuples(sql, ids=list(ids), **asked.named))


def _where(db: Reader, question: Question, asked: Asked) -> tuple[str, dict[str, Any]]:
    """Return what a question demands, and all parameters."""
    conditions = Conditions(asked)
    parts = [conditions.sql(condition) for condition in question.where]
    named = asked.named
    matching = client_text.matching(db, question.text)
    if matching:
        parts.append(f"c.id in ({matching[0]})")
        named["words"] = matching[1]
    elif question.text.strip():
        parts.append("1 = 0")  # signs alone are in no name
    return " and ".join(parts) or "1 = 1", named | conditions.named
