"""`warmcalls placed` and `fees`: placements and what they bring."""

from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli.output import money, print_json, print_table

if TYPE_CHECKING:
    from warmcalls.actions.done import Done
    from warmcalls.cli.session import Session
    from warmcalls.domain.placements import FeeRow

AMOUNT = click.FloatRange(min=0, max=1_000_000_000)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


def minor(amount: float | None) -> int | None:
    """Return major units as minor ones."""
    return None if amount is None else round(amount * 100)


def said(done: "Done", *, as_json: bool) -> None:
    """Print what was done."""
    if as_json:
        print_json({"said": done.said, "id": done.id, "undo": done.undo})
        return
    print(done.said)


@click.command()
@click.argument("client")
@click.argument("title", default="")
@click.option("--on", "placed_on", required=True, metavar="DAY", help="First day of work, ISO.")
@click.option("--fee", type=AMOUNT, help="Without tax; leave it out while nothing is invoiced.")
@click.option("--currency", default="", help="Of the fee, where it is not the agency’s.")
@click.option("--candidate", default="", help="Who was placed.")
@click.option("--invoiced", default="", metavar="DAY", help="The first day of work, if not told.")
@click.option("--due", default="", metavar="DAY", help="When the fee is due.")
@click.option("--paid", default="", metavar="DAY", help="When the fee was paid.")
@click.option("--number", default="", help="Of the invoice.")
@click.option("--vacancy", type=int, help="The job brief that is filled by it.")
@click.option("--for", "name", metavar="NAME", help="The recruiter credited with it.")
@AS_JSON
@click.pass_obj
def placed(
    session: "Session",
    client: str,
    title: str,
    placed_on: str,
    fee: float | None,
    currency: str,
    candidate: str,
    invoiced: str,
    due: str,
    paid: str,
    number: str,
    vacancy: int | None,
    name: str | None,
    as_json: bool,
) -> None:
    """Record that somebody was placed, and the fee it brings."""
    from warmcalls.actions.record_placement import record_placement
    from warmcalls.cli.finding import find_client

    db, person = session.writer(), session.person(name)
    done = record_placement(
        db,
        find_client(db, client),
        title,
        placed_on=placed_on,
        fee=minor(fee),
        now=session.now,
        candidate=candidate,
        invoiced_on=invoiced,
        due_on=due,
        paid_on=paid,
        number=number,
        currency=currency.upper(),
        vacancy_id=vacancy,
        by=person.id if person else None,
    )
    said(done, as_json=as_json)


@click.group("fees", invoke_without_command=True)
@click.option("--find", "text", default="", help="A part of client, title, person or number.")
@click.option("--unpaid", is_flag=True, help="Only what is not paid, or not invoiced, yet.")
@AS_JSON
@click.pass_context
def fees(context: click.Context, text: str, unpaid: bool, as_json: bool) -> None:
    """List placements and fees, with what is not paid yet."""
    if context.invoked_subcommand:
        return
    from warmcalls.domain.day_words import day_words
    from warmcalls.domain.moments import day_of
    from warmcalls.store import placements, settings

    db = context.obj.reader()
    today = day_of(context.obj.now, settings.load(db).zone)
    rows = placements.money(db, text=text)
    if unpaid:
        rows = [row for row in rows if row.state(today) not in {"paid", "credit"}]
    if as_json:
        print_json([fee_document(row, today) for row in rows])
        return
    columns = {"No.": "right", "Client": "left", "What": "left", "Invoice": "left"}
    columns |= {"Invoiced": "left", "Fee": "right", "": "left"}
    lines = [
        (str(r.fee_id or ""), r.client, r.words, r.number,
         day_words(r.invoiced_on) if r.invoiced_on else "", r.amount_words, r.state(today).value)
        for r in rows
    ]  # fmt: skip
    print_table("Placements and fees", columns, lines)


def fee_document(row: "FeeRow", today: str) -> dict[str, Any]:
    """Return a placement or fee as docs/cli.md describes it."""
    return {
        "id": row.fee_id or None, "placement_id": row.placement_id or None,
        "client": row.client, "title": row.title, "candidate": row.candidate,
        "placed_on": row.day or None, "number": row.number, "kind": row.kind or None,
        "fee": money(row.amount) if row.fee_id else None,
        "tax": money(row.tax) if row.fee_id else None,
        "total": money(row.total) if row.fee_id else None, "currency": row.currency or None,
        "invoiced_on": row.invoiced_on or None, "due_on": row.due_on or None,
        "paid_on": row.paid_on or None, "state": row.state(today).value,
        "note": row.note, "by": row.by or None,
    }  # fmt: skip


@fees.command("add")
@click.argument("client")
@click.argument("amount", type=AMOUNT)
@click.option("--invoiced", required=True, metavar="DAY", help="ISO.")
@click.option("--due", default="", metavar="DAY", help="When it is due.")
@click.option("--paid", default="", metavar="DAY", help="When it was paid.")
@click.option("--number", default="", help="Of the invoice.")
@click.option("--currency", default="", help="Where it is not the agency’s.")
@click.option("--placement", type=int, help="What it is for.")
@click.option("--note", default="", help="What is worth remembering.")
@AS_JSON
@click.pass_obj
def add_fee(
    session: "Session",
    client: str,
    amount: float,
    invoiced: str,
    due: str,
    paid: str,
    number: str,
    currency: str,
    placement: int | None,
    note: str,
    as_json: bool,
) -> None:
    """Write an invoice down; the amount is the fee without tax."""
    from warmcalls.actions.fees import Bill, record_fee
    from warmcalls.cli.finding import find_client

    db = session.writer()
    bill = Bill(
        find_client(db, client), round(amount * 100), invoiced, currency=currency, number=number,
        due_on=due, paid_on=paid, placement_id=placement, note=note,
    )  # fmt: skip
    said(record_fee(db, bill, now=session.now), as_json=as_json)


@fees.command("paid")
@click.argument("fee_id", type=int)
@click.argument("day")
@AS_JSON
@click.pass_obj
def pay(session: "Session", fee_id: int, day: str, as_json: bool) -> None:
    """Write down when a fee was paid."""
    from warmcalls.actions.fees import pay_fee

    said(pay_fee(session.writer(), fee_id, day, now=session.now), as_json=as_json)


@fees.command("credit")
@click.argument("fee_id", type=int)
@click.argument("amount", type=AMOUNT)
@click.option("--on", "day", required=True, metavar="DAY", help="Of the credit note, ISO.")
@click.option("--number", default="", help="Of the credit note.")
@click.option("--note", default="", help="Why.")
@AS_JSON
@click.pass_obj
def credit(
    session: "Session",
    fee_id: int,
    amount: float,
    day: str,
    number: str,
    note: str,
    as_json: bool,
) -> None:
    """Write a credit note for a fee."""
    from warmcalls.actions.fees import credit_fee

    done = credit_fee(
        session.writer(), fee_id, round(amount * 100), on=day, now=session.now, number=number,
        note=note,
    )  # fmt: skip
    said(done, as_json=as_json)


COMMANDS = (placed, fees)
