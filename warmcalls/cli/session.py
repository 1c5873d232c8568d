"""What one command works with: the clock, the person, and databases opened when first asked for."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from warmcalls.cli.places import Place
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import moment

if TYPE_CHECKING:
    from warmcalls.domain.clients import Person
    from warmcalls.store.engine import Reader, Writer

EARLIEST, LATEST = 1990, 2100


@dataclass(slots=True)
class Session:
    """What one command works with; databases open when first asked for.

    Attributes:
        on: the clock that `--on` sets, or None for the real one.
    """

    place: Place
    on: str | None = None
    _writer: "Writer | None" = field(default=None)

    @property
    def now(self) -> int:
        """The moment, UTC microseconds; `--on` without a zone means the agency's."""
        if self.on is None:
            return moment(datetime.now(UTC))
        try:
            then = datetime.fromisoformat(self.on)
        except ValueError as error:
            raise click.UsageError(f"--on {self.on} is no ISO date and time.") from error
        if not EARLIEST <= then.year <= LATEST:
            raise click.UsageError(f"--on {self.on} lies outside {EARLIEST} to {LATEST}.")
        return moment(then if then.tzinfo else then.replace(tzinfo=ZoneInfo("Europe/London")))

    def writer(self) -> "Writer":
        """The writer, opened and brought to the newest schema, with a demo agency if asked."""
        if self._writer is None:
            from warmcalls.actions.begin import begin

            self._writer = begin(self.place.location, now=self.now, demo=self.place.demo)
        return self._writer

    def reader(self) -> "Reader":
        """Something to read with; the writer does, since one command is one process."""
        return self.writer()

    def person(self, name: str | None) -> "Person | None":
        """Return the recruiter of a name, None for no name.

        Raises:
            RefusedError: there is no such person.
        """
        from warmcalls.store import people

        if not name:
            return None
        found = people.by_name(self.reader(), name)
        if found is None:
            known = ", ".join(p.name for p in people.everyone(self.reader())) or "nobody yet"
            raise RefusedError(f"Nobody here is called {name}. Known: {known}.")
        return found

    def close(self) -> None:
        """Close what was opened."""
        if self._writer is not None:
            self._writer.close()
