"""What the window needs before it can show anything: read once, at the start."""

from dataclasses import dataclass

from warmcalls.domain.clients import Person
from warmcalls.domain.settings import Settings
from warmcalls.store import clients, people, settings
from warmcalls.store.opening import open_reader


@dataclass(frozen=True, slots=True)
class Start:
    """An agency as the window finds it.

    Attributes:
        is_new: nobody has said who they are, and there is no client yet.
    """

    agency: Settings
    people: tuple[Person, ...]
    is_new: bool

    def person(self, name: str) -> Person | None:
        """Return who sat at this desk last, else the first person there is."""
        found = next((p for p in self.people if p.name == name), None)
        return found or next(iter(self.people), None)


def read_start(location: str) -> Start:
    """Read an agency's settings and people; a matter of milliseconds.

    Raises:
        RefusedError: the database cannot be opened.
    """
    db = open_reader(location)
    try:
        everyone = tuple(people.everyone(db))
        return Start(settings.load(db), everyone, not everyone and clients.count(db) == 0)
    finally:
        db.close()
