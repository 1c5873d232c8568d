"""Lines of a text file that can be taken back: what a broken quotation mark swallowed."""

from collections import deque
from collections.abc import Iterator
from typing import TextIO

from warmcalls.domain.errors import RefusedError

LINE = 1_000_000  # characters; no row of a list is longer
RECORD = 2_000_000  # characters of one record over all its lines


class RecordTooLongError(Exception):
    """A record goes on and on: a quotation mark was opened and never closed."""


class Lines(Iterator[str]):
    """The lines of a text, counted, with those of the present record kept.

    Attributes:
        line: the number of the line on which the present record begins.
        taken: characters of all lines taken so far.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._again: deque[str] = deque()
        self._record: list[str] = []
        self._size = 0
        self.line = 1
        self.taken = 0

    def __next__(self) -> str:
        """Return the next line with its end."""
        line = self._again.popleft() if self._again else self._text.readline(LINE)
        if not line:
            raise StopIteration
        if len(line) == LINE:
            here = self.line + len(self._record)
            raise RefusedError(
                f"Line {here} is longer than a million characters: this is not a list. "
                "Export it again as CSV."
            )
        self._record.append(line)
        self._size += len(line)
        self.taken += len(line)
        if self._size > RECORD:
            raise RecordTooLongError
        return line

    def begin(self) -> None:
        """Begin a new record at the next line."""
        self.line += len(self._record)
        self._record.clear()
        self._size = 0

    def give_back(self) -> None:
        """Keep only the first line of the present record; the others are read again."""
        self._again.extendleft(reversed(self._record[1:]))
        self.taken -= sum(map(len, self._record[1:]))
        del self._record[1:]
