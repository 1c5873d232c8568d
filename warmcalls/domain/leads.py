"""What became of leads, many at once: their states, and the funnel that the early warning reads.

Each lead somebody looked at carries bits: which sorts of outcome its client had since it became a
lead. State and funnel follow from the bits alone.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.campaigns import LeadState

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

WORTH, DISQUALIFIED, CALLED, REJECTED, SPOKE = 1, 2, 4, 8, 16
NEEDS_NOTHING, WRONG_SORT, MEETING, BRIEF = 32, 64, 128, 256
RIGHT_SORT: Final = WORTH | MEETING | BRIEF
AGREED: Final = MEETING | BRIEF
STATE_OF: Final = (
    (LeadState.WORTH, WORTH),
    (LeadState.DISQUALIFIED, DISQUALIFIED),
    (LeadState.CALLED, CALLED),
    (LeadState.REJECTED, REJECTED),
)
"""The first that holds is a lead's state; without any it is unworked."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Leads that somebody called or rejected; arrays of one length, in the order of that.

    Attributes:
        campaign: campaign id.
        at: the client's first outcome since it became a lead, UTC microseconds. (By its last one
            a lead that is followed up would move past those that are not, and the past would
            look worse than it was.)
        flags: what the outcomes since then say, the bits above.
    """

    campaign: Ints
    at: Ints
    flags: Ints

    def of(self, chosen: Bools) -> "LookedAt":
        """Return some of the leads."""
        return LookedAt(self.campaign[chosen], self.at[chosen], self.flags[chosen])

    def any(self, bits: int) -> Bools:
        """Tell which leads have any of some bits."""
        return np.asarray((self.flags & bits) != 0)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the funnel: the leads that got to it, and whether each went on."""

    campaign: Ints
    at: Ints
    hits: Bools


def states(leads: LookedAt, arrived: int) -> dict[LeadState, int]:
    """Return how many leads are in each state; they add up to `arrived`.

    Args:
        leads: those that somebody looked at.
        arrived: all leads, also those nobody looked at.
    """
    found, left = {}, np.ones(len(leads.flags), dtype=np.bool_)
    for state, bit in STATE_OF:
        here = left & leads.any(bit)
        found[state] = int(np.count_nonzero(here))
        left &= ~here
    return found | {LeadState.UNWORKED: arrived - sum(found.values())}


def funnel(leads: LookedAt) -> tuple[Stage, Stage, Stage]:
    """Return the steps answered, right sort of person, meeting; a lead is one trial of each.

    Answered is asked of those called. The right sort is asked of those spoken to whose outcomes
    tell (worth the time, or a reason that is about need, budget or the like against one that is
    about who they are), and of those rejected because of who they are. A meeting or job brief is
    asked of the right sort.
    """
    called, right = leads.any(CALLED), leads.any(RIGHT_SORT)
    wrong = ~right & leads.any(WRONG_SORT)
    right |= ~wrong & leads.any(NEEDS_NOTHING) & leads.any(SPOKE)
    return (
        _stage(leads, called, leads.any(SPOKE)),
        _stage(leads, right | wrong, right),
        _stage(leads, right, leads.any(AGREED)),
    )


def _stage(leads: LookedAt, tried: Bools, hits: Bools) -> Stage:
    return Stage(leads.campaign[tried], leads.at[tried], hits[tried])
