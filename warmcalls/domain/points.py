"""Points: how weights are told: 20 points double the odds, 20 below zero halve them.

A signal's points are for one unit of ln(1 + decayed count): a first signal brings seven tenths of
them, three of a kind one and four tenths, so that ten visits are not ten times one visit.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.kinds import DEFAULT_WORTH, Family, Kind
from warmcalls.domain.warmth import PACES

DOUBLING: Final = 20  # points that double the odds
A_POINT: Final = math.log(2) / DOUBLING  # log-odds


@dataclass(frozen=True, slots=True)
class Step:
    """A step of what surrounds the signals that a person can picture.

    Attributes:
        words: what the step is.
        units: of the feature, that the step makes.
    """

    words: str
    units: float = 1.0


TWICE: Final = math.log(2)  # of features that are logarithms
STEPS: Final[Mapping[str, Step]] = {
    "kinds": Step("Every further kind of signal"),
    "people": Step("Twice as many people in one week", TWICE),
    "surge": Step("Twice as busy as they usually are", TWICE),
    "crowd": Step("A shared network, twice as busy", TWICE),
    "placed": Step("You placed somebody there before"),
    "promised": Step("A call was promised"),
    "keen": Step("A good talk today, fading daily"),
    "silent_months": Step("Every month without a sign"),
    "unanswered": Step("Every unanswered call in a row"),
    "refused": Step("“Not interested” today, fading daily"),
    "fit": Step("All your ideal client has, not half", 0.5),
    "campaign": Step("A campaign twice as good as usual", TWICE),
}


BUSY: Final[Mapping[Family, str]] = {
    Family.WEBSITE: "page views",
    Family.EMAIL: "clicks and replies",
    Family.CONTENT: "downloads and videos",
    Family.EVENT: "events and webinars",
    Family.ENQUIRY: "enquiries",
    Family.SOCIAL: "reactions and comments",
    Family.HIRING: "job adverts",
    Family.RELATIONSHIP: "personal contacts",
}


def in_points(weight: float) -> float:
    """Return log-odds as points, not rounded."""
    return weight / A_POINT


def points(weight: float) -> int:
    """Return log-odds as whole points: 20 double the odds."""
    return round(in_points(weight))


def weight(kind: Kind, said: int) -> float:
    """Return points as a signal's weight; the usual points are the usual weight exactly."""
    usual = DEFAULT_WORTH[kind].weight
    return usual if points(usual) == said else said * A_POINT


def step_of(name: str) -> Step:
    """Return the step in which a feature that is no signal is told."""
    if name in STEPS:
        return STEPS[name]
    pace = next(pace for pace in PACES if pace.name == name)
    return Step(f"Twice as many {BUSY[pace.family]} in {pace.half_life_days:g} days", TWICE)
