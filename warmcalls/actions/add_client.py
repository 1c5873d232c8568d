"""Add a client by hand."""

from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.import_parties import PartyIntake
from warmcalls.domain.errors import RefusedError, TakenError
from warmcalls.domain.incoming import Party
from warmcalls.store import clients, settings, standing
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.journal import entry

CHANGED: Final = frozenset({"clients", "calls"})


def add_client(db: Writer, party: Party, *, now: int, person_id: int | None = None) -> Done:
    """Add a client, with a contact if one is named.

    Raises:
        RefusedError: it has no name, or is there already, also under another name.
    """
    name = party.client.name.strip() if party.client else ""
    if not name:
        raise RefusedError("A client needs a name.")
    with db.atomic():
        check_new_name(db, name)
        agency = settings.load(db)
        with entry(db, "add_client", now, person_id) as journal:
            intake = PartyIntake(journal, agency, None, now)
            intake.take(party)
            journal.said = f"Added {name}"
        standing.refresh(db, sorted(intake.touched), agency)
    return Done(journal.said, CHANGED, journal.undo, intake.made[0])


def check_new_name(db: Reader, name: str) -> None:
    """Refuse a name that a client has already, as forgiving as imports are.

    Raises:
        TakenError: with who has it.
    """
    there = clients.ids_by_name(db, name) if name.strip() else []
    if there:
        known = clients.name_of(db, there[0])
        raise TakenError(f"{known} is a client already.", there[0], known)
    other = clients.id_by_alias(db, name) if name.strip() else None
    if other is not None:
        known = clients.name_of(db, other)
        raise TakenError(_by_now(name.strip(), known), other, known)


def _by_now(name: str, other: str) -> str:
    """Return why a name makes no client: another one goes by it, as after a merge."""
    return (
        f"{name} is {other} by now: open that one, "
        f"or take the name “{name}” off its identifiers first."
    )
