"""`warmcalls rates` and `warmcalls figures`: what somebody has to type in once a month."""

import click

from warmcalls.cli.money import AS_JSON, said
from warmcalls.cli.output import print_json, print_table
from warmcalls.domain.errors import RefusedError


@click.group("rates", invoke_without_command=True)
@AS_JSON
@click.pass_context
def rates(context: click.Context, as_json: bool) -> None:
    """List exchange rates, and the currencies that wait for one."""
    if context.invoked_subcommand:
        return
    from warmcalls.store import settings, typed_figures

    db = context.obj.reader()
    home, known = settings.load(db).currency, typed_figures.rates(db)
    told = {line.currency for line in known}
    waiting = [code for code in typed_figures.currencies(db, home) if code not in told]
    if as_json:
        lines = [{"currency": r.currency, "from": r.day, "rate": r.rate} for r in known]
        print_json({"home": home, "rates": lines, "waiting": waiting})
        return
    columns = {"Currency": "left", "From": "left", f"In {home}": "right"}
    print_table("Exchange rates", columns, [(r.currency, r.day, f"{r.rate:g}") for r in known])
    for code in waiting:
        print(f"{code} waits for a rate: warmcalls rates set {code} RATE")


@rates.command("set")
@click.argument("currency")
@click.argument("rate", type=float)
@click.option("--from", "day", default="", metavar="DAY", help="Today, if not told.")
@AS_JSON
@click.pass_context
def set_rate(context: click.Context, currency: str, rate: float, day: str, as_json: bool) -> None:
    """Say what one unit of a currency is in the agency's own, from a day on."""
    from warmcalls.actions.exchange_rates import set_exchange_rate

    session = context.obj
    done = set_exchange_rate(session.writer(), currency, day, rate, now=session.now)
    said(done, as_json=as_json)


@click.group("figures", invoke_without_command=True)
@AS_JSON
@click.pass_context
def figures(context: click.Context, as_json: bool) -> None:
    """List candidates, clients, colleagues and cash by month, as typed in or imported."""
    if context.invoked_subcommand:
        return
    from warmcalls.actions.month_figures import NAMES
    from warmcalls.store import month_figures

    typed = month_figures.typed(context.obj.reader(), "0000-00", "9999-99")
    months = sorted({month for month, _ in typed}, reverse=True)
    found = {month: {name: typed.get((month, name)) for name in NAMES} for month in months}
    if as_json:
        print_json([{"month": month} | _major(row) for month, row in found.items()])
        return
    columns = {"Month": "left"} | {name.capitalize(): "right" for name in NAMES}
    lines = [
        (month, *("" if value is None else f"{value:,}" for value in _major(row).values()))
        for month, row in found.items()
    ]
    print_table("The four Cs", columns, lines)


def _major(row: dict[str, int | None]) -> dict[str, int | float | None]:
    """Return figures with cash in major units."""
    cash = row["cash"]
    return {**row, "cash": None if cash is None else cash / 100}


@figures.command("set")
@click.argument("month")
@click.argument("name", type=click.Choice(["candidates", "clients", "colleagues", "cash"]))
@click.argument("value")
@AS_JSON
@click.pass_context
def set_figure(context: click.Context, month: str, name: str, value: str, as_json: bool) -> None:
    """Say how many there were in a month, or how much cash; "none" takes it away."""
    from warmcalls.actions.month_figures import set_month_figure

    session = context.obj
    number = _number(value, name)
    said(set_month_figure(session.writer(), month, name, number, now=session.now), as_json=as_json)


def _number(text: str, name: str) -> int | None:
    if text == "none":
        return None
    try:
        return round(float(text) * 100) if name == "cash" else int(text)
    except ValueError as error:
        raise RefusedError(f'"{text}" is no number of {name}.') from error


COMMANDS = (rates, figures)
