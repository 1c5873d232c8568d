"""Seed: fill an empty database with the demo agency."""

from collections.abc import Callable

from warmcalls.actions.done import Done
from warmcalls.actions.learning import relearn
from warmcalls.domain.errors import RefusedError
from warmcalls.store import clients as kept
from warmcalls.store import settings
from warmcalls.store.engine import Writer

AGENCY = "Harcourt Lane"
EVERYTHING = frozenset({"clients", "signals", "imports", "calls", "campaigns", "placements"})
MADE = "select (select count(*) from signal), (select count(*) from outcome)"


def go_on(done: int, total: int) -> None:
    """Take no notice of progress."""


def seed_if_empty(db: Writer, *, now: int) -> None:
    """Fill a database that has no clients with the demo agency."""
    if not kept.count(db):
        seed(db, now=now)


def seed(
    db: Writer,
    *,
    now: int,
    clients: int = 400,
    months: int = 12,
    seed: int = 7,
    step: Callable[[int, int], None] = go_on,
) -> Done:
    """Fill an empty database with a made-up agency, through the actions its users have.

    The same arguments and clock give the same agency, on every machine.

    Args:
        db: the writer.
        now: where the year ends, UTC microseconds.
        clients: how many.
        months: how long ago it began.
        seed: another number gives another agency.
        step: called with events done and in all; may raise `CancelledError`.

    Raises:
        RefusedError: there are clients already; nothing was changed.
        CancelledError: from `step`; nothing was changed.
    """
    from warmcalls.actions.demo.calendar import calendar  # noqa: PLC0415  only a demo needs it
    from warmcalls.actions.demo.world import World  # noqa: PLC0415

    with db.atomic():
        if kept.count(db):
            raise RefusedError("There are clients already: seed a new --profile, or use --demo.")
        settings.save(db, agency=AGENCY, seed=seed)
        agency = settings.load(db)
        days = calendar(now, agency.zone, months)
        World(db, agency, days, clients, seed).happen(step)
        relearn(db, agency)
        signals, calls = db.tuples(MADE)[0]
    said = f"Made {AGENCY}: {clients:,} clients, {signals:,} signals and {calls:,} calls"
    return Done(said, EVERYTHING)
