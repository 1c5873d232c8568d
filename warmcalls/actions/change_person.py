"""Change a person who uses the app: the name, the role, how many calls a day."""

from typing import Final

from warmcalls.actions.done import Done
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError
from warmcalls.store import people
from warmcalls.store.engine import Row, Writer
from warmcalls.store.journal import entry

CHANGED: Final = frozenset({"people", "calls"})
MOST_CALLS: Final = 200


def change_person(
    db: Writer,
    person_id: int,
    *,
    now: int,
    by: int | None = None,
    name: str | None = None,
    role: Role | None = None,
    capacity: int | None = None,
) -> Done:
    """Change what is given of a person; the rest stays.

    Args:
        db: the database.
        person_id: whom to change.
        now: the moment, UTC microseconds.
        by: who changes it, for the journal.
        name: as everybody sees it.
        role: what the person does.
        capacity: calls a day on the person's list.

    Raises:
        RefusedError: there is no such person, the name is taken, or a number cannot be.
    """
    fields: Row = {}
    if role is not None:
        fields["role"] = role.value
    if capacity is not None:
        fields["capacity"] = _checked(capacity)
    with db.atomic():
        if name is not None:
            fields["name"] = _free(db, person_id, name)
        with entry(db, "change_person", now, by) as journal:
            journal.change("person", person_id, **fields)
            called = next(p.name for p in people.everyone(db) if p.id == person_id)
            journal.said = _said(called, fields)
    return Done(journal.said, CHANGED, journal.undo, person_id)


def _checked(capacity: int) -> int:
    if not 1 <= capacity <= MOST_CALLS:
        raise RefusedError(f"Between 1 and {MOST_CALLS} calls a day.")
    return capacity


def _free(db: Writer, person_id: int, name: str) -> str:
    """Return a name that nobody else has."""
    name = " ".join(name.split())
    if not name:
        raise RefusedError("A person needs a name.")
    other = people.by_name(db, name)
    if other and other.id != person_id:
        raise RefusedError(f"{name} is here already.")
    return name


def _said(called: str, fields: Row) -> str:
    if "capacity" in fields:
        return f"{called}: {fields['capacity']} calls a day"
    if "role" in fields:
        return f"{called}: {fields['role']} now"
    return f"Renamed to {called}"
