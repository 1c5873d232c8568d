"""`warmcalls clients export` and `views`: clients taken out, and the views there are."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli.client_filters import filters_and_order, is_narrowed, question, shown
from warmcalls.cli.money import AS_JSON
from warmcalls.cli.output import print_json, print_table
from warmcalls.domain.client_columns import SHOWN

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.client_query import Question
    from warmcalls.domain.saved_views import View


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@filters_and_order
@click.option("--today", is_flag=True, help="Who is on today’s list, in its order.")
@click.option("--everything", is_flag=True, help="All that is known, a row a contact.")
@click.option("--with-objected", is_flag=True, help="vCards of those who objected, too.")
@AS_JSON
@click.pass_obj
def export(
    session: "Session",
    /,
    file: Path,
    name: str | None,
    today: bool,
    everything: bool,
    with_objected: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Write clients to a file: CSV, XLSX, vCards (.vcf) or a call sheet (.pdf)."""
    from warmcalls.actions.desk import desk
    from warmcalls.actions.export_clients import export_clients

    asked = desk(session.reader(), session.now, session.person(name))
    if today and is_narrowed(options):
        raise click.UsageError("--today is the whole list: leave the filters out.")
    done = export_clients(
        asked,
        None if today else question(session, options),
        file,
        columns=shown(session, options) or SHOWN,
        everything=everything,
        with_objected=with_objected,
    )
    if as_json:
        print_json({"said": done, "file": str(file)})
        return
    print(done)


@click.command()
@AS_JSON
@click.pass_obj
def views(session: "Session", as_json: bool) -> None:
    """List the saved views of the list of clients, with how many each finds."""
    from warmcalls.actions.client_list import count_clients
    from warmcalls.actions.client_rows import listed
    from warmcalls.actions.desk import desk
    from warmcalls.actions.saved_views import views as known

    asked = desk(session.reader(), session.now)
    on = listed(asked)
    found = [(view, count_clients(asked, view.question, on)) for view in known(asked.db)]
    if as_json:
        print_json([_document(view, count) for view, count in found])
        return
    lines = [(view.name, f"{count:,}") for view, count in found]
    print_table("Views", {"View": "left", "Clients": "right"}, lines)


def _document(view: "View", count: int) -> dict[str, Any]:
    return {
        "id": view.id,
        "name": view.name,
        "built_in": view.is_built_in,
        "clients": count,
        "columns": list(view.columns),
        **_asked(view.question),
    }


def _asked(question: "Question") -> dict[str, Any]:
    return {
        "find": question.text,
        "where": [
            {"column": c.column, "op": c.op.value, "values": list(c.values)} for c in question.where
        ],
        "sort": {"column": question.order.column, "descending": question.order.descending},
    }


COMMANDS = (export, views)
