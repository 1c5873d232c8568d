"""What the commands with figures are asked for: a period, a recruiter, a campaign."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.periods import Period, check_day, month_period

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warmcalls.cli.session import Session
    from warmcalls.domain.campaigns import Campaign

MONTH: Final = len("2026-02")
Command = TypeVar("Command", bound="Callable[..., Any]")


def period_options(command: Command) -> Command:
    """Add `--from` and `--to` to a command."""
    last = click.option(
        "--to", "last", metavar="DAY", default="", help="As 2026-02-28, or a month."
    )
    first = click.option(
        "--from", "first", metavar="DAY", default="", help="As 2026-02-01, or a month."
    )
    return first(last(command))


def period(session: "Session", first: str, last: str) -> Period:
    """Return the period that was asked for; all that is known where no end of it is given.

    Raises:
        RefusedError: a day is none, or it ends before it starts.
    """
    from warmcalls.actions.known_period import known_period

    known = known_period(session.reader(), now=session.now)
    asked = Period(
        _day(first, starts=True) if first else known.first,
        _day(last, starts=False) if last else max(known.last, _day(first, starts=False)),
    )
    if asked.first > asked.last:
        raise RefusedError(f"The period ends before it starts: {asked.first} to {asked.last}.")
    return asked


def _day(text: str, *, starts: bool) -> str:
    """Return a day, or the first or last one of a month."""
    if not text:
        return ""
    if len(text) == MONTH:
        month = month_period(text)
        return month.first if starts else month.last
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise RefusedError(f'"{text}" is no day: write it as 2026-02-28.') from error
    return check_day(day)


def channel(session: "Session", name: str) -> str:
    """Return a channel as it is kept, whatever its case; empty for none.

    Raises:
        RefusedError: there is none of that name; the sentence names those that there are.
    """
    from warmcalls.store.choices import choices

    return _known("channel", name.strip(), choices(session.reader()).channels)


def sector(session: "Session", name: str) -> str:
    """Return a sector as it is kept, whatever its case; empty for none.

    Raises:
        RefusedError: no client is of it; the sentence names those that there are.
    """
    from warmcalls.store.choices import choices

    return _known("sector", name.strip(), choices(session.reader()).sectors)


def _known(what: str, name: str, there: "Sequence[str]") -> str:
    found = [each for each in there if each.casefold() == name.casefold()]
    if found or not name:
        return found[0] if name else ""
    known = ", ".join(there) or "none yet"
    raise RefusedError(f'No {what} is called "{name}". Known: {known}.')


def campaign(session: "Session", name: str) -> "Campaign":
    """Return the one campaign of a name, a code, or a part of a name.

    Raises:
        RefusedError: none or several fit; the sentence names them.
    """
    from warmcalls.store import campaign_list

    everything, wanted = campaign_list.everything(session.reader()), name.strip().lower()
    exact = [c for c in everything if wanted == c.name.lower() or wanted in c.codes]
    found = exact or [c for c in everything if wanted and wanted in c.name.lower()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise RefusedError(f'No campaign is called "{name}".')
    names = ", ".join(each.name for each in found[:5])
    raise RefusedError(f'"{name}" fits several campaigns: {names}.')
