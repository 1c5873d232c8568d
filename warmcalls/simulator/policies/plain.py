"""Plain policies: what people do who never learn from a call, and the oracle above all of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.kinds import DEFAULT_WORTH, KINDS, Kind
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import decayed, weights
from warmcalls.simulator.calls import CallBook
from warmcalls.simulator.policies.policy import Morning, Ranked

Floats = NDArray[np.float64]

# the points that guides to lead scoring give, 5 for a look at the prices, 30 for an enquiry
USUAL_POINTS: dict[Kind, float] = {
    Kind.CONTACT_PAGE: 10, Kind.SERVICES_PAGE: 5, Kind.GUIDE_PAGE: 3, Kind.ARTICLE_PAGE: 1,
    Kind.OTHER_PAGE: 1, Kind.EMAIL_OPEN: 1, Kind.EMAIL_CLICK: 3, Kind.EMAIL_REPLY: 10,
    Kind.DOWNLOAD: 10, Kind.VIDEO: 5, Kind.WEBINAR_REGISTERED: 5, Kind.WEBINAR_ATTENDED: 15,
    Kind.FORM: 30, Kind.CHAT: 10, Kind.AD_LEAD: 15, Kind.PHONE_IN: 30, Kind.REACTION: 1,
    Kind.COMMENT: 3, Kind.SHARE: 3, Kind.FOLLOW: 2, Kind.REFERRAL: 20,
}  # fmt: skip


class _Unteachable:
    """What takes nothing in."""

    def learn(self, book: CallBook) -> None:
        """Take in nothing."""


class Chance(_Unteachable):
    """Whoever the dice say."""

    name = "random"

    def rank(self, morning: Morning) -> Ranked:
        """Rank everybody by chance."""
        return Ranked(morning.tie)


class MostRecent(_Unteachable):
    """Whoever did something last."""

    name = "most recent signal"

    def rank(self, morning: Morning) -> Ranked:
        """Rank everybody by the moment of the last signal."""
        return Ranked(morning.clients.last_at)


def usual_points() -> Floats:
    """Return the points of guides to lead scoring, in the order of `KINDS`."""
    return np.array([USUAL_POINTS.get(kind, 0.0) for kind in KINDS])


def our_points() -> Floats:
    """Return our default weights as if they were points, in the order of `KINDS`."""
    return weights(DEFAULT_WORTH)


@dataclass(frozen=True)
class Points(_Unteachable):
    """Whoever collected most points.

    Attributes:
        points: of a signal, in the order of `KINDS`.
        settings: half-lives with which points fade; None where they never do.
    """

    name: str
    points: Floats
    settings: Settings | None = None

    def rank(self, morning: Morning) -> Ranked:
        """Rank everybody by points."""
        if self.settings is None:
            return Ranked(morning.totals @ self.points)
        landmark, worth = self.settings.landmark, self.settings.worth
        return Ranked(decayed(morning.clients.stored, morning.now, landmark, worth) @ self.points)


class Oracle(_Unteachable):
    """Whoever it pays to ring: it sees what is hidden, all but the luck of the call."""

    name = "oracle"

    def rank(self, morning: Morning) -> Ranked:
        """Rank everybody by the true chance."""
        chance = morning.hidden.worth * morning.hidden.market.reach
        return Ranked(chance, chance)
