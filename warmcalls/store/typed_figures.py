"""Single rows of what somebody typed in: a month's figure, an exchange rate."""

from typing import Final

from warmcalls.domain.placements import RateLine
from warmcalls.store.engine import Reader, Row

FIGURE: Final = "select * from month_figure where month = :month and name = :name"
RATE: Final = "select * from exchange_rate where currency = :currency and day = :day"
RATES: Final = (
    "select id, currency, day, rate from exchange_rate order by currency, day desc, id desc"
)
USED: Final = """
select distinct currency from (select currency from fee union all select currency from spend) used
where currency <> :home order by currency
"""


def figure(db: Reader, month: str, name: str) -> Row | None:
    """Return one of the four Cs of a month as it is kept."""
    return next(iter(db.query(FIGURE, month=month, name=name)), None)


def rate(db: Reader, currency: str, day: str) -> Row | None:
    """Return the exchange rate of a currency on one day as it is kept."""
    return next(iter(db.query(RATE, currency=currency, day=day)), None)


def rates(db: Reader) -> list[RateLine]:
    """Return every exchange rate, by currency, the newest first."""
    return [RateLine(int(i), str(c), str(d), float(r)) for i, c, d, r in db.tuples(RATES)]


def currencies(db: Reader, home: str) -> list[str]:
    """Return the other currencies in which there are fees or spend."""
    return [str(row[0]) for row in db.tuples(USED, home=home)]
