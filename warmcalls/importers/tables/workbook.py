"""Workbooks (XLSX, XLSM, XLSB, ODS, XLS): parsed by a child process, since one can be a bomb."""

import multiprocessing
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from warmcalls.domain.errors import RefusedError
from warmcalls.importers.tables import workbook_child
from warmcalls.importers.tables.rows import Row, cell_text

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FILE = 100 << 20  # bytes
UNPACKED = 300 << 20
RATIO = 100
PARTS = 100
SMALL = 10 << 20  # bytes unpacked below which any ratio does no harm
PATIENCE = 120  # seconds without a row


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook that a child process reads.

    Attributes:
        height: rows of the sheet, empty ones too.
        line: says which row was read last.
    """

    rows: Iterator[Row]
    height: int
    line: Callable[[], int]


def is_workbook(head: bytes) -> bool:
    """Tell a workbook by its first bytes."""
    return head.startswith((ZIP, COMPOUND))


@contextmanager
def opened(path: Path, sheet: str, stop: Callable[[], None]) -> Iterator[Book]:
    """Open a workbook; the child process ends with the context.

    Raises:
        RefusedError: the workbook is too big, damaged, protected or has no such sheet.
    """
    refuse_bombs(path)
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    child = spawn.Process(
        target=workbook_child.send_rows, args=(str(path), sheet, theirs), daemon=True
    )
    child.start()
    theirs.close()
    answers = Answers(ours, path.name, stop)
    try:
        height = answers.height()
        yield Book(answers.rows(), height, lambda: answers.line)
    finally:
        ours.close()
        child.kill()
        child.join()


class Answers:
    """What the child says, one message after the other.

    Attributes:
        line: the row that came last.
    """

    def __init__(self, pipe: Connection, name: str, stop: Callable[[], None]) -> None:
        self._pipe = pipe
        self._name = name
        self._stop = stop
        self.line = 0

    def height(self) -> int:
        """Return the height of the sheet, which the child says first."""
        answer = self._next()
        assert isinstance(answer, int)
        return answer

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not empty."""
        while chunk := self._next():
            assert isinstance(chunk, list)
            for line, cells in chunk:
                self.line = line
                yield Row(line, [cell_text(cell) for cell in cells])

    def _next(self) -> int | list[tuple[int, list[str]]]:
        until = time.monotonic() + PATIENCE
        while not self._pipe.poll(0.1):
            self._stop()
            if time.monotonic() > until:
                raise self._refusal("takes too long to read")
        self._stop()
        try:
            answer: int | list[tuple[int, list[str]]] | str = self._pipe.recv()
        except (EOFError, OSError):
            raise self._refusal("is too big to read safely") from None
        if isinstance(answer, str):
            raise self._refusal(answer)
        return answer

    def _refusal(self, why: str) -> RefusedError:
        return RefusedError(f"{self._name} {why}: save the sheet you want as CSV and import that.")


def refuse_bombs(path: Path) -> None:
    """Refuse a workbook that would unpack to more than any list needs.

    Raises:
        RefusedError: with the reason.
    """
    advice = "save the sheet you want as CSV and import that."
    if path.stat().st_size > FILE:
        raise RefusedError(f"{path.name} is larger than 100 MB: {advice}")
    with path.open("rb") as file:
        if file.read(len(COMPOUND)) == COMPOUND:
            return  # not compressed
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise RefusedError(
            f"{path.name} is cut off or damaged: export or download it again."
        ) from None
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    crammed = unpacked > SMALL and unpacked > RATIO * packed
    if unpacked > UNPACKED or len(parts) > PARTS or crammed:
        raise RefusedError(f"{path.name} unpacks to more than a list can need: {advice}")
