"""What became of leads, many at once.

Each lead somebody looked at carries bits: which sorts of outcome its client had since it became a
lead. Its state follows from the bits alone.
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
        at: the client's first outcome since it became a lead, UTC microseconds.
        flags: what the outcomes since then say, the bits above.
        client: client id.
        lead_at: when it became a lead, UTC microseconds.
    """

    campaign: Ints
    at: Ints
    flags: Ints
    client: Ints
    lead_at: Ints

    def of(self, chosen: Bools) -> "LookedAt":
        """Return some of the leads."""
        columns = (self.campaign, self.at, self.flags, self.client, self.lead_at)
        return LookedAt(*(column[chosen] for column in columns))

    def any(self, bits: int) -> Bools:
        """Tell which leads have any of some bits."""
        return np.asarray((self.flags & bits) != 0)


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
