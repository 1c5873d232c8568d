"""The demo's webinars and breakfasts: who signs up, who comes, who stays away."""

from collections.abc import Iterator
from dataclasses import replace
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
BOOKED_AHEAD: Final = 13


class Gatherings:
    """Signs people up for what is held, and lets them come or not; moments are its days."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.webinars, self.events = webinars(stage.calendar), events(stage.calendar)

    def webinar(self, moment: Moment) -> Iterator[Trace]:
        """Sign up for a webinar some days before, and come or not once it is held."""
        stage, day = self.stage, moment.day
        booked = replace(moment, day=day - stage.rng.randint(1, BOOKED_AHEAD))
        who = stage.somebody(moment)
        if not who or not 0 <= booked.day <= stage.calendar.today:
            return
        code = stage.campaign(("hiring-webinars",), booked)
        title = self.webinars[day]
        yield stage.by(who, "webinars", booked, Kind.WEBINAR_REGISTERED, title, code)
        if day < stage.calendar.today:
            kind = Kind.WEBINAR_ATTENDED if stage.rng.random() < COMES else Kind.WEBINAR_NO_SHOW
            at = stage.calendar.at(day, WEBINAR_AT) + stage.rng.randrange(600) * SECOND
            yield stage.by(who, "webinars", moment, kind, title, code, at)

    def event(self, moment: Moment) -> Iterator[Trace]:
        """Come to a breakfast, if it was held, and perhaps speak with a recruiter."""
        stage, day = self.stage, moment.day
        if day >= stage.calendar.today:
            return
        who, code = stage.somebody(moment), stage.campaign(("breakfast-events",), moment)
        if who and code and stage.rng.random() < COMES:
            kind = Kind.EVENT_SPOKE if stage.rng.random() < SPEAKS else Kind.EVENT_ATTENDED
            at = stage.calendar.at(day, EVENT_AT) + stage.rng.randrange(1_800) * SECOND
            yield stage.by(who, "events", moment, kind, self.events[day], code, at)


def webinars(calendar: Calendar) -> dict[int, str]:
    """Return days and titles of the webinars."""
    return held(calendar, THURSDAY, WEBINAR_WEEKS, subjects.WEBINARS)


def events(calendar: Calendar) -> dict[int, str]:
    """Return days and names of the breakfasts."""
    return held(calendar, WEDNESDAY, EVENT_WEEKS, subjects.EVENTS)


def held(calendar: Calendar, weekday: int, weeks: int, names: tuple[str, ...]) -> dict[int, str]:
    """Return days and names of what is held every few weeks; the last one is still to come."""
    days = [i for i in calendar.working if calendar.days[i].weekday() == weekday]
    past = days[::-weeks]
    chosen = [past[0] + 7 * weeks, *past] if past else []
    return {day: names[i % len(names)] for i, day in enumerate(chosen)}
