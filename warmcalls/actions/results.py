"""The Results page: what marketing cost, what it brought, and what is still to come."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from warmcalls.actions import earners, month_rows
from warmcalls.actions.funnel import Journeys, journeys
from warmcalls.actions.ledger import Ledger, hand_in, ledger
from warmcalls.actions.result_notes import notes
from warmcalls.actions.yardstick import yardstick
from warmcalls.domain.behind import By
from warmcalls.domain.moments import day_of
from warmcalls.domain.noise import noise_words
from warmcalls.domain.paths import Bools
from warmcalls.domain.quality import USUAL, Quality
from warmcalls.domain.results import Asked, FunnelStep, Month, Results
from warmcalls.store.engine import Reader


def results(db: Reader, asked: Asked, *, now: int) -> Results:
    """Return everything the Results page shows.

    Fees count in the month in which a campaign first reached their client (its cohort), so that
    the campaigns, the channels and the months each add up to the same fees. A few hundred
    milliseconds at ten million signals; the Markov model reads the paths of all leads of the
    period and takes seconds there.

    Args:
        db: a reader.
        asked: the period, the model and the filters.
        now: UTC microseconds.

    Raises:
        RefusedError: the period ends before it starts, or the campaign is unknown.
    """
    book = ledger(db, asked, now=now)
    measure = yardstick(db, book.agency, book.everything, book.clients, now=now)
    months = month_rows.months_of(book)
    rows = month_rows.month_rows(book, months, measure)
    found = earners.earned(db, book)
    ripe, whole = _ripe(rows), np.ones(len(rows), dtype=np.bool_)
    estimate = partial(month_rows.estimate_of, book, months, quality=_quality(book, found))
    of_ripe = estimate(ripe, measure, spend=_spend(rows, ripe))
    of_all = estimate(whole, measure, spend=_spend(rows, whole))
    rows = month_rows.with_to_come(rows, of_all.to_come[0])
    headline, helped, taken = _headline(book)
    outside = ~book.kept.marketing & book.kept.within(book.period, By.INVOICED, book.agency)
    campaigns = earners.campaigns(book, found, measure)
    return Results(
        asked=asked,
        currency=book.agency.currency,
        line=book.agency.owner_line,
        months=rows,
        campaigns=campaigns,
        channels=earners.channels(book, found, measure),
        funnel=_journeys(db, book, months).steps(),
        four_cs=month_rows.four_cs(db, book, rows),
        cohorts=month_rows.cohort_rows(book, months, rows),
        headline_month=headline,
        helped=helped,
        taken=taken,
        spend=_spend(rows, whole),
        fees=sum(row.fees for row in rows),
        outside=int(book.kept.amounts[outside].sum()),
        returns=of_ripe.returns,
        of_ripe=not ripe.all(),
        whole=of_all.returns,
        forecast=of_all.to_come,
        conversions=of_all.returns.fees,
        noise=noise_words(found.credits, earners.positive_amounts(book)),
        notes=notes(book, rows, campaigns, of_all.returns.fees),
    )


def funnel(db: Reader, asked: Asked, *, now: int) -> tuple[FunnelStep, ...]:
    """Return the funnel of the clients first reached in the period, as `results` does.

    Raises:
        RefusedError: the period ends before it starts, or the campaign is unknown.
    """
    book = ledger(db, asked, now=now)
    return _journeys(db, book, month_rows.months_of(book)).steps()


def clients_at(db: Reader, asked: Asked, step: str, *, first: str, last: str, now: int) -> set[int]:
    """Return the clients behind a figure of the funnel: those who came to a step or beyond.

    Args:
        db: a reader.
        asked: as in `results`.
        step: as `FunnelStep.id`; "signals" for all of them.
        first: the first month of first signal to count, "2026-02"; empty for all of the period.
        last: the last one; empty for all.
        now: UTC microseconds.
    """
    book = ledger(db, asked, now=now)
    months = month_rows.months_of(book)
    counted = np.array([(first or name) <= name <= (last or name) for name in months.names])
    found = _journeys(db, book, months, counted)
    return set(found.clients[found.reached[found.place(step)]].tolist())


def _journeys(
    db: Reader, book: Ledger, months: month_rows.Months, which: Bools | None = None
) -> Journeys:
    counts = months.of_client >= 0
    if which is not None:
        counts &= which[months.of_client]
    fees = book.everything.only(hand_in(book.everything, book.shown))
    cohort, person_id = book.reached[counts], book.asked.person_id
    return journeys(db, book.agency, cohort, fees, person_id=person_id)


def _quality(book: Ledger, found: earners.Earned) -> Quality:
    """Return how good the leads of the campaigns asked for are; of all, they are the usual."""
    some = book.asked.channel or book.asked.campaign_id is not None
    return found.handed.judged.of(book.shown) if some else USUAL


def _ripe(rows: Sequence[Month]) -> Bools:
    """Tell which months the return is of: the ripe ones, all where they carry little spend."""
    ripe = np.array([row.is_ripe for row in rows])
    enough = 0 < _spend(rows, np.ones_like(ripe)) <= 2 * _spend(rows, ripe)
    return ripe if enough else np.ones_like(ripe)


def _spend(rows: Sequence[Month], which: Bools) -> int:
    return sum(row.spend for row, counts in zip(rows, which.tolist(), strict=True) if counts)


def _headline(book: Ledger) -> tuple[str, int, int]:
    """Return the last whole month with a payment, what marketing had a hand in, and all of it.

    A payment counts in full where any of the campaigns shown had reached the client before.
    """
    this_month = day_of(book.now, book.agency.zone)[:7]
    paid = [
        fee.paid_on[:7] if fee.paid_on[:7] < this_month and book.period.holds(fee.paid_on) else ""
        for fee in book.kept.fees
    ]
    month = max(paid, default="")
    if not month:
        return "", 0, 0
    counts = np.array([each == month for each in paid])
    helped = int(book.kept.amounts[counts & book.touched].sum())
    return month, helped, int(book.kept.amounts[counts].sum())
