"""Contacts as vCards, for address books of phones and mail programs.

Version 3.0 (RFC 2426): Outlook, Google, Apple and Android all read it, and Outlook no later one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from warmcalls.domain.clients import Client, Contact, Phone
from warmcalls.domain.contact_rules import may_ring
from warmcalls.reports.whole_files import whole_file

WIDEST: Final = 75  # octets of a line, without its end
END: Final = "\r\n"
TYPES: Final = {"mobile": "CELL,VOICE", "home": "HOME,VOICE"}
DO_NOT_CALL: Final = "Do not call."
KEPT: Final = frozenset("\n\t")


@dataclass(frozen=True, slots=True)
class Written:
    """How many contacts are in a file, and how many were left out since they objected."""

    cards: int
    objected: int


def write(path: Path, clients: Iterable[Client], *, with_objected: bool = False) -> Written:
    """Write the contacts of clients to a file of vCards, as they come.

    Args:
        path: where; what was there before stays until the last card is written.
        clients: asked for one by one.
        with_objected: those who objected to calls, too, with a note and without numbers.

    Raises:
        RefusedError: the file cannot be written.
    """
    cards = left_out = 0
    with (
        whole_file(path) as draft,
        draft.open("w", encoding="utf-8", errors="replace", newline="") as file,
    ):
        for client in clients:
            for contact in client.contacts:
                if objected(client, contact) and not with_objected:
                    left_out += 1
                    continue
                file.write(card(client, contact))
                cards += 1
    return Written(cards, left_out)


def objected(client: Client, contact: Contact) -> bool:
    """Tell whether a contact must not be rung, because of itself or of the whole client."""
    return contact.objected_at is not None or client.objected_at is not None


def card(client: Client, contact: Contact) -> str:
    """Return a contact as a card; who objected has no number on it, and a note that says so."""
    return "".join(f"{folded(line)}{END}" for line in _lines(client, contact))


def _lines(client: Client, contact: Contact) -> Iterator[str]:
    barred = objected(client, contact)
    name = contact.name or contact.email or client.name
    yield from ("BEGIN:VCARD", "VERSION:3.0", "PRODID:-//WarmCalls//EN")
    yield f"N:{_name(name)}"
    yield f"FN:{escaped(name)}"
    yield f"ORG:{escaped(client.name)}"
    if contact.role:
        yield f"TITLE:{escaped(contact.role)}"
    if contact.email:
        yield f"EMAIL;TYPE=INTERNET,WORK:{escaped(contact.email)}"
    yield from _numbers(() if barred else contact.phones)
    if client.town:
        yield f"ADR;TYPE=WORK:;;;{escaped(client.town)};;;"
    if client.website:
        yield f"URL:{escaped(client.website)}"
    note = "\n".join(part for part in (DO_NOT_CALL if barred else "", contact.notes) if part)
    if note:
        yield f"NOTE:{escaped(note)}"
    yield "END:VCARD"


def _numbers(phones: Iterable[Phone]) -> Iterator[str]:
    """Yield the numbers that may be rung."""
    for phone in phones:
        if may_ring(phone):
            yield f"TEL;TYPE={TYPES.get(phone.label, 'WORK,VOICE')}:{escaped(phone.number)}"


def _name(name: str) -> str:
    """Return a name in the parts that N wants: family name, then the others."""
    given, _, family = " ".join(name.split()).rpartition(" ")
    return f"{escaped(family)};{escaped(given)};;;"


def escaped(text: str) -> str:
    r"""Return a text as a value: new lines as "\n", and a backslash before what parts values."""
    if text.isalnum():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    bare = lines if lines.isprintable() else _without_controls(lines)
    return re.sub(r"([\\;,])", r"\\\1", bare.strip()).replace("\n", "\\n")


def _without_controls(text: str) -> str:
    """Return a text without what steers, and with blanks for what other readers take as an end."""
    seen = "".join(" " if c in "\x85\u2028\u2029" else c for c in text)
    return "".join(c for c in seen if c in KEPT or unicodedata.category(c) not in {"Cc", "Cs"})


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, never within a character.

    The next lines of it begin with a blank, which counts.
    """
    if line.isascii() and len(line) <= WIDEST:
        return line
    pieces, held = [""], 0
    for character in line:
        size = len(character.encode("utf-8"))
        if held + size > WIDEST:
            pieces.append(" ")
            held = 1
        pieces[-1] += character
        held += size
    return END.join(pieces)
