"""Record a screening of numbers against the TPS and CTPS registers; it is good for 28 days."""

from collections.abc import Collection, Sequence

from warmcalls.actions.done import Done
from warmcalls.store import phones, settings, standing
from warmcalls.store.engine import Writer


def record_screening(
    db: Writer, numbers: Sequence[str], registered: Collection[str], *, at: int, by: str = "TPS"
) -> Done:
    """Record when numbers were screened and which of them are registered.

    A later screening replaces an earlier one, so there is nothing to undo.

    Args:
        db: the writer.
        numbers: all that were screened, as they are kept (E.164).
        registered: those of them that a register holds: they are never rung.
        at: moment of the screening, UTC microseconds.
        by: who screened.
    """
    barred = set(numbers) & set(registered)
    with db.atomic():
        touched = phones.screened(db, numbers, barred, at, by)
        standing.refresh(db, touched, settings.load(db))
    what = "1 number" if len(numbers) == 1 else f"{len(numbers):,} numbers"
    said = f"Screened {what}, {len(barred):,} registered"
    return Done(said, frozenset({"clients", "calls"}))
