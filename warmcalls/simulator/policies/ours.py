"""Ours: what the app does, with the app's own functions."""

from dataclasses import replace

import numpy as np

from warmcalls.domain.learned import Learned, Lessons, beginner, learn
from warmcalls.domain.scores import score
from warmcalls.domain.settings import Settings
from warmcalls.simulator.calls import CallBook
from warmcalls.simulator.policies.policy import Morning, Ranked


class Ours:
    """The app's ranking; re-fitted every evening, which in the app every outcome does.

    Attributes:
        learned: what the list is made with.
        lessons: what it was learnt from, None before the first evening.
    """

    def __init__(
        self, settings: Settings, name: str = "ours", *, money: bool = False, taught: bool = True
    ) -> None:
        """Begin with the defaults.

        Args:
            settings: of the agency.
            name: in tables.
            money: order by expected value instead of by chance alone.
            taught: whether it learns.
        """
        self.name, self._taught = name, taught
        self._settings = replace(settings, value_power=1.0 if money else 0.0)
        self.learned = beginner(self._settings)
        self.lessons: Lessons | None = None

    def rank(self, morning: Morning) -> Ranked:
        """Rank everybody as today's list does."""
        factors = self.learned.campaigns
        ids = range(int(morning.campaigns.max(initial=0)) + 1)
        known = np.array([factors.get(campaign, 0.0) for campaign in ids])
        clients = replace(morning.clients, campaign=known[morning.campaigns])
        found = score(clients, morning.now, self._settings, self.learned)
        return Ranked(found.value, found.chance, found.log_odds, found.x)

    def learn(self, book: CallBook) -> None:
        """Learn from every call so far, from scratch."""
        if self._taught:
            self.lessons = book.lessons
            self.learned = self.taught_by(self.lessons)

    def taught_by(self, lessons: Lessons) -> Learned:
        """Return what outcomes teach, as the app works it out."""
        return learn(lessons, self._settings)
