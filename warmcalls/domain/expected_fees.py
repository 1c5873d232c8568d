"""Expected fees: what a placement at a client is likely to bring, from the fees of its like.

Fees are lognormal and come in families: those of one client vary around the client's own middle,
clients around the middle of their tier and sector, sectors around that of their tier, and a tier
around what the settings say of it. Each of these leans on the next as if 8 fees lay there already
(Gelman and others, Bayesian Data Analysis, 2013, section 5.4), the number with which fees of a
campaign lean on the agency's in `returns`. So with `s` the spread of one client's fees, middles
of clients, sectors and tiers each vary by `s / sqrt(8)`, and a client of many fees counts among its
like as 8 of them at most. All middles follow exactly from that, no fee counted twice.

No fee is heard as more than about 3 times its client's middle, or as less than a third of it
(Huber, Robust Estimation of a Location Parameter, 1964): how far one lies beyond says nothing,
how many do so does. Less than a hundredth of the usual fee is the rest of a credited one, no fee.

What is multiplied with a chance is the mean, `exp(middle + (s² + doubt) / 2)`, not the median: over
many calls it is the mean that adds up, and of fees with a long tail it lies above the median. The
spread is the one that lifts means above middles as far as the fees themselves do, each being 5.8
times its client's middle at most (Duan's smearing, 1983), shrunk by 8 fees' worth of 0.6. By
squared deviations a tiny fee would promise more of all others; here it promises less. One fee
moves what others are expected to bring by a factor of 1.5 at most.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, floor, log, log10
from typing import Final, NamedTuple

from warmcalls.domain.money import round_words

PSEUDO_FEES: Final = 8.0
USUAL_SPREAD: Final = 0.6
"""Standard deviation of the logarithm: two fees in three lie within a factor of 1.8."""
DIGITS: Final = 3
LEAST: Final = 100  # minor units: nothing has no logarithm
LEVELS: Final = 3  # client, sector, tier: each adds its doubt to what settings say
REMAINDER: Final = 100  # what is left of the usual fee in so many parts is no fee
LOUDEST: Final = log(3)
TAIL: Final = 1.75  # logarithm of a fee over its client's middle, as the spread sees it
LEFT: Final = PSEUDO_FEES / (PSEUDO_FEES + 1.0)  # of the spread, a fee having moved its middle
NARROWEST: Final = 0.1**2
ROUNDS: Final = 200
CLOSE: Final = 1e-7


class PastFee(NamedTuple):
    """What one placement brought, credit notes taken off; minor units, above nought."""

    client_id: int
    tier: str
    sector: str
    amount: int


class Basis(NamedTuple):
    """Where a client's figure comes from.

    Attributes:
        expected: minor units.
        own: fees of the client itself.
        alike: fees of other clients of its tier and sector.
        same_tier: fees of other clients of its tier, whatever the sector.
    """

    expected: int
    own: int
    alike: int
    same_tier: int


@dataclass(frozen=True, slots=True)
class LikelyFee:
    """What a placement at a client is expected to bring, and why.

    Attributes:
        amount: minor units of `currency`.
        because: "3 fees here and 14 from Engineering, tier A".
    """

    amount: int
    currency: str
    because: str

    @property
    def words(self) -> str:
        """The figure with where it comes from."""
        return f"{round_words(self.amount, self.currency)} expected: {self.because}"


@dataclass(frozen=True, slots=True)
class Level:
    """A middle: mean of the logarithm, and its doubt as a share of the spread's square."""

    mean: float
    doubt: float
    number: int = 0

    def below(self, number: float, mean: float, fees: int) -> "Level":
        """Return the middle of one of this level's, of which so many fees speak."""
        both = number + PSEUDO_FEES
        lean = PSEUDO_FEES / both
        mean = (number * mean + PSEUDO_FEES * self.mean) / both
        return Level(mean, 1.0 / both + lean * lean * self.doubt, fees)


@dataclass(frozen=True, slots=True)
class FeeLevels:
    """What fees are like at an agency.

    Attributes:
        usual: expected fee by tier as the settings say, minor units.
        spread: variance of the logarithm of one client's fees.
        own: number of fees and mean of their logarithms, none too loud, by client.
        groups, tiers: middles with what is known of them.
    """

    usual: Mapping[str, int]
    spread: float = USUAL_SPREAD**2
    own: Mapping[int, tuple[int, float]] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], Level] = field(default_factory=dict)
    tiers: Mapping[str, Level] = field(default_factory=dict)

    def expected(self, client_id: int, tier: str, sector: str) -> int:
        """Return what a placement at a client is likely to bring, minor units."""
        if client_id not in self.own:
            return self.of_group(tier, sector)
        number, mean = self.own[client_id]
        return self._amount(self._group(tier, sector_key(sector)).below(number, mean, number))

    def basis(self, client_id: int, tier: str, sector: str) -> Basis:
        """Return the same with the fees behind it."""
        own = self.own.get(client_id, (0, 0.0))[0]
        group = self.groups.get((tier, sector_key(sector)))
        of_tier = self.tiers.get(tier)
        return Basis(
            self.expected(client_id, tier, sector),
            own,
            (group.number if group else 0) - own,
            (of_tier.number if of_tier else 0) - own,
        )

    def of_group(self, tier: str, sector: str) -> int:
        """Return what a client without a fee of its own is likely to bring, minor units."""
        if tier not in self.tiers:
            return self.usual[tier]
        return self._amount(self._group(tier, sector_key(sector)).below(0.0, 0.0, 0))

    def middle(self, client_id: int, place: tuple[str, str]) -> float:
        """Return the middle of a client with fees, whose sector is told by its key."""
        number, mean = self.own[client_id]
        return self.groups[place].below(number, mean, number).mean

    def _group(self, tier: str, key: str) -> Level:
        return self.groups.get((tier, key)) or self.tiers[tier].below(0.0, 0.0, 0)

    def _amount(self, client: Level) -> int:
        return rounded(exp(client.mean + self.spread * (1.0 + client.doubt) / 2.0))


def fee_levels(past: Iterable[PastFee], usual: Mapping[str, int]) -> FeeLevels:
    """Return what past fees make of the settings' expected fees by tier.

    Args:
        past: every placement's fee; less than a hundredth of the usual one is left out.
        usual: by tier, "" for clients without one; minor units.
    """
    logs: dict[int, list[float]] = defaultdict(list)
    place: dict[int, tuple[str, str]] = {}
    for fee in past:
        if fee.amount > 0 and fee.amount * REMAINDER >= usual[fee.tier]:
            logs[fee.client_id].append(log(fee.amount))
            place[fee.client_id] = (fee.tier, sector_key(fee.sector))
    # in an order of their own: the same fees give the same figures, however they were read
    found = {client_id: sorted(logs[client_id]) for client_id in sorted(logs)}
    spread = USUAL_SPREAD**2
    middles = {i: prior(usual[place[i][0]], spread).mean for i in found}
    levels = FeeLevels(usual)
    for _ in range(ROUNDS if found else 0):
        levels = _fit(found, place, usual, spread, middles)
        before = (spread, *middles.values())
        middles = {i: levels.middle(i, place[i]) for i in found}
        spread = _spread(found, middles)
        now = (spread, *middles.values())
        if max(abs(x - y) for x, y in zip(before, now, strict=True)) < CLOSE:
            break
    return levels


def _fit(
    logs: Mapping[int, Sequence[float]],
    place: Mapping[int, tuple[str, str]],
    usual: Mapping[str, int],
    spread: float,
    middles: Mapping[int, float],
) -> FeeLevels:
    """Return all middles, no fee louder than it may be over its client's last one."""
    own = {}
    for i, found in logs.items():
        # an eighth of the spread more above: a fee beyond may widen it, and still lower nothing
        low, high = middles[i] - LOUDEST, middles[i] + LOUDEST + spread / PSEUDO_FEES
        own[i] = (len(found), sum(min(max(x, low), high) for x in found) / len(found))
    of_group: dict[tuple[str, str], _Family] = defaultdict(_Family)
    for client_id, (number, mean) in own.items():
        of_group[place[client_id]].add(number, mean, number)
    of_tier: dict[str, _Family] = defaultdict(_Family)
    for (tier, _), group in sorted(of_group.items()):
        of_tier[tier].add(group.weight, group.mean, group.fees)
    tiers = {tier: f.under(prior(usual[tier], spread)) for tier, f in of_tier.items()}
    groups = {key: f.under(tiers[key[0]]) for key, f in of_group.items()}
    return FeeLevels(usual, spread, own, groups, tiers)


def _spread(logs: Mapping[int, Sequence[float]], middles: Mapping[int, float]) -> float:
    """Return the spread that lifts the mean above the middles as far as fees lie above them."""
    over = [exp(min(x - middles[i], TAIL)) for i, found in logs.items() for x in found]
    usual = PSEUDO_FEES * exp(LEFT * USUAL_SPREAD**2 / 2.0)
    lift = (usual + sum(over)) / (PSEUDO_FEES + len(over))
    return max(2.0 * log(lift) / LEFT, NARROWEST)


def prior(usual: int, spread: float) -> Level:
    """Return what is above a tier: the middle that makes a newcomer's mean the usual fee."""
    doubt = 1.0 + LEVELS / PSEUDO_FEES
    return Level(log(max(usual, LEAST)) - spread * doubt / 2.0, 0.0)


def basis_words(basis: Basis, tier: str, sector: str) -> str:
    """Return where a figure comes from: "3 fees here and 14 from Engineering, tier A"."""
    of_tier = f"tier {tier}" if tier else "clients without a tier"
    alike = f"{sector.strip()}, {of_tier}" if sector.strip() else of_tier
    others, whose = (basis.alike, alike) if basis.alike else (basis.same_tier, of_tier)
    own = f"{_fees(basis.own)} here" if basis.own else ""
    if not others:
        return own or f"what you expect of {of_tier}"
    return f"{own} and {others:,} from {whose}" if own else f"{_fees(others)} from {whose}"


def _fees(number: int) -> str:
    return "1 fee" if number == 1 else f"{number:,} fees"


def sector_key(sector: str) -> str:
    """Return a sector as clients of the same one share it."""
    return sector.strip().casefold()


def rounded(amount: float) -> int:
    """Return an estimate to three figures; more would say more than is known."""
    step: int = 10 ** max(floor(log10(max(amount, 1.0))) + 1 - DIGITS, 0)
    return round(amount / step) * step


class _Family:
    """Middles of one family, each weighed by how much it says of the one above."""

    def __init__(self) -> None:
        self._weights: list[float] = []
        self._means: list[float] = []
        self.fees = 0

    def add(self, number: float, mean: float, fees: int) -> None:
        """Add one; fees of one client or sector are alike, so they count as 8 at most."""
        self._weights.append(number * PSEUDO_FEES / (number + PSEUDO_FEES))
        self._means.append(mean)
        self.fees += fees

    @property
    def weight(self) -> float:
        """How many fees it speaks with."""
        return sum(self._weights)

    @property
    def mean(self) -> float:
        """The weighted mean."""
        pairs = zip(self._weights, self._means, strict=True)
        return sum(weight * mean for weight, mean in pairs) / self.weight

    def under(self, above: Level) -> Level:
        """Return its middle, leaning on the one above."""
        return above.below(self.weight, self.mean, self.fees)
