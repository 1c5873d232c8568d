"""The list of clients: questions to it become SQL, every name in them from lists kept here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_query import Question
from warmcalls.domain.errors import RefusedError
from warmcalls.store import client_text
from warmcalls.store.client_columns import PEOPLE, SQL, STANDS, Asked
from warmcalls.store.client_conditions import Conditions
from warmcalls.store.engine import Reader

EVERYTHING: Final = 2**62
COUNTED: Final = "select count(*) from ({}) found"
# SQLite would look up every match in the order it found them, and sort; many matches are met
# sooner by walking the names, which an index holds in order
BY_NAME: Final = "select c.id from client c {} order by c.name_key {}, c.id limit :most"
MANY: Final = 2_000


@dataclass(frozen=True, slots=True)
class _Sql:
    """A question in SQL.

    Attributes:
        source: the tables; where: what must hold; named: the parameters.
        text: selects who fits what was typed, where anything was.
    """

    source: str
    where: tuple[str, ...]
    named: dict[str, Any] = field(default_factory=dict)
    text: str = ""

    @property
    def conditions(self) -> str:
        """All that must hold."""
        fits = (f"l.client_id in ({self.text})",) if self.text else ()
        return " and ".join((*self.where, *fits)) or "1 = 1"


def ids(db: Reader, question: Question, asked: Asked, limit: int | None = None) -> list[int]:
    """Return the clients a question finds, in its order.

    Raises:
        RefusedError: the question cannot be asked.
    """
    order = question.order
    if order.column not in BY_ID:
        raise RefusedError(f"There is no column “{order.column}”.")
    sql = _sql(db, question, asked)
    most, way = EVERYTHING if limit is None else limit, "desc" if order.descending else "asc"
    if order.column == "name" and not sql.where and _is_many(db, sql):
        fits = f"where +c.id in ({sql.text})" if sql.text else ""
        found = db.tuples(BY_NAME.format(fits, way), most=most, **_without_rest(sql))
        return [int(row[0]) for row in found]
    by, named = _order(order.column, asked)
    text = f"""
    select l.client_id from {sql.source} where {sql.conditions}
    order by {by} {way} nulls last, l.name, l.client_id limit :most
    """  # noqa: S608  names come from the lists of this package
    return [int(row[0]) for row in db.tuples(text, most=most, **(sql.named | named))]


def number(db: Reader, question: Question, asked: Asked) -> int:
    """Return how many clients a question finds.

    Raises:
        RefusedError: the question cannot be asked.
    """
    sql = _sql(db, question, asked)
    if not sql.where:
        return _matches(db, sql)
    text = f"select count(*) from {sql.source} where {sql.conditions}"  # noqa: S608
    return int(db.tuples(text, **sql.named)[0][0])


def states(db: Reader, ids: Sequence[int], asked: Asked) -> dict[int, int]:
    """Return how some clients stand with today's list, as ranks of `client_states.STATES`."""
    sql = f"select l.client_id, {STANDS} from client_line l where l.client_id in (:ids)"  # noqa: S608
    return dict(db.tuples(sql, ids=list(ids), **asked.named))


def _sql(db: Reader, question: Question, asked: Asked) -> _Sql:
    conditions = Conditions(asked)
    where = [conditions.sql(condition) for condition in question.where]
    named = asked.named | conditions.named
    text = ""
    matching = client_text.matching(db, question.text)
    if matching:
        text, named["words"] = matching
    elif question.text.strip():
        where.append("1 = 0")  # signs alone are in no name
    source = "client_line l"
    if "people" in {question.order.column, *conditions.columns}:
        source += f" left join {PEOPLE} n on n.client_id = l.client_id"
    return _Sql(source, tuple(where), named, text)


def _order(column: str, asked: Asked) -> tuple[str, dict[str, Any]]:
    """Return what a column is sorted by, and the parameters of that: owners stand by name."""
    if column != "owner" or not asked.owners:
        return SQL[column], {}
    named = {f"o{rank}": person_id for rank, person_id in enumerate(asked.owners)}
    whens = " ".join(f"when :o{rank} then {rank}" for rank in range(len(named)))
    return f"case l.owner_id {whens} end", named


def _is_many(db: Reader, sql: _Sql) -> bool:
    return not sql.text or _matches(db, sql) > MANY


def _matches(db: Reader, sql: _Sql) -> int:
    """Return how many fit the typed words, or how many there are where nothing was typed."""
    text = COUNTED.format(sql.text or "select client_id from client_line")
    return int(db.tuples(text, **_without_rest(sql))[0][0])


def _without_rest(sql: _Sql) -> dict[str, Any]:
    return {"words": sql.named["words"]} if sql.text else {}
