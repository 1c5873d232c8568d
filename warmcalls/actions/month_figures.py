"""The four Cs of a month: candidates, clients, colleagues and cash, typed in."""

from typing import Final

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import amount_words
from warmcalls.domain.periods import month_period, month_words
from warmcalls.store import settings, typed_figures
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry

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
    if name not in NAMES:
        raise RefusedError(f'"{name}" is no figure of a month: {", ".join(NAMES)} are.')
    month_period(month)
    if value is not None and ((name != "cash" and value < 0) or abs(value) > MOST):
        raise RefusedError(f"The number of {name} cannot be {value:,}.")
    with db.atomic():
        agency = settings.load(db)
        if month > day_of(now, agency.zone)[:7]:
            raise RefusedError(f"{month_words(month)} is still to come.")
        kept = typed_figures.figure(db, month, name)
        with entry(db, "set_month_figure", now, person_id) as journal:
            if value is None:
                if kept:
                    journal.remove("month_figure", kept["id"])
                journal.said = f"{month_words(month)}: no figure for {name}"
                return Done(journal.said, CHANGED, journal.undo)
            if kept:
                journal.change("month_figure", kept["id"], value=value, import_id=None)
            else:
                journal.add("month_figure", {"month": month, "name": name, "value": value})
            shown = amount_words(value, agency.currency) if name == "cash" else f"{value:,}"
            journal.said = f"{month_words(month)}: {shown} {name}".replace(" cash", " in cash")
    return Done(journal.said, CHANGED, journal.undo)
