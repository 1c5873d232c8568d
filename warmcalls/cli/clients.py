"""`warmcalls clients`: the list of target clients, and what can be done with it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from warmcalls.cli import client_changes, client_out, client_pairs
from warmcalls.cli.client_filters import filters_and_order, question, shown
from warmcalls.cli.client_panel import client
from warmcalls.cli.output import money, print_json, print_table
from warmcalls.domain.client_columns import BY_ID, ClientRow
from warmcalls.domain.moments import local
from warmcalls.domain.money import amount_words

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from warmcalls.actions.client_rows import Listed
    from warmcalls.actions.desk import Desk
    from warmcalls.cli.session import Session
    from warmcalls.domain.clients import Client

USUAL: Final = ("name", "tier", "sector", "town", "owner", "contacts")
CHUNK: Final = 500
LIST: Final = "list"


class ListsUnlessTold(click.Group):
    """A group that lists where no command of it is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command in that is meant by none."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [LIST, *args]
        return super().parse_args(ctx, args)


@click.group("clients", cls=ListsUnlessTold)
def clients() -> None:
    """List the target clients, change many at once, take them out; without a command: list."""


@clients.command(LIST)
@click.argument("text", default="")
@click.option("--limit", type=click.IntRange(min=1), default=1_000_000, help="The most to show.")
@filters_and_order
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def list_clients(
    session: "Session",
    /,
    text: str,
    limit: int,
    name: str | None,
    as_json: bool,
    **options: Any,
) -> None:
    """List the target clients, or those whose name contains a text."""
    from warmcalls.actions.client_list import client_ids
    from warmcalls.actions.client_rows import Listed, listed
    from warmcalls.actions.desk import desk

    asked = desk(session.reader(), session.now, session.person(name))
    columns = shown(session, options)
    ids = client_ids(asked, question(session, options, text), limit)
    on = listed(asked) if as_json or "stands" in (columns or ()) else Listed()
    if as_json:
        print_json([document(*each, asked.agency.zone) for each in _whole(asked, ids, on)])
        return
    rows = [row for chunk in _chunks(ids) for row in _rows(asked, chunk, on)]
    _print(asked, rows, columns or USUAL)


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def _rows(asked: "Desk", ids: list[int], on: "Listed") -> list[ClientRow]:
    from warmcalls.actions.client_rows import client_rows

    return client_rows(asked, ids, on)


def _whole(asked: "Desk", ids: list[int], on: "Listed") -> "Iterator[tuple[Client, ClientRow]]":
    from warmcalls.store import clients as kept

    for chunk in _chunks(ids):
        found = kept.by_ids(asked.db, chunk)
        for row in _rows(asked, chunk, on):
            if row.id in found:
                yield found[row.id], row


def _print(asked: "Desk", rows: list[ClientRow], columns: tuple[str, ...]) -> None:
    from warmcalls.domain.client_fields import cell_text
    from warmcalls.reports.phones import shown as number

    zone, known = asked.agency.zone, [BY_ID[column] for column in columns]

    def cell(row: ClientRow, column: str) -> str:
        if column == "fee":
            return "" if row.fee is None else amount_words(row.fee, asked.agency.currency)
        text = number(row.phone) if column == "phone" else cell_text(row, column, zone)
        return " ".join(text.split())

    heads = {"No.": "right"} | {c.head: "right" if c.is_right else "left" for c in known}
    lines = [(str(row.id), *(cell(row, column) for column in columns)) for row in rows]
    print_table("Clients", heads, lines)


def document(about: "Client", row: ClientRow, zone: "ZoneInfo") -> dict[str, Any]:
    """Return a client as docs/cli.md describes it."""
    covered = row.coverage
    return {
        "id": about.id,
        "name": about.name,
        "tier": about.tier,
        "sector": about.sector,
        "town": about.town,
        "staff": about.staff,
        "owner": about.owner or None,
        "expected_fee": money(about.expected_fee),
        "website": about.website,
        "do_not_call": about.objected_at is not None,
        "excluded": about.excluded or None,
        "phones": [phone.number for phone in about.phones],
        "contacts": [
            {
                "id": contact.id,
                "name": contact.name,
                "role": contact.role,
                "email": contact.email,
                "phones": [phone.number for phone in contact.phones],
                "do_not_call": contact.objected_at is not None,
            }
            for contact in about.contacts
        ],
        "company_number": row.company_number,
        "since": row.since or None,
        "tags": list(row.tags),
        "notes": about.notes,
        "warmth": round(row.warmth[-1], 4) if row.warmth else 0.0,
        "people": row.people,
        "coverage": {
            "contact": covered.contact,
            "number": covered.number,
            "identifier": covered.identifier,
            "reached": covered.reached,
        },
        "seen": moment(row.seen_at, zone),
        "spoke": moment(row.spoke_at, zone),
        "stands": row.stands,
        "fit": row.fit,
    }


def moment(at: int | None, zone: "ZoneInfo") -> str | None:
    """Return a moment as JSON has it."""
    return None if at is None else local(at, zone).isoformat()


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


for _module in (client_changes, client_pairs, client_out):
    for _command in _module.COMMANDS:
        clients.add_command(_command)
COMMANDS = (clients, client, visitors)
