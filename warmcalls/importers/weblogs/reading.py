"""Reading a log from its first line to its last."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
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
KEPT: Final = ""  # what the sieve says of a page view
NO_HIT: Final = "no hit"
DAMAGED: Final = "The packed file is damaged; it was read as far as it could be unpacked."
ENOUGH_EXAMPLES: Final = 5
LONGEST_EXAMPLE: Final = 300


def never() -> None:
    """Do not stop."""


class Examples:
    """Picks the first few lines of a file for each reason to leave one out."""

    def __init__(self) -> None:
        self._shown: Counter[str] = Counter()

    def of(self, whys: Iterable[str], fates: list[str], lines: list[bytes]) -> dict[str, list[str]]:
        """Return lines for those of the reasons that have not enough of them yet."""
        found: dict[str, list[str]] = {}
        for why in whys:
            wanted = ENOUGH_EXAMPLES - self._shown[why]
            if wanted:
                hits = (line for fate, line in zip(fates, lines, strict=True) if fate == why)
                found[why] = [
                    line[:LONGEST_EXAMPLE].decode(errors="replace") for line in islice(hits, wanted)
                ]
                self._shown[why] += len(found[why])
        return found


class LineReader:
    """Turns lines into hits, of whichever format the lines so far have announced.

    Attributes:
        read: returns the hit of a line, or raises MalformedError.
        is_iis: a directive of IIS's format has been read.
    """

    def __init__(self) -> None:
        self._iis = IisLines()
        self.is_iis = False
        self.read: Callable[[bytes], Hit] = ApacheLines().hit

    def set_aside(self, line: bytes) -> bool:
        """Tell whether a line that is no hit is not meant to be one: blank, or a comment."""
        text = line.strip(NOTHING)
        if text.startswith(b"#") and self._iis.directive(text):
            self.read, self.is_iis = self._iis.hit, True
        return not text or text.startswith(b"#")


def read_here(
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
    lines, sieve, examples = LineReader(), Sieve(rules), Examples()
    for piece in blocks(path, block):
        stop()
        yield _sorted(piece, lines, sieve, examples)


def _sorted(piece: Block, lines: LineReader, sieve: Sieve, examples: Examples) -> Batch:
    """Return the batch of some lines.

    What becomes of each line is only noted while they are read, and counted afterwards, at once.
    """
    batch = Batch(done=piece.done)
    fates: list[str] = []
    take, fate = sieve.take, fates.append
    for number, line in enumerate(piece.lines, piece.first):
        try:
            fate(take(lines.read(line)))
        except MalformedError as error:
            fate(NO_HIT)
            if not lines.set_aside(line):
                batch.problems.append(Problem(number, str(error)))
    if piece.damaged:
        batch.problems.append(Problem(0, DAMAGED))
    batch.rows, scanned = sieve.sifted(last=piece.last)
    batch.left_out = Counter(fates)
    del batch.left_out[KEPT], batch.left_out[NO_HIT]
    batch.examples = examples.of(batch.left_out, fates, piece.lines)
    if scanned:
        batch.left_out["scanner"] += scanned
    batch.read = len(batch.rows) + batch.left_out.total()
    return batch
