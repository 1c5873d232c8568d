"""Now, as the page tells it: a clock and the agency's time zone."""

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Now:
    """Calling it returns the present moment, UTC microseconds."""

    clock: Callable[[], int]
    zone: ZoneInfo

    def __call__(self) -> int:
        """Return the present moment."""
        return self.clock()
