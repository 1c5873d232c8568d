"""Xero: the export of sales invoices, one line for each line of an invoice."""

from collections.abc import Iterator
from typing import Final

from warmcalls.domain.incoming import Problem
from warmcalls.domain.incoming_money import IncomingInvoice
from warmcalls.importers.batching import Item
from warmcalls.importers.report import (
    Lines,
    Report,
    Sheet,
    UnreadableError,
    currency,
    day,
    money,
    records,
)
from warmcalls.importers.tables.dates import day_order
from warmcalls.importers.tables.rows import LeftOut, Record, Row, columns_of

FORMAT: Final = "xero-invoices"
NEEDS: Final = frozenset({"contact name", "invoice number", "invoice date", "total", "status"})
VOID: Final = frozenset({"voided", "deleted"})
NOT_SENT: Final = frozenset({"draft", "submitted", "awaiting approval"})
PAPERS: Final = {"": "invoice", "sales invoice": "invoice", "sales credit note": "credit"}
WORDS_OF_IT: Final = 120


def fits(names: frozenset[str]) -> bool:
    """Tell whether a header is that of the export."""
    return names >= NEEDS


def read(lines: Lines, sheet: Sheet) -> Iterator[Item]:
    """Yield every invoice once; its further lines repeat its total and are left out.

    Of one number there may be an invoice at each of several clients.
    """
    held = list(lines)
    day_first = order_of(held, sheet.header) is not False
    seen: set[tuple[str, ...]] = set()
    for record in records(held, sheet.header):
        if not isinstance(record, Record):
            yield record
            continue
        number = record.get("invoice number")
        paper = (*(record.get(name).casefold() for name in ("type", "contact name")), number)
        if number and paper in seen:
            yield LeftOut("further_line", record.text())
            continue
        seen.add(paper)
        yield invoice_or_not(record, sheet, day_first=day_first)


def order_of(held: list[Row | LeftOut | Problem], header: tuple[str, ...]) -> bool | None:
    """Tell whether days come first in the dates of all lines; None where none shows it."""
    columns = columns_of(header)
    found = (Record(line, columns) for line in held if isinstance(line, Row))
    return day_order(
        told for each in found for name in ("invoice date", "due date") if (told := each.get(name))
    )


def invoice_or_not(record: Record, sheet: Sheet, *, day_first: bool) -> Item:
    """Return the invoice of a line, or why it is none."""
    if record.is_blank():
        return LeftOut("blank", "")
    sort, status = record.get("type").casefold(), record.get("status").casefold()
    if sort.startswith("bill"):
        return LeftOut("bill", record.text())
    if sort not in PAPERS:
        return LeftOut("no_invoice", record.text())
    if status in NOT_SENT:
        return LeftOut("draft", record.text())
    try:
        return invoice(record, sheet, PAPERS[sort], void=status in VOID, day_first=day_first)
    except UnreadableError as error:
        return Problem(record.line, str(error))


def invoice(
    record: Record, sheet: Sheet, kind: str, *, void: bool, day_first: bool
) -> IncomingInvoice:
    """Read the invoice that a line begins.

    Raises:
        UnreadableError: with a sentence for the user.
    """
    sign = -1 if kind == "credit" else 1
    total, tax, paid = (
        abs(_amount(record, name)) for name in ("total", "tax total", "invoice amount paid")
    )
    due, settled = record.get("due date"), record.get("status").casefold() == "paid"
    return IncomingInvoice(
        line=record.line,
        source=FORMAT,
        number=record.get("invoice number"),
        client=record.get("contact name"),
        email=record.get("email address"),
        total=sign * total,
        invoiced_on=day(_needed(record, "invoice date"), sheet.zone, day_first=day_first),
        kind="void" if void else kind,
        tax=sign * tax,
        currency=currency(record.get("currency")),
        due_on=day(due, sheet.zone, day_first=day_first) if due else "",
        paid=bool(total) and (settled or paid >= total),
        part_paid=paid if paid < total else 0,
        title=(record.get("reference") or record.get("description"))[:WORDS_OF_IT],
    )


def _amount(record: Record, name: str) -> int:
    told = record.get(name)
    return money(told) if told else 0


def _needed(record: Record, name: str) -> str:
    told = record.get(name)
    if not told:
        raise UnreadableError("The invoice has no date.")
    return told


REPORT: Final = Report(FORMAT, "a Xero export of invoices", "invoices", NEEDS, fits, read)
