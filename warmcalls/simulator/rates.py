"""Rates: how often clients in each hidden state do what, and what a call to them comes to.

They are guesses from the field's published figures, not fitted to any agency: meetings for one
conversation in twenty, 38 calls of 100 answered (published rates lie between 5 and 40). Every world
draws its own rates around them, so that no default is more than roughly right.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.kinds import KINDS, Kind

Floats = NDArray[np.float64]

COLD, RESEARCHING, HOT = range(3)
STATES: Final = 3

# signs a day and client: cold, researching, hot
A_DAY: Final[dict[Kind, tuple[float, float, float]]] = {
    Kind.CONTACT_PAGE: (0.0005, 0.003, 0.01),
    Kind.SERVICES_PAGE: (0.003, 0.012, 0.03),
    Kind.GUIDE_PAGE: (0.006, 0.02, 0.025),
    Kind.ARTICLE_PAGE: (0.015, 0.035, 0.035),
    Kind.OTHER_PAGE: (0.012, 0.02, 0.025),
    Kind.EMAIL_REPLY: (0.0001, 0.0005, 0.0015),
    Kind.DOWNLOAD: (0.0015, 0.006, 0.008),
    Kind.VIDEO: (0.0015, 0.004, 0.004),
    Kind.FORM: (0.00005, 0.0004, 0.0025),
    Kind.PHONE_IN: (0.00003, 0.0002, 0.0012),
    Kind.REACTION: (0.004, 0.008, 0.008),
    Kind.COMMENT: (0.0005, 0.002, 0.002),
    Kind.FOLLOW: (0.001, 0.002, 0.002),
    Kind.JOB_ADVERT: (0.004, 0.01, 0.02),
    Kind.REFERRAL: (0.00003, 0.0001, 0.0004),
    # neither of these knows what a client wants
    Kind.CANDIDATE_PAGE: (0.02, 0.02, 0.02),
    Kind.CHAT: (0.001, 0.001, 0.001),
}
# of those who get the newsletter, or are asked to the webinar: cold, researching, hot
A_NEWSLETTER: Final = (0.03, 0.06, 0.08)
A_WEBINAR: Final = (0.006, 0.03, 0.04)
WORTH: Final = (0.02, 0.2, 0.55)
SHARES: Final = (0.93, 0.04, 0.03)  # of clients in each state on an average day
ANSWERS: Final = (3.8, 6.2)  # of a Beta distribution over clients, 38 % on average
VARIES: Final = 0.5  # standard deviation of the logarithm of a rate, from world to world


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of one world.

    Attributes:
        signals: signs a day, shape (states, kinds).
        newsletter, webinar: shares of those asked, shape (states,).
        worth: chance that a conversation is worth the time, shape (states,).
    """

    signals: Floats
    newsletter: Floats
    webinar: Floats
    worth: Floats


def draw_rates(rng: np.random.Generator) -> Rates:
    """Draw the rates of a world."""
    signals = np.zeros((STATES, len(KINDS)))
    for kind, usual in A_DAY.items():
        signals[:, KINDS.index(kind)] = usual * rng.lognormal(0.0, VARIES, STATES)
    return Rates(
        signals,
        np.array(A_NEWSLETTER) * rng.lognormal(0.0, VARIES, STATES),
        np.array(A_WEBINAR) * rng.lognormal(0.0, VARIES, STATES),
        np.minimum(np.array(WORTH) * rng.lognormal(0.0, VARIES / 2.0, STATES), 0.9),
    )
