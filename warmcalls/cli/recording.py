"""`warmcalls record`, `warmcalls undo` and `warmcalls redo`."""

from typing import TYPE_CHECKING

import click

from warmcalls.cli.output import print_json
from warmcalls.domain.outcomes import Outcome, Reach, Result, Why

if TYPE_CHECKING:
    from warmcalls.cli.session import Session


@click.command()
@click.argument("client")
@click.option("--reach", type=click.Choice([r.value for r in Reach]), required=True)
@click.option("--result", type=click.Choice([r.value for r in Result]))
@click.option("--worth", type=click.Choice(["yes", "no"]), help="Was it worth your time?")
@click.option("--why", type=click.Choice([w.value for w in Why]), help="Why it was not.")
@click.option("--when", "when", metavar="WHEN", help='ISO, or "tue 2pm", "in 3 weeks".')
@click.option(
    "--fee",
    type=click.FloatRange(min=0, max=10_000_000),
    help="Expected fee of a job brief, pounds.",
)
@click.option("--note", default="", help="What is worth remembering.")
@click.option("--referred-to", default="", help="Who decides, where it was not them.")
@click.option("--for", "name", metavar="NAME", help="The recruiter who rang.")
@click.option("--key", help="A key of your own: the same key is recorded once.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def record(
    session: "Session",
    client: str,
    reach: str,
    result: str | None,
    worth: str | None,
    why: str | None,
    when: str | None,
    fee: float | None,
    note: str,
    referred_to: str,
    name: str | None,
    key: str | None,
    as_json: bool,
) -> None:
    """Record what came of a call."""
    import uuid

    from warmcalls.actions.record_outcome import record_outcome
    from warmcalls.actions.todays_list import todays_list
    from warmcalls.cli.finding import find_client
    from warmcalls.domain.when import parse_when
    from warmcalls.store import settings

    db, now, person = session.writer(), session.now, session.person(name)
    outcome = Outcome(
        key=key or str(uuid.uuid4()),
        client_id=find_client(db, client),
        person_id=person.id if person else None,
        at=now,
        reach=Reach(reach),
        result=Result(result) if result else None,
        worth=None if worth is None else worth == "yes",
        why=Why(why) if why else None,
        next_at=parse_when(when, now, settings.load(db).zone) if when else None,
        note=note,
        referred_to=referred_to,
        fee=None if fee is None else round(fee * 100),
    )
    # as the list shows it: a test call stays one, with its chance
    day = todays_list(db, now=now, person=person)
    shown = next((call for call in day.calls if call.client_id == outcome.client_id), None)
    done = record_outcome(db, outcome, proposed=shown)
    if as_json:
        print_json(
            {"said": done.said, "outcome_id": done.id, "undo": done.undo, "key": outcome.key}
        )
        return
    print(done.said)


@click.command()
@click.argument("entry", type=int, required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def undo(session: "Session", entry: int | None, as_json: bool) -> None:
    """Take the newest action back, or the one of a number."""
    from warmcalls.actions.undo import undo as take_back

    done = take_back(session.writer(), now=session.now, entry_id=entry)
    if as_json:
        print_json({"said": done.said})
        return
    print(done.said)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def redo(session: "Session", as_json: bool) -> None:
    """Do again what was undone last."""
    from warmcalls.actions.redo import redo as put_again

    done = put_again(session.writer(), now=session.now)
    if as_json:
        print_json({"said": done.said, "undo": done.undo})
        return
    print(done.said)


COMMANDS = (record, undo, redo)
