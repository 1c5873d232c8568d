"""The list of clients: who a question finds, in its order."""

from warmcalls.actions.client_rows import Listed, asked, listed
from warmcalls.actions.desk import Desk
from warmcalls.domain.client_query import Question
from warmcalls.store import client_list
from warmcalls.store.client_columns import Asked


def client_ids(
    desk: Desk, question: Question, limit: int | None = None, on: Listed | None = None
) -> list[int]:
    """Return the clients a question finds, in its order.

    Args:
        desk: who asks, and when.
        question: words, conditions and order.
        limit: the most to return, None for all.
        on: today's list where it is known already; worked out where the question is about it.

    Raises:
        RefusedError: the question cannot be asked.
    """
    return client_list.ids(desk.db, question, _asked(desk, question, on), limit)


def count_clients(desk: Desk, question: Question, on: Listed | None = None) -> int:
    """Return how many clients a question finds.

    Raises:
        RefusedError: the question cannot be asked.
    """
    return client_list.number(desk.db, question, _asked(desk, question, on))


def _asked(desk: Desk, question: Question, on: Listed | None) -> Asked:
    columns = {question.order.column, *(c.column for c in question.where)}
    if on is None and "stands" in columns:
        on = listed(desk)
    return asked(desk, on)
