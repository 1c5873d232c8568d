"""Import files: all of a file or nothing, each fact once, with a report of what became of it."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from warmcalls.actions.fee_levels import price_beside
from warmcalls.actions.file_reading import reading_of, remember, remembered_mapping
from warmcalls.actions.import_report import ImportReport
from warmcalls.actions.import_run import ImportRun, Step
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming_rules import Rules
from warmcalls.domain.pages import WebRules
from warmcalls.importers import files
from warmcalls.importers.mapping import Mapping
from warmcalls.importers.previewing import Preview, preview
from warmcalls.store import settings
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.journal import entry

CHANGED: Final = frozenset("clients signals imports calls campaigns placements".split())


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
    rules: Rules | None = None,
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
        rules: what it may change at clients that are here; else those of the mapping, or of the
            last file of this shape.
        person_id: who imports.
        dry_run: report, and change nothing.
        step: called with bytes done and in all; may raise `CancelledError`.

    Raises:
        RefusedError: the file cannot be imported; nothing was changed.
        CancelledError: from `step`; nothing was changed.
    """
    how = reading_of(db, path, file_format, mapping, rules)
    total = path.stat().st_size
    agency = settings.load(db)
    web = WebRules(agency.patterns, agency.own_addresses, agency.own_hosts)
    batches = files.read(
        path, how.format, how.mapping,
        zone=agency.zone, rules=web, stop=lambda: step(0, 0), now=now,
    )  # fmt: skip
    run = ImportRun(db, agency, now, path.name, how)
    try:
        with db.atomic(beside=True), entry(db, "import", now, person_id) as journal:
            run.open(journal, file_digest(path), person_id)
            for batch in batches:
                run.take(batch)
                step(min(batch.done, total), total)
            report = run.close(journal, lambda: step(0, 0), dry_run=dry_run)
            if dry_run:
                raise _DryRunError  # noqa: TRY301  the transaction's own way out
            remember(db, how, now)
    except _DryRunError:
        return replace(report, import_id=0)
    except OSError as error:
        raise RefusedError(f"{path.name} cannot be read ({error.strerror}).") from error
    price_beside(journal)
    return report


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
