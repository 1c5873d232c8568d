"""Which clients are worth comparing: those that share a key that few have.

Among 100,000 clients there are five thousand million pairs. Clients are put into blocks by what
they have in common, a name without its spaces, a rare word, a domain, a phone; only those in one
block are compared, and a block that many are in is left alone: what everybody has tells nothing.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.duplicate_names import Name
from warmcalls.domain.duplicates import Facts

Numbers = NDArray[np.uint64]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]

MOST: Final = 40  # clients in a block that is looked at
MOST_OF_SORT: Final = {"person": 6, "word": 24, "word in": 8, "phone": 24, "domain": 24}
WEAK: Final = frozenset({"word", "word in", "pair"})  # it takes the same town besides, or a slip
SHORTEST: Final = 5  # letters of a name in which a slip is looked for
LONGEST: Final = 48  # letters that are looked at; a name that differs only later has the same words
PAIRED: Final = 6  # words of a name whose pairs are keys
ODD: Final = np.uint64(0x9E3779B97F4A7C15)  # an odd number has an inverse modulo 2 to the 64
INVERSE: Final = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
BEGINS: Final = 3  # letters of a name, beside which a person's name is a key
ENDS: Final = 3  # letters that a slip may change in the length of a name
Key = tuple[str, ...]


def keys(facts: Facts) -> Iterator[Key]:
    """Yield the keys of a client, the sort first; slips of letters have keys of their own."""
    if facts.number:
        yield ("number", facts.number)
    for name in (facts.name, *facts.aliases):
        yield from _name_keys(name, facts.town)
    for sort, values in (
        ("domain", facts.domains),
        ("phone", facts.phones),
        ("email", facts.emails),
    ):
        for value in values:
            yield (sort, value)
    begins = facts.name.letters[:BEGINS]
    for person in facts.people:
        yield ("person", person, begins)


def _name_keys(name: Name, town: str) -> Iterator[Key]:
    if not name.words and not name.numbers:
        return
    whole = (name.letters, *sorted(name.numbers))
    yield ("name", *whole)
    yield ("name in", town, *whole)
    if len(name.words) > 1:
        words = sorted(set(name.words))
        yield ("words", *words)
        for pair in combinations(words[:PAIRED], 2):
            yield ("pair", *pair)
    for word in name.telling:
        yield ("word", word)
        yield ("word in", word, town)


def slip_keys(letters: Sequence[str]) -> tuple[Numbers, Rows]:
    """Return keys of which two texts that are one letter apart have one in common.

    Each text has one key as it is and one for each letter left out: whatever is one letter apart,
    doubled, left out or swapped with the next has such a form in common.

    Returns:
        The keys, and the position of the text that each belongs to.
    """
    shortened = [text[:LONGEST] if len(text) >= SHORTEST else "" for text in letters]
    lengths = np.array([len(text) for text in shortened], dtype=np.int64)
    codes = np.frombuffer("".join(shortened).encode("utf-32-le"), dtype=np.uint32)
    starts = np.concatenate(([0], np.cumsum(lengths)))[:-1]
    rows = np.repeat(np.arange(len(shortened)), lengths)
    place = np.arange(len(codes)) - starts[rows]
    powers = np.cumprod(np.full(LONGEST + 1, ODD, dtype=np.uint64), dtype=np.uint64)
    terms = (codes.astype(np.uint64) + np.uint64(1)) * powers[place]
    sums = np.concatenate(([np.uint64(0)], np.cumsum(terms, dtype=np.uint64)))
    whole = sums[starts + lengths] - sums[starts]
    before = sums[:-1] - sums[starts[rows]]
    after = whole[rows] - before - terms
    without = before + after * INVERSE
    there = np.flatnonzero(lengths)
    return np.concatenate((whole[there], without)), np.concatenate((there, rows))


def pairs_of(values: Numbers, rows: Rows, most: int, wanted: Mask | None = None) -> Rows:
    """Return the pairs of rows that share a value, the lower first; a pair may come twice.

    Args:
        values: keys.
        rows: to whom each belongs.
        most: how many may share a key that counts.
        wanted: which rows a pair has to have one of; None for any.
    """
    order = np.lexsort((rows, values))
    values, rows = values[order], rows[order]
    again = np.zeros(len(values), dtype=bool)  # a row counts once in its block
    again[1:] = (values[1:] == values[:-1]) & (rows[1:] == rows[:-1])
    values, rows = values[~again], rows[~again]
    begins = np.ones(len(values), dtype=bool)
    begins[1:] = values[1:] != values[:-1]
    starts = np.flatnonzero(begins)
    sizes = np.diff(np.append(starts, len(values)))
    found = [np.empty((0, 2), dtype=np.int64)]
    for count in np.unique(sizes[(sizes > 1) & (sizes <= most)]):
        members = rows[starts[sizes == count][:, None] + np.arange(count)]
        if wanted is not None:
            members = members[wanted[members].any(axis=1)]
        left, right = np.triu_indices(count, 1)
        found.append(np.stack((members[:, left].ravel(), members[:, right].ravel()), axis=1))
    pairs = np.concatenate(found)
    return pairs if wanted is None else pairs[wanted[pairs].any(axis=1)]


def candidates(
    everyone: Sequence[Facts],
    only: Collection[int] | None = None,
    step: Callable[[], None] = lambda: None,
) -> list[tuple[int, int]]:
    """Return the pairs worth comparing, as positions, the lower first.

    Args:
        everyone: all clients.
        only: clients of whom a pair has to have one; None for any.
        step: called now and then; it may raise to stop the work.
    """
    wanted = None if only is None else np.array([each.id in only for each in everyone], dtype=bool)
    blocks: defaultdict[str, tuple[array[int], array[int]]] = defaultdict(
        lambda: (array("q"), array("q"))
    )
    for row, facts in enumerate(everyone):
        for key in keys(facts):
            values, rows = blocks[key[0]]
            values.append(hash(key))
            rows.append(row)
    strong: list[Rows] = []
    weak: list[Rows] = [np.empty((0, 2), dtype=np.int64)]
    for sort, (values, rows) in blocks.items():
        step()
        numbers, owners = np.frombuffer(values, np.uint64), np.frombuffer(rows, np.int64)
        pairs = pairs_of(numbers, owners, MOST_OF_SORT.get(sort, MOST), wanted)
        (weak if sort in WEAK else strong).append(pairs)
    strong.append(pairs_of(*slip_keys([each.name.folded for each in everyone]), MOST, wanted))
    pairs = np.concatenate((*strong, promising(np.concatenate(weak), everyone)))
    once = np.unique(pairs[:, 0] * len(everyone) + pairs[:, 1])
    return [divmod(each, len(everyone)) for each in once.tolist()]


def promising(pairs: Rows, everyone: Sequence[Facts]) -> Rows:
    """Return those pairs that may come to something though they share no more than words.

    In different towns that is nobody; in one town anybody; where a town is not known the names
    must be of about one length, or one longer by the other's town.
    """
    codes: dict[str, int] = {"": 0}
    town = np.array([codes.setdefault(_where(f.town), len(codes)) for f in everyone])
    letters = np.array([len(f.name.letters) for f in everyone])
    placed = np.array([len(f.town.replace(" ", "")) for f in everyone])
    one, other = pairs[:, 0], pairs[:, 1]
    known = (town[one] > 0) & (town[other] > 0)
    longer = letters[one] - letters[other]
    place = np.where(longer > 0, placed[other], placed[one])
    alike = (np.abs(longer) <= ENDS) | ((np.abs(longer) == place) & (place > 0))
    kept: Rows = pairs[np.where(known, town[one] == town[other], alike)]
    return kept


def _where(town: str) -> str:
    """Return the word of a town that stands for it: "city of leeds" is leeds."""
    words = town.split()
    return next((word for word in words if word not in QUARTERS), town)


QUARTERS: Final = frozenset("city of the greater central north south east west upon on".split())
