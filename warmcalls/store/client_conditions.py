"""Conditions on the list of clients as SQL: what a filter says goes in as parameters only."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any, Final

from warmcalls.domain import typed
from warmcalls.domain.client_columns import BY_ID, ColumnKind
from warmcalls.domain.client_fields import tags_of
from warmcalls.domain.client_query import Condition, Op
from warmcalls.domain.client_states import ON_LIST, STATES
from warmcalls.domain.client_words import folded, storable
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY
from warmcalls.store.client_columns import SQL, Asked

K = ColumnKind
TIERS: Final = {"A": 1, "B": 2, "C": 3}
NOT_KNOWN: Final = frozenset({"", "-", "–", "none"})
NO_NUMBER_OF_DAYS: Final = "“{}” is no number of days: write it as 7."
LONGEST: Final = 36_500  # days
NOUGHTS: Final = frozenset({"contacts", "coverage", "people"})  # where none is known to be none
COMPARED: Final = {"name": "l.spelt", "people": "coalesce(n.n, 0)"}
MOST_PARTS: Final = 4


class Conditions:
    """Turns conditions into SQL.

    Attributes:
        named: the parameters they need; columns: those they ask about.
    """

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.named: dict[str, Any] = {}
        self.columns: set[str] = set()
        self._numbers = count()

    def sql(self, condition: Condition) -> str:
        """Return a condition as SQL.

        Raises:
            RefusedError: the column is unknown, or cannot be asked that.
        """
        column = BY_ID.get(condition.column)
        if column is None:
            raise RefusedError(f"There is no column “{condition.column}”.")
        by = self.by(column.id)
        if condition.op is Op.EMPTY:
            return f"{_or_nought(column.id, by)} is null"
        if condition.op is Op.FILLED:
            return f"{_or_nought(column.id, by)} is not null"
        how = HOW.get((column.kind, condition.op))
        if column.id == "notes":
            how = _has_notes if condition.op is Op.HAS else None
        if how is None or not condition.values:
            raise RefusedError(f"{column.head} cannot be asked “{condition.op.value}”.")
        if column.id == "phone" and condition.op is Op.HAS:
            how = _has_digits
        return how(self, by, condition)

    def by(self, column: str) -> str:
        """Return what a column is compared by; people who are counted have to be joined."""
        self.columns.add(column)
        return COMPARED.get(column, SQL[column])

    def mark(self, value: Any) -> str:
        """Keep a value as a parameter; return what stands for it."""
        name = f"v{next(self._numbers)}"
        self.named[name] = _storable(value)
        return f":{name}"

    def one_of(self, by: str, values: list[Any]) -> str:
        """Return that a column is one of some values; None among them is what is not known."""
        known = [value for value in values if value is not None]
        found = f"{by} in ({self.mark(known)})"
        return found if len(known) == len(values) else f"({found} or {by} is null)"


def _storable(value: Any) -> Any:
    """Return a value without characters that no database takes."""
    if isinstance(value, list):
        return [_storable(each) for each in value]
    return storable(value) if isinstance(value, str) else value


def unless(sql: str) -> str:
    """Return that something does not hold, where it is not known either."""
    return f"case when {sql} then 0 else 1 end = 1"


def _or_nought(column: str, by: str) -> str:
    return f"nullif({by}, 0)" if column in NOUGHTS else by


def _is(read: Callable[[str], Any]) -> "How":
    def sql(to: Conditions, by: str, condition: Condition) -> str:
        found = to.one_of(by, [read(value) for value in condition.values])
        return found if condition.op is Op.IS else unless(found)

    return sql


def _edge(read: Callable[[str], Any]) -> "How":
    def sql(to: Conditions, by: str, condition: Condition) -> str:
        sign = ">=" if condition.op is Op.AT_LEAST else "<="
        return f"{by} {sign} {to.mark(read(condition.values[0]))}"

    return sql


def _has(to: Conditions, by: str, condition: Condition) -> str:
    """Return that a text holds another; `replace` needs no escapes, as `like` would."""
    parts = [to.mark(folded(value)) for value in condition.values if value]
    holds = (f"replace({by}, {part}, '') <> {by}" for part in parts)
    return f"({' or '.join(holds)})" if parts else "1 = 1"


def _has_digits(to: Conditions, by: str, condition: Condition) -> str:
    digits = (re.sub(r"\D", "", value).removeprefix("0") for value in condition.values)
    return _has(to, by, Condition("phone", Op.HAS, tuple(d for d in digits if d)))


def _has_notes(to: Conditions, _by: str, condition: Condition) -> str:
    """Return that the whole notes hold a text; their line keeps the beginning only."""
    parts = [to.mark(value.lower()) for value in condition.values if value]
    low = "lower(c.notes)"
    holds = " or ".join(f"replace({low}, {part}, '') <> {low}" for part in parts) or "1 = 1"
    return f"exists (select 1 from client c where c.id = l.client_id and ({holds}))"  # noqa: S608


def _owner(to: Conditions, by: str, condition: Condition) -> str:
    """Return that a client's owner is one of some people, by name."""
    names = {person_id: folded(name) for person_id, name in to.asked.owners.items()}
    wanted = [folded(value.strip()) for value in condition.values]
    if condition.op is Op.HAS:
        return to.one_of(by, [i for i, name in names.items() if any(w in name for w in wanted)])
    ids: list[Any] = [i for i, name in names.items() if name in wanted]
    found = to.one_of(by, [*ids, None] if NOT_KNOWN.intersection(wanted) else ids)
    return found if condition.op is Op.IS else unless(found)


def _is_tag(to: Conditions, by: str, condition: Condition) -> str:
    """Return that a client has one of some tags, or none of them."""
    tags = [folded(tag) for value in condition.values for tag in tags_of(value)]
    apart = f"(', ' || {by} || ',')"
    marks = [to.mark(f", {tag},") for tag in tags]
    holds = [f"replace({apart}, {mark}, '') <> {apart}" for mark in marks]
    if len(tags) < len(condition.values):
        holds.append(f"{by} is null")
    found = f"({' or '.join(holds)})"
    return found if condition.op is Op.IS else unless(found)


def _within(to: Conditions, by: str, condition: Condition) -> str:
    since = to.asked.now - _days(condition) * DAY
    found = f"{by} >= {to.mark(since)}"
    return found if condition.op is Op.WITHIN else unless(found)


def _day_within(to: Conditions, by: str, condition: Condition) -> str:
    try:
        since = (date.fromisoformat(to.asked.day) - timedelta(_days(condition))).isoformat()
    except OverflowError:
        since = ""
    found = f"({by} >= {to.mark(since)} and {by} <= {to.mark(to.asked.day)})"
    return found if condition.op is Op.WITHIN else unless(found)


def _days(condition: Condition) -> int:
    try:
        return typed.count(condition.values[0], LONGEST)
    except RefusedError as error:
        raise RefusedError(NO_NUMBER_OF_DAYS.format(condition.values[0])) from error


def _on_day(to: Conditions, by: str, condition: Condition) -> str:
    """Return that a moment lies on, from or until a day of the agency's."""
    then = date.fromisoformat(typed.day(condition.values[0]))
    first, after = to.asked.midnight(then), to.asked.midnight(then + timedelta(1))
    from_then, until_then = f"{by} >= {to.mark(first)}", f"{by} < {to.mark(after)}"
    if condition.op is Op.AT_LEAST:
        return from_then
    return until_then if condition.op is Op.AT_MOST else f"({from_then} and {until_then})"


def _heat(to: Conditions, by: str, condition: Condition) -> str:
    try:
        wanted = float(condition.values[0])
    except ValueError as error:
        raise RefusedError(f"“{condition.values[0]}” is no number: write it as 1.5.") from error
    sign = ">=" if condition.op is Op.AT_LEAST else "<="
    return f"{by} * {to.mark(to.asked.fade)} {sign} {to.mark(wanted)}"


def _state(to: Conditions, by: str, condition: Condition) -> str:
    ranks = sorted({rank for value in condition.values for rank in _ranks(value)})
    found = to.one_of(by, ranks)
    return found if condition.op is Op.IS else unless(found)


def _ranks(text: str) -> set[int]:
    """Return the states a text means: as filters say them, as cells do, or how they begin."""
    said, known = text.strip().casefold(), {s.value: {r} for r, s in enumerate(STATES)}
    known |= {"on the list": {STATES.index(s) for s in ON_LIST}, "tps": known["screening due"]}
    begun = [ranks for name, ranks in known.items() if said and name.startswith(said)]
    shown = [ranks for name, ranks in known.items() if said.startswith(name.split(" the ")[0])]
    found = known.get(said) or set().union(*(begun or shown))
    if not found:
        names = ", ".join(state.value for state in STATES)
        raise RefusedError(f"No client stands “{text}”: one of {names}.")
    return found


def _low(text: str) -> str | None:
    return folded(text.strip()) or None


def _tier(text: str) -> int | None:
    said = text.strip()
    if said.casefold() not in NOT_KNOWN and said.upper() not in TIERS:
        raise RefusedError(f"“{said}” is no tier: A, B, C, or nothing.")
    return TIERS.get(said.upper())


def _whole(text: str) -> int | None:
    return None if text.strip().casefold() in NOT_KNOWN else typed.count(text)


def _parts(text: str) -> int:
    """Return how many of the four: "3", "3 of 4"."""
    return min(typed.count(text.split(" of ", maxsplit=1)[0]), MOST_PARTS)


def _day(text: str) -> str | None:
    return typed.day(text) if text.strip() else None


How = Callable[[Conditions, str, Condition], str]
HOW: Final[dict[tuple[ColumnKind, Op], How]] = {
    **{(kind, Op.HAS): _has for kind in (K.TEXT, K.CHOICE, K.TAGS)},
    **{(kind, op): _is(_low) for kind in (K.TEXT, K.CHOICE) for op in (Op.IS, Op.IS_NOT)},
    **{(K.OWNER, op): _owner for op in (Op.IS, Op.IS_NOT, Op.HAS)},
    **{(K.TIER, op): _is(_tier) for op in (Op.IS, Op.IS_NOT)},
    **{(K.MONEY, op): _is(typed.money) for op in (Op.IS, Op.IS_NOT)},
    **{(K.MONEY, op): _edge(typed.money) for op in (Op.AT_LEAST, Op.AT_MOST)},
    **{(K.COUNT, op): _is(_whole) for op in (Op.IS, Op.IS_NOT)},
    **{(K.COUNT, op): _edge(typed.count) for op in (Op.AT_LEAST, Op.AT_MOST)},
    **{(K.COVERAGE, op): _is(_parts) for op in (Op.IS, Op.IS_NOT)},
    **{(K.COVERAGE, op): _edge(_parts) for op in (Op.AT_LEAST, Op.AT_MOST)},
    **{(K.DAY, op): _is(_day) for op in (Op.IS, Op.IS_NOT)},
    **{(K.DAY, op): _edge(typed.day) for op in (Op.AT_LEAST, Op.AT_MOST)},
    **{(K.DAY, op): _day_within for op in (Op.WITHIN, Op.NOT_WITHIN)},
    **{(K.MOMENT, op): _on_day for op in (Op.IS, Op.AT_LEAST, Op.AT_MOST)},
    **{(K.MOMENT, op): _within for op in (Op.WITHIN, Op.NOT_WITHIN)},
    **{(K.WARMTH, op): _heat for op in (Op.AT_LEAST, Op.AT_MOST)},
    **{(K.TAGS, op): _is_tag for op in (Op.IS, Op.IS_NOT)},
    **{(K.STATE, op): _state for op in (Op.IS, Op.IS_NOT)},
}
