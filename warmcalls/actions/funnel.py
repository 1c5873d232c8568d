"""The funnel from signal to money: the clients first reached in a period, and how far they got."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

import numpy as np

from warmcalls.actions.credits import Book
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY, day_of, moment
from warmcalls.domain.paths import Bools, Ints
from warmcalls.domain.results import FunnelStep
from warmcalls.domain.settings import Settings
from warmcalls.store import funnel
from warmcalls.store.engine import Reader

STEPS: Final = (
    ("signals", "Clients with signals"),
    ("leads", "Leads"),
    ("called", "Called"),
    ("spoke", "Spoke"),
    ("meeting", "Meeting"),
    ("brief", "Job brief"),
    ("placed", "Placed"),
    ("invoiced", "Invoiced"),
    ("paid", "Paid"),
)
LEADS, PLACED, INVOICED, PAID = 1, 6, 7, 8
BRIEF: Final = 5
NEVER: Final = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Journeys:
    """When each client of a cohort came to each step.

    Attributes:
        clients: ids; shape (clients,).
        at: UTC microseconds, `NEVER` where it is not recorded; shape (steps, clients).
    """

    clients: Ints
    at: Ints

    @property
    def reached(self) -> Bools:
        """Who came to each step or to a later one; shape (steps, clients).

        Somebody placed without a call on record was called all the same.
        """
        there = self.at < NEVER
        return np.asarray(np.logical_or.accumulate(there[::-1], axis=0)[::-1])

    def steps(self) -> tuple[FunnelStep, ...]:
        """Return the steps with their counts, shares and median days."""
        counts = self.reached.sum(axis=1).tolist()
        return tuple(
            FunnelStep(
                step,
                name,
                counts[n],
                counts[n] / counts[n - 1] if n and counts[n - 1] else None,
                self._days(n) if n else None,
            )
            for n, (step, name) in enumerate(STEPS)
        )

    def place(self, step: str) -> int:
        """Return the place of a step of that id.

        Raises:
            RefusedError: there is no such step.
        """
        for n, (known, _) in enumerate(STEPS):
            if known == step:
                return n
        raise RefusedError(f"{step} is no step of the funnel.")

    def _days(self, step: int) -> float | None:
        """Return the median days since the step before, of those with both on record."""
        both = (self.at[step] < NEVER) & (self.at[step - 1] < NEVER)
        if not both.any():
            return None
        days = np.maximum(self.at[step][both] - self.at[step - 1][both], 0) / DAY
        return float(np.median(days))


def journeys(
    db: Reader, agency: Settings, cohort: Ints, kept: Book, *, person_id: int | None = None
) -> Journeys:
    """Return when the clients of a cohort came to each step.

    Calls and briefs count from the moment a client became a lead; placements, invoices and
    payments where a campaign of the cohort had reached the client before the day of the placement.

    Args:
        db: a reader.
        agency: whose days count.
        cohort: client id, first signal, lead and first reached, as `cohorts.first_signals` gives
            them.
        kept: the fees that the campaigns of the cohort had a hand in.
        person_id: the recruiter whose placements count, None for all.
    """
    clients = cohort[:, 0]
    at = np.full((len(STEPS), len(clients)), NEVER, dtype=np.int64)
    found = Journeys(clients, at)
    if not len(clients):
        return found
    at[0] = cohort[:, 1]
    at[LEADS] = np.where(cohort[:, 2] > 0, cohort[:, 2], NEVER)
    first = int(cohort[:, 1].min())
    calls = _counting(found, funnel.calls(db, first), at[LEADS])
    for step in range(funnel.CALLED, funnel.BRIEF + 1):
        # a brief is a meeting and a conversation too
        got = calls[calls[:, 2] >= step]
        np.minimum.at(at[LEADS + step], got[:, 0], got[:, 1])
    _earliest(found, BRIEF, funnel.briefs(db, first), at[LEADS])
    placed = funnel.placed(db, day_of(first, agency.zone), person_id=person_id)
    _earliest(found, PLACED, _moments(placed, agency), cohort[:, 3])
    _money(found, agency, kept)
    return found


def _money(found: Journeys, agency: Settings, kept: Book) -> None:
    """Note when fees were invoiced and paid."""
    bills = [(fee.client_id, fee.invoiced_on, fee.paid_on) for fee in kept.fees if fee.amount > 0]
    since = found.at[0]
    _earliest(found, INVOICED, _moments([(c, on) for c, on, _ in bills], agency), since)
    _earliest(found, PAID, _moments([(c, paid) for c, _, paid in bills if paid], agency), since)


def _moments(days: list[tuple[int, str]], agency: Settings) -> Ints:
    """Return clients and days as client and the moment each day begins; shape (days, 2)."""
    begins = {
        day: moment(datetime.combine(date.fromisoformat(day), time(), agency.zone))
        for day in {day for _, day in days}
    }
    rows = [(client, begins[day]) for client, day in days]
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def _earliest(found: Journeys, step: int, rows: Ints, after: Ints) -> None:
    """Note the earliest of some moments at each client, from a moment of each on."""
    counts = _counting(found, rows, after)
    np.minimum.at(found.at[step], counts[:, 0], counts[:, 1])


def _counting(found: Journeys, rows: Ints, after: Ints) -> Ints:
    """Return the rows of the cohort from a moment of each on, with places for client ids."""
    place = np.searchsorted(found.clients, rows[:, 0])
    place = np.minimum(place, len(found.clients) - 1)
    counts = (found.clients[place] == rows[:, 0]) & (rows[:, 1] >= after[place])
    return np.column_stack((place[counts], rows[counts, 1:]))
