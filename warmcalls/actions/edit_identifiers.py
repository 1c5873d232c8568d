"""Edit identifiers: what ties signals to a client, added and removed; past signals follow."""

import ipaddress
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.recount import recount
from warmcalls.actions.rematch import rematch
from warmcalls.domain.errors import RefusedError, TakenError
from warmcalls.domain.identities import Identity, IdentityKind, clean_text, name_key
from warmcalls.importers.identity_checks import check_identity
from warmcalls.store import identifiers, settings
from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.journal import entry, fetch

CHANGED: Final = frozenset({"clients", "calls", "signals"})


def add_identifier(
    db: Writer,
    client_id: int,
    kind: IdentityKind,
    text: str,
    *,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Add an identifier to a client; the past signals of visitors whom it names become theirs.

    Args:
        db: the writer.
        client_id: whose it is.
        kind: what it is.
        text: as somebody typed it.
        now: UTC microseconds.
        person_id: who adds it, for the journal.

    Raises:
        RefusedError: it cannot be one, names nobody in particular, or another client has it.
    """
    with db.atomic():
        client = _client(db, client_id)
        identity = check_new_identifier(db, client_id, kind, text)
        said = clean_text(text)
        with entry(db, "add_identifier", now, person_id) as journal:
            row = {"client_id": client_id, "kind": identity.kind.value, "value": identity.value}
            made = journal.add("identifier", row | {"said": "" if said == identity.value else said})
            moved = rematch(journal, client_id, [identity])
            shown = said if kind is IdentityKind.NAME else identity.value
            journal.said = f"{client['name']} is known by {shown}{_besides(moved)}"
        recount(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo, made)


def remove_identifier(
    db: Writer, identifier_id: int, *, now: int, person_id: int | None = None
) -> Done:
    """Take an identifier away; signals that nothing else ties to the client are nobody's again.

    Raises:
        RefusedError: it is a contact's e-mail address or the client's own name.
    """
    with db.atomic():
        found = identifiers.by_id(db, identifier_id)
        if found is None:
            raise RefusedError("This identifier is not there any more.")
        client_id, identity = (
            found["client_id"],
            Identity(IdentityKind(found["kind"]), found["value"]),
        )
        _check_removable(found, identity)
        with entry(db, "remove_identifier", now, person_id) as journal:
            journal.remove("identifier", identifier_id)
            moved = rematch(journal, client_id, [identity])
            shown = found["said"] or found["value"]
            journal.said = f"{found['client']} is not known by {shown} any more{_without(moved)}"
        recount(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo, client_id)


def check_new_identifier(db: Reader, client_id: int, kind: IdentityKind, text: str) -> Identity:
    """Return what somebody typed as it is kept, where no client has it yet.

    Raises:
        RefusedError: it cannot be one, names nobody in particular, or somebody has it.
    """
    identity = check_identity(kind, text)
    holder = identifiers.holder(db, identity)
    shown = clean_text(text) if kind is IdentityKind.NAME else identity.value
    if holder is not None and holder["client_id"] == client_id:
        raise RefusedError(f"{holder['client']} is known by {shown} already.")
    if holder is not None:
        why = f"{shown} belongs to {holder['client']}: take it away there first."
        raise TakenError(why, holder["client_id"], holder["client"])
    if kind is IdentityKind.RANGE:
        _check_alone(db, client_id, identity.value)
    return identity


def _check_alone(db: Reader, client_id: int, text: str) -> None:
    """Refuse a network that shares addresses with another client's."""
    wanted = ipaddress.ip_network(text)
    for value, holder, name in identifiers.named_ranges(db):
        if holder == client_id:
            continue
        other = ipaddress.ip_network(value)
        if other.version == wanted.version and wanted.overlaps(other):
            why = f"{text} shares addresses with {value}, which belongs to {name}."
            raise TakenError(why, holder, name)


def _check_removable(found: Row, identity: Identity) -> None:
    if identity.kind is IdentityKind.EMAIL and found["contact_email"] == identity.value:
        raise RefusedError(f"It is {found['contact']}’s e-mail address: change it there.")
    if identity.kind is IdentityKind.NAME and identity.value == name_key(found["client"]):
        raise RefusedError(f"{found['client']} is their name: change the name instead.")


def _besides(moved: int) -> str:
    if not moved:
        return ""
    return (
        ": 1 signal from before is theirs"
        if moved == 1
        else (f": {moved:,} signals from before are theirs")
    )


def _without(moved: int) -> str:
    if not moved:
        return ""
    return ": 1 signal is nobody’s now" if moved == 1 else f": {moved:,} signals are nobody’s now"


def _client(db: Writer, client_id: int) -> Row:
    row = fetch(db, "client", client_id)
    if row is None:
        raise RefusedError("This client is not there any more.")
    return row
