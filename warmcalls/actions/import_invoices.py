"""Take invoices in: each a fee of its client once, paid when the file says so."""

from collections import Counter
from typing import Final

from warmcalls.actions.invoice_clients import ClientFinder
from warmcalls.actions.invoice_notes import NotesOnInvoices
from warmcalls.actions.money_days import YEAR_AHEAD, days_apart
from warmcalls.domain.day_words import day_words
from warmcalls.domain.incoming import Problem, digest
from warmcalls.domain.incoming_money import IncomingInvoice
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import amount_words
from warmcalls.domain.settings import Settings
from warmcalls.store import invoices
from warmcalls.store.engine import Row
from warmcalls.store.imports import Tally
from warmcalls.store.journal import Journal

EXAMPLES: Final = 5
ALIKE_DAYS: Final = 45
BILLED_AFTER: Final = 120  # days after the placement in which its invoice is looked for
BILLED_BEFORE: Final = 60
DAY_UNKNOWN: Final = "the day of payment is not in the file: the due day stands for it"
FACTS: Final = ("amount", "tax", "currency", "invoiced_on", "kind")
FILLED: Final = ("due_on", "number", "note", "source", "placement_id")


class InvoiceIntake:
    """Takes invoices in, inside the caller's transaction."""

    def __init__(self, journal: Journal, agency: Settings, import_id: int, now: int) -> None:
        self.journal, self.db, self.agency = journal, journal.db, agency
        self.import_id = import_id
        self.today = day_of(now, agency.zone)
        self.finder = ClientFinder(self.db)
        self.said = NotesOnInvoices(self.db, agency, self.today)

    @property
    def notes(self) -> list[str]:
        """Sentences on what a person should look at."""
        return list(self.said.sentences())

    def take(self, row: IncomingInvoice, tally: Tally) -> None:
        """Take one invoice and count what became of it."""
        why = self._impossible(row)
        if why:
            tally.read -= 1
            tally.problems.append(Problem(row.line, why))
            return
        state = self._take(row)
        if state in {"added", "changed", "known"}:
            setattr(tally, state, getattr(tally, state) + 1)
            return
        _leave_out(tally.left_out, tally.examples, state, row, self._currency(row))

    def _impossible(self, row: IncomingInvoice) -> str:
        if days_apart(self.today, row.invoiced_on) > YEAR_AHEAD:
            return f"{day_words(row.invoiced_on)} lies more than a year ahead."
        return "" if row.total else "The invoice comes to nothing."

    def _take(self, row: IncomingInvoice) -> str:
        client_id, why = self.finder.find(row)
        fee = self._known(row, client_id)
        if row.kind == "void":
            if fee is None:
                return "voided"
            self.journal.remove("fee", fee["id"])
            self.said.voided.append(row.number)
            return "changed"
        if fee is not None:
            return self._update(row, fee)
        if client_id is None:
            self.said.strangers[row.client or row.email] += 1
            return why
        self.journal.add("fee", self._row(row, client_id))
        self.said.count(row, self._currency(row))
        return "added"

    def _known(self, row: IncomingInvoice, client_id: int | None) -> Row | None:
        """Return the fee that is this invoice, by its number or else by its looks."""
        kind = None if row.kind == "void" else row.kind
        for fee in invoices.numbered(self.db, row.number):
            theirs = fee["client_id"] == client_id or (
                client_id is None and fee["source"] == row.source
            )
            if theirs and kind in {None, fee["kind"]}:
                return fee
        if client_id is None or kind is None:
            return None
        return next(
            (fee for fee in invoices.of_client(self.db, client_id) if self._alike(row, fee)), None
        )

    def _alike(self, row: IncomingInvoice, fee: Row) -> bool:
        """Tell whether a fee without number is this invoice: typed in before it was imported."""
        return (
            (not fee["number"] or not row.number)
            and fee["kind"] == row.kind
            and fee["currency"] == self._currency(row)
            and fee["amount"] in {row.amount, row.total}
            and abs(days_apart(fee["invoiced_on"], row.invoiced_on)) <= ALIKE_DAYS
            and (fee["source"] != row.source or fee["digest"] == self._digest(row, fee))
        )

    def _update(self, row: IncomingInvoice, fee: Row) -> str:
        """Bring a fee up to date with its invoice; what the file does not tell stays."""
        told = self._row(row, fee["client_id"])
        fields = {name: told[name] for name in FACTS}
        fields |= {name: told[name] for name in FILLED if told[name] and not fee[name]}
        if told["due_on"]:
            fields["due_on"] = told["due_on"]
        fields |= self._payment(row, fee)
        changed = {name: value for name, value in fields.items() if fee[name] != value}
        if not changed:
            return "known"
        if fee["import_id"] is not None:
            changed["import_id"] = self.import_id
        self.journal.change("fee", fee["id"], **changed)
        self.said.count(row, self._currency(row), paid_on=fields.get("paid_on", ""))
        return "changed"

    def _payment(self, row: IncomingInvoice, fee: Row) -> Row:
        """Return what the file says of the payment, where it says more than is known."""
        if row.paid_on and row.paid_on <= self.today:
            parts = [part for part in fee["note"].split("; ") if part != DAY_UNKNOWN]
            return {"paid_on": row.paid_on, "note": "; ".join(parts)}
        if row.paid and not fee["paid_on"]:
            at = invoices.imported_at(self.db, fee["import_id"])
            since = day_of(at, self.agency.zone) if at else ""
            note = "; ".join(part for part in (fee["note"], DAY_UNKNOWN) if part)
            return {"paid_on": self._likely_day(row, since), "note": note}
        if fee["paid_on"] and not row.paid:
            self.said.unpaid.append(row.number or day_words(row.invoiced_on))
        return {}

    def _likely_day(self, row: IncomingInvoice, since: str = "") -> str:
        """Return a day for a payment of an unknown day: due, or invoiced; never ahead of today.

        Args:
            row: the invoice.
            since: a day on which it was known not to be paid, or empty.
        """
        return min(max(row.due_on or row.invoiced_on, since), self.today)

    def _row(self, row: IncomingInvoice, client_id: int) -> Row:
        paid_on = row.paid_on if row.paid_on <= self.today else ""
        if row.paid and not row.paid_on:
            paid_on = self._likely_day(row)
        of = self._credited(row, client_id)
        return {
            "credits_id": of["id"] if of else None,
            "client_id": client_id, "placement_id": self._placement(row, client_id),
            "number": row.number, "amount": row.amount, "tax": row.tax,
            "currency": self._currency(row), "invoiced_on": row.invoiced_on,
            "due_on": row.due_on, "paid_on": paid_on, "kind": row.kind, "note": self._note(row),
            "source": row.source, "import_id": self.import_id, "digest": self._key(row, client_id),
        }  # fmt: skip

    def _placement(self, row: IncomingInvoice, client_id: int) -> int | None:
        """Return the one placement without a fee that this invoice can be of, or None."""
        if row.kind == "credit":
            of = self._credited(row, client_id)
            return of["placement_id"] if of else None
        near = [
            placement
            for placement, day in invoices.unbilled(self.db, client_id)
            if -BILLED_BEFORE <= days_apart(day, row.invoiced_on) <= BILLED_AFTER
        ]
        return near[0] if len(near) == 1 else None

    def _credited(self, row: IncomingInvoice, client_id: int) -> Row | None:
        """Return the one fee of the same amount that a credit note can be of, or None."""
        same = [
            fee
            for fee in invoices.of_client(self.db, client_id)
            if fee["kind"] == "invoice" and fee["amount"] == -row.amount
        ]
        return same[0] if len(same) == 1 and row.kind == "credit" else None

    def _note(self, row: IncomingInvoice) -> str:
        """Return what the fee's figures do not say."""
        parts = [row.title] if row.title else []
        if row.paid and not row.paid_on:
            parts.append(DAY_UNKNOWN)
        elif row.paid_on > self.today:
            parts.append(f"payment dated {day_words(row.paid_on)}")
        elif row.part_paid:
            parts.append(f"{amount_words(row.part_paid, self._currency(row))} of it paid")
        return "; ".join(parts)

    def _currency(self, row: IncomingInvoice) -> str:
        return row.currency or self.agency.currency

    def _key(self, row: IncomingInvoice, client_id: int) -> int:
        what = row.number or "|".join(
            (str(row.amount), self._currency(row), row.invoiced_on, row.title)
        )
        return digest(f"invoice|{client_id}|{row.source}|{row.kind}|{what}")

    def _digest(self, row: IncomingInvoice, fee: Row) -> int:
        return self._key(row, int(fee["client_id"]))


def _leave_out(
    counts: Counter[str],
    examples: dict[str, list[str]],
    reason: str,
    row: IncomingInvoice,
    currency: str,
) -> None:
    counts[reason] += 1
    kept = examples.setdefault(reason, [])
    if len(kept) < EXAMPLES:
        parts = (row.number, row.client or row.email, amount_words(row.total, currency))
        kept.append(", ".join(part for part in parts if part))
