"""Reading a log from its first line to its last."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from warmcalls.domain.incoming import Batch, Problem
from warmcalls.domain.pages import WebRules
from warmcalls.importers.weblogs.apache import ApacheLines
from warmcalls.importers.weblogs.hits import Hit, MalformedError
from warmcalls.importers.weblogs.iis import IisLines
from warmcalls.importers.weblogs.lines import BLOCK, Block, blocks
from warmcalls.importers.weblogs.sieve import Sieve

NOTHING: Final = b"\0 \t\r\xef\xbb\xbf"  # a server that crashes leaves zeros behind


def never() -> None:
    """Do not stop."""


class LineReader:
    """Turns lines into hits, of whichever format the lines so far have announced."""

    def __init__(self) -> None:
        self._iis = IisLines()
        self.read: Callable[[bytes], Hit] = ApacheLines()

    @property
    def is_iis(self) -> bool:
        """Whether the log has announced IIS's format."""
        return self.read is self._iis

    def set_aside(self, line: bytes) -> bool:
        """Tell whether a line that is no hit is not meant to be one: blank, or a comment."""
        text = line.strip(NOTHING)
        if text.startswith(b"#") and self._iis.directive(text):
            self.read = self._iis
        return not text or text.startswith(b"#")


def read(
    path: Path, rules: WebRules, *, stop: Callable[[], None] = never, block: int = BLOCK
) -> Iterator[Batch]:
    """Yield the page views of a log, packed or not, and what was left out of it.

    Args:
        path: the log; each batch says how many of its bytes are done.
        rules: what the agency's pages are, and which visits are its own.
        stop: called before each batch; raises to stop.
        block: bytes read at a time.

    Raises:
        OSError: if the file cannot be opened.
        RefusedError: if the rules hold something that is no address.
    """
    lines, sieve = LineReader(), Sieve(rules)
    for piece in blocks(path, block):
        stop()
        problems = _sort(piece, lines, sieve)
        batch = sieve.finished(piece.done, last=piece.last)
        batch.problems = problems
        yield batch


def _sort(piece: Block, lines: LineReader, sieve: Sieve) -> list[Problem]:
    """Give the hits among some lines to the sieve; return what was wrong with the others."""
    problems: list[Problem] = []
    take = sieve.take
    for number, line in enumerate(piece.lines, piece.first):
        try:
            hit = lines.read(line)
        except MalformedError as error:
            if not lines.set_aside(line):
                problems.append(Problem(number, str(error)))
        else:
            take(hit, line)
    if piece.damaged:
        problems.append(
            Problem(0, "The packed file is damaged; it was read as far as it could be unpacked.")
        )
    return problems
