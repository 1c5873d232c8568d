"""Months of the Results page: cohorts by first signal, what was invoiced and paid, the four Cs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from warmcalls.actions.credits import Days
from warmcalls.actions.ledger import Ledger
from warmcalls.actions.yardstick import Yardstick
from warmcalls.domain.moments import DAY, day_of
from warmcalls.domain.money import share_out
from warmcalls.domain.paths import Bools, Ints
from warmcalls.domain.periods import MONTHS_A_YEAR, Period, month_period
from warmcalls.domain.quality import USUAL, Quality
from warmcalls.domain.results import Cohort, FourCs, Month
from warmcalls.domain.returns import Estimate
from warmcalls.store import month_figures
from warmcalls.store.engine import Reader

MIDDLE: Final = 15 * DAY
FOUR: Final = ("candidates", "clients", "colleagues", "cash")


@dataclass(frozen=True, slots=True)
class Months:
    """The months of a period, and where fees and clients belong.

    Attributes:
        names: "2026-02", oldest first.
        of_fee: by fee of the ledger: the place of its month of first signal, -1 outside.
        of_client: the same of each client that the campaigns shown reached.
    """

    names: tuple[str, ...]
    of_fee: Ints
    of_client: Ints

    def parts(self, book: Ledger, months: Bools) -> list[tuple[int, float]]:
        """Return the fees of some months' cohorts, each with the share of the campaigns shown."""
        counts = (self.of_fee >= 0) & months[self.of_fee] & (book.share > 0)
        amounts, shares = book.kept.amounts[counts], book.share[counts]
        return list(zip(amounts.tolist(), shares.tolist(), strict=True))

    def leads(self, book: Ledger, months: Bools) -> Ints:
        """Return when the clients of some months' cohorts became leads."""
        at = book.reached[(self.of_client >= 0) & months[self.of_client], 2]
        return np.asarray(at[at > 0])


def months_of(book: Ledger) -> Months:
    """Return the months of a ledger's period, and what belongs to each by first signal."""
    names = book.period.months
    begins = np.array([_period(name, book).moments(book.agency.zone)[0] for name in names])
    end = book.period.moments(book.agency.zone)[1]

    def place(at: Ints) -> Ints:
        found = np.searchsorted(begins, at, side="right") - 1
        return np.asarray(np.where((at >= begins[0]) & (at < end), found, -1))

    of_fee = np.where(book.cohort, place(book.kept.first_at), -1)
    return Months(names, of_fee, place(book.reached[:, 1]))


def _period(month: str, book: Ledger) -> Period:
    whole = month_period(month)
    return Period(max(whole.first, book.period.first), min(whole.last, book.period.last))


def month_rows(book: Ledger, months: Months, measure: Yardstick) -> tuple[Month, ...]:
    """Return every month of the period, oldest first, without what is still to come."""
    spend: dict[str, int] = defaultdict(int)
    for (_, month), amount in book.spent().items():
        spend[month] += amount
    size = len(months.names)
    fees = np.zeros(size, dtype=np.int64)
    inside = months.of_fee >= 0
    np.add.at(fees, months.of_fee[inside], book.earned[inside])
    firsts = months.of_client[months.of_client >= 0]
    leads = months.of_client[(months.of_client >= 0) & (book.reached[:, 2] > 0)]
    first_signals, led = np.bincount(firsts, minlength=size), np.bincount(leads, minlength=size)
    rows = []
    for n, name in enumerate(months.names):
        only = np.arange(size) == n
        found = estimate_of(book, months, only, measure, spend=spend.get(name, 0))
        rows.append(
            Month(
                name,
                spend.get(name, 0),
                int(fees[n]),
                ripe=found.returns.ripe if led[n] else _ripe(name, book, measure),
                first_signals=int(first_signals[n]),
                leads=int(led[n]),
            )
        )
    return _with_money(book, rows)


def with_to_come(rows: Sequence[Month], forecast: int) -> tuple[Month, ...]:
    """Return months with what is still to come of them: the forecast, shared out to the penny.

    The forecast takes leads as alike whichever month they came in, so that a month's part is as
    large as its leads' share of what is not in yet. The medians of single months would not add up.

    Args:
        rows: months, without.
        forecast: of all of them, minor units.
    """
    parts = share_out(forecast, [row.leads * max(1.0 - row.ripe, 0.0) for row in rows])
    return tuple(replace(row, to_come=part) for row, part in zip(rows, parts, strict=True))


def estimate_of(
    book: Ledger,
    months: Months,
    which: Bools,
    measure: Yardstick,
    *,
    spend: int,
    quality: Quality = USUAL,
) -> Estimate:
    """Return what the cohorts of some months bring per unit spent in them."""
    parts = months.parts(book, which)
    return measure.of_clients(spend, months.leads(book, which), parts, quality)


def _ripe(month: str, book: Ledger, measure: Yardstick) -> float:
    """Return how ripe a month without leads is: as if one had come in its middle."""
    middle = month_period(month).moments(book.agency.zone)[0] + MIDDLE
    return float(measure.lag.share(measure.ages(np.array([middle])))[0])


def _with_money(book: Ledger, rows: list[Month]) -> tuple[Month, ...]:
    """Return the months with what was invoiced and paid in them."""
    kept = book.kept
    invoiced = _by_month(book, kept.invoiced_on, kept.amounts)
    booked = _by_month(book, kept.invoiced_on, book.earned)
    paid = _by_month(book, kept.paid_on, kept.amounts)
    return tuple(
        replace(row, invoiced=invoiced[n], booked=booked[n], paid=paid[n])
        for n, row in enumerate(rows)
    )


def _by_month(book: Ledger, days: Days, amounts: Ints) -> list[int]:
    """Return what falls into each month of the period, by the days of the fees."""
    begins = np.array([f"{month}-01" for month in book.period.months])
    inside = (days >= book.period.first) & (days <= book.period.last)
    sums = np.zeros(len(begins), dtype=np.int64)
    place = np.searchsorted(begins, days[inside], side="right") - 1
    np.add.at(sums, place, amounts[inside])
    found: list[int] = sums.tolist()
    return found


def cohort_rows(book: Ledger, months: Months, rows: tuple[Month, ...]) -> tuple[Cohort, ...]:
    """Return every month's cohort as it aged, its fees added up by the day of the placement."""
    today = _month_number(day_of(book.now, book.agency.zone))
    ages = np.array([today - _month_number(name) + 1 for name in months.names])
    inside = months.of_fee >= 0
    of = months.of_fee[inside]
    placed = np.array([_month_number(fee.day) for fee in book.kept.fees], dtype=np.int64)[inside]
    seen = np.array([_month_number(name) for name in months.names])[of]
    grown = np.zeros((len(rows), max(int(ages.max()), 1)), dtype=np.int64)
    # a placement ahead counts now, as the month's own sum has it
    np.add.at(
        grown, (of, np.clip(placed - seen, 0, np.maximum(ages[of], 1) - 1)), book.earned[inside]
    )
    added = np.cumsum(grown, axis=1).tolist()
    return tuple(
        Cohort(
            row.month, row.first_signals, row.leads, row.spend,
            tuple(fees[:age]), row.to_come, row.ripe,
        )
        for row, fees, age in zip(rows, added, ages.tolist(), strict=True)
        if age > 0
    )  # fmt: skip


def _month_number(day: str) -> int:
    return int(day[:4]) * MONTHS_A_YEAR + int(day[5:7])


def four_cs(db: Reader, book: Ledger, rows: tuple[Month, ...]) -> tuple[FourCs, ...]:
    """Return candidates, clients, colleagues and cash of each month up to now.

    What somebody typed or imported counts. Else clients are those with their very first
    placement in the month, and cash is what was paid in it, once the month is over; the others
    are not known.
    """
    first, last = rows[0].month, rows[-1].month
    today = day_of(book.now, book.agency.zone)[:7]
    typed = month_figures.typed(db, first, last)
    clients = month_figures.new_clients(db, first, last)
    known = any(row.paid for row in rows)
    found = []
    for row in rows:
        over = row.month < today
        told = {name: value for (month, name), value in typed.items() if month == row.month}
        if over and clients:
            told.setdefault("clients", clients.get(row.month, 0))
        if over and known:
            told.setdefault("cash", row.paid)
        if told or over:
            found.append(FourCs(row.month, *(told.get(name) for name in FOUR)))
    return tuple(found)
