"""What the sheet of a client's chance says: the answer, what it is made of, what counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.actions.explain import Explained, Part
from warmcalls.domain.calls import CallKind
from warmcalls.domain.chances import chance_words
from warmcalls.domain.kinds import KINDS
from warmcalls.domain.moments import ago_words, local, since_words
from warmcalls.domain.money import amount_words, round_words

MOST: Final = 8  # bars
PENCE_UNDER: Final = 100_00  # minor units
TOO_LITTLE: Final = 0.5  # points
SIGNALS: Final = frozenset(kind.value for kind in KINDS)
TIMES: Final = "\N{MULTIPLICATION SIGN}"
# what brought a call to the list that its chance did not
BROUGHT: Final = {
    CallKind.CALLBACK: ": a call was promised",
    CallKind.SAMPLE: ", as a sample of a campaign",
    CallKind.TEST: ", drawn at random whatever its chance",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the list: what counts, how often, and the points it adds or takes off."""

    words: str
    count: str
    points: float

    @property
    def figure(self) -> str:
        """The points as they are shown: "+12", "−3"."""
        return signed(self.points)

    @property
    def said(self) -> str:
        """All of it, as it is read aloud."""
        counted = f", {self.count}" if self.count else ""
        return f"{self.words}{counted}: {self.figure}"


def answer(found: Explained) -> str:
    """Return the answer in one sentence."""
    if found.rank:
        return f"Number {found.rank} on today’s list{BROUGHT.get(found.call.kind, '')}."
    rules = len(found.standing.rules)
    if not rules:
        return "Not on today’s list, though no rule keeps it off."
    return f"Not on today’s list: {'a rule keeps' if rules == 1 else f'{rules} rules keep'} it off."


def because(found: Explained) -> str:
    """Return what is known of the client, in sentences."""
    if found.rank or found.standing.rules:
        return found.call.why
    return " ".join(found.standing.because)


def chance_line(found: Explained, currency: str) -> str:
    """Return what the chance and the value are made of, in words."""
    call = found.call
    return (
        f"answered: {chance_words(call.answer_chance)} · "
        f"worth the time: {chance_words(call.worth_chance)} · "
        f"expected fee {round_words(found.fee, currency)}"
    )


def sum_rows(found: Explained, currency: str) -> list[tuple[str, str, str]]:
    """Return sign, words and figure of each line of the multiplication."""
    call, fee = found.call, round_words(found.fee, currency)
    small = abs(call.value) < PENCE_UNDER
    value = amount_words(call.value, currency) if small else round_words(call.value, currency)
    return [
        ("", "chance of an answer", percent(call.answer_chance)),
        (TIMES, "chance that an answer is worth the time", percent(call.worth_chance)),
        ("=", f"a call worth the time: {chance_words(call.chance)}", percent(call.chance)),
        (TIMES, "expected fee", fee),
        ("=", "what this call is worth", value),
    ]


def taught(found: Explained) -> str:
    """Return where everybody starts, and what the points were learnt from."""
    start = f"Everybody starts at {signed(found.base_points)}; 20 points double the odds."
    if not found.outcomes:
        return f"{start} No conversation has taught the points yet."
    talks = "conversation" if found.outcomes == 1 else "conversations"
    return f"{start} Learnt from {found.outcomes:,} {talks}."


def bars(parts: Sequence[Part], now: int, zone: ZoneInfo) -> list[Bar]:
    """Return the strongest parts, and the smallest as one line at the end."""
    told = [part for part in parts if abs(part.adds) >= TOO_LITTLE][:MOST]
    rest = parts[len(told) :]
    if len(rest) == 1:
        told, rest = list(parts), ()
    found = [Bar(_first_large(part.words), count(part, now, zone), part.adds) for part in told]
    if rest:
        found.append(Bar(f"And {len(rest)} smaller ones", "", sum(part.adds for part in rest)))
    return found


def count(part: Part, now: int, zone: ZoneInfo) -> str:
    """Return how often something was seen: "3 since Tuesday", "5 people"."""
    if part.name == "people" and part.count > 1:
        return f"{part.count} people"
    if part.name == "silent_months":
        months = round(part.value)
        return f"{months} {'month' if months == 1 else 'months'}" if months else ""
    if part.name in SIGNALS and part.count:
        return _times(part, now, zone)
    return str(part.count) if part.count else ""


def _times(part: Part, now: int, zone: ZoneInfo) -> str:
    if part.count == 1:
        return f"once, {ago_words(part.since, now, zone)}"
    when = since_words(part.since, now, zone)
    then = local(part.since, zone)
    year = f" {then.year}" if then.year != local(now, zone).year else ""
    return f"{part.count:,} {when}{year}"


def signed(points: float) -> str:
    """Return points as a whole number with its sign: "+12", "−3", "0"."""
    whole = round(points)
    return f"+{whole}" if whole > 0 else f"−{-whole}" if whole else "0"


def percent(chance: float) -> str:
    """Return a chance as a figure: "34%", "2.4%"."""
    return f"{chance:.1%}" if chance < 0.1 else f"{chance:.0%}"  # noqa: PLR2004


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]
