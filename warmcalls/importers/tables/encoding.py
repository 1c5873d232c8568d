"""Which encoding a text file has: by its byte-order mark, else UTF-8, else Windows-1252."""

import codecs
import re
from collections.abc import Callable
from pathlib import Path

from warmcalls.domain.errors import RefusedError

CHUNK = 1 << 20
HEAD = 1 << 16
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MARKUP = re.compile(r"\s*([{<]|\[\s*[{\[\]]|BEGIN:V)")  # JSON, XML, HTML, vCard
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
BINARY = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1f\x8b", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
)


def encoding_of(path: Path, stop: Callable[[], None]) -> str:
    """Return the codec that reads this file, once it is sure that it is text.

    Raises:
        RefusedError: the file is empty or no text.
    """
    with path.open("rb") as file:
        refuse_binary(file.read(HEAD), path.name)
    return codec_of(path, stop)


def codec_of(path: Path, stop: Callable[[], None]) -> str:
    """Return the codec that reads a text, having looked at all of it.

    Windows-1252 also reads as UTF-8 in rare places, so that one line alone can't tell.
    """
    utf8 = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        head = file.read(HEAD)
        if mark := marked(head):
            return mark
        while head:
            try:
                utf8.decode(head)
            except UnicodeDecodeError:
                return "cp1252"
            stop()
            head = file.read(CHUNK)
    return "utf-8"


def marked(head: bytes) -> str:
    """Return the codec that a byte-order mark names, or ""."""
    return next((codec for mark, codec in MARKS if head.startswith(mark)), "")


def head_text(head: bytes) -> str:
    """Return the beginning of a file as text, never failing; its last line may be cut."""
    codec = marked(head) or "utf-8"
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        return decoder.decode(head)
    except UnicodeDecodeError:
        return head.decode("utf-16" if codec == "utf-16" else "cp1252", "replace")


def refuse_binary(head: bytes, name: str) -> None:
    """Refuse what is empty or no text, by its first bytes.

    Raises:
        RefusedError: with advice.
    """
    if not head.strip(b" \t\r\n\0") or head in {mark for mark, _ in MARKS}:
        raise RefusedError(f"{name} is empty: export it again and check that it holds rows.")
    for magic, what in BINARY:
        if head.startswith(magic):
            raise RefusedError(
                f"{name} is {what}, whatever its name says: choose a CSV file or a workbook."
            )
    if MARKUP.match(head_text(head)):
        raise RefusedError(f"{name} is no table: export it as CSV, or choose its own import.")
    if not marked(head) and is_binary(head):
        raise RefusedError(f"{name} is not text: choose a CSV file or a workbook.")


def is_binary(head: bytes) -> bool:
    """Tell whether more than one byte in a hundred is a control character."""
    controls = len(head) - len(head.translate(None, CONTROLS))
    return controls > len(head) // 100
