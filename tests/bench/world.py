"""A large agency to measure on: clients and signals with the heavy tails of real ones."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from warmcalls.actions.begin import begin
from warmcalls.domain.kinds import KINDS
from warmcalls.domain.moments import DAY
from warmcalls.store import settings, signals, standing, warmth
from warmcalls.store.engine import Writer

NOW = 1_772_526_600_000_000  # 3 March 2026, 08:30 UTC
CHUNK = 200_000
CLIENT_COLUMNS = ("name", "name_key", "tier", "sector", "town", "expected_fee", "made_at")


def build(path: Path, clients: int, total: int, seed: int = 1) -> None:
    """Make a database of some clients and signals, counters kept as an import keeps them."""
    db = begin(str(path), now=NOW)
    rng = np.random.default_rng(seed)
    with db.atomic():
        agency = settings.load(db)
        _clients(db, clients, rng)
        standing.refresh(db, range(1, clients + 1), agency)
    for rows in _signals(clients, total, rng):
        with db.atomic():
            signals.add_many(db, rows)
            arrivals = [warmth.Arrival(r[0], KINDS_BY_NAME[r[3]], r[4], r[7]) for r in rows]
            warmth.add(db, arrivals, agency)
    db.close()


KINDS_BY_NAME = {kind.value: kind for kind in KINDS}


def _clients(db: Writer, count: int, rng: np.random.Generator) -> None:
    tiers, fees = rng.choice(["A", "B", "C", ""], count), rng.lognormal(13.4, 0.5, count)
    rows = [
        (f"Client {i}", f"client {i}", str(tiers[i]), "Logistics", "Leeds", round(fees[i]), NOW)
        for i in range(count)
    ]
    db.add_many("client", CLIENT_COLUMNS, rows)
    numbers = ((i + 1, f"+44113496{i % 10000:04}", "switchboard") for i in range(count))
    db.add_many("phone", ("client_id", "number", "label"), numbers)
    people = ((i // 3 + 1, f"Person {i}", "HR Manager", NOW) for i in range(3 * count))
    db.add_many("contact", ("client_id", "name", "role", "made_at"), people)


def _signals(clients: int, total: int, rng: np.random.Generator) -> Iterator[list[tuple[Any, ...]]]:
    """Yield signals over a year: a few clients have very many, most have some."""
    share = rng.lognormal(0.0, 1.2, clients)
    share /= share.sum()
    likely = np.array([3.0 if k.value.endswith("_page") else 1.0 for k in KINDS])
    numbers = itertools.count(1)
    for start in range(0, total, CHUNK):
        n = min(CHUNK, total - start)
        client = rng.choice(clients, n, p=share) + 1
        kind = rng.choice(len(KINDS), n, p=likely / likely.sum())
        at = NOW - (rng.random(n) * 365 * DAY).astype(np.int64)
        person, subject = rng.integers(0, 4, n), rng.integers(0, 12, n)
        yield [
            (int(c), None, None, KINDS[k].value, int(t), f"Page {s}", int(c) * 10 + int(p), 1.0,
             None, None, _scattered(next(numbers)))
            for c, k, t, s, p in zip(client, kind, at, subject, person, strict=True)
        ]  # fmt: skip


def _scattered(n: int) -> int:
    """Return a number all over the 64-bit range, different for every n, as digests are."""
    return ((n * 0x9E3779B97F4A7C15) & (2**64 - 1)) - 2**63
