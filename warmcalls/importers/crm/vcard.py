"""vCards 2.1, 3.0 and 4.0: address books of phones and mail programs."""

import quopri
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Batch, IncomingClient, IncomingContact, Party, Problem
from warmcalls.importers.batching import Item, batches
from warmcalls.importers.crm.export import domains, emails, full_name, phones
from warmcalls.importers.tables.encoding import codec_of
from warmcalls.importers.tables.opening import head_of
from warmcalls.importers.tables.rows import LeftOut

FORMAT = "vcard"
SOURCE = "vcard"
BEGIN = re.compile(rb"(\xef\xbb\xbf)?\s*BEGIN:VCARD\b", re.IGNORECASE)
LARGEST = 50 << 20  # bytes
LABELS = ("cell", "work", "home")
PROPERTY = re.compile(
    r"""(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<marks>(?:;(?:[^":]|"[^"]*")*)?):(?P<value>.*)""", re.DOTALL
)
NO_VOICE = re.compile(r"fax|pager|bbs|modem|pcs")


class Property(NamedTuple):
    """One line of a card: its name, its parameters in lower case, its value."""

    name: str
    marks: str
    value: str


def recognise(head: bytes) -> float:
    """Tell vCards by their first line."""
    return 0.95 if BEGIN.match(head) else 0.0


def read(path: Path, stop: Callable[[], None]) -> Iterator[Batch]:
    """Read all cards of a file.

    Raises:
        RefusedError: the file is too large for an address book, or holds no card.
        CancelledError: from `stop`.
    """
    head = head_of(path)
    size = path.stat().st_size
    if size > LARGEST:
        raise RefusedError(f"{path.name} is larger than 50 MB: export fewer people at a time.")
    if not BEGIN.match(head):
        raise RefusedError(f"{path.name} holds no vCard: export the people anew.")
    text = path.read_text(codec_of(path, stop), errors="replace")
    yield from batches(cards(text), lambda: size, stop)


def cards(text: str) -> Iterator[Item]:
    """Yield a party for each card."""
    held: list[Property] | None = None
    begun = 0
    for line, each in properties(text):
        if each.name == "begin":
            held, begun = [], line
        elif each.name == "end" and held is not None:
            yield party(begun, held)
            held = None
        elif held is not None:
            held.append(each)
    if held is not None:
        yield Problem(begun, "The card has no end: the file may be cut off.")


def properties(text: str) -> Iterator[tuple[int, Property]]:
    """Yield each property with its line, long lines put together again."""
    begun, lines, printable, soft = 0, [""], False, False
    for line, part in enumerate([*text.splitlines(), ""], start=1):
        if soft or part[:1] in {" ", "\t"}:
            lines.append(part if printable else part[1:])
        else:
            each = parsed(("\n" if printable else "").join(lines))
            if each:
                yield begun, each
            begun, lines, printable = line, [part], "quoted-printable" in part.lower()
        soft = printable and part.endswith("=")


def parsed(line: str) -> Property | None:
    """Return a property with its value decoded, or None if the line is none."""
    found = PROPERTY.fullmatch(line)
    if found is None:
        return None
    marks, value = found["marks"].lower(), found["value"]
    if "quoted-printable" in marks:
        value = quopri.decodestring(value.encode("utf-8", "replace")).decode("utf-8", "replace")
    return Property(found["name"].lower(), marks, value.strip())


def parts(value: str) -> list[str]:
    """Return the parts between the semicolons, escapes undone."""
    return [plain(part) for part in re.split(r"(?<!\\);", value)]


def plain(value: str) -> str:
    r"""Return a value with escapes undone: "\," is a comma, "\n" a new line."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value).strip()


def party(line: int, card: list[Property]) -> Party | LeftOut:
    """Return the person of a card and the company it names."""
    addresses = emails(*(plain(each.value) for each in card if each.name == "email"))
    company = parts(first(card, "org"))[0]
    family, given, *_ = [*parts(first(card, "n")), "", ""]
    name = plain(first(card, "fn")) or full_name(given, family) or "".join(addresses[:1])
    if not (name or company):
        return LeftOut("no_name", "")
    numbers = phones(
        *(
            (label(each), plain(each.value).removeprefix("tel:"))
            for each in card
            if each.name == "tel" and not NO_VOICE.search(each.marks)
        )
    )
    website = plain(first(card, "url"))
    client = IncomingClient(company, source=SOURCE, website=website, domains=domains(website))
    person = IncomingContact(
        name,
        role=plain(first(card, "title")),
        emails=addresses,
        phones=numbers,
        source=SOURCE,
        notes=plain(first(card, "note")),
    )
    return Party(line, client if company else None, contact=person if name else None)


def first(card: list[Property], name: str) -> str:
    """Return the first value of a property, or ""."""
    return next((each.value for each in card if each.name == name and each.value), "")


def label(phone: Property) -> str:
    """Return what a number is: "mobile", "work", "home" or ""."""
    found = next((each for each in LABELS if each in phone.marks), "")
    return "mobile" if found == "cell" else found
