"""Job briefs: taken, changed, closed."""

from datetime import date, datetime, time
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.actions.money_days import check_day
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.domain.moments import day_of, moment
from warmcalls.domain.money import round_words
from warmcalls.domain.placements import CLOSED, STATE_WORDS, VacancyState
from warmcalls.domain.settings import Settings
from warmcalls.store import clients, settings
from warmcalls.store.engine import Row, Writer
from warmcalls.store.journal import entry, fetch

CHANGED: Final = frozenset({"placements", "clients", "calls"})


def add_vacancy(
    db: Writer,
    client_id: int,
    title: str,
    *,
    now: int,
    taken_on: str = "",
    terms: str = "",
    fee: int | None = None,
    by: int | None = None,
    person_id: int | None = None,
) -> Done:
    """Record a job brief that a client gave us.

    Args:
        db: the writer.
        client_id: whose.
        title: the job.
        now: UTC microseconds.
        taken_on: ISO; today where none is given.
        terms: what was agreed.
        fee: expected, minor units of the agency's currency.
        by: the recruiter who took it, 0 for nobody; who records it where none is given.
        person_id: who records it.

    Raises:
        RefusedError: the client is unknown, or a fact cannot be.
    """
    with db.atomic():
        client, agency = clients.by_id(db, client_id), settings.load(db)
        if client is None:
            raise RefusedError("This client is not there any more.")
        row = _checked(agency, now, title=title, terms=terms, fee=fee, taken_on=taken_on)
        row |= {"client_id": client_id, "currency": agency.currency}
        row.setdefault("taken_at", now)
        with entry(db, "add_vacancy", now, person_id) as journal:
            taken_by = person_id if by is None else by or None
            made = journal.add("vacancy", row | {"person_id": taken_by})
            worth = f", {round_words(fee, agency.currency)}" if fee else ""
            journal.said = f"Job brief of {client.name}: {row['title']}{worth}"
    return Done(journal.said, CHANGED, journal.undo, made)


def change_vacancy(
    db: Writer,
    vacancy_id: int,
    *,
    now: int,
    title: str | None = None,
    terms: str | None = None,
    fee: int | None = None,
    no_fee: bool = False,
    taken_on: str = "",
    by: int | None = None,
    person_id: int | None = None,
) -> Done:
    """Change what is known of a job brief; what is not told stays, `by` 0 means nobody.

    Raises:
        RefusedError: it is gone, or a fact cannot be.
    """
    with db.atomic():
        agency, kept = settings.load(db), _vacancy(db, vacancy_id)
        told = _checked(
            agency,
            now,
            title=kept["title"] if title is None else title,
            terms=kept["terms"] if terms is None else terms,
            fee=None if no_fee else kept["fee"] if fee is None else fee,
            taken_on=taken_on,
        )
        if by is not None:
            told["person_id"] = by or None
        with entry(db, "change_vacancy", now, person_id) as journal:
            journal.change("vacancy", vacancy_id, **told)
            journal.said = f"Changed the job brief {told['title']}"
    return Done(journal.said, CHANGED, journal.undo, vacancy_id)


def close_vacancy(
    db: Writer,
    vacancy_id: int,
    *,
    now: int,
    state: VacancyState = VacancyState.LOST,
    closed_on: str = "",
    person_id: int | None = None,
) -> Done:
    """Close a job brief: filled by us or somebody else, or not needed any more.

    Raises:
        RefusedError: it is gone or closed already, or the day cannot be.
    """
    if state not in CLOSED:
        raise RefusedError("Say how it ended: filled, lost or withdrawn.")
    with db.atomic():
        agency, kept = settings.load(db), _vacancy(db, vacancy_id)
        if kept["state"] != VacancyState.OPEN:
            raise RefusedError("This job brief is closed already.")
        today = day_of(now, agency.zone)
        day = check_day(closed_on, today, "The end of a job brief", past=True) or today
        if day < day_of(kept["taken_at"], agency.zone):
            raise RefusedError("A job brief cannot end before it was taken.")
        with entry(db, "close_vacancy", now, person_id) as journal:
            journal.change("vacancy", vacancy_id, state=state.value, closed_on=day)
            journal.said = f"{kept['title'] or 'Job brief'}: {STATE_WORDS[state].lower()}"
    return Done(journal.said, CHANGED, journal.undo, vacancy_id)


def reopen_vacancy(db: Writer, vacancy_id: int, *, now: int, person_id: int | None = None) -> Done:
    """Open a job brief again.

    Raises:
        RefusedError: it is gone, or open.
    """
    with db.atomic():
        kept = _vacancy(db, vacancy_id)
        if kept["state"] == VacancyState.OPEN:
            raise RefusedError("This job brief is open already.")
        with entry(db, "reopen_vacancy", now, person_id) as journal:
            journal.change("vacancy", vacancy_id, state=VacancyState.OPEN.value, closed_on="")
            journal.said = f"{kept['title'] or 'Job brief'}: open again"
    return Done(journal.said, CHANGED, journal.undo, vacancy_id)


def _vacancy(db: Writer, vacancy_id: int) -> Row:
    kept = fetch(db, "vacancy", vacancy_id)
    if kept is None:
        raise RefusedError("This job brief is not there any more.")
    return kept


def _checked(
    agency: Settings, now: int, *, title: str, terms: str, fee: int | None, taken_on: str
) -> Row:
    title = clean_text(title)
    if not title:
        raise RefusedError("Say which job it is.")
    if fee is not None and fee < 0:
        raise RefusedError("A fee cannot be below nought.")
    row: Row = {"title": title, "terms": terms.strip(), "fee": fee}
    today = day_of(now, agency.zone)
    day = check_day(taken_on, today, "A job brief", past=True)
    if day and day != today:
        noon = datetime.combine(date.fromisoformat(day), time(12), agency.zone)
        row["taken_at"] = moment(noon)
    return row
