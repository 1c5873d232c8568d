"""Introduce oneself: who works at this desk, and for which agency."""

from warmcalls.actions.done import Done
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError
from warmcalls.store import people, settings
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry


def introduce(db: Writer, name: str, agency: str, role: Role, *, now: int) -> Done:
    """Add a person, unless they are known, and name the agency.

    Raises:
        RefusedError: no name is given.
    """
    name = name.strip()
    if not name:
        raise RefusedError("Say your name: colleagues see it beside calls.")
    with db.atomic():
        known = people.by_name(db, name)
        with entry(db, "introduce", now) as journal:
            made = known.id if known else journal.add("person", {"name": name, "role": role.value})
            journal.said = f"{name} works here"
        if agency.strip():
            settings.save(db, agency=agency.strip())
    return Done(journal.said, frozenset({"people", "settings"}), None, made)
