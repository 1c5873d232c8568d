"""Fees: invoiced, changed, paid, credited."""

import re
from dataclasses import dataclass
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.fee_levels import price_touched
from warmcalls.actions.money_days import check_day
from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.domain.incoming import digest
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import amount_words
from warmcalls.domain.settings import Settings
from warmcalls.store import clients, invoices, settings
from warmcalls.store.engine import Row, Writer
from warmcalls.store.journal import Journal, entry, fetch

CHANGED: Final = frozenset({"placements", "clients", "calls"})
CURRENCY: Final = re.compile(r"[A-Z]{3}")
MOST: Final = 10**12  # minor units: ten billion
INVOICE, CREDIT = "invoice", "credit"


@dataclass(frozen=True, slots=True)
class Bill:
    """A fee that is to be written down.

    Attributes:
        amount: without tax, minor units; below nought for a credit note.
        invoiced_on, due_on, paid_on: ISO days; the last two may be empty.
        credits_id: the fee that a credit note is of.
        currency: empty for the agency's.
    """

    client_id: int
    amount: int
    invoiced_on: str
    currency: str = ""
    number: str = ""
    due_on: str = ""
    paid_on: str = ""
    placement_id: int | None = None
    kind: str = INVOICE
    tax: int = 0
    note: str = ""
    person_id: int | None = None
    credits_id: int | None = None


def record_fee(db: Writer, bill: Bill, *, now: int, person_id: int | None = None) -> Done:
    """Write an invoice down.

    Raises:
        RefusedError: the client is unknown, the number is taken, or a fact cannot be.
    """
    with db.atomic():
        client, agency = clients.by_id(db, bill.client_id), settings.load(db)
        if client is None:
            raise RefusedError("This client is not there any more.")
        if bill.placement_id:
            placed = fetch(db, "placement", bill.placement_id)
            if placed is None or placed["client_id"] != bill.client_id:
                raise RefusedError(f"This placement is not one at {client.name}.")
        with entry(db, "record_fee", now, person_id) as journal:
            made = add_bill(journal, bill, agency, now)
            worth = amount_words(bill.amount, bill.currency or agency.currency)
            journal.said = f"Invoiced {client.name}: {worth}"
        price_touched(journal, agency)
    return Done(journal.said, CHANGED, journal.undo, made)


def add_bill(journal: Journal, bill: Bill, agency: Settings, now: int) -> int:
    """Add a fee inside an open entry; return its id.

    Raises:
        RefusedError: the number is taken, or a fact cannot be.
    """
    if bill.kind == INVOICE and bill.amount < 0:
        raise RefusedError("A fee cannot be below nought: write a credit note.")
    number = clean_text(bill.number)
    _check_number(journal, number, bill.client_id, bill.kind)
    row = _days(agency, now, bill.invoiced_on, bill.due_on, bill.paid_on) | {
        "client_id": bill.client_id, "placement_id": bill.placement_id, "number": number,
        "amount": _amount(bill.amount), "tax": _amount(bill.tax), "kind": bill.kind,
        "currency": currency_code(bill.currency or agency.currency), "note": bill.note.strip(),
        "person_id": bill.person_id, "credits_id": bill.credits_id,
        "digest": digest(f"typed|{journal.entry_id}|{now}|{bill.placement_id}"),
    }  # fmt: skip
    return journal.add("fee", row)


def change_fee(
    db: Writer,
    fee_id: int,
    *,
    now: int,
    amount: int | None = None,
    tax: int | None = None,
    number: str | None = None,
    currency: str | None = None,
    invoiced_on: str | None = None,
    due_on: str | None = None,
    paid_on: str | None = None,
    note: str | None = None,
    person_id: int | None = None,
) -> Done:
    """Change what is known of a fee; what is not told stays, an empty day empties it.

    Raises:
        RefusedError: it is gone, or a fact cannot be.
    """
    with db.atomic():
        agency, kept = settings.load(db), _fee(db, fee_id)
        told: Row = {
            "amount": None if amount is None else _amount(amount),
            "tax": None if tax is None else _amount(tax),
            "number": None if number is None else clean_text(number),
            "currency": None if currency is None else currency_code(currency),
            "note": None if note is None else note.strip(),
        }
        fields = {name: value for name, value in told.items() if value is not None}
        if kept["kind"] == INVOICE and fields.get("amount", 0) < 0:
            raise RefusedError("A fee cannot be below nought: write a credit note.")
        days = (kept["invoiced_on"], kept["due_on"], kept["paid_on"])
        asked = (invoiced_on, due_on, paid_on)
        both = zip(days, asked, strict=True)
        fields |= _days(agency, now, *(old if new is None else new for old, new in both))
        with entry(db, "change_fee", now, person_id) as journal:
            if fields.get("number", kept["number"]) != kept["number"]:
                _check_number(journal, fields["number"], kept["client_id"], kept["kind"])
            journal.change("fee", fee_id, **fields)
            journal.said = f"Changed the fee {name_of(kept)}"
        price_touched(journal, agency)
    return Done(journal.said, CHANGED, journal.undo, fee_id)


def pay_fee(
    db: Writer, fee_id: int, paid_on: str, *, now: int, person_id: int | None = None
) -> Done:
    """Write down when a fee was paid; a deposit may be paid before its invoice.

    Raises:
        RefusedError: it is gone, paid already, a credit note, or the day cannot be.
    """
    with db.atomic():
        kept = _fee(db, fee_id)
        if kept["kind"] != INVOICE:
            raise RefusedError("A credit note is not paid.")
        if kept["paid_on"]:
            raise RefusedError(f"It was paid on {day_words(kept['paid_on'])} already.")
        day = payment_day(paid_on, settings.load(db), now)
        with entry(db, "pay_fee", now, person_id) as journal:
            settle(journal, kept, day)
            early = " (before its invoice)" if day < kept["invoiced_on"] else ""
            less = sum(note["amount"] for note in invoices.credits(db, fee_id))
            worth = amount_words(kept["amount"] + less, kept["currency"])
            journal.said = f"Paid: {worth} on {day_words(day)}{early}"
    return Done(journal.said, CHANGED, journal.undo, fee_id)


def credit_fee(
    db: Writer,
    fee_id: int,
    amount: int,
    *,
    on: str,
    now: int,
    number: str = "",
    note: str = "",
    person_id: int | None = None,
) -> Done:
    """Write a credit note for a fee, in part or whole.

    Of a fee that was paid it is a refund on that day; a fee that is credited whole before anybody
    paid is settled by it. Otherwise it is settled when the rest of the fee is paid.

    Args:
        db: the writer.
        fee_id: the fee.
        amount: above nought, minor units of the fee's currency.
        on: ISO day of the note.
        now: UTC microseconds.
        number: of the note.
        note: why.
        person_id: who writes it down.

    Raises:
        RefusedError: it is gone, is a credit note itself, or would give back more than it was.
    """
    with db.atomic():
        kept = _fee(db, fee_id)
        if kept["kind"] != INVOICE:
            raise RefusedError("A credit note cannot be credited.")
        left = kept["amount"] + sum(note["amount"] for note in invoices.credits(db, fee_id))
        if not 0 < amount <= left:
            worth = amount_words(left, kept["currency"])
            raise RefusedError(f"A credit note lies above nought and within what is left: {worth}.")
        agency = settings.load(db)
        with entry(db, "credit_fee", now, person_id) as journal:
            bill = Bill(
                kept["client_id"], -amount, on, currency=kept["currency"], number=number,
                placement_id=kept["placement_id"], kind=CREDIT, person_id=kept["person_id"],
                note=note or f"credit for {name_of(kept)}", credits_id=fee_id,
                paid_on=on if kept["paid_on"] else "",
            )  # fmt: skip
            made = add_bill(journal, bill, agency, now)
            if not kept["paid_on"] and amount == left:
                settle(journal, kept, on)
            journal.said = f"Credited {amount_words(amount, kept['currency'])} of {name_of(kept)}"
        price_touched(journal, agency)
    return Done(journal.said, CHANGED, journal.undo, made)


def settle(journal: Journal, kept: Row, day: str) -> None:
    """Mark a fee as paid, and with it the credit notes that made it smaller."""
    journal.change("fee", kept["id"], paid_on=day)
    for note in invoices.credits(journal.db, kept["id"]):
        if not note["paid_on"]:
            journal.change("fee", note["id"], paid_on=day)


def payment_day(day: str, agency: Settings, now: int) -> str:
    """Return the day of a payment.

    Raises:
        RefusedError: there is none, or it lies ahead.
    """
    if not day:
        raise RefusedError("Say on which day it was paid.")
    return check_day(day, day_of(now, agency.zone), "A payment", past=True)


def currency_code(text: str) -> str:
    """Return a currency as ISO 4217 writes it.

    Raises:
        RefusedError: it is not three letters.
    """
    code = text.strip().upper()
    if not CURRENCY.fullmatch(code):
        raise RefusedError(f'"{text}" is no currency: write three letters, as EUR.')
    return code


def name_of(fee: Row) -> str:
    """Return how a fee is spoken of: its invoice's number, else amount and day."""
    if fee["number"]:
        return str(fee["number"])
    return f"{amount_words(fee['amount'], fee['currency'])} of {day_words(fee['invoiced_on'])}"


def _fee(db: Writer, fee_id: int) -> Row:
    kept = fetch(db, "fee", fee_id)
    if kept is None:
        raise RefusedError("This fee is not there any more.")
    return kept


def _amount(minor: int) -> int:
    if abs(minor) > MOST:
        raise RefusedError("That is more than any fee: check the amount.")
    return minor


def _days(agency: Settings, now: int, invoiced_on: str, due_on: str, paid_on: str) -> Row:
    """Return the days of a fee; an invoice may be planned, a payment cannot lie ahead."""
    today = day_of(now, agency.zone)
    if not invoiced_on:
        raise RefusedError("Say on which day it was invoiced.")
    days = {
        "invoiced_on": check_day(invoiced_on, today, "An invoice"),
        "due_on": check_day(due_on, today, "The day a fee is due"),
        "paid_on": check_day(paid_on, today, "A payment", past=True),
    }
    if days["due_on"] and days["due_on"] < days["invoiced_on"]:
        raise RefusedError("It would be due before it is invoiced: check both days.")
    return days


def _check_number(journal: Journal, number: str, client_id: int, kind: str) -> None:
    for fee in invoices.numbered(journal.db, number) if number else ():
        if fee["client_id"] == client_id and fee["kind"] == kind:
            raise RefusedError(f"There is an invoice {number} of this client already.")
