"""Add a person who uses the app."""

from warmcalls.actions.done import Done
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError
from warmcalls.store import people
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry


def add_person(db: Writer, name: str, role: Role, capacity: int = 20, *, now: int = 0) -> Done:
    """Add a recruiter, marketer or owner.

    Raises:
        RefusedError: there is no name, or somebody has it.
    """
    name = " ".join(name.split())
    if not name:
        raise RefusedError("A person needs a name.")
    with db.atomic():
        if people.by_name(db, name):
            raise RefusedError(f"{name} is here already.")
        with entry(db, "add_person", now) as journal:
            row = {"name": name, "role": role.value, "capacity": capacity}
            made = journal.add("person", row)
            journal.said = f"Added {name}"
    return Done(journal.said, frozenset({"people", "calls"}), journal.undo, made)
