"""An agenda: what happens when, in order, also what was put in along the way."""

import heapq
from collections.abc import Callable

Happening = Callable[[], object]


class Agenda:
    """Keeps happenings by their moment; of two at once the one told first comes first."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, Happening]] = []
        self.told = 0

    def at(self, moment: int, happens: Happening) -> None:
        """Let something happen at a moment, UTC microseconds."""
        heapq.heappush(self._heap, (moment, self.told, happens))
        self.told += 1

    def run(self, until: int, step: Callable[[int, int], None]) -> None:
        """Let everything up to a moment happen.

        Args:
            until: UTC microseconds.
            step: called with how many have happened, and how many were told of.
        """
        done = 0
        while self._heap and self._heap[0][0] <= until:
            heapq.heappop(self._heap)[2]()
            done += 1
            step(done, self.told)
        step(self.told, self.told)
