"""Gathers what a reader yields into batches with their counts."""

from collections.abc import Callable, Iterable, Iterator

from warmcalls.domain.incoming import Batch, Incoming, Party, Problem
from warmcalls.importers.parties import without_bad_numbers
from warmcalls.importers.tables.rows import LeftOut

SIZE = 1_000
EXAMPLES = 5
EXAMPLE = 200  # characters

Item = Incoming | LeftOut | Problem


def batches(
    items: Iterable[Item], done: Callable[[], int], stop: Callable[[], None]
) -> Iterator[Batch]:
    """Yield batches of a thousand records; at least one, so that the progress ends.

    Raises:
        CancelledError: from `stop`.
    """
    batch = Batch()
    for item in items:
        add(batch, item)
        if batch.read + len(batch.problems) >= SIZE:
            stop()
            batch.done = done()
            yield batch
            batch = Batch()
    stop()
    batch.done = done()
    yield batch


def add(batch: Batch, item: Item) -> None:
    """Put one item where it belongs and count it."""
    if isinstance(item, Problem):
        batch.problems.append(item)
        return
    if isinstance(item, LeftOut) and item.reason == "blank":
        return  # no record of the file
    batch.read += 1
    if isinstance(item, LeftOut):
        batch.left_out[item.reason] += 1
        examples = batch.examples.setdefault(item.reason, [])
        if len(examples) < EXAMPLES:
            examples.append(item.example[:EXAMPLE])
        return
    if isinstance(item, Party):
        item = without_bad_numbers(item)
        batch.problems += item.problems
    batch.rows.append(item)
