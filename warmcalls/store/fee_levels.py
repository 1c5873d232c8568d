"""Expected fees of clients, kept beside their standing: worked out from every fee there is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from warmcalls.domain.clients import Client
from warmcalls.domain.exchange_rates import Rates
from warmcalls.domain.expected_fees import (
    FeeLevels,
    LikelyFee,
    PastFee,
    basis_words,
    fee_levels,
)
from warmcalls.domain.settings import Settings
from warmcalls.store import exchange_rates, prospects
from warmcalls.store.engine import Reader, Writer

# a placement may be invoiced in parts; a credit note goes the way of its invoice
PAST: Final = """
select coalesce(f.placement_id, b.placement_id, 0), coalesce(b.id, f.id), f.client_id, c.tier,
c.sector, f.amount, f.currency, f.invoiced_on
from fee f left join fee b on b.id = f.credits_id join client c on c.id = f.client_id
where f.kind <> 'void' order by f.id
"""
ALL: Final = """
select c.id, c.tier, c.sector, c.expected_fee, s.fee
from client c join standing s on s.client_id = c.id
"""
WITH_FEES: Final = f"{ALL} where c.id in (select client_id from fee)"  # noqa: S608
COLUMNS: Final = ("client_id", "fee")
KEEP: Final = "on conflict (client_id) do update set fee = excluded.fee"
HAVE_FEES: Final = "select 1 from fee where client_id in (:ids) limit 1"
CHUNK: Final = 500
TYPED: Final = "typed in for this client"


def load(db: Reader, settings: Settings) -> FeeLevels:
    """Return what every fee so far makes of the settings' expected fees.

    A placement counts once, its credit notes taken off; what waits for an exchange rate is left
    out, since nobody knows what it is worth.
    """
    rates = exchange_rates.load(db, settings.currency)
    return fee_levels(_past(db, rates), settings.tier_fees)


def _past(db: Reader, rates: Rates) -> Iterator[PastFee]:
    amounts: dict[tuple[int, int], int | None] = defaultdict(int)
    whose: dict[tuple[int, int], tuple[int, str, str]] = {}
    for placement, bill, client, tier, sector, amount, currency, day in db.tuples(PAST):
        key = (placement, 0) if placement else (0, bill)
        here, so_far = rates.home_amount(amount, currency, day), amounts[key]
        amounts[key] = None if here is None or so_far is None else so_far + here
        whose.setdefault(key, (client, tier, sector))
    for key, total in amounts.items():
        if total is not None:
            yield PastFee(*whose[key], total)


def of_client(db: Reader, client: Client, settings: Settings) -> LikelyFee:
    """Return what a placement at a client is expected to bring, and where that comes from."""
    if client.expected_fee is not None:
        return LikelyFee(client.expected_fee, settings.currency, TYPED)
    tier = client.tier.value if client.tier else ""
    basis = load(db, settings).basis(client.id, tier, client.sector)
    because = basis_words(basis, tier, client.sector)
    return LikelyFee(basis.expected, settings.currency, because)


def refresh(db: Writer, settings: Settings) -> int:
    """Work out the expected fee of every client again, and write those that changed.

    Returns:
        How many changed.
    """
    changed = list(_changed(db, load(db, settings), ALL))
    db.add_many("standing", COLUMNS, changed, KEEP)
    prospects.refresh(db, [client_id for client_id, _ in changed], settings)
    return len(changed)


def is_behind(db: Reader, settings: Settings) -> bool:
    """Tell whether a client with fees of its own is not kept with them, as after an upgrade."""
    return any(True for _ in _changed(db, load(db, settings), WITH_FEES))


def any_have_fees(db: Reader, ids: Sequence[int]) -> bool:
    """Tell whether any of some clients has a fee, so that its tier and sector matter to others."""
    chunks = (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
    return any(db.tuples(HAVE_FEES, ids=list(chunk)) for chunk in chunks)


def _changed(db: Reader, levels: FeeLevels, sql: str) -> Iterator[tuple[int, int]]:
    """Yield client and expected fee where another one is kept."""
    of_group = lru_cache(maxsize=None)(levels.of_group)
    for client_id, tier, sector, typed, kept in db.tuples(sql):
        if typed is not None:
            fee = typed
        elif client_id in levels.own:
            fee = levels.expected(client_id, tier, sector)
        else:
            fee = of_group(tier, sector)
        if fee != kept:
            yield client_id, fee
