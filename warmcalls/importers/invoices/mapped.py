"""Reads the rows of somebody's own list of invoices."""

import re
from dataclasses import replace

from warmcalls.domain.identities import clean_email
from warmcalls.domain.incoming import Problem
from warmcalls.domain.incoming_money import IncomingInvoice
from warmcalls.importers.mapped_row import Layout, MappedRow
from warmcalls.importers.mapping import Field
from warmcalls.importers.report import UnreadableError, currency, day, money
from warmcalls.importers.spend.line import TOTAL
from warmcalls.importers.tables.dates import is_date
from warmcalls.importers.tables.rows import LeftOut, Row

SOURCE = "table"
YES = re.compile(r"y|yes|true|x|1|(fully )?(paid|settled|received|closed)( in full)?")
VOID = re.compile(r"void(ed)?|deleted|cancell?ed|written off")
DRAFT = re.compile(r"draft|pro ?forma|quote|estimate|awaiting approval|submitted")
CREDIT = re.compile(r".*\b(credit|cn|refund)\b.*")
BILL = re.compile(r".*\b(bill|purchase|supplier|expense)\b.*")


class Invoices:
    """Reads rows one after the other; an invoice that stands there twice counts once."""

    def __init__(self, how: Layout) -> None:
        self._how = how
        self._seen: dict[tuple[str, str], int] = {}

    def read(self, cells: Row) -> IncomingInvoice | LeftOut | Problem:
        """Read one row."""
        row = MappedRow(cells, self._how)
        if reason := unwanted(row):
            return LeftOut(reason, row.text())
        try:
            found = invoice(row)
        except UnreadableError as error:
            return Problem(row.line, str(error))
        return self._again(found, row) or found

    def _again(self, found: IncomingInvoice, row: MappedRow) -> LeftOut | Problem | None:
        """Return what a further line of an invoice is; None for its first."""
        paper = (found.kind, found.number)
        if not found.number or paper not in self._seen:
            self._seen[paper] = found.total
            return None
        if self._seen[paper] == found.total:
            return LeftOut("further_line", row.text())
        return Problem(
            found.line,
            f"Invoice {found.number} stands here twice, with {self._seen[paper] / 100:,.2f} and "
            f"{found.total / 100:,.2f}: the first is taken. If it has several lines, add them up.",
        )


def unwanted(row: MappedRow) -> str:
    """Return why a row is no invoice of the agency, or an empty text."""
    if row.is_blank():
        return "blank"
    if TOTAL.fullmatch(row.text().partition(", ")[0]):
        return "total"
    if BILL.fullmatch(row.one(Field.DOCUMENT).casefold()):
        return "bill"
    papers = (row.one(Field.STATUS), row.one(Field.DOCUMENT))
    return "draft" if any(DRAFT.fullmatch(paper.casefold()) for paper in papers) else ""


def invoice(row: MappedRow) -> IncomingInvoice:
    """Read one invoice.

    Raises:
        UnreadableError: with a sentence for the user.
    """
    told = row.one(Field.INVOICED)
    if not told:
        raise UnreadableError("The invoice has no date.")
    total, tax = amounts(row)
    credit = total < 0 or bool(CREDIT.fullmatch(row.one(Field.DOCUMENT).casefold()))
    sign = -1 if credit else 1
    found = IncomingInvoice(
        line=row.line,
        source=SOURCE,
        number=row.one(Field.INVOICE),
        client=row.one(Field.CLIENT),
        email=clean_email(row.one(Field.EMAIL)) or "",
        total=sign * abs(total),
        invoiced_on=_day(row, told),
        kind="credit" if credit else "invoice",
        tax=sign * abs(tax),
        currency=currency(row.one(Field.CURRENCY), row.one(Field.AMOUNT) or row.one(Field.NET)),
        due_on=_day(row, row.one(Field.DUE)),
        title=row.one(Field.TITLE)[:120],
    )
    if VOID.fullmatch(row.one(Field.STATUS).casefold()):
        return replace(found, kind="void")
    return paid(found, row)


def amounts(row: MappedRow) -> tuple[int, int]:
    """Return the total with tax, and the tax in it; minor units."""
    gross, net, tax = (_money(row, field) for field in (Field.AMOUNT, Field.NET, Field.TAX))
    if gross is None and net is None:
        raise UnreadableError("The invoice has no amount.")
    if gross is None:
        return (net or 0) + (tax or 0), tax or 0
    if net is not None:
        return gross, gross - net
    return gross, tax or 0


def paid(found: IncomingInvoice, row: MappedRow) -> IncomingInvoice:
    """Return the invoice with what is known of its payment."""
    when, total = row.one(Field.PAID), abs(found.total)
    if is_date(when):
        return replace(found, paid=True, paid_on=_day(row, when))
    settled = any(YES.fullmatch(said.casefold()) for said in (when, row.one(Field.STATUS)) if said)
    received, open_amount = _money(row, Field.PAID_AMOUNT), _money(row, Field.BALANCE)
    if received is None and open_amount is not None:
        received = total - abs(open_amount)
    received = abs(received or 0)
    if settled or (total and received >= total):
        return replace(found, paid=True)
    return replace(found, part_paid=received)


def _money(row: MappedRow, field: Field) -> int | None:
    told = row.one(field)
    return money(told) if told else None


def _day(row: MappedRow, told: str) -> str:
    how = row.layout
    return day(told, how.zone, day_first=how.day_first) if told else ""
