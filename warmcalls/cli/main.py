"""`warmcalls`: the window, or one command of the terminal."""

import sys
from typing import NoReturn

import click

from warmcalls import __version__
from warmcalls.cli.places import place
from warmcalls.cli.session import Session
from warmcalls.domain.errors import CancelledError, RefusedError


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
    from warmcalls.cli import (
        arrivals,
        briefs,
        campaigns,
        clients,
        figures,
        importing,
        money,
        ranking,
        recording,
        results,
        seeding,
        settings,
        statement,
        today,
    )

    for module in (
        today,
        importing,
        recording,
        clients,
        arrivals,
        settings,
        seeding,
        money,
        briefs,
        figures,
        campaigns,
        results,
        statement,
        ranking,
    ):
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
