"""Gradient boosting that was shown 50,000 calls of the same world beforehand: an upper bound.

No agency has that many outcomes; what this reaches shows how much there is to know. The calls
went to clients drawn at random, or half of them to those whom our defaults rank best.
"""

from importlib.util import find_spec
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.features import Clients, features
from warmcalls.domain.settings import Settings
from warmcalls.simulator.calls import CallBook
from warmcalls.simulator.policies.ours import Ours
from warmcalls.simulator.policies.policy import Morning, Ranked
from warmcalls.simulator.world import WARM_UP, World

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LABELS: Final = 50_000
A_DAY: Final = 400
HALF: Final = 0.5
ANOTHER_TIME: Final = 1
# chosen on worlds 401 to 406, which no table shows, from 9 settings, from one part or two (who
# answers apart), and from no, a tenth or half of the calls to the best
CHOSEN: Final[dict[str, float]] = {
    "max_iter": 400, "learning_rate": 0.03, "max_leaf_nodes": 3, "min_samples_leaf": 100,
    "l2_regularization": 1.0,
}  # fmt: skip
BEST_SHOWN: Final = "gradient boosting, 50,000 calls, half of them warm"
RANDOM_SHOWN: Final = "gradient boosting, 50,000 random calls"


class Boosting:
    """Gradient boosting on everything that ours sees, the campaign by its id."""

    def __init__(self, settings: Settings, model: Any, name: str = BEST_SHOWN) -> None:
        self.name, self._settings, self._model = name, settings, model

    def rank(self, morning: Morning) -> Ranked:
        """Rank everybody by what the trees say."""
        x = _design(morning.clients, morning.campaigns, morning.now, self._settings)
        chance = self._model.predict_proba(x)[:, 1]
        return Ranked(chance, chance)

    def learn(self, book: CallBook) -> None:
        """Take in nothing: it knows more already than an agency ever will."""


def can_boost() -> bool:
    """Tell whether scikit-learn is there."""
    return find_spec("sklearn") is not None


def boosted(
    seed: int, count: int, settings: Settings, *, labels: int = LABELS, warm: bool = True
) -> Boosting:
    """Return gradient boosting that was shown calls of the same world at another time.

    Args:
        seed: of the world.
        count: of clients.
        settings: of the agency.
        labels: how many calls.
        warm: whether half of them went to the best by our defaults.

    Raises:
        RefusedError: scikit-learn is not there.
    """
    if not can_boost():
        raise RefusedError(
            "Gradient boosting needs scikit-learn: pip install warmcalls[bench] brings it."
        )
    x, y = shown(seed, count, settings, labels, HALF if warm else 0.0)
    trees = _trees(campaign=x.shape[1] - 1).fit(x, y)
    return Boosting(settings, trees, BEST_SHOWN if warm else RANDOM_SHOWN)


def shown(
    seed: int, count: int, settings: Settings, labels: int, best: float
) -> tuple[Floats, Floats]:
    """Return features and labels of calls, some to the best by our defaults, others at random."""
    world, book = World(seed, count, settings, history=ANOTHER_TIME), CallBook(count)
    rng = np.random.default_rng([seed, count, ANOTHER_TIME, labels])
    defaults = Ours(settings, taught=False)
    for _ in range(WARM_UP):
        world.advance()
    features_seen, worth = [], []
    a_day = min(A_DAY, count)
    warm = int(best * a_day)
    for _ in range(-(-labels // a_day)):
        world.advance()
        seen = Morning(
            book.known(world.clients()), world.campaigns, world.counters.totals,
            world.now, world.luck.tie, world,
        )  # fmt: skip
        value = np.where(book.ready <= world.day, defaults.rank(seen).value, -np.inf)
        order = np.argsort(-value, kind="stable")
        rest = rng.choice(order[warm:], a_day - warm, replace=False)
        who = np.concatenate([order[:warm], rest])
        features_seen.append(_design(seen.clients, seen.campaigns, world.now, settings)[who])
        worth.append(book.ring(world, who).worth.astype(np.float64))
    return np.concatenate(features_seen)[:labels], np.concatenate(worth)[:labels]


def _design(clients: Clients, campaigns: Ints, now: int, settings: Settings) -> Floats:
    """Return everything that ours sees, the campaign as a category in the last column."""
    x = features(clients, now, settings)
    return np.column_stack([x, clients.attempts, clients.answered, campaigns])


def _trees(campaign: int) -> Any:
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415  bench only

    return HistGradientBoostingClassifier(
        categorical_features=[campaign], early_stopping=False, random_state=0, **CHOSEN
    )
