"""Record a placement with the fee it brings, and the day the fee is paid."""

from warmcalls.actions.done import Done
from warmcalls.actions.fee_levels import price_touched
from warmcalls.actions.fees import CHANGED, Bill, add_bill, payment_day, settle
from warmcalls.actions.money_days import check_day
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import round_words
from warmcalls.domain.placements import VacancyState
from warmcalls.store import clients, placements, settings, standing
from warmcalls.store.engine import Row, Writer
from warmcalls.store.journal import Journal, entry, fetch


def record_placement(
    db: Writer,
    client_id: int,
    title: str,
    *,
    placed_on: str,
    fee: int | None,
    now: int,
    candidate: str = "",
    invoiced_on: str = "",
    due_on: str = "",
    paid_on: str = "",
    number: str = "",
    currency: str = "",
    vacancy_id: int | None = None,
    by: int | None = None,
    person_id: int | None = None,
) -> Done:
    """Record that somebody was placed.

    Args:
        db: the writer.
        client_id: where.
        title: as what.
        placed_on: first day of work, ISO; it may lie ahead.
        fee: without tax, minor units of `currency`; None where nothing is invoiced yet.
        now: UTC microseconds.
        candidate: who was placed.
        invoiced_on: ISO; the day of the placement where none is given.
        due_on: ISO, or empty.
        paid_on: ISO, or empty while it is not paid.
        number: of the invoice.
        currency: ISO 4217; the agency's where none is given.
        vacancy_id: the job brief that is filled by it.
        by: the recruiter credited with it, 0 for nobody; who records it where none is given.
        person_id: who records it.

    Raises:
        RefusedError: the client is unknown, the brief is another client's, or a fact cannot be.
    """
    if not placed_on:
        raise RefusedError("A placement needs its first day.")
    with db.atomic():
        agency, client = settings.load(db), clients.by_id(db, client_id)
        placed_on = check_day(placed_on, day_of(now, agency.zone), "A placement")
        if client is None:
            raise RefusedError("This client is not there any more.")
        if vacancy_id and placements.client_of_vacancy(db, vacancy_id) != client_id:
            raise RefusedError(f"This job brief is not one of {client.name}.")
        credited = person_id if by is None else by or None
        with entry(db, "record_placement", now, person_id) as journal:
            row = {"client_id": client_id, "vacancy_id": vacancy_id, "title": clean_text(title)}
            row |= {"candidate": clean_text(candidate), "person_id": credited}
            made = journal.add("placement", row | {"placed_on": placed_on})
            if vacancy_id:
                _fill(journal, vacancy_id, placed_on, day_of(now, agency.zone))
            journal.said = f"Placed at {client.name}: {title}"
            if fee is not None:
                bill = Bill(
                    client_id, fee, invoiced_on or placed_on, currency=currency, number=number,
                    due_on=due_on, paid_on=paid_on, placement_id=made, person_id=credited,
                )  # fmt: skip
                add_bill(journal, bill, agency, now)
                journal.said += f", fee {round_words(fee, currency or agency.currency)}"
        standing.refresh(db, [client_id], agency)
        price_touched(journal, agency)
    return Done(journal.said, CHANGED, journal.entry_id, made)


def _fill(journal: Journal, vacancy_id: int, placed_on: str, today: str) -> None:
    state = VacancyState.FILLED.value
    journal.change("vacancy", vacancy_id, state=state, closed_on=min(placed_on, today))


def change_placement(
    db: Writer,
    placement_id: int,
    *,
    now: int,
    title: str | None = None,
    candidate: str | None = None,
    placed_on: str | None = None,
    by: int | None = None,
    person_id: int | None = None,
) -> Done:
    """Change what is known of a placement; what is not told stays, `by` 0 means nobody.

    Raises:
        RefusedError: it is gone, or the day cannot be.
    """
    with db.atomic():
        agency, kept = settings.load(db), fetch(db, "placement", placement_id)
        if kept is None:
            raise RefusedError("This placement is not there any more.")
        today = day_of(now, agency.zone)
        day = check_day(placed_on or kept["placed_on"], today, "A placement")
        texts = {"title": title, "candidate": candidate}
        told: Row = {name: clean_text(text) for name, text in texts.items() if text is not None}
        if by is not None:
            told["person_id"] = by or None
        with entry(db, "change_placement", now, person_id) as journal:
            journal.change("placement", placement_id, placed_on=day, **told)
            journal.said = f"Changed the placement {told.get('title', kept['title'])}".strip()
    return Done(journal.said, CHANGED, journal.undo, placement_id)


def record_payment(
    db: Writer, placement_id: int, paid_on: str, *, now: int, person_id: int | None = None
) -> Done:
    """Record that the fee of a placement was paid.

    Raises:
        RefusedError: it has no fee that is still to pay, or the day is wrong.
    """
    with db.atomic(), entry(db, "record_payment", now, person_id) as journal:
        bill = placements.unpaid(db, placement_id)
        if bill is None:
            raise RefusedError("There is no fee left to pay for this placement.")
        day = payment_day(paid_on, settings.load(db), now)
        settle(journal, bill, day)
        journal.said = f"Paid: {round_words(bill['amount'], bill['currency'])}"
    return Done(journal.said, CHANGED, journal.entry_id)
