"""Add a client by hand."""

from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.import_parties import PartyIntake
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Party
from warmcalls.store import clients, settings, standing
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry

CHANGED: Final = frozenset({"clients", "calls"})


def add_client(db: Writer, party: Party, *, now: int, person_id: int | None = None) -> Done:
    """Add a client, with a contact if one is named.

    Raises:
        RefusedError: it has no name, or is there already.
    """
    name = party.client.name.strip() if party.client else ""
    if not name:
        raise RefusedError("A client needs a name.")
    with db.atomic():
        if clients.ids_by_name(db, name):
            raise RefusedError(f"{name} is a client already.")
        agency = settings.load(db)
        with entry(db, "add_client", now, person_id) as journal:
            intake = PartyIntake(journal, agency, None, now)
            intake.take(party)
            journal.said = f"Added {name}"
        standing.refresh(db, sorted(intake.touched), agency)
    return Done(journal.said, CHANGED, journal.undo, next(iter(intake.touched)))
