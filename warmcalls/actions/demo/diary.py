"""The demo recruiters' diaries: who rings on which days, and what is promised for today."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from warmcalls.actions.demo.agenda import Agenda
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.calls import BUSY_DAYS, LIST_MADE, Calls, begin
from warmcalls.actions.demo.clientele import Clientele
from warmcalls.domain.clients import Person
from warmcalls.domain.outcomes import Result
from warmcalls.simulator.rates import COLD

FEW: Final = 6  # once a week
SOME: Final = 4
YESTERDAYS: Final = 6
# for each recruiter: the minute of the day and days from today; the second's is overdue
PROMISES: Final = (
    ((11 * 60, 2), (9 * 60 + 30, 6)),  # two more are promised in stories.py
    ((9 * 60 + 30, 0), (15 * 60 + 30, -1), (11 * 60 + 15, 0), (10 * 60, 4)),
    ((11 * 60 + 45, 0), (16 * 60, 0), (14 * 60, 1), (10 * 60 + 30, 9)),
)
PROMISED_BEFORE: Final = (4, 6, 3, 5)


def plan_calls(
    calls: Calls, agenda: Agenda, calendar: Calendar, recruiters: Sequence[Person]
) -> None:
    """Put every session of calls on the agenda, and the promises for today."""
    for recruiter, person in enumerate(recruiters):
        for day in calendar.working:
            wanted = calls_on(calendar, day, recruiter)
            if wanted:
                at = calendar.at(day, begin(calendar, day, recruiter) + LIST_MADE)
                agenda.at(at, partial(calls.session, day, recruiter, person, wanted))
        wanting = wanted_back(calls.clientele, recruiter, calendar.today)
        for n, place in enumerate(wanting[: len(PROMISES[recruiter])]):
            calls.clientele.spared.add(place)
            minute, days = PROMISES[recruiter][n]
            # who says "this afternoon" says it in the morning
            day = calendar.working[-1 if days < 0 else -PROMISED_BEFORE[n]]
            then = (11 if days < 0 else 15) * 60 + 25 * n + 7 * recruiter
            until = due(calendar, minute, days)
            ring = partial(calls.tell, day, then, place, person, Result.CALL_BACK, until=until)
            agenda.at(calendar.at(day, then), ring)


def calls_on(calendar: Calendar, day: int, recruiter: int) -> int:
    """Return how many calls a recruiter makes on a day: ever more, since it pays."""
    weekday = calendar.days[day].weekday()
    if day == calendar.working[-1]:
        return YESTERDAYS
    if calendar.today - day <= BUSY_DAYS:
        return 0 if weekday == recruiter + 1 else SOME
    return FEW if weekday == recruiter + 1 else 0


def wanted_back(clientele: Clientele, recruiter: int, day: int) -> list[int]:
    """Return the clients that asked to be rung again: the warmest first, and none that is cold."""
    owned = clientele.owned_by(recruiter)
    warm = [i for i in owned if clientele.interest.state(i, day) != COLD]
    return sorted(warm, key=lambda i: -clientele.interest.state(i, day))


def due(calendar: Calendar, minute: int, days: int) -> int:
    """Return when a promised call is due; what was overdue was due on the last working day."""
    if days < 0:
        return calendar.at(calendar.working[-1], minute)
    return calendar.at(calendar.today, minute) if days == 0 else calendar.ahead(days, minute)
