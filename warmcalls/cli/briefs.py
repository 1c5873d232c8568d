"""`warmcalls vacancies`: job briefs."""

from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli.money import AMOUNT, AS_JSON, minor, said
from warmcalls.cli.output import money, print_json, print_table

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.placements import Vacancy

ENDS = click.Choice(["filled", "lost", "withdrawn"])


@click.group("vacancies", invoke_without_command=True)
@click.option("--open", "only_open", is_flag=True, help="Only those still to fill.")
@AS_JSON
@click.pass_context
def vacancies(context: click.Context, only_open: bool, as_json: bool) -> None:
    """List job briefs, the open ones first."""
    if context.invoked_subcommand:
        return
    from warmcalls.domain.day_words import day_words
    from warmcalls.domain.money import amount_words
    from warmcalls.store import settings
    from warmcalls.store import vacancies as kept

    db = context.obj.reader()
    zone = settings.load(db).zone
    rows = kept.open_ones(db, zone) if only_open else kept.everything(db, zone)
    if as_json:
        print_json([brief_document(row) for row in rows])
        return
    columns = {"No.": "right", "Client": "left", "Job": "left", "Taken": "left", "Fee": "right"}
    lines = [
        (str(v.id), v.client, v.title, day_words(v.taken_on),
         amount_words(v.fee, v.currency) if v.fee else "", v.state.value, v.by)
        for v in rows
    ]  # fmt: skip
    print_table("Job briefs", columns | {"": "left", "By": "left"}, lines)


def brief_document(row: "Vacancy") -> dict[str, Any]:
    """Return a job brief as docs/cli.md describes it."""
    return {
        "id": row.id, "client": row.client, "title": row.title, "terms": row.terms,
        "fee": money(row.fee), "currency": row.currency, "state": row.state.value,
        "taken_on": row.taken_on, "closed_on": row.closed_on or None, "by": row.by or None,
    }  # fmt: skip


@vacancies.command("add")
@click.argument("client")
@click.argument("title")
@click.option("--fee", type=AMOUNT, help="Expected.")
@click.option("--terms", default="", help="What was agreed.")
@click.option("--taken", default="", metavar="DAY", help="Today, if not told.")
@click.option("--for", "name", metavar="NAME", help="The recruiter who took it.")
@AS_JSON
@click.pass_obj
def add_brief(
    session: "Session",
    client: str,
    title: str,
    fee: float | None,
    terms: str,
    taken: str,
    name: str | None,
    as_json: bool,
) -> None:
    """Record a job brief."""
    from warmcalls.actions.vacancies import add_vacancy
    from warmcalls.cli.finding import find_client

    db, person = session.writer(), session.person(name)
    done = add_vacancy(
        db,
        find_client(db, client),
        title,
        now=session.now,
        taken_on=taken,
        terms=terms,
        fee=minor(fee),
        by=person.id if person else None,
    )
    said(done, as_json=as_json)


@vacancies.command("close")
@click.argument("vacancy_id", type=int)
@click.option("--as", "how", type=ENDS, default="lost", help="How it ended.")
@click.option("--on", "closed_on", default="", metavar="DAY", help="Today, if not told.")
@AS_JSON
@click.pass_obj
def close(session: "Session", vacancy_id: int, how: str, closed_on: str, as_json: bool) -> None:
    """Close a job brief."""
    from warmcalls.actions.vacancies import close_vacancy
    from warmcalls.domain.placements import VacancyState

    state = VacancyState(how)
    done = close_vacancy(
        session.writer(), vacancy_id, now=session.now, state=state, closed_on=closed_on
    )
    said(done, as_json=as_json)


COMMANDS = (vacancies,)
