"""The four Cs of a month: candidates, clients, colleagues and cash, typed in."""

from collections.abc import Mapping
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import amount_words
from warmcalls.domain.periods import month_period, month_words
from warmcalls.store import settings, typed_figures
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal, entry

NAMES: Final = ("candidates", "clients", "colleagues", "cash")
CHANGED: Final = frozenset({"settings", "placements"})
MOST: Final = 10**13


def set_month_figure(
    db: Writer,
    month: str,
    name: str,
    value: int | None,
    *,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Say how many candidates, clients or colleagues there were in a month, or how much cash.

    Args:
        db: the writer.
        month: "2026-02"; not ahead of this one.
        name: candidates, clients, colleagues or cash.
        value: a count; for cash minor units of the agency's currency; None takes it away.
        now: UTC microseconds.
        person_id: who types it in.

    Raises:
        RefusedError: there is no such month or figure, or the value cannot be.
    """
    return set_month_figures(db, month, {name: value}, now=now, person_id=person_id)


def set_month_figures(
    db: Writer,
    month: str,
    values: Mapping[str, int | None],
    *,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Say several figures of a month at once; one undo takes all of them back.

    Args:
        db: the writer.
        month: "2026-02"; not ahead of this one.
        values: as of `set_month_figure`, by name.
        now: UTC microseconds.
        person_id: who types them in.

    Raises:
        RefusedError: there is no such month or figure, or a value cannot be.
    """
    month_period(month)
    for name, value in values.items():
        _check(name, value)
    with db.atomic():
        agency = settings.load(db)
        if month > day_of(now, agency.zone)[:7]:
            raise RefusedError(f"{month_words(month)} is still to come.")
        with entry(db, "set_month_figure", now, person_id) as journal:
            said = [
                _set(journal, month, name, value, agency.currency) for name, value in values.items()
            ]
            journal.said = f"{month_words(month)}: {', '.join(said)}"
    return Done(journal.said, CHANGED, journal.undo)


def _check(name: str, value: int | None) -> None:
    if name not in NAMES:
        raise RefusedError(f'"{name}" is no figure of a month: {", ".join(NAMES)} are.')
    if value is not None and ((name != "cash" and value < 0) or abs(value) > MOST):
        raise RefusedError(f"The number of {name} cannot be {value:,}.")


def _set(journal: Journal, month: str, name: str, value: int | None, currency: str) -> str:
    """Write one figure down; return it in words."""
    kept = typed_figures.figure(journal.db, month, name)
    if value is None:
        if kept:
            journal.remove("month_figure", kept["id"])
        return f"no figure for {name}"
    if kept:
        journal.change("month_figure", kept["id"], value=value, import_id=None)
    else:
        journal.add("month_figure", {"month": month, "name": name, "value": value})
    return f"{amount_words(value, currency)} in cash" if name == "cash" else f"{value:,} {name}"
