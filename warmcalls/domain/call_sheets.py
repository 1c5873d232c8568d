"""Call sheets: who to ring, for people who ring from paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetNumber:
    """A number that may be rung.

    Attributes:
        number: E.164, or the digits as given.
        whose: "direct", "mobile", "switchboard" or empty.
        screened: in the last 28 days.
    """

    number: str
    whose: str = ""
    screened: bool = False


@dataclass(frozen=True, slots=True)
class SheetCall:
    """One client on a call sheet.

    Attributes:
        place: 1 is first.
        chance: that the call is worth the time, in words; empty for test calls.
        contact: whom to ask for; empty means the front desk.
        why: one sentence, the last conversation in it.
        waits: why it should not be rung yet, or empty.
    """

    place: int
    client: str
    tier: str
    chance: str
    contact: str
    role: str
    numbers: tuple[SheetNumber, ...]
    why: str
    opener: str
    waits: str = ""


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A call sheet.

    Attributes:
        agency: its name, or empty.
        title: whose calls these are.
        day: "Tuesday 3 March 2026".
        calls: in order.
        left_out: sentences on clients that are not on it.
    """

    agency: str
    title: str
    day: str
    calls: tuple[SheetCall, ...]
    left_out: tuple[str, ...] = ()

    @property
    def warning(self) -> str:
        """What to do about numbers that were not screened, or empty."""
        numbers = [number for call in self.calls for number in call.numbers]
        open_ones = sum(not number.screened for number in numbers)
        if not open_ones:
            return ""
        what = "1 number was" if open_ones == 1 else f"{open_ones} numbers were"
        return (
            f"{what} not screened against TPS and CTPS in the last 28 days: "
            "screen those marked first."
        )
