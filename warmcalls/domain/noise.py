"""Whether attribution models differ by more than chance would make one of them differ from itself.

Shares of so few fees would come out otherwise with other fees of the same sort. The distance
between two models is compared with that: total variation, half the sum of absolute differences.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import pi, sqrt
from typing import Final

from warmcalls.domain.results import MODEL_WORDS, Model

FEWEST: Final = 10


def spread(given: Mapping[Model, Mapping[int, float]]) -> tuple[float, tuple[Model, Model]]:
    """Return the largest distance between two models, 0 to 1, and which two they are.

    Args:
        given: what each campaign gets, by model; two models at least.
    """
    shares = {model: _shares(amounts) for model, amounts in given.items()}
    pairs = combinations(shares, 2)
    return max((_distance(shares[a], shares[b]), (a, b)) for a, b in pairs)


def sampling_noise(shares: Mapping[int, float], amounts: Sequence[float]) -> float:
    """Return the distance that chance alone is expected to make, 0 to 1.

    A share p of n fees has a standard error of at most sqrt(p (1 - p) / n), and a normal error of
    that size is expected to be sqrt(2 / pi) of it (the multinomial bound). Fees of different size
    count as the (sum a)^2 / sum a^2 equal ones that vary as much (Kish, Survey Sampling, 1965).

    Args:
        shares: of each campaign; they sum to 1.
        amounts: of the fees, minor units, above 0.
    """
    equal = sum(amounts) ** 2 / sum(a * a for a in amounts)
    return sum(sqrt(p * (1.0 - p) / equal) for p in shares.values()) * sqrt(2.0 / pi) / 2


def noise_words(given: Mapping[Model, Mapping[int, float]], amounts: Sequence[float]) -> str:
    """Return the sentence on how much the models differ; empty where there is nothing to compare.

    Args:
        given: what each campaign gets of some fees, by model; minor units.
        amounts: of these fees, minor units, above 0.
    """
    known = {model: parts for model, parts in given.items() if sum(parts.values()) > 0}
    campaigns = {c for parts in known.values() for c, amount in parts.items() if amount > 0}
    if len(known) < 2 or len(campaigns) < 2 or not amounts:  # noqa: PLR2004  two to compare
        return ""
    distance, (one, other) = spread(known)
    shares = [_shares(known[model]) for model in (one, other)]
    middle = {c: sum(share.get(c, 0.0) for share in shares) / 2 for c in campaigns}
    fees = f"{len(amounts):,} fee{'s' if len(amounts) > 1 else ''}"
    if len(amounts) < FEWEST and distance > 0:
        return f"The models differ, but {fees} are too few for that to mean anything."
    chance = sampling_noise(middle, amounts)
    if distance <= chance:
        return f"The models differ by less than chance would with {fees}: read nothing into it."
    first, second = MODEL_WORDS[one], MODEL_WORDS[other]
    second = second[0].lower() + second[1:]
    return (
        f"{first} and {second} share {100 * distance:.0f} % of the money out differently; "
        f"with {fees} chance alone would make some {100 * chance:.0f} %."
    )


def _shares(given: Mapping[int, float]) -> dict[int, float]:
    total = sum(given.values())
    return {campaign: amount / total for campaign, amount in given.items() if amount > 0}


def _distance(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    return sum(abs(one.get(c, 0.0) - other.get(c, 0.0)) for c in one.keys() | other.keys()) / 2
