"""Job briefs, placements and fees, as the page of them shows them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from warmcalls.domain.money import amount_words


class VacancyState(StrEnum):
    """What became of a job brief."""

    OPEN = "open"
    FILLED = "filled"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


STATE_WORDS: Final = {
    VacancyState.OPEN: "Open",
    VacancyState.FILLED: "Filled by us",
    VacancyState.LOST: "Filled by somebody else",
    VacancyState.WITHDRAWN: "Not needed any more",
}
CLOSED: Final = (VacancyState.FILLED, VacancyState.LOST, VacancyState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A job brief that a client gave us.

    Attributes:
        terms: what was agreed, as "20 % of the first year's pay".
        fee: expected, minor units of `currency`; None where nobody knows.
        taken_on, closed_on: ISO days; `closed_on` is empty while it is open.
        by: the recruiter who took it, or empty.
    """

    id: int
    client_id: int
    client: str
    title: str
    terms: str
    fee: int | None
    currency: str
    state: VacancyState
    taken_on: str
    closed_on: str = ""
    person_id: int | None = None
    by: str = ""


class FeeState(StrEnum):
    """How far a placement's money is."""

    NOT_INVOICED = "not invoiced"
    PLANNED = "planned"
    UNPAID = "unpaid"
    OVERDUE = "overdue"
    PAID = "paid"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A fee, or a placement that has none yet.

    Attributes:
        fee_id, placement_id: 0 where there is none.
        amount: the fee without tax, minor units of `currency`; below nought for a credit note.
        tax: what the invoice asks for on top.
        day: of the placement, ISO, or empty.
        source: where the invoice was imported from, or empty where somebody typed it.
        by: who is credited with it, or empty.
    """

    fee_id: int
    placement_id: int
    client_id: int
    client: str
    title: str
    candidate: str
    day: str
    number: str
    kind: str
    amount: int
    tax: int
    currency: str
    invoiced_on: str
    due_on: str
    paid_on: str
    note: str = ""
    source: str = ""
    person_id: int | None = None
    by: str = ""

    @property
    def total(self) -> int:
        """What the invoice comes to with tax, minor units."""
        return self.amount + self.tax

    @property
    def words(self) -> str:
        """What it is for: "Planner, Jo Adeyemi"; of an invoice alone what stood on it."""
        said = ", ".join(part for part in (self.title, self.candidate) if part)
        return said or self.note.partition("; ")[0]

    @property
    def amount_words(self) -> str:
        """The fee with its currency."""
        return amount_words(self.amount, self.currency) if self.fee_id else ""

    def state(self, today: str) -> FeeState:
        """Return how far its money is on a business day."""
        if not self.fee_id:
            return FeeState.NOT_INVOICED
        if self.kind == "credit":
            return FeeState.CREDIT
        if self.paid_on:
            return FeeState.PAID
        if self.invoiced_on > today:
            return FeeState.PLANNED
        return FeeState.OVERDUE if self.due_on and self.due_on < today else FeeState.UNPAID


@dataclass(frozen=True, slots=True)
class RateLine:
    """An exchange rate that somebody typed in: one unit of `currency` in the agency's."""

    id: int
    currency: str
    day: str
    rate: float
