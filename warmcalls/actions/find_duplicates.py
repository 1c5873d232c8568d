"""Find clients that seem to be one, and keep the pairs until somebody decides."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Final

from rapidfuzz.distance import OSA

from warmcalls.actions.client_facts import every_client
from warmcalls.actions.clients_near import near
from warmcalls.domain.duplicate_keys import candidates
from warmcalls.domain.duplicate_score import Common, Judge
from warmcalls.domain.duplicates import Counts, DuplicatePair, Facts, Found, Pair, Zone
from warmcalls.reports.phones import shown
from warmcalls.store import duplicates as store
from warmcalls.store.engine import Reader, Writer

Step = Callable[[int, int], None]
A_WHILE: Final = 2000
LISTED: Final = 500
FEW: Final = 200  # clients; for more a full look is no slower
MOST_SLIPS: Final = 2


def go_on(done: int, total: int) -> None:
    """Do nothing: nobody watches."""


def find_duplicates(
    db: Writer, *, now: int, only: Collection[int] | None = None, step: Step = go_on
) -> Found:
    """Look for clients that seem to be one, and keep the pairs in place of earlier ones.

    Pairs that somebody said are two clients are left out. What is read and compared holds no
    transaction, unless the caller has one open.

    Args:
        db: the writer.
        now: UTC microseconds.
        only: look for pairs that have one of these clients; what is known of others stays.
        step: told how far it is; it may raise to stop, and everything stays as it was.
    """
    found = look(db, only=only, step=step)
    keep(db, found, now=now, only=only)
    return found


def keep(db: Writer, found: Found, *, now: int, only: Collection[int] | None = None) -> None:
    """Keep what `look` found in place of earlier pairs; quick, where looking is not."""
    with db.atomic():
        store.replace(db, found.pairs, now, only)


def look(db: Reader, *, only: Collection[int] | None = None, step: Step = go_on) -> Found:
    """Look for clients that seem to be one, and keep nothing."""
    if only is not None:
        only = frozenset(only)
        if not only:
            return Found()
    everyone, known = compared(db, only, lambda: step(0, 1))
    pairs = candidates(everyone, only, lambda: step(0, 1))
    judging, apart = judge(known), store.apart(db)
    found: list[Pair] = []
    for number, (one, other) in enumerate(pairs):
        if number % A_WHILE == 0:
            step(number, len(pairs))
        pair = judging.judge(everyone[one], everyone[other])
        if pair.zone is not Zone.DIFFERENT and (pair.one_id, pair.other_id) not in apart:
            found.append(pair)
    found.sort(key=lambda pair: (-pair.alike, pair.one_id, pair.other_id))
    return Found(
        tuple(pair for pair in found if pair.zone is Zone.SAME),
        tuple(pair for pair in found if pair.zone is Zone.ASK),
    )


def compared(
    db: Reader, only: Collection[int] | None, step: Callable[[], None]
) -> tuple[list[Facts], Common]:
    """Return the clients that are compared, all or those near a few, and what is common.

    Both lead to the same pairs of those few, and to the same reasons.
    """
    towns = store.towns(db)
    if only is None or len(only) > FEW:
        everyone = every_client(db, step)
        return everyone, common(everyone, towns)
    around = near(db, sorted(only), step)
    return around.facts, common(around.facts, towns, around.names)


def judge(known: Common) -> Judge:
    """Return who compares clients.

    Args:
        known: how many clients have each thing.
    """
    return Judge(slips, known, shown)


def slips(one: str, other: str) -> int:
    """Return by how many letters two words differ; more than two is three."""
    return int(OSA.distance(one, other, score_cutoff=MOST_SLIPS))


def common(
    everyone: Sequence[Facts], towns: Sequence[str], names: Counter[tuple[str, str]] | None = None
) -> Common:
    """Return how many clients have each thing.

    Args:
        everyone: who is counted.
        towns: where clients are.
        names: how many have each name and word, where more have than are counted here.
    """
    counts: Counter[tuple[str, str]] = Counter(names)
    for each in everyone:
        if names is None:
            counts["name", each.name.letters] += 1
            counts.update(("word", word) for word in set(each.name.telling))
        counts.update(("domain", domain) for domain in each.domains)
        counts.update(("phone", number) for number in each.phones)
        counts.update(("email", email) for email in each.emails)
        counts.update(("person", person) for person in each.people)
        if each.number:
            counts["number", each.number] += 1
    places = frozenset(word for town in towns for word in town.casefold().split())
    return Common({key: n for key, n in counts.items() if n > 1}, places)


def duplicates(db: Reader, *, limit: int = LISTED) -> list[DuplicatePair]:
    """Return the pairs that wait for somebody, the surest first."""
    return store.pairs(db, limit)


def count(db: Reader) -> Counts:
    """Return how many pairs wait for somebody, by zone."""
    return store.counts(db)
