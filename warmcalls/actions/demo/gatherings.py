"""The demo's webinars and breakfasts: who signs up, who comes, who stays away."""

from collections.abc import Iterator
from typing import Final

from warmcalls.actions.demo import subjects
from warmcalls.actions.demo.acts import Moment, Stage, Trace
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import SECOND

WEDNESDAY: Final = 2
THURSDAY: Final = 3
WEBINAR_WEEKS: Final = 4
EVENT_WEEKS: Final = 5
WEBINAR_AT: Final = 12 * 60 + 30
EVENT_AT: Final = 8 * 60
COMES: Final = 0.62
SPEAKS: Final = 0.4
BOOKED_AHEAD: Final = 31


class Gatherings:
    """Signs people up for what comes next; nobody is at the same gathering twice."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.webinars = held(stage.calendar, THURSDAY, WEBINAR_WEEKS, subjects.WEBINARS)
        self.events = held(stage.calendar, WEDNESDAY, EVENT_WEEKS, subjects.EVENTS)
        self.guests: set[tuple[str, int]] = set()

    def webinar(self, moment: Moment) -> Iterator[Trace]:
        """Sign up for the next webinar, and come or not once it is held."""
        stage, day = self.stage, upcoming(self.webinars, moment.day)
        who, code = stage.somebody(moment.company), stage.campaign(("hiring-webinars",), moment)
        if not who or day is None or (who.email, day) in self.guests:
            return
        self.guests.add((who.email, day))
        title = self.webinars[day]
        yield stage.by(who, "webinars", moment, Kind.WEBINAR_REGISTERED, title, code)
        if day < stage.calendar.today:
            kind = Kind.WEBINAR_ATTENDED if stage.rng.random() < COMES else Kind.WEBINAR_NO_SHOW
            then = Moment(moment.company, day, moment.state)
            at = stage.calendar.at(day, WEBINAR_AT) + stage.rng.randrange(600) * SECOND
            yield stage.by(who, "webinars", then, kind, title, code, at)

    def event(self, moment: Moment) -> Iterator[Trace]:
        """Come to the next breakfast, if it was held, and perhaps speak with a recruiter."""
        stage, day = self.stage, upcoming(self.events, moment.day)
        who, code = stage.somebody(moment.company), stage.campaign(("breakfast-events",), moment)
        if not (who and code) or day is None or (who.email, day) in self.guests:
            return
        self.guests.add((who.email, day))
        if day < stage.calendar.today:
            kind = Kind.EVENT_SPOKE if stage.rng.random() < SPEAKS else Kind.EVENT_ATTENDED
            then = Moment(moment.company, day, moment.state)
            at = stage.calendar.at(day, EVENT_AT) + stage.rng.randrange(1_800) * SECOND
            yield stage.by(who, "events", then, kind, self.events[day], code, at)


def held(calendar: Calendar, weekday: int, weeks: int, names: tuple[str, ...]) -> dict[int, str]:
    """Return days and names of what is held every few weeks; the last one is still to come."""
    days = [i for i in calendar.working if calendar.days[i].weekday() == weekday]
    past = days[::-weeks]
    chosen = [past[0] + 7 * weeks, *past] if past else []
    return {day: names[i % len(names)] for i, day in enumerate(chosen)}


def upcoming(days: dict[int, str], after: int) -> int | None:
    """Return the next of some days within a month, None where there is none."""
    return min((day for day in days if after < day <= after + BOOKED_AHEAD), default=None)
