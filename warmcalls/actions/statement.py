"""A month's statement: what marketing had a hand in, what it cost, and thanks."""

from collections import defaultdict
from dataclasses import dataclass

from warmcalls.actions.fees_behind import with_names
from warmcalls.actions.ledger import Ledger, ledger
from warmcalls.actions.result_notes import waiting_fees, waiting_spend
from warmcalls.domain.behind import By
from warmcalls.domain.moments import local
from warmcalls.domain.money import amount_words
from warmcalls.domain.paths import Bools
from warmcalls.domain.periods import Period, month_period
from warmcalls.domain.results import Asked, Model
from warmcalls.domain.statements import Statement, Win
from warmcalls.store.engine import Reader


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was paid in some months, and what marketing cost in them; minor units."""

    helped: int
    taken: int
    cost: int

    @property
    def per_pound(self) -> float | None:
        """What marketing had a hand in per unit spent, None where it cost nothing."""
        return self.helped / self.cost if self.cost > 0 else None


def statement(db: Reader, month: str, *, now: int) -> Statement:
    """Return the statement of a month.

    A fee paid in the month counts in full as helped where any campaign reached its client in the
    year before the placement: marketing had a hand in it, and did not do it alone.

    Args:
        db: a reader.
        month: "2026-02".
        now: UTC microseconds.

    Raises:
        RefusedError: it is no month.
    """
    period = month_period(month)
    since = f"{month[:4]}-01"
    book = ledger(db, Asked(month_period(since).first, period.last), now=now)
    this, year = _taken(book, period), _taken(book, book.period)
    return Statement(
        agency=book.agency.agency,
        month=month,
        currency=book.agency.currency,
        helped=this.helped,
        taken=this.taken,
        cost=this.cost,
        per_pound=this.per_pound,
        since=since,
        since_helped=year.helped,
        since_taken=year.taken,
        since_cost=year.cost,
        since_per_pound=year.per_pound,
        wins=_wins(db, book, period),
        campaigns=_campaigns(book, period),
        notes=_notes(book, period, now),
    )


def wins(db: Reader, period: Period, *, now: int) -> list[Win]:
    """Return the fees paid in a period that campaigns had a hand in, newest first."""
    book = ledger(db, Asked(period.first, period.last), now=now)
    return list(_wins(db, book, period))


def _paid(book: Ledger, period: Period) -> Bools:
    return book.kept.within(period, By.PAID, book.agency)


def _taken(book: Ledger, period: Period) -> _Taken:
    paid = _paid(book, period)
    return _Taken(
        helped=int(book.kept.amounts[paid & book.touched].sum()),
        taken=int(book.kept.amounts[paid].sum()),
        cost=sum(s.within(period, amount) for s, amount in book.spends if amount is not None),
    )


def _wins(db: Reader, book: Ledger, period: Period) -> tuple[Win, ...]:
    """Return the fees paid in a period with the campaigns that touched their clients."""
    counted = _paid(book, period) & book.touched & (book.kept.amounts > 0)
    parts = book.credits[Model.LINEAR].of_fees(counted)
    found = [
        Win(
            line.fee_id, line.client_id, line.client, line.title, line.amount, line.paid_on,
            line.by, tuple(name for name, _ in line.credits),
        )
        for line in with_names(db, book.kept.only(counted), parts, book)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda win: (win.paid_on, win.fee_id), reverse=True))


def _campaigns(book: Ledger, period: Period) -> tuple[tuple[str, int, int], ...]:
    """Return each campaign with its part of what was paid (linear) and what it cost."""
    parts = book.credits[Model.LINEAR]
    brought = parts.only(_paid(book, period)[parts.fee]).by_campaign()
    cost: dict[int, int] = defaultdict(int)
    for spend, amount in book.spends:
        if spend.campaign_id is not None and amount is not None:
            cost[spend.campaign_id] += spend.within(period, amount)
    rows = [
        (book.campaigns[campaign].name, brought.get(campaign, 0), cost.get(campaign, 0))
        for campaign in brought.keys() | cost.keys()
    ]
    active = [row for row in rows if row[1] or row[2]]
    return tuple(sorted(active, key=lambda row: (-row[1], -row[2], row[0])))


def _notes(book: Ledger, period: Period, now: int) -> tuple[str, ...]:
    """Return what the statement leaves out or takes with doubt."""
    found = []
    today = local(now, book.agency.zone).date().isoformat()
    if period.first <= today <= period.last:
        found.append("The month is not over yet.")
    elif today < period.first:
        found.append("The month has not begun.")
    found += [*waiting_fees(book.kept), *waiting_spend(book.spends)]
    loose = sum(
        spend.within(period, amount)
        for spend, amount in book.spends
        if spend.campaign_id is None and amount is not None
    )
    if loose:
        money = amount_words(loose, book.agency.currency)
        found.append(f"{money} of the spend belongs to no campaign.")
    return tuple(found)
