"""What else goes on in the demo's office: screening, objections, exclusions, snoozes."""

from collections.abc import Collection
from functools import partial
from random import Random
from typing import Final

from warmcalls.actions.demo.agenda import Agenda
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.clientele import Clientele
from warmcalls.actions.edit_client import do_not_call, exclude, snooze
from warmcalls.actions.record_screening import record_screening
from warmcalls.store import phones
from warmcalls.store.engine import Writer

SCREENED_DAYS_AGO: Final = (39, 9)
REGISTERED_SHARE: Final = 0.035
SCREENED_SHARE: Final = (0.5, 0.78)
WHY_EXCLUDED: Final = (
    "supplier of ours", "in administration", "the owner’s brother", "competitor’s parent company",
)  # fmt: skip
SNOOZED_DAYS: Final = (12, 30, 55, 90)


def plan_office(
    db: Writer,
    calendar: Calendar,
    agenda: Agenda,
    rng: Random,
    clientele: Clientele,
    person_id: int,
) -> None:
    """Put screenings, objections, exclusions and snoozes on the agenda.

    Args:
        db: the writer.
        calendar: the year.
        agenda: where they go.
        rng: where the luck comes from.
        clientele: those of whom the last days tell no story are meant.
        person_id: who does it.
    """
    spare = [clientele.id_of(i) for i in clientele.unpromised()]
    kept = clientele.promised_numbers()
    for ago, share in zip(SCREENED_DAYS_AGO, SCREENED_SHARE, strict=True):
        at = calendar.at(max(calendar.today - ago, 0), 11 * 60)
        agenda.at(at, partial(_screen, db, rng, share, at, kept))
    chosen = iter(rng.sample(spare, min(len(spare), 12)))
    for why, client_id in zip(WHY_EXCLUDED, chosen, strict=False):
        at = calendar.at(rng.choice(calendar.working), 16 * 60)
        agenda.at(at, partial(exclude, db, client_id, why, now=at, person_id=person_id))
    for days, client_id in zip(SNOOZED_DAYS, chosen, strict=False):
        at = calendar.at(calendar.working[-2], 16 * 60 + days)
        until = calendar.ahead(days, 9 * 60)
        agenda.at(at, partial(snooze, db, client_id, until, now=at, person_id=person_id))
    for client_id in chosen:
        at = calendar.at(rng.choice(calendar.working), 16 * 60 + 30)
        agenda.at(at, partial(do_not_call, db, client_id, now=at, person_id=person_id))


def _screen(db: Writer, rng: Random, share: float, at: int, kept: Collection[str]) -> None:
    """Screen some of the numbers; those that are rung today are on no register."""
    numbers = [number for number in phones.every(db) if rng.random() < share]
    drawn = [number for number in numbers if rng.random() < REGISTERED_SHARE]
    registered = [number for number in drawn if number not in kept]
    record_screening(db, numbers, registered, at=at, by="TPS and CTPS")
