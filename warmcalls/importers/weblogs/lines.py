"""Lines of a log of any size, packed or not, some megabytes at a time."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

BLOCK: Final = 512 * 1024
LONGEST_LINE: Final = 1024 * 1024
DAMAGES: Final = (EOFError, OSError, zlib.error, lzma.LZMAError)


@dataclass(slots=True)
class Block:
    """Whole lines of a file.

    Attributes:
        first: number of the first of them, counted from 1.
        done: bytes of the file consumed so far, packed as it is.
        last: there are no more.
        damaged: the packed file could not be read beyond these lines.
    """

    first: int
    lines: list[bytes]
    done: int
    last: bool = False
    damaged: bool = False


def unpacked(file: BinaryIO) -> BinaryIO:
    """Return a file's contents: what is packed is known by its first bytes, not by its name."""
    start = file.read(6)
    file.seek(0)
    if start.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if start.startswith(b"BZh"):
        return cast("BinaryIO", bz2.BZ2File(file))
    if start.startswith(b"\xfd7zXZ\x00"):
        return cast("BinaryIO", lzma.LZMAFile(file))
    return file


def blocks(path: Path, size: int = BLOCK) -> Iterator[Block]:
    """Yield the lines of a file without their ends, about `size` bytes at a time.

    Of a line longer than LONGEST_LINE only the beginning is kept: no log has such lines, and
    memory must stay flat.

    Raises:
        OSError: if the file cannot be opened.
    """
    with path.open("rb") as file:
        contents = unpacked(file)
        packed = contents is not file
        number, rest, damaged = 1, b"", False
        while True:
            try:
                piece = contents.read(size)
            except DAMAGES:
                if not packed:
                    raise
                piece, damaged = b"", True
            text = rest + piece
            lines = (text.replace(b"\r\n", b"\n") if b"\r" in text else text).split(b"\n")
            if piece:
                rest = lines.pop()[:LONGEST_LINE]
            yield Block(number, lines, file.tell(), not piece, damaged)
            if not piece:
                return
            number += len(lines)
