"""`warmcalls seed` and `warmcalls self-test`."""

import time
from typing import TYPE_CHECKING

import click

from warmcalls.cli.output import print_json
from warmcalls.domain.errors import RefusedError

if TYPE_CHECKING:
    from warmcalls.cli.session import Session


@click.command()
@click.option("--clients", type=click.IntRange(10, 5_000), default=400, show_default=True)
@click.option("--months", type=click.IntRange(1, 60), default=12, show_default=True)
@click.option("--seed", "number", type=int, default=7, show_default=True, help="Another agency.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def seed(
    session: "Session",
    clients: int,
    months: int,
    number: int,
    as_json: bool,
) -> None:
    """Fill an empty database with a made-up agency, the same every time."""
    from warmcalls.actions.begin import begin
    from warmcalls.actions.seed import seed as fill

    # begun here, since --demo would fill it with the usual agency first
    db = begin(session.place.location, now=session.now)
    try:
        started = time.perf_counter()
        done = fill(db, now=session.now, clients=clients, months=months, seed=number)
        spent = time.perf_counter() - started
    finally:
        db.close()
    if as_json:
        print_json({"said": done.said, "seconds": round(spent, 2)})
        return
    print(f"{done.said} in {spent:.1f} s")


@click.command("self-test")
def self_test() -> None:
    """Try every part of the program in a temporary folder."""
    from warmcalls.cli.self_checks import CHECKS

    spent = {}
    for part, check in CHECKS.items():
        started = time.perf_counter()
        try:
            check()
        except Exception as error:
            raise RefusedError(f"self-test failed at {part}: {error}") from error
        spent[part] = time.perf_counter() - started
    print("self-test passed")
    for part, seconds in spent.items():
        print(f"  {part}: {seconds * 1000:.0f} ms")


COMMANDS = (seed, self_test)
