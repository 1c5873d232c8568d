"""People who use the app."""

from warmcalls.domain.clients import Person, Role
from warmcalls.store.engine import Reader, Row, Writer

ALL = "select * from person where active = 1 order by id"
BY_NAME = "select * from person where lower(name) = :name"


def everyone(db: Reader) -> list[Person]:
    """Return everybody who uses the app, in the order they came."""
    return [_person(row) for row in db.query(ALL)]


def by_name(db: Reader, name: str) -> Person | None:
    """Return a person by name, whatever the case."""
    return next((_person(row) for row in db.query(BY_NAME, name=name.strip().lower())), None)


def add(db: Writer, name: str, role: Role, capacity: int = 20) -> Person:
    """Add a person."""
    made = db.insert("person", {"name": name.strip(), "role": role.value, "capacity": capacity})
    return Person(made, name.strip(), role, capacity)


def _person(row: Row) -> Person:
    return Person(row["id"], row["name"], Role(row["role"]), row["capacity"])
