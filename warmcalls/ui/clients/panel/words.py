"""What the panel says of days, fit and the list."""

from zoneinfo import ZoneInfo

from warmcalls.actions.why_not import WhyNot
from warmcalls.domain.fit import Fit, IdealClient, ideal_words
from warmcalls.domain.moments import days_between, local
from warmcalls.domain.warmth_year import Part

ON_LIST = "On today’s list because"
NOT_ON_LIST = "Not on today’s list because"
NO_WARMTH = "Nothing that counts was seen of them yet."
FADED = "What was seen of them has faded."
NEEDS_A_YEAR = 330  # days after which "14 Nov" could be another November
NO_FIT = "Nothing is known that says whether it fits: no tier, sector or number of staff."


def short_day(at: int, now: int, zone: ZoneInfo) -> str:
    """Return a day as the panel's timeline has it: "Today", "3 Mar", "Nov 2025"."""
    then, days = local(at, zone), days_between(at, now, zone)
    if not days:
        return "Today"
    return f"{then.day} {then:%b}" if days < NEEDS_A_YEAR else f"{then:%b %Y}"


def made_words(parts: tuple[Part, ...], line: tuple[float, ...]) -> str:
    """Return what warmth is made of: "Salary Guide 41 %, webinar 33 %, fees page 18 %"."""
    if parts and line[-1] > 0.0:
        said = ", ".join(f"{part.words} {part.percent} %" for part in parts)
        return said[:1].upper() + said[1:]
    return FADED if any(line) else NO_WARMTH


def fit_head(fit: Fit) -> str:
    """Return how well a client fits, or why nobody can say."""
    return NO_FIT if fit.share is None else f"Fits by {round(100 * fit.share)} %."


def fit_detail(fit: Fit, ideal: IdealClient) -> str:
    """Return what speaks for and against it, and whom the agency wants."""
    wanted = ideal_words(ideal)
    if not wanted:
        return " ".join([*fit.parts, "Nobody said yet which sectors and what size you want."])
    return " ".join(fit.parts) or f"You want {wanted}."


def because(told: WhyNot) -> str:
    """Return the sentences why a client is or is not on the list."""
    return " ".join(text.removesuffix(".") + "." for text in told.because if text)
