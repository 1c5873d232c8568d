"""What the window needs before it can show anything: read once, at the start."""

from dataclasses import dataclass

from warmcalls.domain.clients import Person
from warmcalls.domain.settings import FAR, Settings
from warmcalls.store import clients, people, settings
from warmcalls.store.engine import Reader
from warmcalls.store.opening import is_current, is_url, open_reader


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


def prepare(location: str, now: int, *, demo: bool) -> Start:
    """Make a database ready if it is not, and read what the window starts from.

    Args:
        location: a file or a postgresql:// address.
        now: UTC microseconds.
        demo: fill a new database with the demo agency.

    Raises:
        RefusedError: it cannot be opened.
    """
    if is_url(location) or not is_current(location):
        _begin(location, now, demo=demo)
    start = read_start(location)
    if abs(now - start.agency.landmark) > FAR:
        _begin(location, now, demo=demo)
        start = read_start(location)
    return start


def _begin(location: str, now: int, *, demo: bool) -> None:
    from warmcalls.actions.begin import begin

    begin(location, now=now, demo=demo).close()


def read_start(location: str) -> Start:
    """Read an agency's settings and people; a matter of milliseconds.

    Raises:
        RefusedError: the database cannot be opened.
    """
    db = open_reader(location)
    try:
        return read_agency(db)
    finally:
        db.close()


def read_agency(db: Reader) -> Start:
    """Return an agency's settings and people."""
    everyone = tuple(people.everyone(db))
    return Start(settings.load(db), everyone, not everyone and clients.count(db) == 0)
