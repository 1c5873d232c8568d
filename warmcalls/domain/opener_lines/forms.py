"""Forms: what to say of one kind of signal, by who showed it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """Lines for one kind of signal; the first group that fits is used.

    Places in a line: {subject} what the signal was about, {several} and {Several} how many of
    them, {sector} the client's sector. A line with a place that cannot be filled is passed over.

    Attributes:
        own: said to the one who did it.
        several: said where more than one did.
        anybody: said to anybody there, true whoever did it.
        quiet: nothing of the signal is said, so that having spoken before may be said instead.
    """

    own: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    anybody: tuple[str, ...] = ()
    quiet: bool = False
