"""Fits: how much each client is like the one the agency wants, kept for ranking and sorting."""

from collections.abc import Callable
from typing import Final

from warmcalls.domain.clients import Client, Tier
from warmcalls.domain.fit import IdealClient, fit_share
from warmcalls.store import client_lines
from warmcalls.store.engine import Writer

CHUNK: Final = 5_000
ALL: Final = "select id, tier, sector, staff from client order by id"
COLUMNS: Final = ("client_id", "fit")
KEEP: Final = "on conflict (client_id) do update set fit = excluded.fit"


def keep_going(done: int, total: int) -> None:
    """Go on, whatever was done."""
    del done, total


def refit(db: Writer, ideal: IdealClient, step: Callable[[int, int], None] = keep_going) -> None:
    """Work out the fit of every client again, after the ideal changed."""
    found = db.tuples(ALL)
    for start in range(0, len(found), CHUNK):
        rows = [
            (client_id, fit_share(_client(client_id, tier, sector, staff), ideal))
            for client_id, tier, sector, staff in found[start : start + CHUNK]
        ]
        db.add_many("standing", COLUMNS, rows, KEEP)
        step(min(start + CHUNK, len(found)), len(found))
    client_lines.fitted(db)


def _client(client_id: int, tier: str, sector: str, staff: int | None) -> Client:
    return Client(client_id, "", Tier(tier) if tier else None, sector, staff=staff)
