"""Filters in words, as their chips say them."""

from typing import Final

from warmcalls.domain.client_columns import BY_ID, ColumnKind
from warmcalls.domain.client_query import Condition, Op

OPS: Final[dict[Op, str]] = {
    Op.IS: "is",
    Op.IS_NOT: "is not",
    Op.HAS: "has",
    Op.EMPTY: "is empty",
    Op.FILLED: "is filled in",
    Op.AT_LEAST: "at least",
    Op.AT_MOST: "at most",
    Op.WITHIN: "within days",
    Op.NOT_WITHIN: "not within days",
}
SHORT: Final[dict[Op, str]] = {Op.AT_LEAST: "≥", Op.AT_MOST: "≤", Op.IS_NOT: "not"}
TEXTS: Final = (Op.IS, Op.IS_NOT, Op.HAS, Op.EMPTY, Op.FILLED)
NUMBERS: Final = (Op.AT_LEAST, Op.AT_MOST, Op.IS, Op.EMPTY, Op.FILLED)
MOMENTS: Final = (Op.WITHIN, Op.NOT_WITHIN, Op.EMPTY, Op.FILLED)
BY_KIND: Final[dict[ColumnKind, tuple[Op, ...]]] = {
    ColumnKind.TEXT: (Op.HAS, Op.IS, Op.EMPTY, Op.FILLED),
    ColumnKind.CHOICE: TEXTS,
    ColumnKind.TIER: (Op.IS, Op.IS_NOT, Op.EMPTY, Op.FILLED),
    ColumnKind.OWNER: (Op.IS, Op.IS_NOT, Op.EMPTY, Op.FILLED),
    ColumnKind.MONEY: NUMBERS,
    ColumnKind.COUNT: (Op.AT_LEAST, Op.AT_MOST, Op.IS),
    ColumnKind.COVERAGE: (Op.AT_LEAST, Op.AT_MOST, Op.IS),
    ColumnKind.DAY: (Op.AT_LEAST, Op.AT_MOST, Op.EMPTY, Op.FILLED),
    ColumnKind.TAGS: (Op.IS, Op.IS_NOT, Op.EMPTY, Op.FILLED),
    ColumnKind.MOMENT: MOMENTS,
    ColumnKind.STATE: (Op.IS, Op.IS_NOT),
}
"""What one can ask of each kind of column; the first is offered first."""
NOT_ASKED: Final = frozenset({ColumnKind.WARMTH})
WITHOUT_VALUE: Final = frozenset({Op.EMPTY, Op.FILLED})
NOTHING: Final[dict[str, str]] = {
    "owner": "Nobody’s",
    "contact": "No contact",
    "phone": "No number",
    "tier": "No tier",
    "seen": "Never seen",
    "spoke": "Never spoke",
}
LATELY: Final[dict[str, tuple[str, str]]] = {
    "seen": ("Seen in", "Not seen in"),
    "spoke": ("Spoke in", "Not spoken in"),
}


def condition_words(condition: Condition) -> str:
    """Return a filter in words: "Tier A, B", "Seen in 7 days", "No contact"."""
    column, op = BY_ID.get(condition.column), condition.op
    head = column.head if column else condition.column
    if op is Op.EMPTY:
        return NOTHING.get(condition.column, f"No {head.lower()}")
    if op is Op.FILLED:
        return f"{head} filled in"
    values = ", ".join(condition.values)
    if column is not None and column.kind is ColumnKind.STATE:
        return f"{head}: {values}" if op is Op.IS else f"{head}: not {values}"
    if op is Op.IS:
        return f"{head} {values}"
    if op in {Op.WITHIN, Op.NOT_WITHIN}:
        days = f"{values} day" if values == "1" else f"{values} days"
        near, far = LATELY.get(condition.column, (f"{head} within", f"{head} not within"))
        return f"{near if op is Op.WITHIN else far} {days}"
    if column is not None and column.kind is ColumnKind.MONEY:
        values = f"£{int(float(values)):,}" if _is_number(values) else values
    return f"{head} {SHORT.get(op, OPS[op])} {values}"


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()
