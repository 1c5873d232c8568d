"""`warmcalls clients set`, `tag` and `untag`: many clients changed at once, one undo for all."""

import re
from typing import TYPE_CHECKING, Any, Final

import click

from warmcalls.cli.client_filters import filters, is_narrowed, question
from warmcalls.cli.money import AS_JSON, said
from warmcalls.cli.output import print_json
from warmcalls.domain.client_columns import BY_ID, COLUMNS
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.client_fields import tags_of
from warmcalls.domain.errors import RefusedError

if TYPE_CHECKING:
    from warmcalls.actions.edit_clients import Checked
    from warmcalls.cli.session import Session

SETTING: Final = re.compile(r"([A-Za-z_]+)=(.*)", re.DOTALL)
SHOWN: Final = 5  # cells that cannot be, named for people
DRY_RUN: Final = click.option("--dry-run", is_flag=True, help="Say what would be, change nothing.")


@click.command("set")
@click.argument("words", nargs=-1, required=True, metavar="[CLIENT]... FIELD=VALUE...")
@filters
@DRY_RUN
@click.option("--only-good", is_flag=True, help="Leave out the cells that cannot be so.")
@AS_JSON
@click.pass_obj
def set_fields(
    session: "Session",
    /,
    words: tuple[str, ...],
    dry_run: bool,
    only_good: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Set fields of clients: named ones, or all that the filters find."""
    from warmcalls.actions.edit_clients import check_edits, edit_clients

    told = (SETTING.fullmatch(word) for word in words)
    fields = {found[1].casefold(): found[2] for found in told if found}
    _check_fields(fields)
    names = [word for word in words if not SETTING.fullmatch(word)]
    ids = whom(session, names, options)
    edits = [Edit(i, column, text) for i in ids for column, text in fields.items()]
    if dry_run:
        _say_checked(check_edits(session.reader(), edits, now=session.now), as_json=as_json)
        return
    done = edit_clients(session.writer(), edits, now=session.now, only_good=only_good)
    said(done, as_json=as_json)


def _check_fields(fields: dict[str, str]) -> None:
    """Refuse a command without a field to set, or with one that cannot be."""
    if not fields:
        raise click.UsageError("Say what to set, for example tier=A.")
    for column in fields:
        if column not in BY_ID or not BY_ID[column].editable:
            known = ", ".join(each.id for each in COLUMNS if each.editable)
            raise RefusedError(f'"{column}" cannot be set. These can: {known}.')


def whom(session: "Session", names: list[str], options: dict[str, Any]) -> list[int]:
    """Return the clients that a command is about: those it names, or those its filters find.

    Raises:
        RefusedError: a name fits none or several, or nobody is found.
        UsageError: neither is given, or both.
    """
    from warmcalls.actions.client_list import client_ids
    from warmcalls.actions.desk import desk
    from warmcalls.cli.finding import find_client

    if bool(names) == is_narrowed(options):
        raise click.UsageError("Name the clients, or filter them: one of the two.")
    if names:
        return list(dict.fromkeys(find_client(session.reader(), name) for name in names))
    ids = client_ids(desk(session.reader(), session.now), question(session, options))
    if not ids:
        raise RefusedError("No client fits: nothing was changed.")
    return ids


def _check_tags(tags: str) -> None:
    """Refuse a text without a tag in it: a command that does nothing hides a slip.

    Raises:
        RefusedError: there is none.
    """
    if not tags_of(tags):
        raise RefusedError("Say which tag, for example drivers: several are parted by commas.")


def _say_checked(checked: "Checked", *, as_json: bool) -> None:
    """Print what would be set, and which cells cannot be so."""
    bad = [
        {"client": cell.client, "column": cell.edit.column, "text": cell.edit.text, "why": cell.why}
        for cell in checked.bad
    ]
    if as_json:
        print_json({"good": len(checked.good), "bad": bad})
        return
    count = len({edit.client_id for edit in checked.good})
    whose = f"{count:,} {'client' if count == 1 else 'clients'}"
    print(f"Would write {_cells(len(checked.good))} of {whose}; nothing was changed.")
    if bad:
        print(f"{_cells(len(bad))} cannot be so:")
    for cell in bad[:SHOWN]:
        print(f"  {cell['client']}, {cell['column']}: {cell['why']}")
    if len(bad) > SHOWN:
        print(f"  and {len(bad) - SHOWN:,} more")


def _cells(count: int) -> str:
    return f"{count:,} {'cell' if count == 1 else 'cells'}"


@click.command()
@click.argument("tags")
@click.argument("names", nargs=-1, metavar="[CLIENT]...")
@filters
@AS_JSON
@click.pass_obj
def tag(
    session: "Session", /, tags: str, names: tuple[str, ...], as_json: bool, **options: Any
) -> None:
    """Give clients a tag, or several parted by commas."""
    from warmcalls.actions.edit_clients import tag_clients

    _check_tags(tags)
    ids = whom(session, list(names), options)
    said(tag_clients(session.writer(), ids, add=[tags], now=session.now), as_json=as_json)


@click.command()
@click.argument("tags")
@click.argument("names", nargs=-1, metavar="[CLIENT]...")
@filters
@AS_JSON
@click.pass_obj
def untag(
    session: "Session", /, tags: str, names: tuple[str, ...], as_json: bool, **options: Any
) -> None:
    """Take a tag off clients, or several parted by commas."""
    from warmcalls.actions.edit_clients import tag_clients

    _check_tags(tags)
    ids = whom(session, list(names), options)
    said(tag_clients(session.writer(), ids, remove=[tags], now=session.now), as_json=as_json)


COMMANDS = (set_fields, tag, untag)
