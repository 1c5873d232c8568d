"""Small changes to one client: snooze, exclude, note, object."""

from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.objections import object_to_calls
from warmcalls.domain.clients import Client
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import day_name, local
from warmcalls.store import client_index, clients, settings, standing
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry

CHANGED: Final = frozenset({"clients", "calls"})


def snooze(
    db: Writer, client_id: int, until: int, *, now: int, person_id: int | None = None
) -> Done:
    """Keep a client off the list until a moment, UTC microseconds."""
    with db.atomic():
        client, agency = _client(db, client_id), settings.load(db)
        with entry(db, "snooze", now, person_id) as journal:
            journal.change("client", client_id, snoozed_until=until)
            then = local(until, agency.zone)
            day = day_name(until, agency.zone)
            journal.said = f"Snoozed {client.name} until {day} {then:%H:%M}"
        standing.refresh(db, [client_id], agency)
    return Done(journal.said, CHANGED, journal.undo)


def exclude(
    db: Writer, client_id: int, why: str, *, now: int, person_id: int | None = None
) -> Done:
    """Keep a client off every list, with the reason; an empty one lets it back."""
    with db.atomic():
        client = _client(db, client_id)
        with entry(db, "exclude", now, person_id) as journal:
            journal.change("client", client_id, excluded=why)
            journal.said = f"Excluded {client.name}" if why else f"Let {client.name} back"
        standing.refresh(db, [client_id], settings.load(db))
    return Done(journal.said, CHANGED, journal.undo)


def do_not_call(
    db: Writer,
    client_id: int,
    *,
    now: int,
    contact_id: int | None = None,
    person_id: int | None = None,
) -> Done:
    """Keep an objection that came in without a call, for good."""
    with db.atomic():
        client = _client(db, client_id)
        with entry(db, "do_not_call", now, person_id) as journal:
            object_to_calls(journal, client, contact_id, now)
            journal.said = f"Do not call: {client.name}"
        standing.refresh(db, sorted(journal.touched), settings.load(db))
    return Done(journal.said, CHANGED, journal.undo)


def save_notes(
    db: Writer, client_id: int, notes: str, *, now: int, person_id: int | None = None
) -> Done:
    """Save the notes of a client; what is typed in one go is one entry."""
    with db.atomic():
        client = _client(db, client_id)
        if client.notes == notes:
            return Done("Notes are saved")
        with entry(db, "save_notes", now, person_id) as journal:
            journal.change("client", client_id, notes=notes)
            journal.said = f"Notes on {client.name}"
        client_index.refresh(db, [client_id])
        standing.refresh(db, [client_id], settings.load(db))
    return Done(journal.said, frozenset({"notes"}), journal.entry_id)


def _client(db: Writer, client_id: int) -> Client:
    client = clients.by_id(db, client_id)
    if client is None:
        raise RefusedError("This client is not there any more.")
    return client
