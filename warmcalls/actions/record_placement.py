"""Record a placement with the fee it brings, and the day the fee is paid."""

from warmcalls.actions.add_campaign import check_days
from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import digest
from warmcalls.store import clients, placements, settings, standing
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal, entry

CHANGED = frozenset({"placements", "clients", "calls"})


def record_placement(
    db: Writer,
    client_id: int,
    title: str,
    *,
    placed_on: str,
    fee: int,
    now: int,
    invoiced_on: str = "",
    paid_on: str = "",
    number: str = "",
    vacancy_id: int | None = None,
    person_id: int | None = None,
) -> Done:
    """Record that somebody was placed.

    Args:
        db: the writer.
        client_id: where.
        title: as what.
        placed_on: first day of work, ISO.
        fee: minor units of the agency's currency.
        now: UTC microseconds.
        invoiced_on: ISO; the day of the placement where none is given.
        paid_on: ISO, or empty while it is not paid.
        number: of the invoice.
        vacancy_id: the job brief that is filled by it.
        person_id: who records it.

    Raises:
        RefusedError: the client is unknown, the brief is another client's, or a day is wrong.
    """
    invoiced_on = invoiced_on or placed_on
    if not placed_on:
        raise RefusedError("A placement needs its first day.")
    check_days(placed_on, "")
    check_days(invoiced_on, paid_on)
    if fee < 0:
        raise RefusedError("A fee cannot be below nought.")
    with db.atomic():
        client = clients.by_id(db, client_id)
        if client is None:
            raise RefusedError("This client is not there any more.")
        if vacancy_id and placements.client_of_vacancy(db, vacancy_id) != client_id:
            raise RefusedError(f"This job brief is not one of {client.name}.")
        agency = settings.load(db)
        with entry(db, "record_placement", now, person_id) as journal:
            row = {"client_id": client_id, "vacancy_id": vacancy_id, "title": title}
            made = journal.add("placement", row | {"placed_on": placed_on})
            if vacancy_id:
                journal.change("vacancy", vacancy_id, state="filled")
            bill = {"client_id": client_id, "placement_id": made, "number": number, "amount": fee}
            bill |= {"currency": agency.currency, "invoiced_on": invoiced_on, "paid_on": paid_on}
            key = digest(f"fee|{client_id}|{made}|{number}|{fee}|{invoiced_on}")
            journal.add("fee", bill | {"digest": key})
            journal.said = f"Placed at {client.name}: {title}, fee £{fee // 100:,}"
        standing.refresh(db, [client_id], agency)
    return Done(journal.said, CHANGED, journal.entry_id, made)


def record_payment(
    db: Writer, placement_id: int, paid_on: str, *, now: int, person_id: int | None = None
) -> Done:
    """Record that the fee of a placement was paid.

    Raises:
        RefusedError: it has no fee that is still to pay, or the day is wrong.
    """
    with db.atomic(), entry(db, "record_payment", now, person_id) as journal:
        _pay(journal, placement_id, paid_on)
    return Done(journal.said, CHANGED, journal.entry_id)


def _pay(journal: Journal, placement_id: int, paid_on: str) -> None:
    bill = placements.unpaid(journal.db, placement_id)
    if bill is None:
        raise RefusedError("There is no fee left to pay for this placement.")
    if not paid_on:
        raise RefusedError("Say on which day it was paid.")
    check_days(bill["invoiced_on"], paid_on)
    journal.change("fee", bill["id"], paid_on=paid_on)
    journal.said = f"Paid: £{bill['amount'] // 100:,}"
