"""`warmcalls clients duplicates`, `apart` and `merge`: clients that may be one."""

from typing import TYPE_CHECKING, Any, Final

import click

from warmcalls.cli.money import AS_JSON, said
from warmcalls.cli.output import print_json, print_table
from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.duplicates import ZONE_WORDS
from warmcalls.domain.errors import RefusedError

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.duplicates import DuplicatePair, Twin

TAKEN: Final = ("keep", "gone", "both")


@click.command()
@click.option("--find", is_flag=True, help="Look anew through all clients.")
@AS_JSON
@click.pass_obj
def duplicates(session: "Session", find: bool, as_json: bool) -> None:
    """List the clients that may be one, the surest first."""
    from warmcalls.actions import find_duplicates as looking

    if find:
        looking.find_duplicates(session.writer(), now=session.now)
    pairs = looking.duplicates(session.reader())
    if as_json:
        print_json([_document(pair) for pair in pairs])
        return
    columns = dict.fromkeys(("Client", "May be", "How sure", "Why"), "left")
    lines = [
        (_named(p.one), _named(p.other), ZONE_WORDS[p.zone], "; ".join(p.reasons)) for p in pairs
    ]
    print_table("Clients that may be one", columns, lines)


def _document(pair: "DuplicatePair") -> dict[str, Any]:
    return {
        "one": _twin(pair.one),
        "other": _twin(pair.other),
        "zone": pair.zone.value,
        "alike": round(pair.alike, 4),
        "reasons": list(pair.reasons),
    }


def _twin(twin: "Twin") -> dict[str, Any]:
    return {
        "id": twin.id,
        "name": twin.name,
        "tier": twin.tier,
        "town": twin.town,
        "owner": twin.owner or None,
        "website": twin.website,
        "company_number": twin.company_number,
        "phone": twin.phone,
        "contacts": twin.contacts,
        "signals": twin.signals,
        "calls": twin.calls,
    }


def _named(twin: "Twin") -> str:
    return f"{twin.name} ({twin.id})"


@click.command()
@click.argument("one")
@click.argument("other")
@AS_JSON
@click.pass_obj
def apart(session: "Session", one: str, other: str, as_json: bool) -> None:
    """Remember that two clients are two."""
    from warmcalls.actions.not_duplicate import not_duplicate
    from warmcalls.cli.finding import find_client

    db = session.writer()
    ids = find_client(db, one), find_client(db, other)
    said(not_duplicate(db, *ids, now=session.now), as_json=as_json)


@click.command()
@click.argument("keep")
@click.argument("gone")
@click.option(
    "--take", metavar="FIELD=gone", multiple=True, help="Whose value stays: keep, gone, both."
)
@AS_JSON
@click.pass_obj
def merge(session: "Session", keep: str, gone: str, take: tuple[str, ...], as_json: bool) -> None:
    """Make one client of two: all of GONE moves to KEEP, its name becomes an alias."""
    from warmcalls.actions.merge_clients import merge_clients
    from warmcalls.cli.finding import find_client

    db, chosen = session.writer(), dict(map(_take, take))
    ids = find_client(db, keep), find_client(db, gone)
    said(merge_clients(db, *ids, now=session.now, take=chosen), as_json=as_json)


def _take(text: str) -> tuple[str, str]:
    column, _, whose = text.partition("=")
    if column not in BY_ID or whose not in TAKEN:
        raise RefusedError(f'"{text}" says of no field whose value stays: write tier=gone.')
    return column, whose


COMMANDS = (duplicates, apart, merge)
