"""Worth checks: what a signal may be worth, whether it is saved or only tried."""

from collections.abc import Mapping
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind, Worth

SHORTEST, LONGEST = 1.0, 3650.0  # days
HEAVIEST: Final = 5.0  # log-odds: 150 times the odds


def check_worth(worth: Mapping[Kind, Worth]) -> None:
    """Refuse weights and half-lives that no list can be made with.

    Raises:
        RefusedError: one of them lies outside what can be.
    """
    for kind, said in worth.items():
        if not -HEAVIEST <= said.weight <= HEAVIEST:
            raise RefusedError(f"The weight of {kind.value} lies between -5 and 5.")
        if not SHORTEST <= said.half_life_days <= LONGEST:
            raise RefusedError(f"The half-life of {kind.value} lies between 1 day and 10 years.")
