"""The clock: the computer's, or one that `--on` set and that goes on from there."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from warmcalls.domain.moments import SECOND, moment


def clock_from(start: int | None) -> Callable[[], int]:
    """Return a clock in UTC microseconds.

    Args:
        start: what it shows now, or None for the computer's time.
    """
    if start is None:
        return lambda: moment(datetime.now(UTC))
    began = time.monotonic()
    return lambda: start + round((time.monotonic() - began) * SECOND)
