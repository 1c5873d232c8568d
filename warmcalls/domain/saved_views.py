"""Saved views: a question and the columns it is shown in, kept as JSON; and those built in."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from warmcalls.domain.client_columns import BY_ID, SHOWN
from warmcalls.domain.client_query import Condition, Op, Order, Question


@dataclass(frozen=True, slots=True)
class View:
    """A question with a name.

    Attributes:
        id: below 0 where it is built in.
        columns: ids of the columns it shows, in their order.
    """

    id: int
    name: str
    question: Question
    columns: tuple[str, ...] = SHOWN

    @property
    def is_built_in(self) -> bool:
        """Whether it comes with the app: it cannot be renamed or deleted."""
        return self.id < 0


def _asking(*where: Condition, by: str = "warmth", descending: bool = True) -> Question:
    return Question("", where, Order(by, descending))


BUILT_IN: Final[tuple[View, ...]] = (
    View(-1, "All clients", Question()),
    View(
        -3,
        "Warm, not rung",
        _asking(
            Condition("seen", Op.WITHIN, ("30",)),
            Condition("spoke", Op.NOT_WITHIN, ("90",)),
            Condition("stands", Op.IS_NOT, ("excluded", "objected", "barred")),
        ),
    ),
    View(-4, "No contact yet", _asking(Condition("contacts", Op.IS, ("0",)))),
    View(-5, "Nobody’s", _asking(Condition("owner", Op.EMPTY))),
    View(
        -2,
        "A tier, no contact, warm this week",
        _asking(
            Condition("tier", Op.IS, ("A",)),
            Condition("contacts", Op.IS, ("0",)),
            Condition("seen", Op.WITHIN, ("7",)),
        ),
    ),
)


def to_json(question: Question, columns: Iterable[str]) -> str:
    """Return a question and its columns as they are kept."""
    return json.dumps(
        {
            "text": question.text,
            "where": [[c.column, c.op.value, list(c.values)] for c in question.where],
            "order": [question.order.column, question.order.descending],
            "columns": list(columns),
        }
    )


def from_json(body: str) -> tuple[Question, tuple[str, ...]]:
    """Return a question and its columns; what cannot be read is left out, the rest stays."""
    try:
        kept = json.loads(body)
    except (ValueError, RecursionError):
        kept = {}
    if not isinstance(kept, Mapping):
        kept = {}
    text, where = kept.get("text"), kept.get("where")
    conditions = (_condition(part) for part in where) if isinstance(where, list) else ()
    question = Question(
        text if isinstance(text, str) else "",
        tuple(c for c in conditions if c is not None),
        _order(kept.get("order")),
    )
    return question, _columns(kept.get("columns"))


def _condition(part: Any) -> Condition | None:
    match part:
        case [str(column), str(op), list(values)] if column in BY_ID and op in set(Op):
            return Condition(column, Op(op), tuple(str(value) for value in values))
    return None


def _order(part: Any) -> Order:
    match part:
        case [str(column), bool(descending)] if column in BY_ID:
            return Order(column, descending)
    return Order()


def _columns(part: Any) -> tuple[str, ...]:
    if not isinstance(part, list):
        return SHOWN
    return tuple(dict.fromkeys(c for c in part if isinstance(c, str) and c in BY_ID)) or SHOWN
