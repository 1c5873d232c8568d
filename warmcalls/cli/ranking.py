"""`warmcalls ranking`: what the list has learnt, whether it keeps its word, and trying weights."""

from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli import weights
from warmcalls.cli.output import console, print_json, print_table
from warmcalls.cli.ranking_bench import bench

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.kinds import Kind
    from warmcalls.domain.ranking_report import RankingReport
    from warmcalls.domain.settings import Settings
    from warmcalls.domain.weights_learned import WeightsLearned


@click.group("ranking", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def ranking(context: click.Context, as_json: bool) -> None:
    """Show what every signal is worth, and what the agency's outcomes made of that."""
    if context.invoked_subcommand:
        return
    from warmcalls.actions.desk import desk
    from warmcalls.actions.ranking_report import ranking_report
    from warmcalls.actions.weights_learned import weights_learned
    from warmcalls.domain.ranking_report import document

    session: Session = context.obj
    asked = desk(session.reader(), session.now)
    found = weights_learned(asked.db, now=session.now)
    report = ranking_report(asked.db, now=session.now)
    if as_json:
        learned = weights.document(found, asked.agency.worth)
        known = asked.learned.answers
        answers = {
            "usual": asked.agency.answer_rate,
            "rate": known.rate,
            "calls": known.attempts,
            "answered": known.answered,
        }
        # what was learnt of all outcomes stands over what the report says of its period
        print_json({**document(report), **learned, "answers": answers})
        return
    _print_weights(found, asked.agency)
    _print_report(report)


def _print_weights(found: "WeightsLearned", agency: "Settings") -> None:
    from warmcalls.domain.kinds import KINDS

    talks = "conversation" if found.outcomes == 1 else "conversations"
    title = f"Points: 20 double the odds. Calls teach the list: {found.outcomes:,} {talks} so far"
    rows = [
        weights.row(told, f"{agency.worth[kind].half_life_days:g}")
        for kind, told in zip(KINDS, found.signals, strict=True)
    ]
    print_table(title, weights.COLUMNS, rows)
    columns = dict(list(weights.COLUMNS.items())[:-1])
    print_table("What else counts", columns, [weights.row(told, "")[:-1] for told in found.beside])


def _print_report(report: "RankingReport") -> None:
    columns = {"Promised": "right", "Came of it": "right", "Calls": "right"}
    rows = [
        (f"{each.predicted:.1%}", f"{each.observed:.1%}", f"{each.calls:,}")
        for each in report.calls.bins
    ]
    print_table("What calls of the list were promised, and what came of them", columns, rows)
    against = report.against
    tests = f"{against.cold.calls:,} test {'call' if against.cold.calls == 1 else 'calls'}"
    if against.too_early:
        said = f"too early to tell from {tests}: about {against.more_needed:,} more are needed."
    elif against.ratio is None:
        said = f"likely more than {against.low:.1f} times, from {tests}."
    else:
        said = f"{against.ratio:.1f} times, likely between {against.low:.1f} and {against.high:.1f}"
        said = f"{said}, from {tests}."
    console().print(f"Warm calls worth the time beside calls at random: {said}")


@ranking.command("try")
@click.option("--points", multiple=True, type=weights.OfKind(), help="As chat=30; may be repeated.")
@click.option("--half-life", multiple=True, type=weights.OfKind(), help="In days, as chat=14.")
@click.option("--for", "name", metavar="NAME", help="Whose list; the whole agency's without it.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def try_weights(
    session: "Session",
    points: tuple[tuple["Kind", int], ...],
    half_life: tuple[tuple["Kind", int], ...],
    name: str | None,
    as_json: bool,
) -> None:
    """Show today's list under other points, without writing anything."""
    from warmcalls.actions.preview_weights import preview_weights
    from warmcalls.store import settings

    db, person = session.reader(), session.person(name)
    worth = weights.said(settings.load(db).worth, points, half_life)
    found = preview_weights(db, worth, now=session.now, person=person)
    moves = [weights.move(move) for move in found.moves]
    if as_json:
        learned = weights.document(found.weights, settings.load(db).worth | worth)
        tried = [w for w in learned["weights"] if w["signal"] in {k.value for k in worth}]
        print_json({"weights": tried, "list": moves, "whole": found.is_whole})
        return
    columns = {"Would": "right", "Was": "right", "Client": "left", "Because": "left"}
    print_table("Today’s list with these points", columns, [_row(move) for move in moves])
    console().print(f"{len(found.coming)} come on, {len(found.going)} drop off.")


def _row(move: dict[str, Any]) -> tuple[str, ...]:
    because = move["because"]
    whose = " of others" if because and because["by_others"] else ""
    why = f"{because['signal']} signals{whose} {because['what']}" if because else ""
    return (str(move["would"] or "off"), str(move["was"] or "new"), move["client"], why)


ranking.add_command(bench)
COMMANDS = (ranking,)
