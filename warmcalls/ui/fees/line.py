"""Job briefs, placements and fees as rows of one table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Final

from warmcalls.domain.exchange_rates import Rates
from warmcalls.domain.money import amount_words
from warmcalls.domain.placements import FeeRow, FeeState, RateLine, Vacancy, VacancyState
from warmcalls.ui.fees.words import Stand, brief_stand, fee_stand, what_words

OWED: Final = frozenset({FeeState.UNPAID, FeeState.OVERDUE, FeeState.CREDIT})


class Group(IntEnum):
    """What comes first: what is owed, then what has to be done, then what is done."""

    OWED = 0
    TO_INVOICE = 1
    OPEN = 2
    PLANNED = 3
    DONE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        item: what it was made from.
        under: who was placed, or on which terms.
        what: what it is: "Job brief", "Invoice HL-0142".
        amount: minor units of `currency`, None where there is none; of a brief it is expected.
        home: the same in the agency's currency, None where no rate is known.
        since: when it was taken, placed or invoiced, ISO.
        late: the day it was due has passed.
        rank: where it stands until somebody sorts the table.
    """

    item: Vacancy | FeeRow
    client_id: int
    client: str
    job: str
    under: str
    what: str
    amount: int | None
    currency: str
    home: int | None
    since: str
    due: str
    stand: Stand
    by: str
    rank: tuple[Group, int]
    late: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """What it is the row of, to find it again after a refresh."""
        if isinstance(self.item, Vacancy):
            return "brief", self.item.id
        if self.item.fee_id:
            return "fee", self.item.fee_id
        return "placement", self.item.placement_id

    @property
    def waits(self) -> bool:
        """Whether its money waits for an exchange rate."""
        return self.amount is not None and self.home is None

    @property
    def money(self) -> str:
        """Its amount with its own currency; a dash where there is none."""
        return "–" if self.amount is None else amount_words(self.amount, self.currency)

    @property
    def name(self) -> str:
        """How it is spoken of: "Northmoor Logistics, Transport planner"."""
        return ", ".join(part for part in (self.client, self.job) if part)


def rates_of(home: str, known: Iterable[RateLine]) -> Rates:
    """Return the rates that somebody typed in, ready to convert with."""
    by_currency: dict[str, list[tuple[str, float]]] = {}
    for line in sorted(known, key=lambda line: line.day):
        by_currency.setdefault(line.currency, []).append((line.day, line.rate))
    return Rates(home, by_currency)


def brief_line(brief: Vacancy, rates: Rates) -> Line:
    """Return the row of a job brief."""
    is_open = brief.state is VacancyState.OPEN
    fee = brief.fee
    return Line(
        item=brief,
        client_id=brief.client_id,
        client=brief.client,
        job=brief.title,
        under=" ".join(brief.terms.split()),
        what="Job brief",
        amount=fee,
        currency=brief.currency,
        home=None if fee is None else rates.home_amount(fee, brief.currency, brief.taken_on),
        since=brief.taken_on,
        due="",
        stand=brief_stand(brief),
        by=brief.by,
        rank=(Group.OPEN, -_number(brief.taken_on))
        if is_open
        else (Group.DONE, -_number(brief.closed_on or brief.taken_on)),
    )


def fee_line(row: FeeRow, rates: Rates, today: str) -> Line:
    """Return the row of a fee, or of a placement that has none yet."""
    billed = bool(row.fee_id)
    return Line(
        item=row,
        client_id=row.client_id,
        client=row.client,
        job=row.title or ("" if row.placement_id else row.words),
        under=row.candidate,
        what=what_words(row),
        amount=row.amount if billed else None,
        currency=row.currency,
        home=rates.home_amount(row.amount, row.currency, row.invoiced_on) if billed else None,
        since=row.invoiced_on if billed else row.day,
        due=row.due_on,
        stand=fee_stand(row, today),
        by=row.by,
        rank=_fee_rank(row, today),
        late=row.state(today) is FeeState.OVERDUE,
    )


def _fee_rank(row: FeeRow, today: str) -> tuple[Group, int]:
    state = row.state(today)
    if state is FeeState.NOT_INVOICED:
        return Group.TO_INVOICE, _number(row.day)
    if state in OWED and not row.paid_on:
        return Group.OWED, _number(row.invoiced_on)
    if state is FeeState.PLANNED:
        return Group.PLANNED, _number(row.invoiced_on)
    return Group.DONE, -_number(row.paid_on)


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal() if day else 0


@dataclass(slots=True)
class Sums:
    """What some rows come to, minor units of the agency's currency.

    Attributes:
        invoiced, paid: what was asked for up to now, and what of it came in.
        to_come: what is not paid yet, planned invoices too.
        expected: of open job briefs.
        waiting: by currency without a rate: how many fees, and their sum in that currency.
    """

    invoiced: int = 0
    paid: int = 0
    to_come: int = 0
    expected: int = 0
    waiting: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, line: Line, today: str) -> None:
        """Count a row in."""
        item = line.item
        if line.amount is None or (isinstance(item, Vacancy) and item.state != VacancyState.OPEN):
            return
        if line.home is None:
            count, amount = self.waiting.get(line.currency, (0, 0))
            self.waiting[line.currency] = (count + 1, amount + line.amount)
        elif isinstance(item, Vacancy):
            self.expected += line.home
        else:
            self._add_fee(item, line.home, today)

    def _add_fee(self, row: FeeRow, amount: int, today: str) -> None:
        if row.state(today) is not FeeState.PLANNED:
            self.invoiced += amount
        if row.paid_on:
            self.paid += amount
        else:
            self.to_come += amount


def sums_of(lines: Sequence[Line], today: str) -> Sums:
    """Return what rows come to."""
    sums = Sums()
    for line in lines:
        sums.add(line, today)
    return sums
