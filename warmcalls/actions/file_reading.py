"""How a file is read: as somebody says, else as the last one of its shape was."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from warmcalls.domain.incoming_rules import Rules
from warmcalls.importers import files, spreadsheets
from warmcalls.importers.field_rules import told_by
from warmcalls.importers.mapping import Mapping, TableKind
from warmcalls.importers.previewing import preview
from warmcalls.store import imports, settings
from warmcalls.store.engine import Reader, Writer


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file is read.

    Attributes:
        format: one of `files.FORMATS`.
        kind: what its rows are.
        mapping: what the columns of a table say; None for a known export, or to be guessed.
        rules: what it may change at clients that are here.
    """

    format: str
    kind: TableKind
    mapping: Mapping | None
    rules: Rules


def reading_of(
    db: Reader, path: Path, file_format: str, mapping: Mapping | None, rules: Rules | None
) -> Reading:
    """Return how a file is read.

    Raises:
        RefusedError: it cannot be read, or what was remembered cannot.
    """
    file_format = file_format or files.recognise(path)
    mapping = mapping or remembered_mapping(db, path, file_format)
    if mapping is None and rules is not None and file_format == spreadsheets.TABLE:
        mapping = preview(path, rows=1).mapping  # so that the rules are kept with it
    if rules is None:
        rules = mapping.rules if mapping else remembered_rules(db, file_format)
    kind = mapping.kind if mapping else files.kind_of(path, file_format)
    return Reading(file_format, kind, mapping, rules)


def remembered_mapping(db: Reader, path: Path, file_format: str) -> Mapping | None:
    """Return the mapping that was used last for a table with this header."""
    if file_format != spreadsheets.TABLE:
        return None
    guessed = preview(path, rows=1).mapping
    body = imports.mapping(db, guessed.signature) if guessed else None
    return Mapping.from_json(body) if body else None


def remembered_rules(db: Reader, file_format: str) -> Rules:
    """Return the rules that were used last for a known export."""
    body = imports.mapping(db, _key(file_format))
    return Rules.from_json(json.loads(body)) if body else Rules()


def told_of_export(db: Reader, path: Path, file_format: str) -> tuple[str, ...]:
    """Return the fields that the first rows of a known export tell of clients and contacts."""
    zone = settings.load(db).zone
    first = next(spreadsheets.read(path, file_format, None, zone, stop=spreadsheets.go_on), None)
    return told_by(first.rows) if first else ()


def remember(db: Writer, how: Reading, now: int) -> None:
    """Keep how a file was read for the next one of its shape."""
    if how.mapping and how.mapping.signature:
        body = replace(how.mapping, rules=how.rules).to_json()
        imports.remember_mapping(db, how.mapping.signature, how.mapping.kind, body, now)
    elif not how.mapping and how.rules != remembered_rules(db, how.format):
        body = json.dumps(how.rules.to_json())
        imports.remember_mapping(db, _key(how.format), how.kind, body, now)


def _key(file_format: str) -> str:
    """Return what stands for the header of a known export."""
    return f"format {file_format}"
