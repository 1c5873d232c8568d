"""Doubts: what is taken off an estimate, or put on it, before it is promised."""

from collections.abc import Iterator
from typing import Final

from warmcalls.domain.features import Floats
from warmcalls.domain.learned import Learned

UNKNOWN: Final = "unknown"
PROMISES: Final = "promises"
DOUBTS: Final[dict[str, str]] = {
    UNKNOWN: "what is not known yet",
    PROMISES: "how past promises turned out",
}


def doubts(learned: Learned, x: Floats) -> Iterator[tuple[str, str, float]]:
    """Yield words, name and log-odds of what turns a client's estimate into its promise.

    Args:
        learned: what the list is made with.
        x: features of one client, shape (1, features).
    """
    estimated = float(learned.model.log_odds(x)[0])
    moderated = float(learned.model.moderated(x)[0])
    held = learned.calibration.shift + learned.calibration.slope * moderated
    yield DOUBTS[UNKNOWN], UNKNOWN, moderated - estimated
    yield DOUBTS[PROMISES], PROMISES, held - moderated
