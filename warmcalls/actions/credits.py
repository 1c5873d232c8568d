"""Credit for fees: which campaigns reached each fee's client before, and who gets what."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.attribution import removal
from warmcalls.domain.behind import By, FeeLine
from warmcalls.domain.credit import Credit, credit, credit_alike
from warmcalls.domain.fees import Fee
from warmcalls.domain.paths import Bools, Ints, Paths
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Model
from warmcalls.domain.settings import Settings
from warmcalls.store import exchange_rates, fees
from warmcalls.store import paths as touched
from warmcalls.store.engine import Reader

Days = NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Book:
    """Fees with the paths that led to them, place by place.

    Attributes:
        amounts: minor units of the agency's currency; 0 for one that waits for an exchange rate.
        first_at: a campaign's first signal ever at the client, 0 where its path is empty.
        marketing: whether any campaign reached the client before; else it is outside marketing.
        early: fees older than the first signal of their client.
        waiting: those in a currency without an exchange rate.
        invoiced_on, paid_on: ISO days, "" where there is none.
    """

    fees: tuple[Fee, ...]
    amounts: Ints
    first_at: Ints
    paths: Paths
    marketing: Bools
    early: Bools
    waiting: Bools
    invoiced_on: Days
    paid_on: Days

    def within(self, period: Period, by: By, agency: Settings) -> Bools:
        """Tell which fees count in a period; by first signal, those outside by their invoice."""
        if by is By.FIRST_SIGNAL:
            since, until = period.moments(agency.zone)
            cohort = (self.first_at >= since) & (self.first_at < until)
            return np.where(self.marketing, cohort, _on(self.invoiced_on, period))
        return _on(self.paid_on if by is By.PAID else self.invoiced_on, period)

    def only(self, kept: Bools) -> "Book":
        """Return the book with some of its fees."""
        place = np.cumsum(kept) - 1
        steps = kept[self.paths.end]
        paths = replace(
            self.paths,
            end=place[self.paths.end[steps]],
            campaign=self.paths.campaign[steps],
            at=self.paths.at[steps],
            until=self.paths.until[kept],
        )
        return Book(
            tuple(fee for fee, keep in zip(self.fees, kept.tolist(), strict=True) if keep),
            self.amounts[kept],
            self.first_at[kept],
            paths,
            self.marketing[kept],
            self.early[kept],
            self.waiting[kept],
            self.invoiced_on[kept],
            self.paid_on[kept],
        )


def book(
    db: Reader,
    agency: Settings,
    *,
    person_id: int | None = None,
    sector: str = "",
    clients: Ints | None = None,
) -> Book:
    """Return every fee with its path, of one recruiter or sector if asked.

    Args:
        db: a reader.
        agency: its currency and days.
        person_id: the recruiter.
        sector: of the client.
        clients: client id and first signal of all clients, by id (`cohorts.first_signals`), where
            the caller has read them already.
    """
    found = fees.everything(db, person_id=person_id, sector=sector)
    rates = exchange_rates.load(db, agency.currency)
    converted = [rates.home_amount(fee.amount, fee.currency, fee.invoiced_on) for fee in found]
    paths = touched.of_fees(db, [(fee.client_id, fee.day) for fee in found], agency.zone)
    marketing = np.zeros(len(found), dtype=np.bool_)
    marketing[paths.end] = True
    first_at = _first_at(found, fees.first_signals(db) if clients is None else clients)
    return Book(
        tuple(found),
        np.array([amount or 0 for amount in converted], dtype=np.int64),
        np.where(marketing, first_at, 0),
        paths,
        marketing,
        np.asarray(first_at >= paths.until),
        np.array([amount is None for amount in converted], dtype=np.bool_),
        np.array([fee.invoiced_on for fee in found], dtype="U10"),
        np.array([fee.paid_on for fee in found], dtype="U10"),
    )


def _first_at(found: Sequence[Fee], clients: Ints) -> Ints:
    """Return when a campaign first reached each fee's client, 0 for never."""
    if not len(clients):
        return np.zeros(len(found), dtype=np.int64)
    wanted = np.array([fee.client_id for fee in found], dtype=np.int64)
    place = np.minimum(np.searchsorted(clients[:, 0], wanted), len(clients) - 1)
    return np.where(clients[place, 0] == wanted, clients[place, 1], 0)


def _on(days: Days, period: Period) -> Bools:
    return np.asarray((days >= period.first) & (days <= period.last))


def shared_out(
    db: Reader, agency: Settings, kept: Book, model: Model, _period: Period | None = None
) -> Credit:
    """Share the fees of a book out by a model.

    The removal effect is a figure of the whole agency, the same whatever period, recruiter or
    sector the book is of; it takes seconds where there are millions of signals.
    """
    if model is not Model.MARKOV:
        return credit(kept.paths, kept.amounts, model)
    return credit_alike(kept.paths, kept.amounts, removal_effects(db, agency))


def removal_effects(db: Reader, agency: Settings) -> dict[int, float]:
    """Return the removal effect of each campaign, as shares that sum to 1.

    Of all times: each invoice with a path is a conversion, credit notes are none; each client that
    became a lead and has no such invoice is a path, of all its signals, that came to nothing.
    """
    found = [fee for fee in fees.everything(db) if fee.amount > 0]
    paths = touched.of_fees(db, [(fee.client_id, fee.day) for fee in found], agency.zone)
    ended = [(fee, steps) for fee, (steps, _) in zip(found, paths.steps(), strict=True) if steps]
    brought = {fee.client_id for fee, _ in ended}
    won = Counter(steps for _, steps in ended)
    leads = touched.of_leads(db, agency.zone)
    lost = Counter(steps for client, steps in leads.items() if client not in brought)
    return removal((steps, won[steps], lost[steps]) for steps in sorted(won.keys() | lost.keys()))


@dataclass(frozen=True, slots=True)
class Credited:
    """One fee and who gets what of it.

    Attributes:
        line: the fee, amount in the agency's currency; who rang and the names of its campaigns
            are left to `fees_behind`, which shows them.
        placed_on: day of the placement, else of the invoice.
        first_at: a campaign's first signal ever at the client; None outside marketing.
        by_campaign: minor units; they add up to the amount, and are empty outside marketing.
    """

    line: FeeLine
    placed_on: str
    first_at: int | None
    by_campaign: dict[int, int]


def credited(
    db: Reader,
    agency: Settings,
    model: Model,
    *,
    period: Period | None = None,
    by: By = By.FIRST_SIGNAL,
) -> list[Credited]:
    """Return the fees of a period with the credit of each; those waiting for a rate count 0.

    Args:
        db: a reader.
        agency: its currency and days.
        model: how credit is shared.
        period: None for all fees.
        by: which day of a fee lies in the period. By first signal, the default, it holds the fees
            of clients that a campaign first reached in it, whenever they came, and those outside
            marketing by the day of their invoice.
    """
    kept = book(db, agency)
    if period is not None:
        kept = kept.only(kept.within(period, by, agency))
    parts = shared_out(db, agency, kept, model).by_fee(len(kept.fees))
    return [
        Credited(line, fee.day, first_at or None, part)
        for fee, line, first_at, part in zip(
            kept.fees, lines(kept), kept.first_at.tolist(), parts, strict=True
        )
    ]


def lines(kept: Book) -> Sequence[FeeLine]:
    """Return the fees of a book as rows, without who rang and who gets what."""
    return [
        FeeLine(
            fee.id, fee.client_id, fee.client, fee.title, fee.number, amount,
            fee.invoiced_on, fee.paid_on, note=fee.note,
        )
        for fee, amount in zip(kept.fees, kept.amounts.tolist(), strict=True)
    ]  # fmt: skip
