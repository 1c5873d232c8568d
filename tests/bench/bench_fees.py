"""How near the expected fee of a client comes to what placements there bring in the long run.

`python -m tests.bench.bench_fees` writes its table into docs/ranking.md.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.bench.evidence_tables import put, table
from warmcalls.domain.expected_fees import PastFee, fee_levels
from warmcalls.domain.settings import Settings

SEED = 20_260_222
AGENCIES, CLIENTS = 200, 300
SECTORS = tuple(f"Sector {n}" for n in range(8))
TIERS = ("A", "B", "C")
USUAL = Settings().tier_fees
OFF, OF_SECTOR, OF_CLIENT = 0.4, 0.2, 0.25  # deviations of logarithms
Floats = NDArray[np.float64]


class Agency(NamedTuple):
    """An agency's clients, what a placement at each brings on average, and its fees."""

    places: list[tuple[str, str]]
    truth: Floats
    past: list[PastFee]


def agency(random: np.random.Generator, fees: int, spread: float) -> Agency:
    """Draw one; the settings are right over many, and off for each; some clients bring most."""
    tier = random.integers(0, len(TIERS), CLIENTS)
    sector = random.integers(0, len(SECTORS), CLIENTS)
    lift = (spread**2 + OFF**2 + OF_SECTOR**2 + OF_CLIENT**2) / 2  # of a mean over its middle
    middle = np.log([USUAL[each] for each in TIERS]) - lift + random.normal(0, OFF, len(TIERS))
    of_sector = random.normal(0, OF_SECTOR, (len(TIERS), len(SECTORS)))
    logs = middle[tier] + of_sector[tier, sector] + random.normal(0, OF_CLIENT, CLIENTS)
    often = 1.0 / np.arange(1, CLIENTS + 1)
    whose = random.choice(CLIENTS, fees, p=random.permutation(often / often.sum()))
    amounts = np.exp(logs[whose] + random.normal(0, spread, fees))
    places = [(TIERS[t], SECTORS[s]) for t, s in zip(tier, sector, strict=True)]
    past = [
        PastFee(int(client), places[client][0], places[client][1], round(amount))
        for client, amount in zip(whose, amounts, strict=True)
    ]
    return Agency(places, np.exp(logs + spread**2 / 2), past)


def ours(drawn: Agency) -> Floats:
    levels = fee_levels(drawn.past, USUAL)
    return np.array([levels.expected(n, *place) for n, place in enumerate(drawn.places)], float)


def by_tier(drawn: Agency) -> Floats:
    return np.array([USUAL[tier] for tier, _ in drawn.places], float)


def own_average(drawn: Agency) -> Floats:
    """A client's plain average, else its tier's, else what the settings say."""
    amounts = np.array([fee.amount for fee in drawn.past], float)
    whose = np.array([fee.client_id for fee in drawn.past])
    tiers = np.array([fee.tier for fee in drawn.past])
    found = []
    for number, (tier, _) in enumerate(drawn.places):
        own, alike = amounts[whose == number], amounts[tiers == tier]
        found.append(next((x.mean() for x in (own, alike) if len(x)), USUAL[tier]))
    return np.array(found, float)


def main() -> None:
    rows = []
    ways = (by_tier, own_average, ours)
    for spread in (0.5, 1.0):
        for fees in (5, 20, 100, 500):
            random = np.random.default_rng(SEED + fees)
            drawn = [agency(random, fees, spread) for _ in range(AGENCIES)]
            row = [f"{spread:.1f}", f"{fees}"]
            for way in ways:
                logs = [np.log(way(each) / each.truth) for each in drawn]
                misses = np.array([np.sqrt((found**2).mean()) for found in logs])
                doubt = 1.96 * misses.std() / np.sqrt(AGENCIES)
                row.append(f"{misses.mean():.2f} ± {doubt:.2f}")
            total = [ours(each).sum() / each.truth.sum() for each in drawn]
            row.append(f"{np.mean(total):.2f}")
            rows.append(row)
            print(row, flush=True)
    head = ["spread of fees", "fees so far", "settings by tier", "own average", "ours", "ours: sum of expected / true"]  # fmt: skip
    put("fees", table(head, rows), "ranking.md")


if __name__ == "__main__":
    main()
