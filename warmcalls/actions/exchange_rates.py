"""Exchange rates: typed in by somebody, never guessed."""

from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.fee_levels import price_touched
from warmcalls.actions.fees import currency_code
from warmcalls.actions.money_days import check_day
from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import day_of
from warmcalls.store import settings, typed_figures
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry, fetch

CHANGED: Final = frozenset({"settings", "placements", "campaigns"})
SMALLEST, LARGEST = 1e-7, 1e7


def set_exchange_rate(
    db: Writer,
    currency: str,
    day: str,
    rate: float,
    *,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Say what one unit of a currency is in the agency's own, from a day on.

    Args:
        db: the writer.
        currency: ISO 4217.
        day: ISO; today where it is empty. A rate typed in for the same day replaces it.
        rate: units of the agency's currency for one unit.
        now: UTC microseconds.
        person_id: who types it in.

    Raises:
        RefusedError: it is the agency's own currency, no currency, or no rate.
    """
    with db.atomic():
        agency, code = settings.load(db), currency_code(currency)
        if code == agency.currency:
            raise RefusedError(f"{code} is the agency’s own currency: it needs no rate.")
        if not SMALLEST <= rate <= LARGEST:
            raise RefusedError(f"A rate lies above nought: what is 1 {code} in {agency.currency}?")
        today = day_of(now, agency.zone)
        day = check_day(day, today, "An exchange rate", past=True) or today
        kept = typed_figures.rate(db, code, day)
        with entry(db, "set_exchange_rate", now, person_id) as journal:
            if kept:
                journal.change("exchange_rate", kept["id"], rate=rate)
                made = int(kept["id"])
            else:
                row = {"currency": code, "day": day, "rate": rate}
                made = journal.add("exchange_rate", row)
            worth = f"{rate:.6f}".rstrip("0").rstrip(".")
            journal.said = f"1 {code} is {worth} {agency.currency} from {day_words(day)} on"
        price_touched(journal, agency)
    return Done(journal.said, CHANGED, journal.undo, made)


def remove_exchange_rate(
    db: Writer, rate_id: int, *, now: int, person_id: int | None = None
) -> Done:
    """Take an exchange rate away.

    Raises:
        RefusedError: it is gone.
    """
    with db.atomic():
        kept = fetch(db, "exchange_rate", rate_id)
        if kept is None:
            raise RefusedError("This exchange rate is not there any more.")
        with entry(db, "remove_exchange_rate", now, person_id) as journal:
            journal.remove("exchange_rate", rate_id)
            journal.said = f"Took the {kept['currency']} rate of {day_words(kept['day'])} away"
        price_touched(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo)
