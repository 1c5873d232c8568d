"""A desk: who asks, when, and with which settings."""

from dataclasses import dataclass, replace
from functools import cached_property

from warmcalls.domain.clients import Person, Role
from warmcalls.domain.learned import Learned
from warmcalls.domain.moments import day_of
from warmcalls.domain.settings import Settings
from warmcalls.store import learned as kept
from warmcalls.store import settings
from warmcalls.store.engine import Reader


@dataclass(frozen=True)
class Desk:
    """What every question about the list is asked with.

    Attributes:
        now: UTC microseconds.
        person: the recruiter, None for the whole agency.
        taught: what to rank with instead of what is kept, for a trial.
    """

    db: Reader
    now: int
    agency: Settings
    person: Person | None = None
    taught: Learned | None = None

    @property
    def person_id(self) -> int | None:
        """The recruiter's id, None for the whole agency."""
        return self.person.id if self.person else None

    @cached_property
    def learned(self) -> Learned:
        """What the agency's outcomes made of the settings."""
        return self.taught or kept.load(self.db, self.agency)

    @property
    def day(self) -> str:
        """The business day."""
        return day_of(self.now, self.agency.zone)


def of_list(asked: Desk) -> Desk:
    """Return the desk whose list is meant: a recruiter's own, for others the whole agency's."""
    is_own = asked.person is not None and asked.person.role is Role.RECRUITER
    return asked if is_own or asked.person is None else replace(asked, person=None)


def desk(db: Reader, now: int, person: Person | None = None) -> Desk:
    """Return a desk with the settings as they are kept."""
    return Desk(db, now, settings.load(db), person)
