"""Variants of our ranking: with worse beliefs, without one of its parts, with another aim."""

from dataclasses import replace

import numpy as np

from warmcalls.domain.calibration import Calibration
from warmcalls.domain.features import FEATURES, prior_of
from warmcalls.domain.kinds import KINDS, Worth
from warmcalls.domain.learned import Learned, Lessons
from warmcalls.domain.ranking import Prior, fit, untaught
from warmcalls.domain.settings import Settings
from warmcalls.simulator.contest import Contestant
from warmcalls.simulator.policies.ours import Ours
from warmcalls.simulator.policies.policy import Morning, Ranked

SHUFFLED = "default weights shuffled"
REVERSED = "default weights the wrong way round"
REVERSED_TESTED = f"{REVERSED}, 5 % test calls"
NO_PACES = "no paces"
NOT_HELD = "promises not held against outcomes"
MONEY = "most money"
TESTED = "ours, 5 % test calls"
TEST_SHARE = 0.05
RATES = (0.03, 0.25)
# standard deviations of a weight and of what all weights share
SPREADS = ((0.15, 0.3), (0.6, 0.3), (0.3, 0.0), (0.3, 0.6))
NO_BELIEFS = "all weights 0 at first"


class WithoutPaces(Ours):
    """Ours, blind to how busy each family was lately."""

    def rank(self, morning: Morning) -> Ranked:
        blind = replace(morning.clients, paces=np.zeros_like(morning.clients.paces))
        return super().rank(replace(morning, clients=blind))


class NotHeld(Ours):
    """Ours, whose estimates are promised as they are."""

    def taught_by(self, lessons: Lessons) -> Learned:
        return replace(super().taught_by(lessons), calibration=Calibration())


class WithPrior(Ours):
    """Ours with another prior."""

    def __init__(self, settings: Settings, name: str, prior: Prior) -> None:
        super().__init__(settings, name)
        self._prior = prior
        self.learned = replace(self.learned, model=untaught(prior))

    def taught_by(self, lessons: Lessons) -> Learned:
        model = fit(lessons.features, lessons.labels, self._prior)
        return replace(super().taught_by(lessons), model=model)


def shuffled(settings: Settings, seed: int) -> Settings:
    """Return settings whose default weights went to other kinds; half-lives stay."""
    order = np.random.default_rng([seed, 3]).permutation(len(KINDS))
    worth = {
        kind: Worth(settings.worth[KINDS[taken]].weight, settings.worth[kind].half_life_days)
        for kind, taken in zip(KINDS, order, strict=True)
    }
    return replace(settings, worth=worth)


def reversed_(settings: Settings) -> Settings:
    """Return settings whose default weights all have the wrong sign."""
    worth = {
        kind: Worth(-each.weight, each.half_life_days) for kind, each in settings.worth.items()
    }
    return replace(settings, worth=worth)


def rate_name(rate: float) -> str:
    """Return what tables call ours with another first belief of the base rate."""
    return f"base rate {100 * rate:.0f} % at first"


def spread_name(spread: float, common: float) -> str:
    """Return what tables call ours with another prior covariance."""
    return f"{spread:g}, {common:g}"


def variants(seed: int, settings: Settings) -> list[Contestant]:
    """Return every variant, for one world."""
    believed = prior_of(settings)
    none = replace(believed, mean=np.zeros(len(FEATURES)), spread=0.6, common=0.0)
    policies = [
        Ours(shuffled(settings, seed), SHUFFLED),
        Ours(reversed_(settings), REVERSED),
        *(Ours(replace(settings, base_rate=rate), rate_name(rate)) for rate in RATES),
        *(
            WithPrior(settings, spread_name(s, c), replace(believed, spread=s, common=c))
            for s, c in SPREADS
        ),
        WithPrior(settings, NO_BELIEFS, none),
        WithoutPaces(settings, NO_PACES),
        NotHeld(settings, NOT_HELD),
        Ours(settings, MONEY, money=True),
    ]
    tested = [Ours(settings, "ours"), Ours(reversed_(settings), REVERSED)]
    return [
        *(Contestant(policy) for policy in policies),
        *(Contestant(policy, TEST_SHARE) for policy in tested),
    ]
