"""Again: what another desk got in the way of is done once more, before anybody hears of it."""

from collections.abc import Callable
from typing import Final, TypeVar

from warmcalls.domain.errors import BusyError

T = TypeVar("T")

TRIES: Final = 4


def again(do: Callable[[], T]) -> T:
    """Do what is a transaction of its own, up to four times.

    Raises:
        BusyError: other desks were in the way each time; nothing was changed.
    """
    for _ in range(TRIES - 1):
        try:
            return do()
        except BusyError:
            continue
    return do()
