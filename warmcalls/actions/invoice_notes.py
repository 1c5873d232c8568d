"""What a person should look at after invoices came in."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from warmcalls.domain.incoming_money import IncomingInvoice
from warmcalls.domain.money import amount_words
from warmcalls.domain.settings import Settings
from warmcalls.store import exchange_rates
from warmcalls.store.engine import Reader

MOST: Final = 5


class NotesOnInvoices:
    """Counts while an import runs, and says it at the end.

    Attributes:
        voided: numbers of invoices that were taken back, whose fees went.
        unpaid: those that are paid here and not in the file.
        strangers: who is no client, as the file spells them.
    """

    def __init__(self, db: Reader, agency: Settings, today: str) -> None:
        self._db, self._agency, self._today = db, agency, today
        self.voided: list[str] = []
        self.unpaid: list[str] = []
        self.strangers: Counter[str] = Counter()
        self._totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._paid_some_day = 0

    def count(self, row: IncomingInvoice, currency: str, paid_on: str | None = None) -> None:
        """Count an invoice that was added, or changed where `paid_on` is told."""
        if paid_on is None:
            totals = self._totals[currency]
            totals[0] += row.total
            totals[1] += row.tax
            totals[2] += 1
        if row.paid and not row.paid_on and paid_on != "":
            self._paid_some_day += 1

    def sentences(self) -> Iterator[str]:
        """Yield one sentence each."""
        yield from self._tax()
        yield from self._unconverted()
        if self._paid_some_day:
            many = self._paid_some_day
            what = "1 invoice is" if many == 1 else f"{many} invoices are"
            yield (
                f"{what} paid, and the file does not say when: the due day stands for it, today "
                "where that is still to come. Change it where you know better."
            )
        if self.voided:
            yield f"Taken back since, so their fees went: {', '.join(self.voided[:MOST])}."
        if self.unpaid:
            yield (
                f"Paid here and not in the file, left as they are: {', '.join(self.unpaid[:MOST])}."
            )

        if self.strangers:
            who = "; ".join(name for name, _ in self.strangers.most_common(MOST))
            more = len(self.strangers) - MOST
            rest = f" and {more} more" if more > 0 else ""
            yield (
                f"No client is called {who}{rest}: their invoices were left out. Add the client, "
                "or this name to one, and import the file again."
            )

    def _tax(self) -> Iterator[str]:
        for currency, (total, tax, _) in self._totals.items():
            if tax:
                yield (
                    f"{amount_words(total, currency)} invoiced, {amount_words(tax, currency)} of "
                    "it tax: fees are kept without it."
                )

    def _unconverted(self) -> Iterator[str]:
        rates = exchange_rates.load(self._db, self._agency.currency)
        for currency, (total, tax, many) in self._totals.items():
            if rates.home_amount(1, currency, self._today) is None:
                fees = "1 fee" if many == 1 else f"{many} fees"
                wait = "waits" if many == 1 else "wait"
                yield (
                    f"{fees} in {currency} ({amount_words(total - tax, currency)}) {wait} for an "
                    f"exchange rate: type in what 1 {currency} is in {self._agency.currency} under "
                    "Briefs and fees."
                )
