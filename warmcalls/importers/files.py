"""The front door of every importer: what a file is, and its records in batches."""

import bz2
import gzip
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Batch
from warmcalls.domain.pages import WebRules
from warmcalls.importers import reports, spreadsheets, weblogs
from warmcalls.importers.mapping import Mapping, TableKind
from warmcalls.importers.previewing import preview

HEAD: Final = 65_536
SURE_ENOUGH: Final = 0.5
FORMATS: Final = (weblogs.NAME, *spreadsheets.FORMATS)
LIKED_FIRST: Final = ("compan", "client-corporation")
ORDER: Final[tuple[TableKind, ...]] = ("clients", "spend", "signals", "invoices", "figures")


def recognise(path: Path) -> str:
    """Return the format of a file: "weblog", a known export, or "table".

    Raises:
        RefusedError: it is not there, cannot be read, is empty, or is nothing we know.
    """
    head = head_of(path)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise RefusedError(f"{path.name} is empty: nothing was imported.")
    log = weblogs.recognise(head, path.name)
    table = spreadsheets.recognise(head, path.name)
    if log >= SURE_ENOUGH and log >= table.confidence:
        return weblogs.NAME
    if table.confidence > 0:
        return table.format
    if log > 0:
        return weblogs.NAME
    preview(path, rows=1)  # says what is wrong with it
    raise RefusedError(
        f"{path.name} is neither a table nor a web server log: export it as CSV or XLSX."
    )


def head_of(path: Path) -> bytes:
    """Return the first bytes of a file, unpacked.

    Raises:
        RefusedError: it is not there, is a folder, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(3)
        opener = gzip.open if magic[:2] == b"\x1f\x8b" else bz2.open if magic == b"BZh" else open
        with opener(path, "rb") as file:
            return bytes(file.read(HEAD))
    except FileNotFoundError as error:
        raise RefusedError(f"{path} is not there: check its name.") from error
    except IsADirectoryError as error:
        raise RefusedError(f"{path} is a folder: name the files in it.") from error
    except (OSError, EOFError, gzip.BadGzipFile) as error:
        raise RefusedError(f"{path.name} cannot be read: it may be cut off or damaged.") from error


def in_order(paths: Iterable[Path], formats: dict[Path, str]) -> list[Path]:
    """Return files in the order that lets them find each other.

    Companies, contacts, spend (whose campaigns have proper names), signals, invoices.
    """

    def place(path: Path) -> int:
        if any(word in formats[path] for word in LIKED_FIRST):
            return 0
        return ORDER.index(kind_of(path, formats[path])) + 1

    return sorted(paths, key=place)


def kind_of(path: Path, file_format: str) -> TableKind:
    """Return what a file seems to hold."""
    if file_format == weblogs.NAME:
        return "signals"
    if report := reports.FORMATS.get(file_format):
        return report.kind
    if file_format != spreadsheets.TABLE:
        return "clients"
    try:
        return preview(path, rows=1).kind
    except RefusedError:
        return "clients"


def read(
    path: Path,
    file_format: str,
    mapping: Mapping | None,
    *,
    zone: ZoneInfo,
    rules: WebRules,
    stop: Callable[[], None],
    now: int,
) -> Iterator[Batch]:
    """Yield the records of a file.

    Raises:
        RefusedError: the file cannot be read, or not by this format or mapping.
        CancelledError: from `stop`.
    """
    if file_format == weblogs.NAME:
        return weblogs.read(path, rules, stop=stop)
    if file_format not in FORMATS:
        raise RefusedError(f"{file_format} is no format: choose one of {', '.join(FORMATS)}.")
    return spreadsheets.read(path, file_format, mapping, zone, stop=stop, now=now)
