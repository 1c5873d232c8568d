"""`warmcalls ranking bench`: the ranking against others in worlds where the truth is known."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from warmcalls.cli.output import console, print_json, print_table

if TYPE_CHECKING:
    from warmcalls.simulator.contest import Played, Size

WORLDS: Final = 4
CALLS: Final = 500
SEED: Final = 1


@click.command()
@click.option(
    "--worlds", type=click.IntRange(min=2), default=WORLDS, show_default=True, help="How many."
)
@click.option(
    "--calls", type=click.IntRange(min=20), default=CALLS, show_default=True,
    help="A world, 20 a day.",
)  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True, help="First.")
@click.option(
    "--boosting/--no-boosting", default=True, help="With gradient boosting, half of the time."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def bench(worlds: int, calls: int, seed: int, boosting: bool, as_json: bool) -> None:
    """Let the ranking and others call in made-up markets, side by side."""
    from warmcalls.simulator.contest import CALLS_A_DAY, Size

    size = Size(days=-(-calls // CALLS_A_DAY))
    seeds = range(seed, seed + worlds)
    found = document(_played(seeds, size, boosting=boosting), seeds, size)
    if as_json:
        print_json(found)
    else:
        _print(found)


def document(
    worlds: Sequence[Mapping[str, "Played"]], seeds: Sequence[int], size: "Size"
) -> dict[str, Any]:
    """Return what came out as docs/cli.md describes it."""
    from warmcalls.simulator.line_up import OURS, milestones, per_hundred
    from warmcalls.simulator.measures import mean, ratio, wins

    calls = size.days * size.calls_a_day
    ours = per_hundred(worlds, OURS, calls)
    rows = []
    for name in worlds[0]:
        figures = []
        for count in milestones(calls):
            found = mean(per_hundred(worlds, name, count))
            figures.append({"calls": count, "per_100": found.value, "interval": _ends(found)})
        theirs = per_hundred(worlds, name, calls)
        beside = ratio(ours, theirs) if theirs.sum() and name != OURS else None
        rows.append(
            {
                "policy": name,
                "worth_it": figures,
                "ours_beside_it": beside and beside.value,
                "interval": beside and _ends(beside),
                "worlds_won": None if name == OURS else wins(ours, theirs),
            }
        )
    return {
        "worlds": len(worlds), "seeds": list(seeds), "clients": size.clients, "calls": calls,
        "policies": rows,
    }  # fmt: skip


def _ends(estimate: Any) -> list[float]:
    return [estimate.low, estimate.high]


def _played(seeds: Sequence[int], size: "Size", *, boosting: bool) -> list[dict[str, "Played"]]:
    from rich.console import Console
    from rich.progress import Progress

    from warmcalls.domain.settings import Settings
    from warmcalls.simulator.contest import play
    from warmcalls.simulator.line_up import line_up
    from warmcalls.simulator.policies.boosting import can_boost

    told = Console(stderr=True)
    if boosting and not can_boost():
        told.print("Without scikit-learn there is no gradient boosting: warmcalls[bench] has it.")
    settings, worlds = Settings(), []
    with Progress(console=told, transient=True) as progress:
        task = progress.add_task("Calling", total=len(seeds) * size.days)
        for seed in seeds:
            policies = line_up(seed, size, settings, boosting=boosting)
            worlds.append(play(seed, policies, size, settings, lambda: progress.advance(task)))
    return worlds


def _print(found: dict[str, Any]) -> None:
    counts = [each["calls"] for each in found["policies"][0]["worth_it"]]
    columns = {"Who chooses": "left"}
    columns |= {f"First {count:,} calls": "right" for count in counts}
    columns |= {"Ours beside it": "right", "Likely": "right", "Worlds won": "right"}
    print_table(
        "Calls worth the time per 100", columns, [_row(each, found) for each in found["policies"]]
    )
    console().print(
        f"{found['worlds']} made-up markets of {found['clients']:,} clients, seeds "
        f"{found['seeds'][0]} to {found['seeds'][-1]}. They show which way of choosing is better, "
        "not what an agency will see."
    )


def _row(each: dict[str, Any], found: dict[str, Any]) -> tuple[str, ...]:
    figures = [f"{figure['per_100']:.1f}" for figure in each["worth_it"]]
    if each["ours_beside_it"] is None:
        return (each["policy"], *figures, "", "", "")
    low, high = each["interval"]
    won = f"{each['worlds_won']} of {found['worlds']}"
    return (
        each["policy"], *figures, f"{each['ours_beside_it']:.2f} times",
        f"{max(low, 0.0):.2f} to {high:.2f}", won,
    )  # fmt: skip
