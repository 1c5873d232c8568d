"""What each campaign brought: fees credited to it, and its return."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from warmcalls.actions.credits import Book, book, shared_out
from warmcalls.actions.yardstick import Handed, parts_of, yardstick
from warmcalls.domain.behind import By
from warmcalls.domain.campaigns import NOTHING_SPENT, Return
from warmcalls.domain.credit import Credit
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Model
from warmcalls.domain.returns import Estimate
from warmcalls.domain.settings import Settings
from warmcalls.store import lead_facts
from warmcalls.store.engine import Reader


@dataclass(frozen=True, slots=True)
class Money:
    """What a campaign brought; money in minor units of the agency's currency.

    Attributes:
        placements: credits of fees added up.
        invoiced, paid: credited fees, all of them and those that were paid.
    """

    placements: float = 0.0
    invoiced: int = 0
    paid: int = 0
    returns: Return = NOTHING_SPENT


def campaign_money(
    db: Reader,
    agency: Settings,
    model: Model,
    period: Period,
    *,
    now: int,
    spend: Mapping[int | None, int],
    handed: Handed,
    fees: Book | None = None,
) -> dict[int, Money]:
    """Return what each campaign brought of the clients first reached in a period.

    Args:
        db: a reader.
        agency: its currency and days.
        model: how credit is shared.
        period: whole days.
        now: UTC microseconds.
        spend: of the period, by campaign.
        handed: the leads of the period.
        fees: all of them, where they were read already.
    """
    everything = fees or book(db, agency)
    measure = yardstick(db, agency, everything, lead_facts.clients_with_fees(db), now=now)
    kept = everything.only(everything.within(period, By.FIRST_SIGNAL, agency))
    credit = shared_out(db, agency, kept, model, period)
    ids = {*handed.arrivals, *credit.campaign.tolist(), *(key for key in spend if key is not None)}
    found = {}
    for key in sorted(ids):
        estimate = partial(measure.of_campaigns, spend.get(key, 0), handed, [key])
        found[key] = _money(kept, credit, key, estimate)
    return found


def _money(
    kept: Book, credit: Credit, key: int, estimate: Callable[[list[tuple[int, float]]], Estimate]
) -> Money:
    """Return what one campaign brought; `estimate` judges its parts of fees."""
    own = credit.campaign == key
    fee, amount = credit.fee[own], credit.amount[own]
    paid = np.array([bool(kept.fees[n].paid_on) for n in fee.tolist()], dtype=np.bool_)
    parts = parts_of(kept, credit, [key], kept.marketing)
    return Money(
        sum(share for whole, share in parts if whole > 0),
        int(amount.sum()),
        int(amount[paid].sum()),
        estimate(parts).returns,
    )
