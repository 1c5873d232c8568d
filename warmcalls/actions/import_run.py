"""One import while it runs: its rows go where they belong, and every one is counted."""

from collections import Counter
from collections.abc import Callable, Iterator

from warmcalls.actions.file_reading import Reading
from warmcalls.actions.find_duplicates import find_duplicates
from warmcalls.actions.import_figures import FigureIntake
from warmcalls.actions.import_invoices import InvoiceIntake
from warmcalls.actions.import_likeness import likeness
from warmcalls.actions.import_parties import PartyIntake
from warmcalls.actions.import_report import ImportReport
from warmcalls.actions.import_signals import SignalIntake
from warmcalls.actions.import_spend import SpendIntake
from warmcalls.actions.rejudge import rejudge
from warmcalls.domain.duplicates import Pair
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Batch, Evidence, Incoming, Party
from warmcalls.domain.incoming_money import IncomingInvoice, IncomingMonthFigure, IncomingSpend
from warmcalls.domain.settings import Settings
from warmcalls.store import imports, standing
from warmcalls.store.engine import Row, Writer
from warmcalls.store.imports import Tally
from warmcalls.store.journal import Journal

Step = Callable[[int, int], None]


class ImportRun:
    """One import while it runs."""

    def __init__(self, db: Writer, agency: Settings, now: int, name: str, how: Reading) -> None:
        self.db, self.agency, self.now = db, agency, now
        self.name, self.how = name, how
        self.tally = Tally()

    def open(self, journal: Journal, content: str, person_id: int | None) -> None:
        """Write the import down, so that its rows can carry its number."""
        row: Row = {"file": self.name, "format": self.how.format, "kind": self.how.kind}
        row |= {"content": content, "at": self.now, "person_id": person_id}
        row |= {"entry_id": journal.entry_id}
        self.import_id = imports.begin(self.db, row)
        self.signals = SignalIntake(self.db, self.agency, self.import_id)
        self.parties = PartyIntake(journal, self.agency, self.import_id, self.now, self.how.rules)
        self.spend = SpendIntake(journal, self.agency, self.import_id)
        self.invoices = InvoiceIntake(journal, self.agency, self.import_id, self.now)
        self.figures = FigureIntake(journal, self.import_id)

    def take(self, batch: Batch) -> None:
        """Take one batch in."""
        tally = self.tally
        tally.read += batch.read
        tally.left_out.update(batch.left_out)
        tally.problems += batch.problems
        whole = next((problem for problem in batch.problems if problem.line == 0), None)
        if whole:
            raise RefusedError(f"{self.name}: {whole.why} Nothing was imported.")
        for reason, examples in batch.examples.items():
            tally.examples.setdefault(reason, examples)
        evidence = [row for row in batch.rows if isinstance(row, Evidence)]
        if evidence:
            added, known = self.signals.take(evidence)
            tally.added += added
            tally.known += known
        for row in batch.rows:
            self._take(row)

    def _take(self, row: Incoming) -> None:
        if isinstance(row, Party):
            self._count(self.parties.take(row))
        elif isinstance(row, IncomingSpend):
            self.spend.add(row)
        elif isinstance(row, IncomingInvoice):
            self.invoices.take(row, self.tally)
        elif isinstance(row, IncomingMonthFigure):
            self._count(self.figures.take(row))

    def _count(self, state: str) -> None:
        if state in {"added", "changed", "known"}:
            setattr(self.tally, state, getattr(self.tally, state) + 1)
        else:
            self.tally.left_out[state] += 1

    def close(
        self, journal: Journal, stop: Callable[[], None], *, dry_run: bool = False
    ) -> ImportReport:
        """Work out what follows, write the counts down, and report."""
        self.spend.finish(self.tally)
        pairs = self._doubles(stop)
        doubles = len({max(pair.one_id, pair.other_id) for pair in pairs})
        standing.refresh(self.db, sorted(self.parties.touched), self.agency)
        rejudge(self.db, self.parties.touched.difference(self.parties.made))
        imports.finish(self.db, self.import_id, self.how.kind, self.tally)
        journal.said = f"import of {self.name}"
        tally, changes = self.tally, self.parties.changes
        return ImportReport(
            file=self.name,
            format=self.how.format,
            kind=self.how.kind,
            read=tally.read,
            added=tally.added,
            changed=tally.changed,
            known=tally.known,
            left_out=dict(tally.left_out),
            problems=tuple(tally.problems),
            import_id=self.import_id,
            matched=dict(self.signals.matched),
            notes=(
                *_strangers(self.parties.strangers),
                *self.spend.notes,
                *self.invoices.notes,
                *_here_already(doubles, dry_run=dry_run),
            ),
            fields=changes.fields,
            examples=tuple(changes.examples),
            rules=self.how.rules.to_json(),
            made=len(self.parties.made),
            duplicates=doubles,
            pairs=likeness(self.db, pairs, self.parties.namesakes),
        )

    def _doubles(self, stop: Callable[[], None]) -> tuple[Pair, ...]:
        """Return the new clients that may be here already, with whom; the pairs are kept.

        Of two new ones that seem to be one, the later may be here already.
        """
        found = find_duplicates(
            self.db, now=self.now, only=self.parties.made, step=lambda *_: stop()
        )
        return found.pairs


def _strangers(names: Counter[str]) -> Iterator[str]:
    """Yield a sentence on owners who do not use the app, so that nobody's client is theirs."""
    if names:
        who = ", ".join(name for name, _ in names.most_common(5))
        yield (
            f"Nobody here is called {who}: their clients have no recruiter. Add them under "
            "Settings, People, and import the file again."
        )


def _here_already(doubles: int, *, dry_run: bool) -> Iterator[str]:
    """Yield a sentence on new clients that seem to be others."""
    if doubles and dry_run:
        yield f"{doubles:,} of the new clients may be here already."
    elif doubles:
        them = "it" if doubles == 1 else "them"
        yield (
            f"{doubles:,} of the new clients may be here already: look at {them} under Clients, "
            "Duplicates."
        )
