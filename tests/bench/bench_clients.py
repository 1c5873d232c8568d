"""The list of clients at 100,000 clients and 300,000 contacts, beside the plain way of asking.

`python -m tests.bench.bench_clients [--clients N] [--signals N] [--folder DIR]`
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from tests.bench.clients_world import build, typed
from tests.bench.world import NOW
from warmcalls.actions.begin import begin
from warmcalls.actions.client_list import client_ids, count_clients
from warmcalls.actions.client_rows import Listed, client_rows, listed
from warmcalls.actions.desk import Desk, desk
from warmcalls.actions.edit_clients import edit_clients
from warmcalls.actions.undo import undo
from warmcalls.domain.client_columns import COLUMNS
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_query import Condition, Op, Order, Question
from warmcalls.domain.client_words import words_of
from warmcalls.domain.saved_views import BUILT_IN
from warmcalls.store import client_index, settings
from warmcalls.store.opening import open_reader

PAGE = 100
RUNS = 5
TYPED = 60  # texts, each typed letter by letter
EDITED = 10_000
FILTERS = (
    (Condition("tier", Op.IS, ("A", "B", "C")),),
    (Condition("tier", Op.IS, ("A",)), Condition("seen", Op.WITHIN, ("7",))),
    (Condition("sector", Op.IS, ("Care", "IT")),),
    (Condition("owner", Op.EMPTY),),
    (Condition("fee", Op.AT_LEAST, ("12k",)),),
    (Condition("tags", Op.IS, ("drivers",)),),
    (Condition("coverage", Op.AT_MOST, ("1",)),),
    (Condition("contacts", Op.IS, ("0",)),),
    (Condition("people", Op.AT_LEAST, ("2",)),),
    (Condition("name", Op.HAS, ("brook",)),),
    (Condition("spoke", Op.NOT_WITHIN, ("90",)),),
    (Condition("stands", Op.IS, ("snoozed", "rests")),),
    (Condition("town", Op.IS, ("Leeds",)), Condition("staff", Op.AT_LEAST, ("200",))),
)
# how it would be asked without lines and without an index of words
NAIVE_SORT = """
select c.id from client c left join warmth w on w.client_id = c.id
order by coalesce((select max(o.at) from outcome o where o.client_id = c.id
  and o.reach = 'spoke'), 0) desc, lower(c.name), c.id limit :most
"""
NAIVE_WORD = """
select c.id from client c where lower(c.name) like :like or lower(c.notes) like :like
or lower(c.town) like :like or lower(c.tags) like :like
or exists (select 1 from contact t where t.client_id = c.id
  and (lower(t.name) like :like or lower(t.email) like :like))
or exists (select 1 from phone p where p.client_id = c.id and p.number like :like)
order by lower(c.name), c.id limit :most
"""


def main() -> None:
    """Build what is missing, measure, print."""
    options = _options()
    folder = Path(options.folder or tempfile.mkdtemp(prefix="warmcalls-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"clients-{options.clients}x{options.signals}.db"
    if not path.exists():
        started = time.perf_counter()
        build(path, options.clients, options.signals)
        print(f"built in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
    db = open_reader(str(path))
    asked = desk(db, NOW)
    on = listed(asked)
    _pages(asked, on)
    _search(asked)
    _whole(asked)
    db.close()
    _writing(path)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--signals", type=int, default=500_000)
    parser.add_argument("--folder", help="where the built database is kept for the next run")
    return parser.parse_args()


def _pages(asked: Desk, on: Listed) -> None:
    """Measure the first page of every sort, both ways, and of filters in several orders."""
    sorts = [Question(order=Order(c.id, way)) for c in COLUMNS for way in (False, True)]
    orders = [Order(), Order("warmth", descending=True), Order("fee"), Order("stands")]
    filters = [Question("", where, order) for where in FILTERS for order in orders]
    filters += [view.question for view in BUILT_IN]

    def page(question: Question) -> None:
        client_rows(asked, client_ids(asked, question, PAGE, on), on)

    sorted_ms = _times(page, sorts)
    _print("first page of any sort, ids and 100 rows", sorted_ms)
    _print("first page of a filter, ids and 100 rows", _times(page, filters))
    _print("count of a filter", _times(lambda q: count_clients(asked, q, on), filters))
    ids = client_ids(asked, Question(), PAGE, on)
    _print("100 rows alone", _times(lambda _: client_rows(asked, ids, on), sorts))
    naive = _times(lambda _: asked.db.tuples(NAIVE_SORT, most=PAGE), sorts[:1])
    _ratio("a sort by the last conversation, asked plainly", naive, sorted_ms)


def _search(asked: Desk) -> None:
    """Measure every keystroke of texts typed letter by letter: first page and count."""
    texts = [Question(text) for text in typed(np.random.default_rng(3), TYPED)]

    def search(question: Question) -> None:
        client_ids(asked, question, PAGE)
        count_clients(asked, question)

    found = _times(search, texts)
    _print(f"search as you type, first page and count, {len(texts)} keystrokes", found)
    first = [question for question in texts if len(question.text) == 1]
    _print("… its first letters alone", _times(search, first))

    def plainly(question: Question) -> None:
        for word in words_of(question.text):
            asked.db.tuples(NAIVE_WORD, like=f"%{word}%", most=PAGE)

    _ratio("the same texts through “like”", _times(plainly, texts[:8], 1), found)


def _whole(asked: Desk) -> None:
    """Measure the ids of the whole list, as scrolling to its end needs them."""
    for column in ("name", "warmth", "sector"):
        question = Question(order=Order(column))
        _print(f"all ids by {column}", _times(lambda q: client_ids(asked, q), [question]))


def _writing(path: Path) -> None:
    """Measure what keeping it costs: one cell, many, and all of it once after an upgrade."""
    db = begin(str(path), now=NOW)
    one = [Question(text) for text in "abc" * 5]
    tiers = iter("ABC" * len(one) * RUNS)

    def cell(_: Question) -> None:
        edit_clients(db, [Edit(7, "tier", next(tiers))], now=NOW)

    _print("one cell written", _times(cell, one))
    for column, text in (("tier", "A"), ("tags", "zebra")):
        edits = [Edit(i, column, text) for i in range(1, EDITED + 1)]
        _print(
            f"{EDITED:,} cells of {column}",
            _times(lambda e: edit_clients(db, e, now=NOW), [edits], 1),
        )
        _print("… undone", _times(lambda _: undo(db, now=NOW), [edits], 1))
    agency = settings.load(db)

    def rebuild(_: object) -> None:
        with db.atomic():
            client_index.rebuild(db, agency)

    _print("looked up once after an upgrade", _times(rebuild, one[:1], 1))
    db.close()


def _times(
    run: Callable[..., object], questions: Sequence[object], runs: int = RUNS
) -> list[float]:
    """Return the milliseconds of each question, several times over."""
    times = []
    for _ in range(runs):
        for question in questions:
            started = time.perf_counter()
            run(question)
            times.append((time.perf_counter() - started) * 1000)
    return times


def _print(name: str, times: list[float]) -> None:
    p50, p95 = np.percentile(times, [50, 95])
    print(f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms, worst {max(times):.1f} ms")


def _ratio(name: str, plain: list[float], ours: list[float]) -> None:
    p50 = float(np.percentile(plain, 50))
    print(f"{name}: p50 {p50:.0f} ms, {p50 / float(np.percentile(ours, 50)):.0f} times ours")


if __name__ == "__main__":
    main()
