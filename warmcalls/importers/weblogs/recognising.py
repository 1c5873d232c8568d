"""Telling a web server's log by its first lines."""

from collections import Counter
from typing import Final

from warmcalls.importers.weblogs.hits import Hit, MalformedError
from warmcalls.importers.weblogs.reading import LineReader

NAME: Final = "weblog"
ENOUGH_LINES: Final = 200
SURE: Final = 0.98


def format_of(head: bytes) -> str:
    """Return "combined", "common", "vhost_combined", "vhost_common" or "iis"; "" if none."""
    formats, _ = _formats_in(head)
    return formats.most_common(1)[0][0] if formats else ""


def recognise(head: bytes, name: str) -> float:
    """Return how sure it is, from 0 to 1, that a file is a web server's log.

    Args:
        head: its first bytes, unpacked.
        name: its name, which counts for nothing: logs are called anything.
    """
    del name
    formats, others = _formats_in(head)
    hits = formats.total()
    return SURE * hits / (hits + others) if hits else 0.0


def _formats_in(head: bytes) -> tuple[Counter[str], int]:
    """Return how many lines each format has, and how many lines are no hits."""
    lines = head.replace(b"\r\n", b"\n").split(b"\n")
    if len(lines) > 1:
        lines.pop()  # most likely cut off, or empty
    reader, formats, others = LineReader(), Counter[str](), 0
    for line in lines[:ENOUGH_LINES]:
        try:
            formats[_format(reader.read(line), reader)] += 1
        except MalformedError:
            others += not reader.set_aside(line)
    return formats, others


def _format(hit: Hit, reader: LineReader) -> str:
    """Return the name of the format a hit was written in."""
    if reader.is_iis:
        return "iis"
    return ("vhost_" if hit.host else "") + ("common" if hit.agent is None else "combined")
