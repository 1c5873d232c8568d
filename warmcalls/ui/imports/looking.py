"""What a file seems to be, found out in the reading lane."""

from dataclasses import dataclass
from pathlib import Path

from warmcalls.actions.import_files import preview_file
from warmcalls.domain.errors import RefusedError
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
    """

    path: Path
    format: str
    size: int
    preview: Preview | None


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
    return Look(path, found.format, size, found)


def ordered(paths: list[Path]) -> list[Path]:
    """Return files in the order that lets them find each other; what is no file stays last."""
    known: dict[Path, str] = {}
    for path in paths:
        try:
            known[path] = files.recognise(path)
        except RefusedError:
            continue
    return [*files.in_order(known, known), *(path for path in paths if path not in known)]
