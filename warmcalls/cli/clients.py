"""`warmcalls clients` and `warmcalls visitors`."""

from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli.output import money, print_json, print_table
from warmcalls.domain.moments import local

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.clients import Client


@click.command()
@click.argument("text", default="")
@click.option("--limit", type=click.IntRange(min=1), default=1_000_000, help="The most to show.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def clients(session: "Session", text: str, limit: int, as_json: bool) -> None:
    """List the target clients, or those whose name contains a text."""
    from warmcalls.store import clients as kept

    found = kept.page(session.reader(), text, limit)
    if as_json:
        print_json([document(client) for client in found])
        return
    columns = {"No.": "right", "Client": "left", "Tier": "left", "Sector": "left", "Town": "left"}
    lines = [
        (str(c.id), c.name, c.tier or "", c.sector, c.town, c.owner, str(len(c.contacts)))
        for c in found
    ]
    print_table("Clients", columns | {"Owner": "left", "Contacts": "right"}, lines)


def document(client: "Client") -> dict[str, Any]:
    """Return a client as docs/cli.md describes it."""
    return {
        "id": client.id,
        "name": client.name,
        "tier": client.tier,
        "sector": client.sector,
        "town": client.town,
        "staff": client.staff,
        "owner": client.owner or None,
        "expected_fee": money(client.expected_fee),
        "website": client.website,
        "do_not_call": client.objected_at is not None,
        "excluded": client.excluded or None,
        "phones": [phone.number for phone in client.phones],
        "contacts": [
            {
                "id": contact.id,
                "name": contact.name,
                "role": contact.role,
                "email": contact.email,
                "phones": [phone.number for phone in contact.phones],
                "do_not_call": contact.objected_at is not None,
            }
            for contact in client.contacts
        ],
    }


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=100, help="The most to show.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def visitors(session: "Session", limit: int, as_json: bool) -> None:
    """List who is looking at us and is no client yet, busiest first."""
    from warmcalls.store import identifiers, settings

    rows = identifiers.unmatched(session.reader(), limit)
    zone = settings.load(session.reader()).zone
    found = [
        {
            "id": row["id"],
            "kind": row["kind"],
            "value": row["value"],
            "signals": row["n"],
            "people": row["people"],
            "first": local(row["first_at"], zone).isoformat(),
            "last": local(row["last_at"], zone).isoformat(),
        }
        for row in rows
    ]
    if as_json:
        print_json(found)
        return
    columns = {"Visitor": "left", "Signals": "right", "People": "right", "Last seen": "left"}
    lines = [(r["value"], str(r["signals"]), str(r["people"]), r["last"][:10]) for r in found]
    print_table("Visitors", columns, lines)


COMMANDS = (clients, visitors)
