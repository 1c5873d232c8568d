"""The filters that one click sets: what the menu offers, and how a click changes a question."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from warmcalls.domain.client_query import Condition, Op, Question
from warmcalls.domain.client_states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from warmcalls.actions.saved_views import Choices

MOST_OFFERED: Final = 24


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the menu: the words, and the condition that it sets or takes away.

    Attributes:
        many: whether several of the same column may hold, any of which counts.
    """

    words: str
    condition: Condition
    many: bool = False


Part = tuple[str, tuple[Offer, ...]]


def parts(choices: "Choices") -> list[Part]:
    """Return the menu of filters: heads with what can be chosen under each."""
    return [
        ("Tier", (*_values("tier", "ABC"), _none("tier", "No tier"))),
        ("Sector", (*_values("sector", choices.sectors), _none("sector", "No sector"))),
        (
            "Owner",
            (*_values("owner", (name for _, name in choices.owners)), _none("owner", "Nobody’s")),
        ),
        ("Tags", (*_values("tags", choices.tags), _none("tags", "No tags"))),
        ("Town", (*_values("town", choices.towns), _none("town", "No town"))),
        (
            "Seen",
            (
                *(_days("seen", days, f"Within {days} days") for days in (7, 30, 90)),
                Offer("Not in 90 days", Condition("seen", Op.NOT_WITHIN, ("90",))),
                _none("seen", "Never"),
            ),
        ),
        (
            "Spoke",
            (
                *(_days("spoke", days, f"Within {days} days") for days in (30, 90)),
                Offer("Not in 90 days", Condition("spoke", Op.NOT_WITHIN, ("90",))),
                _none("spoke", "Never"),
            ),
        ),
        (
            "Today’s list",
            tuple(
                Offer(s.value.capitalize(), Condition("stands", Op.IS, (s.value,)), many=True)
                for s in STATES
            ),
        ),
        (
            "Missing",
            (
                _none("contact", "No contact"),
                _none("phone", "No number"),
                _none("website", "No website"),
                _none("fee", "No fee"),
                Offer("Coverage 2 of 4 or less", Condition("coverage", Op.AT_MOST, ("2",))),
            ),
        ),
    ]


def _values(column: str, values: "Iterable[str]") -> tuple[Offer, ...]:
    some = list(values)[:MOST_OFFERED]
    return tuple(Offer(value, Condition(column, Op.IS, (value,)), many=True) for value in some)


def _none(column: str, words: str) -> Offer:
    return Offer(words, Condition(column, Op.EMPTY))


def _days(column: str, days: int, words: str) -> Offer:
    return Offer(words, Condition(column, Op.WITHIN, (str(days),)))


def holds(question: Question, offer: Offer) -> bool:
    """Tell whether a question asks for what is offered."""
    wanted = offer.condition
    return any(
        wanted == each
        or (offer.many and _is_same(each, wanted) and wanted.values[0] in each.values)
        for each in question.where
    )


def turned(question: Question, offer: Offer) -> Question:
    """Return a question with what is offered set, or taken away where it was set."""
    wanted, at = offer.condition, len(question.where)
    where = list(question.where)
    for number, each in enumerate(where):
        if each.column == wanted.column:
            at = number
    if offer.many and at < len(where) and where[at].op is Op.IS:
        kept = _toggled(where[at].values, wanted.values[0])
        where[at : at + 1] = [replace(where[at], values=kept)] if kept else []
    elif holds(question, offer):
        where = [each for each in where if each != wanted]
    else:
        where = [each for each in where if each.column != wanted.column]
        where.insert(min(at, len(where)), wanted)
    return replace(question, where=tuple(where))


def _is_same(one: Condition, other: Condition) -> bool:
    return one.column == other.column and one.op is other.op


def _toggled(values: "Sequence[str]", value: str) -> tuple[str, ...]:
    if value in values:
        return tuple(each for each in values if each != value)
    return (*values, value)
