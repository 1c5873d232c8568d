"""`warmcalls`: the window, or one command of the terminal."""

import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

import click

from warmcalls import __version__
from warmcalls.cli.places import Place, place
from warmcalls.domain.errors import CancelledError, RefusedError
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


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="warmcalls")
@click.option(
    "--data-dir", metavar="DIR", help="Folder of the database, or a postgresql:// address."
)
@click.option("--profile", metavar="NAME", help="A named set of data beside the usual one.")
@click.option("--temp", is_flag=True, help="A throw-away folder, gone at the end.")
@click.option("--demo", is_flag=True, help="A made-up agency to look around in.")
@click.option("--on", metavar="WHEN", help="Set the clock, as 2026-03-02T08:30.")
@click.pass_context
def cli(
    context: click.Context,
    data_dir: str | None,
    profile: str | None,
    temp: bool,
    demo: bool,
    on: str | None,
) -> None:
    """Who to ring this morning, and why. Without a command the window opens."""
    session = Session(place(data_dir, profile, temporary=temp, demo=demo), on)
    context.obj = session
    context.call_on_close(session.close)
    if context.invoked_subcommand is None:
        from warmcalls.cli.window import open_window

        context.exit(open_window(session))


def _register() -> None:
    from warmcalls.cli import clients, importing, recording, seeding, settings, today

    for module in (today, importing, recording, clients, settings, seeding):
        for command in module.COMMANDS:
            cli.add_command(command)


def main() -> NoReturn:
    """Run the command line; exit 0 for done, 1 for refused, 2 for wrong usage."""
    _register()
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        _say("Stopped. Nothing was changed.")
        status = 1
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (RefusedError, CancelledError) as error:
        _say(str(error) or "Stopped. Nothing was changed.")
        status = 1
    except Exception as error:
        from warmcalls.store.opening import database_words

        words = database_words(error)
        if words is None:
            raise
        _say(words)
        status = 1
    sys.exit(status if isinstance(status, int) else 0)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
