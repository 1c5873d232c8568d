"""Saved views: what is kept reads back, and what was damaged falls back piece by piece."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.client_columns import BY_ID, SHOWN
from warmcalls.domain.client_query import Condition, Op, Order, Question
from warmcalls.domain.saved_views import BUILT_IN, from_json, to_json

COLUMN = st.sampled_from(sorted(BY_ID))
CONDITION = st.builds(
    Condition, COLUMN, st.sampled_from(Op), st.lists(st.text(), max_size=3).map(tuple)
)
QUESTION = st.builds(
    Question,
    st.text(),
    st.lists(CONDITION, max_size=4).map(tuple),
    st.builds(Order, COLUMN, st.booleans()),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["text", "where", "order", "columns"]), inner, max_size=4
    ),
)  # fmt: skip


@given(QUESTION, st.lists(COLUMN, unique=True, min_size=1).map(tuple))
def test_a_question_reads_back(question: Question, columns: tuple[str, ...]) -> None:
    assert from_json(to_json(question, columns)) == (question, columns)


@given(st.text() | JSON)
def test_anything_gives_a_question_that_can_be_asked(kept: Any) -> None:
    import json

    for body in (str(kept), json.dumps(kept)):
        question, columns = from_json(body)
        assert question.order.column in BY_ID
        assert columns
        assert all(column in BY_ID for column in columns)


def test_what_is_unknown_is_left_out_and_the_rest_stays() -> None:
    body = (
        '{"text": "north", "where": [["tier", "is", ["A"]], ["gone", "is", ["A"]], '
        '["tier", "smells of", ["A"]], 7], "order": ["gone", true], "columns": ["gone", "tier"]}'
    )
    wanted = Question("north", (Condition("tier", Op.IS, ("A",)),))
    assert from_json(body) == (wanted, ("tier",))
    assert from_json("[" * 100_000) == (Question(), SHOWN)


def test_built_in_views_have_ids_below_nought() -> None:
    assert {view.id for view in BUILT_IN} == {-1, -2, -3, -4, -5}
    assert all(view.is_built_in for view in BUILT_IN)
