"""`warmcalls today`: who to ring, and why."""

from typing import TYPE_CHECKING, Final

import click
from rich.table import Table
from rich.text import Text

from warmcalls.cli.calls import row
from warmcalls.cli.explaining import print_explained
from warmcalls.cli.output import console, print_json
from warmcalls.domain.moments import long_day_name

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.calls import Day, WarmCall

BARS: Final = " ▁▂▃▄▅▆▇█"
WIDE: Final = 120
ACCENT: Final = "#d9622b"


@click.command()
@click.option("--for", "name", metavar="NAME", help="One recruiter’s list.")
@click.option("--limit", type=click.IntRange(min=1), help="The most calls to show.")
@click.option("--why-not", metavar="CLIENT", help="Why a client is not on the list.")
@click.option("--explain", metavar="CLIENT", help="What makes a client’s chance, part by part.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def today(
    session: "Session",
    name: str | None,
    limit: int | None,
    why_not: str | None,
    explain: str | None,
    as_json: bool,
) -> None:
    """Print today's warm calls, best first."""
    from warmcalls.actions.desk import desk
    from warmcalls.actions.todays_list import todays_list

    person, now = session.person(name), session.now
    asked = desk(session.reader(), now, person)
    if why_not is not None:
        _print_why_not(session, why_not, name, as_json=as_json)
        return
    if explain is not None:
        print_explained(asked, explain, as_json=as_json)
        return
    day = todays_list(session.reader(), now=now, person=person, limit=limit)
    if as_json:
        print_json([row(call, asked.agency.zone) for call in day.calls])
        return
    _print_day(day, f"{long_day_name(now, asked.agency.zone)} · {asked.agency.agency}")


def _print_day(day: "Day", title: str) -> None:
    from warmcalls.domain.chances import chance_words
    from warmcalls.reports.phones import shown

    out = console()
    done, left = len(day.done), len(day.calls)
    out.print(
        Text(title, style="bold"), Text(f"{done} done, {left} to ring", style="dim"), sep="   "
    )
    if not day.calls:
        out.print("Nobody to ring. Bring in clients and signals with: warmcalls import FILE...")
        return
    table = Table(header_style="bold", show_lines=True, expand=out.width < WIDE)
    table.add_column("", justify="right", style="dim")
    for column in ("Client", "Ask for", "Why"):
        table.add_column(column, ratio=2 if column == "Why" else 1, overflow="fold")
    table.add_column("30 days", no_wrap=True)
    table.add_column("Chance", justify="right", no_wrap=True)
    top = max(max(call.sparkline) for call in day.calls) or 1.0
    for call in day.calls:
        who = "\n".join(
            part
            for part in (
                call.contact.name if call.contact else "Front desk",
                call.contact.role if call.contact else "",
                shown(call.phone.number) if call.phone else "no number yet",
            )
            if part
        )
        table.add_row(
            str(call.rank),
            _client_cell(call),
            Text(who),
            Text(call.why),
            Text(sparkline(call.sparkline, top), style=ACCENT),
            Text("not known" if call.kind == "test" else chance_words(call.chance)),
        )
    out.print(table)


def _client_cell(call: "WarmCall") -> Text:
    cell = Text(call.client, style="bold")
    if call.tier:
        cell.append(f" {call.tier}", style="not bold dim")
    if call.kind != "warm":
        cell.append(
            "\npromised" if call.kind == "callback" else "\ntest call", style="not bold yellow"
        )
    return cell


def sparkline(values: tuple[float, ...], top: float) -> str:
    """Return warmth as a line of 15 bars, two days each, on one scale for the list."""
    pairs = [max(values[i : i + 2]) for i in range(0, len(values), 2)]
    return "".join(BARS[min(round(v / top * (len(BARS) - 1)), len(BARS) - 1)] for v in pairs)


def _print_why_not(session: "Session", client: str, name: str | None, *, as_json: bool) -> None:
    from warmcalls.actions.desk import desk
    from warmcalls.actions.why_not import why_not
    from warmcalls.cli.finding import find_client

    asked = desk(session.reader(), session.now, session.person(name))
    answer = why_not(asked, find_client(session.reader(), client))
    if as_json:
        because = list(answer.because)
        print_json({"client": answer.client, "on_list": answer.on_list, "because": because})
        return
    print(f"{answer.client} is {'on' if answer.on_list else 'not on'} today’s list.")
    for sentence in answer.because:
        print(f"  {sentence}")


COMMANDS = (today,)
