"""Import files: all of a file or nothing, each fact once, with a report of what became of it."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from warmcalls.actions.import_figures import FigureIntake
from warmcalls.actions.import_invoices import InvoiceIntake
from warmcalls.actions.import_parties import PartyIntake
from warmcalls.actions.import_signals import SignalIntake
from warmcalls.actions.import_spend import SpendIntake
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Batch, Evidence, Incoming, Party, Problem
from warmcalls.domain.incoming_money import IncomingInvoice, IncomingMonthFigure, IncomingSpend
from warmcalls.domain.pages import WebRules
from warmcalls.domain.settings import Settings
from warmcalls.importers import files
from warmcalls.importers.mapping import Mapping
from warmcalls.importers.previewing import Preview, preview
from warmcalls.store import imports, settings, standing
from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.imports import Tally
from warmcalls.store.journal import Journal, entry

CHANGED: Final = frozenset("clients signals imports calls campaigns placements".split())
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file; `added`, `changed`, `known` and `left_out` add up to `read`.

    Attributes:
        import_id: 0 for a dry run.
        notes: sentences about what was not taken over, and what to do about it.
        matched: of the signals added, how many found a client, and how many stay visitors.
    """

    file: str
    format: str
    kind: str
    read: int
    added: int
    changed: int
    known: int
    left_out: dict[str, int]
    problems: tuple[Problem, ...]
    import_id: int
    matched: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class _DryRunError(Exception):
    """Carries the report out of a transaction that is rolled back."""


def go_on(done: int, total: int) -> None:
    """Take no notice of progress."""


def import_file(
    db: Writer,
    path: Path,
    *,
    now: int,
    file_format: str = "",
    mapping: Mapping | None = None,
    person_id: int | None = None,
    dry_run: bool = False,
    step: Step = go_on,
) -> ImportReport:
    """Import one file in one transaction.

    Args:
        db: the writer.
        path: the file.
        now: UTC microseconds.
        file_format: one of `files.FORMATS`, or empty to recognise it.
        mapping: for a table; without one a remembered one is taken, else it is guessed.
        person_id: who imports.
        dry_run: report, and change nothing.
        step: called with bytes done and in all; may raise `CancelledError`.

    Raises:
        RefusedError: the file cannot be imported; nothing was changed.
        CancelledError: from `step`; nothing was changed.
    """
    file_format = file_format or files.recognise(path)
    total = path.stat().st_size
    agency = settings.load(db)
    rules = WebRules(agency.patterns, agency.own_addresses, agency.own_hosts)
    mapping = mapping or remembered_mapping(db, path, file_format)
    batches = files.read(
        path, file_format, mapping,
        zone=agency.zone, rules=rules, stop=lambda: step(0, 0), now=now,
    )  # fmt: skip
    kind = mapping.kind if mapping else files.kind_of(path, file_format)
    run = _Run(db, agency, now, name=path.name, file_format=file_format, kind=kind)
    try:
        with db.atomic(), entry(db, "import", now, person_id) as journal:
            run.open(journal, file_digest(path), person_id)
            for batch in batches:
                run.take(batch)
                step(min(batch.done, total), total)
            report = run.close(journal)
            if mapping and mapping.signature and not dry_run:
                imports.remember_mapping(
                    db, mapping.signature, mapping.kind, mapping.to_json(), now
                )
            if dry_run:
                raise _DryRunError  # noqa: TRY301  the transaction's own way out
    except _DryRunError:
        return replace(report, import_id=0)
    except OSError as error:
        raise RefusedError(f"{path.name} cannot be read ({error.strerror}).") from error
    return report


class _Run:
    """One import while it runs."""

    def __init__(
        self, db: Writer, agency: Settings, now: int, *, name: str, file_format: str, kind: str
    ) -> None:
        self.db, self.agency, self.now = db, agency, now
        self.name, self.file_format, self.kind = name, file_format, kind
        self.tally = Tally()

    def open(self, journal: Journal, content: str, person_id: int | None) -> None:
        """Write the import down, so that its rows can carry its number."""
        row: Row = {"file": self.name, "format": self.file_format, "kind": self.kind}
        row |= {"content": content, "at": self.now, "person_id": person_id}
        row |= {"entry_id": journal.entry_id}
        self.import_id = imports.begin(self.db, row)
        self.signals = SignalIntake(self.db, self.agency, self.import_id)
        self.parties = PartyIntake(journal, self.agency, self.import_id, self.now)
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

    def close(self, journal: Journal) -> ImportReport:
        """Work out what follows, write the counts down, and report."""
        self.spend.finish(self.tally)
        standing.refresh(self.db, sorted(self.parties.touched), self.agency)
        imports.finish(self.db, self.import_id, self.kind, self.tally)
        journal.said = f"import of {self.name}"
        tally = self.tally
        return ImportReport(
            file=self.name,
            format=self.file_format,
            kind=self.kind,
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
            ),
        )


def _strangers(names: Counter[str]) -> Iterator[str]:
    """Yield a sentence on owners who do not use the app, so that nobody's client is theirs."""
    if names:
        who = ", ".join(name for name, _ in names.most_common(5))
        yield (
            f"Nobody here is called {who}: their clients have no recruiter. Add them under "
            "Settings, People, and import the file again."
        )


def remembered_mapping(db: Reader, path: Path, file_format: str) -> Mapping | None:
    """Return the mapping that was used last for a table with this header."""
    if file_format != "table":
        return None
    guessed = preview(path, rows=1).mapping
    body = imports.mapping(db, guessed.signature) if guessed else None
    return Mapping.from_json(body) if body else None


def preview_file(db: Reader, path: Path, mapping: Mapping | None = None) -> Preview:
    """Return the first ten rows of a table and how it would be read.

    Raises:
        RefusedError: it cannot be read as a table.
    """
    return preview(path, mapping or remembered_mapping(db, path, files.recognise(path)))


def file_digest(path: Path) -> str:
    """Return a hash of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
