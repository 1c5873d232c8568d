"""What a PDF says, read from its streams: enough for the files that matplotlib writes."""

import re
import zlib
from pathlib import Path

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
SHOWN = re.compile(rb"BT\n(.*?)\nET", re.DOTALL)
PIECE = re.compile(rb"\(((?:\\.|[^\\)])*)\)", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
FONT = re.compile(rb"/FontName /[A-Z]{6}\+(\S+)")
EMBEDDED = re.compile(rb"/Subtype /Type3")


def text_of(path: Path) -> str:
    """Return the words of a PDF, one run of text a line."""
    data = path.read_bytes()
    lines: list[str] = []
    for found in STREAM.finditer(data):
        try:
            # the last byte of a checksum may look like the end of the line: then it is missing
            content = zlib.decompressobj().decompress(found[1])
        except zlib.error:
            continue
        for shown in SHOWN.finditer(content):
            pieces = b"".join(map(_plain, PIECE.findall(shown[1])))
            lines.append(pieces.decode("latin-1"))
    return "\n".join(lines)


def _plain(piece: bytes) -> bytes:
    def one(found: re.Match[bytes]) -> bytes:
        code = found[1]
        return bytes([int(code, 8)]) if code.isdigit() else code

    return ESCAPE.sub(one, piece)


def pages_of(path: Path) -> int:
    """Return how many pages there are."""
    return len(re.findall(rb"/Type /Page\b(?!s)", path.read_bytes()))


def faces_of(path: Path) -> set[str]:
    """Return the faces that are inside."""
    return {name.decode() for name in FONT.findall(path.read_bytes())}
