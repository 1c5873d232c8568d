"""Add a person who uses the app."""

from warmcalls.actions.done import Done
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError
from warmcalls.store import people
from warmcalls.store.engine import Writer


def add_person(db: Writer, name: str, role: Role, capacity: int = 20) -> Done:
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
        made = people.add(db, name, role, capacity)
    return Done(f"Added {name}", frozenset({"people", "calls"}), id=made.id)
