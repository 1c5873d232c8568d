"""`warmcalls statement`: a month in words, for an e-mail or as a PDF."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli.output import money, print_json

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.statements import Statement


@click.command("statement")
@click.option("--month", metavar="2026-02", help="The last whole month where none is given.")
@click.option("--pdf", type=click.Path(path_type=Path), metavar="FILE", help="Write it as a PDF.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def statement(session: "Session", month: str | None, pdf: Path | None, as_json: bool) -> None:
    """Print a month's statement as text for an e-mail: what marketing helped to take home."""
    from warmcalls.actions.statement import statement as work_out
    from warmcalls.domain.moments import day_of
    from warmcalls.domain.periods import month_after
    from warmcalls.reports.statement_text import text
    from warmcalls.store import settings

    zone = settings.load(session.reader()).zone
    wanted = month or month_after(day_of(session.now, zone)[:7], -1)
    found = work_out(session.reader(), wanted, now=session.now)
    if pdf is not None:
        from warmcalls.reports.statement_pdf import write

        write(found, pdf)
    if as_json:
        print_json(document(found))
    elif pdf is not None:
        print(f"Saved {pdf}")
    else:
        print(text(found), end="")


def document(found: "Statement") -> dict[str, Any]:
    """Return a statement as docs/cli.md describes it."""
    return {
        "agency": found.agency,
        "month": found.month,
        "currency": found.currency,
        "helped": money(found.helped),
        "taken": money(found.taken),
        "cost": money(found.cost),
        "return": found.per_pound,
        "since": {
            "month": found.since,
            "helped": money(found.since_helped),
            "taken": money(found.since_taken),
            "cost": money(found.since_cost),
            "return": found.since_per_pound,
        },
        "wins": [
            {
                "client": win.client,
                "title": win.title,
                "amount": money(win.amount),
                "paid_on": win.paid_on,
                "by": win.by,
                "campaigns": list(win.campaigns),
            }
            for win in found.wins
        ],
        "campaigns": [
            {"name": name, "fees": money(fees), "spend": money(spend)}
            for name, fees, spend in found.campaigns
        ],
        "notes": list(found.notes),
    }


COMMANDS = (statement,)
