"""How large a fee is: lognormal, from few fees that lean on the agency's many."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_VARIANCE: Final = 9.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is known of the logarithm of a fee: normal, with a chi-square of its variance.

    `mean_weight` and `sigma_weight` are how many fees stand behind the two (Gelman et al.,
    Bayesian Data Analysis 2013, section 3.3).
    """

    log_mean: float
    log_sigma: float
    mean_weight: float
    sigma_weight: float

    def learn(self, logs: Floats, weights: Floats) -> "Sizes":
        """Return it after some fees, each counted by its weight."""
        number = float(weights.sum())
        if number <= 0:
            return self
        own = float(logs @ weights) / number
        squares = self.sigma_weight * self.log_sigma**2 + float((logs - own) ** 2 @ weights)
        both = self.mean_weight + number
        squares += self.mean_weight * number / both * (own - self.log_mean) ** 2
        mean = (self.mean_weight * self.log_mean + number * own) / both
        sigma = float(np.sqrt(squares / (self.sigma_weight + number)))
        return Sizes(mean, sigma, both, self.sigma_weight + number)

    def draw(self, random: np.random.Generator, draws: int) -> tuple[Floats, Floats]:
        """Return draws of the mean and the variance of the logarithm; shape (draws,) each."""
        chi = random.chisquare(self.sigma_weight, draws)
        variance = np.minimum(self.sigma_weight * self.log_sigma**2 / chi, MOST_VARIANCE)
        spread = np.sqrt(variance / self.mean_weight)
        return self.log_mean + random.standard_normal(draws) * spread, variance


def added_up(
    random: np.random.Generator, number: NDArray[np.int64], mean: Floats, variance: Floats
) -> Floats:
    """Return draws of so many fees added up.

    A sum of lognormals is drawn as the lognormal with its mean and variance (Fenton, IRE Trans.
    Commun. Syst. 8, 1960): exact for one fee.
    """
    some = np.maximum(number, 1)
    narrowed = np.log1p(np.expm1(variance) / some)
    middle = mean + variance / 2 + np.log(some) - narrowed / 2
    drawn = np.exp(middle + random.standard_normal(len(number)) * np.sqrt(narrowed))
    return np.where(number > 0, drawn, 0.0)
