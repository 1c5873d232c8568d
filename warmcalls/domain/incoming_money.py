"""What importers of money hand over: spend, invoices and monthly figures, as a file tells them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IncomingSpend:
    """What one campaign cost over some days, as one line of a report says.

    Attributes:
        source: the report it comes from, as "meta-ads"; overlaps are sought within one source.
        channel: what a campaign made from it is called a part of, as "Meta Ads".
        campaign: its name in the ad tool; empty where the report names none.
        item: its number in the ad tool, which stays when it is renamed; may be empty.
        starts, ends: ISO days, both included.
        amount: minor units; below nought for a refund.
        currency: ISO 4217, or empty for the agency's own.
    """

    line: int
    source: str
    channel: str
    campaign: str
    starts: str
    ends: str
    amount: int
    currency: str = ""
    item: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class IncomingInvoice:
    """One invoice or credit note.

    Attributes:
        client: whom it was sent to, as the file spells it.
        kind: "invoice", "credit", or "void" for one that was taken back.
        total: minor units with tax, as on the paper; below nought for a credit note.
        tax: what of the total is tax: the fee is the rest.
        invoiced_on, due_on, paid_on: ISO days; empty where they are not told.
        paid: it is paid in full; `paid_on` may still be unknown.
        part_paid: minor units paid so far, where that is not all.
        title: what it was for.
    """

    line: int
    source: str
    number: str
    client: str
    email: str
    total: int
    invoiced_on: str
    kind: str = "invoice"
    tax: int = 0
    currency: str = ""
    due_on: str = ""
    paid: bool = False
    paid_on: str = ""
    part_paid: int = 0
    title: str = ""

    @property
    def amount(self) -> int:
        """The fee: what the agency keeps of it, minor units."""
        return self.total - self.tax


@dataclass(frozen=True, slots=True)
class IncomingMonthFigure:
    """One of the four Cs in one month.

    Attributes:
        month: "2026-02".
        name: candidates, clients, colleagues or cash.
        value: a count; for cash minor units.
    """

    line: int
    month: str
    name: str
    value: int
