"""The period of which anything is known, for who asks for none."""

from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import EARLIEST, Period, last_months, month_period
from warmcalls.store import cohorts, settings
from warmcalls.store.engine import Reader


def known_period(db: Reader, *, now: int) -> Period:
    """Return whole months from the first signal of a campaign, spend or invoice until now.

    Where nothing is known yet, the last twelve.
    """
    zone = settings.load(db).zone
    today = day_of(now, zone)
    signal = cohorts.earliest(db)
    days = [cohorts.first_day_of_money(db), day_of(signal, zone) if signal else ""]
    known = [day for day in days if day and EARLIEST <= day <= today]
    if not known:
        return last_months(today)
    return Period(month_period(min(known)[:7]).first, month_period(today[:7]).last)
