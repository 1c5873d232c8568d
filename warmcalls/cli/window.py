"""Opening the window, or saying in one sentence why it cannot open."""

import sys
from typing import TYPE_CHECKING

from warmcalls.cli.screen import NO_SCREEN, missing_libraries, no_screen
from warmcalls.domain.errors import RefusedError

if TYPE_CHECKING:
    from warmcalls.cli.session import Session


def open_window(session: "Session") -> int:
    """Open the window and return its exit status.

    Where there is no screen, the demo prints today's list instead.

    Raises:
        RefusedError: there is no screen, or a system library is missing.
    """
    reason = NO_SCREEN if no_screen() else missing_libraries()
    if reason:
        if session.place.demo:
            print(reason, file=sys.stderr)
            _print_list(session)
            return 0
        raise RefusedError(reason)
    try:
        from warmcalls.ui.app import run
    except ImportError as error:
        raise RefusedError(
            f"Qt cannot start ({error}): see the README’s system packages."
        ) from error
    place = session.place
    start = session.now if session.on else None
    return run(place.folder, place.location, start, demo=place.demo)


def _print_list(session: "Session") -> None:
    from click import Context

    from warmcalls.cli.today import today

    with Context(today, obj=session):
        today.main([], standalone_mode=False, obj=session)
