"""Openers: a first line to say aloud that fits the strongest reason.

A visit to the website is never mentioned: nobody likes to hear that they were watched.
"""

from dataclasses import dataclass
from string import Formatter
from typing import Final

from warmcalls.domain.calls import CallKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines import (
    content,
    email,
    enquiries,
    events,
    hiring,
    relationship,
    social,
    website,
)
from warmcalls.domain.opener_lines.forms import Forms
from warmcalls.domain.opener_lines.plain import (
    COLD,
    FRONT_DESK,
    FRONT_DESK_PROMISED,
    LATE,
    PLAIN,
    PROMISED,
    SEASONAL,
    SPOKEN,
)
from warmcalls.domain.reasons import Counted, named

LONGEST: Final = 170  # characters that are said in one breath, or nearly
LINES: Final[dict[Kind, Forms]] = {
    **website.LINES,
    **email.LINES,
    **content.LINES,
    **events.LINES,
    **enquiries.LINES,
    **social.LINES,
    **hiring.LINES,
    **relationship.LINES,
}
MANY_TIMES: Final = {
    Kind.JOB_ADVERT: hiring.SEVERAL_ADVERTS,
    Kind.PAST_PLACEMENT: relationship.SEVERAL_PLACED,
}
COUPLE: Final = 2
GREETINGS: Final = (
    "{name}, it's {me} from {agency}.",
    "Hello {name}, it's {me} from {agency}.",
    "Hello {name}, {me} here from {agency}.",
    "{name}, this is {me} at {agency}.",
)
NAMELESS: Final = ("Hello, it's {me} from {agency}.", "Hello, {me} here from {agency}.")


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which first line fits.

    Attributes:
        strongest: the count behind the strongest reason, None for none.
        kind: promised calls open with the promise, test calls as the cold calls they are.
        name: the contact's first name, empty for the front desk.
        me: the recruiter's first name, or empty.
        agency: the agency's name, or empty.
        sector: of the client, or empty.
        month: 1 for January, or 0.
        ago: how long ago this very person was last spoken with ("3 weeks ago"), or empty.
        is_known: somebody at the client was spoken with before.
        is_late: the promised call was due on an earlier day.
    """

    strongest: Counted | None = None
    kind: CallKind = CallKind.WARM
    name: str = ""
    me: str = ""
    agency: str = ""
    sector: str = ""
    month: int = 0
    ago: str = ""
    is_known: bool = False
    is_late: bool = False


def opener(situation: Situation, turn: int) -> str:
    """Return a first line to say; the same turn gives the same line."""
    places = _places(situation)
    lines = [line for line in forms(situation) if _fillable(line, places)]
    greetings = GREETINGS if situation.name else NAMELESS
    greeting = _greeting(greetings[turn % len(greetings)], situation)
    whole = [f"{greeting} {line.format(**places)}".replace("'", "’") for line in lines]
    short = [line for line in whole if len(line) <= LONGEST] or [min(whole, key=len)]
    return short[turn // len(greetings) % len(short)]


def forms(situation: Situation) -> tuple[str, ...]:
    """Return the lines that fit a situation."""
    if not situation.name:
        promised = situation.kind is CallKind.CALLBACK
        return FRONT_DESK_PROMISED if promised else FRONT_DESK
    if situation.kind is CallKind.CALLBACK:
        return LATE if situation.is_late else PROMISED
    found = LINES.get(situation.strongest.kind, Forms()) if situation.strongest else Forms()
    told = _told(situation, found)
    if told and not found.quiet:
        return told
    if situation.kind is CallKind.TEST:
        return _plain(situation) if situation.is_known else COLD
    return (*(SPOKEN if situation.ago else ()), *told) if told else _plain(situation)


def _told(situation: Situation, found: Forms) -> tuple[str, ...]:
    """Return the lines for the strongest kind of signal, the first group of them that fits."""
    strongest = situation.strongest
    if strongest is None:
        return ()
    if strongest.count > 1 and strongest.kind in MANY_TIMES:
        return MANY_TIMES[strongest.kind]
    if found.own and strongest.who == situation.name:
        return found.own
    return found.several if found.several and strongest.people > 1 else found.anybody


def _plain(situation: Situation) -> tuple[str, ...]:
    if situation.ago:
        return SPOKEN
    return (*PLAIN, *SEASONAL.get(situation.month, ()))


def _places(situation: Situation) -> dict[str, str]:
    """Return what can be put into a line; what is not known is left out."""
    strongest, places = situation.strongest, {"ago": situation.ago}
    sector = situation.sector
    places["sector"] = sector if sector[1:] != sector[1:].lower() else sector.lower()
    if strongest:
        subject = named(strongest.kind, strongest.subject) if strongest.subject else ""
        several = "a couple" if strongest.people == COUPLE else "a few"
        places |= {"subject": subject, "several": several, "Several": several.capitalize()}
    return {name: text for name, text in places.items() if text}


def _fillable(line: str, places: dict[str, str]) -> bool:
    return all(name in places for _, name, _, _ in Formatter().parse(line) if name)


def _greeting(form: str, situation: Situation) -> str:
    """Return the greeting, without what is not known of the one who rings."""
    if not situation.me:
        form = form.partition(",")[0] + ", I'm calling from {agency}."
    if not situation.agency:
        form = form.partition(" from ")[0].partition(" at ")[0].removesuffix(".") + "."
        form = form.replace(", I'm calling.", ".")
    return form.format(name=situation.name, me=situation.me, agency=situation.agency)
