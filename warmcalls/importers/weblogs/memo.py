"""A memory of answers already worked out, with a bound, so that a log of any size stays flat."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V], Generic[K, V]):
    """What a function returned for each key; a known key costs one dictionary look-up.

    A log repeats itself: the same few thousand agents, requests and seconds make up millions of
    lines. When the bound is reached everything is forgotten and learnt again.
    """

    def __init__(self, work_out: Callable[[K], V], most: int = 20_000) -> None:
        super().__init__()
        self._work_out = work_out
        self._most = most

    def __missing__(self, key: K) -> V:
        value = self._work_out(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
