"""What everything that clients do has in common: a trace, a moment, somebody, a campaign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.campaigns import PLANS
from warmcalls.actions.demo.clients import Company, Somebody
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import Evidence
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import SECOND
from warmcalls.simulator.world import COLLEAGUES

GUIDE_OUT: Final = 150  # days since the newest salary guide came out


@dataclass(frozen=True, slots=True)
class Trace:
    """A signal with the export it comes in and the day it was left."""

    source: str
    day: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Moment:
    """Who does something, when, and in which hidden state."""

    company: Company
    day: int
    state: int


class Stage:
    """What acts draw on: one generator, the year, and the campaigns that run.

    Attributes:
        noticed: the day from which campaigns reach a client, by its name.
    """

    def __init__(
        self, rng: Random, calendar: Calendar, noticed: Mapping[str, int] | None = None
    ) -> None:
        self.rng = rng
        self.calendar = calendar
        self.noticed = noticed or {}

    def campaign(self, codes: Iterable[str], moment: Moment) -> str:
        """Draw the campaign that brought somebody, among those that ran; empty for none."""
        if moment.day < self.noticed.get(moment.company.name, 0):
            return ""
        ago = self.calendar.today - moment.day
        running = [p for p in PLANS if p.code in codes and p.began >= ago >= p.ended]
        weights = [plan.draws[moment.state] for plan in running]
        return self.rng.choices(running, weights)[0].code if sum(weights) else ""

    def guide_year(self, day: int) -> int:
        """Return the year of the salary guide that was out on a day."""
        year = self.calendar.days[-1].year
        return year if self.calendar.today - day <= GUIDE_OUT else year - 1

    def somebody(self, moment: Moment) -> Somebody | None:
        """Draw a person of a client: the first one, and more often others where one looks."""
        who = moment.company.staff_names
        if not who:
            return None
        several = self.rng.random() < COLLEAGUES[moment.state]
        return self.rng.choice(who) if several else who[0]

    def by(
        self,
        who: Somebody,
        source: str,
        moment: Moment,
        kind: Kind,
        subject: str,
        campaign: str = "",
        at: int | None = None,
    ) -> Trace:
        """Return what a known person did."""
        at = at or self.calendar.browsing(self.rng, moment.day)
        identities = (Identity(IdentityKind.EMAIL, who.email),)
        key = f"row|{kind}|{at // SECOND}|{who.email}|{subject}"
        evidence = Evidence(kind, at, identities, subject, who.email, key, campaign=campaign)
        return Trace(source, moment.day, evidence)
