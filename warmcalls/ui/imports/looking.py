"""What a file seems to be, found out in the reading lane."""

from dataclasses import dataclass, field
from pathlib import Path

from warmcalls.actions.file_reading import remembered_rules, told_of_export
from warmcalls.actions.import_files import preview_file
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming_rules import Rules
from warmcalls.importers import files, weblogs
from warmcalls.importers.mapping import Mapping
from warmcalls.importers.previewing import Preview
from warmcalls.store.engine import Reader


@dataclass(frozen=True, slots=True)
class Look:
    """A file before it is imported.

    Attributes:
        size: in bytes.
        preview: None for a web server log, which has no columns to choose.
        told: what a known export tells of clients that may be here already.
        rules: what it may change at them, as for the last one.
    """

    path: Path
    format: str
    size: int
    preview: Preview | None
    told: tuple[str, ...] = ()
    rules: Rules = field(default_factory=Rules)


def look_at(db: Reader, path: Path, mapping: Mapping | None = None) -> Look:
    """Return what a file seems to be.

    Raises:
        RefusedError: it cannot be read; the sentence says what to do.
    """
    file_format = files.recognise(path)
    size = path.stat().st_size
    if file_format == weblogs.NAME:
        return Look(path, file_format, size, None)
    found = preview_file(db, path, mapping)
    if found.mapping or found.kind != "clients":
        return Look(path, found.format, size, found)
    told = told_of_export(db, path, found.format)
    return Look(path, found.format, size, found, told, remembered_rules(db, found.format))


def ordered(paths: list[Path]) -> list[Path]:
    """Return files in the order that lets them find each other; what is no file stays last."""
    known: dict[Path, str] = {}
    for path in paths:
        try:
            known[path] = files.recognise(path)
        except RefusedError:
            continue
    return [*files.in_order(known, known), *(path for path in paths if path not in known)]
