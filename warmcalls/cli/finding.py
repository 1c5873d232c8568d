"""Finding the client that somebody types: its number, its name, or part of it."""

from typing import TYPE_CHECKING

from warmcalls.domain.errors import RefusedError
from warmcalls.store import clients

if TYPE_CHECKING:
    from warmcalls.store.engine import Reader

LONGEST_ID = 18  # digits


def find_client(db: "Reader", text: str) -> int:
    """Return the one client that a text means.

    Raises:
        RefusedError: none or several fit; the sentence names them.
    """
    if not text.strip():
        raise RefusedError("Say which client: its name, a part of it, or its number.")
    if text.isdigit() and len(text) < LONGEST_ID and clients.by_id(db, int(text)):
        return int(text)
    found = clients.ids_by_name(db, text) or clients.ids_like(db, text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise RefusedError(f'No client is called "{text}".')
    names = ", ".join(f"{c.name} ({c.id})" for c in clients.by_ids(db, found[:5]).values())
    raise RefusedError(f'"{text}" fits several clients: {names}. Give the number.')
