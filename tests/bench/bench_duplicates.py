"""How long finding all duplicates takes, and how many of those that there are it finds.

`python -m tests.bench.bench_duplicates [--clients N] [--seed N] [--examples]`
"""

import argparse
import os
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.bench.duplicate_world import World, make, save
from tests.bench.world import NOW
from warmcalls.actions.find_duplicates import find_duplicates
from warmcalls.domain.duplicates import Found, Pair
from warmcalls.domain.identities import name_key
from warmcalls.store.opening import open_writer

Ids = set[tuple[int, int]]
SHOWN = 12


def main() -> None:
    """Make the world, find, and print what was found of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", action="store_true", help="print some that are wrong")
    options = parser.parse_args()
    world = make(options.clients, options.seed)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "warmcalls.db"
        save(world, path)
        found = _time(path, world)
    naive = naively(world)
    _whole(world, found, naive)
    _kinds(world, found, naive)
    _strangers(world, found, naive)
    if options.examples:
        _examples(world, found)


def naively(world: World) -> Ids:
    """Return the pairs of clients of the very same name, legal form aside: the baseline."""
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for number, firm in enumerate(world.firms, 1):
        by_name[name_key(firm.name)].append(number)
    return {
        (one, other)
        for ids in by_name.values()
        for place, one in enumerate(ids)
        for other in ids[place + 1 :]
    }


def _time(path: Path, world: World) -> Found:
    """Find all, then again those of 20 clients, and print how long each took."""
    db = open_writer(str(path))
    started, busy = time.perf_counter(), time.process_time()
    found = find_duplicates(db, now=NOW)
    whole, whole_busy = time.perf_counter() - started, time.process_time() - busy
    some = range(1, len(world.firms), len(world.firms) // 20)
    started, busy = time.perf_counter(), time.process_time()
    find_duplicates(db, now=NOW, only=some)
    part, part_busy = time.perf_counter() - started, time.process_time() - busy
    db.close()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    people = sum(len(firm.people) for firm in world.firms)
    print(f"{len(world.firms):,} clients, {people:,} contacts; load {load:.1f}")
    print(f"all pairs {whole:.1f} s ({whole_busy:.1f} s of a processor)")
    print(f"those of {len(some)} clients {part:.1f} s ({part_busy:.1f} s of a processor)")
    return found


def _ids(pairs: Iterable[Pair]) -> Ids:
    return {(pair.one_id, pair.other_id) for pair in pairs}


def _whole(world: World, found: Found, naive: Ids) -> None:
    true = set(world.duplicates)
    print(
        "\n| | pairs | recall | precision | recall to naive |\n| --- | ---: | ---: | ---: | ---: |"
    )
    base = len(naive & true) / len(true)
    for name, ids in (
        ("surely the same", _ids(found.same)),
        ("ask", _ids(found.ask)),
        ("both", _ids(found.pairs)),
        ("naive: the very same name", naive),
    ):
        right = len(ids & true)
        recall, precision = right / len(true), right / max(len(ids), 1)
        print(f"| {name} | {len(ids):,} | {recall:.1%} | {precision:.1%} | {recall / base:.2f} |")


def _kinds(world: World, found: Found, naive: Ids) -> None:
    same, both = _ids(found.same), _ids(found.pairs)
    total = Counter(world.duplicates.values())
    print("\n| duplicates by kind | there | surely | surely or ask | naive |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for kind, count in total.items():
        of_kind = {pair for pair, what in world.duplicates.items() if what == kind}
        shares = [len(ids & of_kind) / count for ids in (same, both, naive)]
        print(f"| {kind} | {count:,} | " + " | ".join(f"{each:.0%}" for each in shares) + " |")


def _strangers(world: World, found: Found, naive: Ids) -> None:
    same, ask = _ids(found.same), _ids(found.ask)
    print("\n| strangers by kind | pairs | surely | ask | naive |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for kind, count in Counter(world.strangers.values()).items():
        of_kind = {pair for pair, what in world.strangers.items() if what == kind}
        shares = [len(ids & of_kind) for ids in (same, ask, naive)]
        print(f"| {kind} | {count:,} | " + " | ".join(f"{each:,}" for each in shares) + " |")
    known = set(world.duplicates) | set(world.strangers)
    shares = [len(ids - known) for ids in (same, ask, naive)]
    print("| met by chance | | " + " | ".join(f"{each:,}" for each in shares) + " |")


def _examples(world: World, found: Found) -> None:
    """Print some pairs that are no duplicates, and some duplicates that were not found."""
    for pairs in (found.same, found.ask):
        wrong = [p for p in pairs if (p.one_id, p.other_id) not in world.duplicates]
        for pair in wrong[:: max(len(wrong) // SHOWN, 1)][:SHOWN]:
            one, other = world.firms[pair.one_id - 1], world.firms[pair.other_id - 1]
            kind = world.strangers.get((pair.one_id, pair.other_id), "chance")
            print(f"wrong ({pair.zone.value}, {kind}): {one.name} / {other.name}: {pair.reasons}")
    both = _ids(found.pairs)
    missed: Counter[str] = Counter()
    for (one_id, other_id), kind in world.duplicates.items():
        if (one_id, other_id) not in both and missed[kind] < 4:
            missed[kind] += 1
            print(f"missed ({kind}): {world.firms[one_id - 1]} / {world.firms[other_id - 1]}")


if __name__ == "__main__":
    main()
