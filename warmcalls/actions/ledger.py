"""What the Results page is worked out from, read once: fees with their credit, spend, clients."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from warmcalls.actions.credits import Book, book, shared_out
from warmcalls.domain.behind import By
from warmcalls.domain.campaigns import Campaign
from warmcalls.domain.credit import Credit
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.paths import Bools, Ints
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Asked, Model
from warmcalls.domain.returns import Floats
from warmcalls.domain.settings import Settings
from warmcalls.domain.spending import Spend
from warmcalls.store import campaign_list, cohorts, settings, spends
from warmcalls.store.engine import Reader

RULES = tuple(model for model in Model if model is not Model.MARKOV)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the Results page is worked out from.

    Attributes:
        campaigns: all of them.
        shown: ids of those asked for.
        everything: every fee of all times, of the recruiter and sector asked for.
        kept: those that count in the period by first signal, by invoice or by payment.
        cohort: which of `kept` count by first signal and have marketing before them.
        credits: of `kept`, by model.
        share: what the campaigns shown have of each fee of `kept`, 0 to 1, by the model asked for.
        earned: the same in minor units.
        touched: which of `kept` any of the campaigns shown had a hand in, whatever the model.
        clients: client, first signal, lead and first reached (`cohorts.first_signals`) of all
            clients, of the recruiter and sector.
        reached: those that the campaigns shown touched; when they became a lead, and were first
            reached, is theirs.
        spends: what was spent on the campaigns shown, and on none, with each amount in the
            agency's currency (None without an exchange rate).
    """

    asked: Asked
    now: int
    agency: Settings
    period: Period
    campaigns: Mapping[int, Campaign]
    shown: frozenset[int]
    everything: Book
    kept: Book
    cohort: Bools
    credits: Mapping[Model, Credit]
    share: Floats
    earned: Ints
    touched: Bools
    clients: Ints
    reached: Ints
    spends: tuple[tuple[Spend, int | None], ...]

    def spent(self) -> dict[tuple[int | None, str], int]:
        """Return what each campaign shown cost in each month; None for spend without one."""
        sums: dict[tuple[int | None, str], int] = defaultdict(int)
        for spend, amount in self.spends:
            if amount is not None:
                for month, share in spend.by_month(self.period, amount).items():
                    sums[spend.campaign_id, month] += share
        return dict(sums)


def ledger(db: Reader, asked: Asked, *, now: int) -> Ledger:
    """Read what the Results page is worked out from.

    Raises:
        RefusedError: the period ends before it starts, or the campaign is unknown.
    """
    if asked.first > asked.last:
        raise RefusedError("The period ends before it starts.")
    agency, period = settings.load(db), Period(asked.first, asked.last)
    campaigns = {campaign.id: campaign for campaign in campaign_list.everything(db)}
    shown = _shown(campaigns, asked)
    clients = cohorts.first_signals(db, person_id=asked.person_id, sector=asked.sector)
    whole = book(db, agency, person_id=asked.person_id, sector=asked.sector, clients=clients)
    by_signal = whole.within(period, By.FIRST_SIGNAL, agency)
    counts = by_signal | whole.within(period, By.INVOICED, agency)
    counts |= whole.within(period, By.PAID, agency)
    kept = whole.only(counts)
    models = dict.fromkeys((*RULES, asked.model))
    given = {model: shared_out(db, agency, kept, model) for model in models}
    share, earned = _of_shown(given[asked.model], shown, len(kept.fees))
    return Ledger(
        asked, now, agency, period, campaigns, shown, whole, kept,
        by_signal[counts] & kept.marketing, given, share, earned, hand_in(kept, shown),
        clients, _reached(db, asked, clients, shown), _spends(db, agency, period, asked, shown),
    )  # fmt: skip


def _shown(campaigns: Mapping[int, Campaign], asked: Asked) -> frozenset[int]:
    if asked.campaign_id is not None and asked.campaign_id not in campaigns:
        raise RefusedError("This campaign is not there any more.")
    return frozenset(
        campaign.id
        for campaign in campaigns.values()
        if (not asked.channel or campaign.channel.lower() == asked.channel.lower())
        and asked.campaign_id in (None, campaign.id)
    )


def hand_in(kept: Book, shown: frozenset[int]) -> Bools:
    """Tell which fees any of some campaigns had a hand in: it is on their path."""
    touched = np.zeros(len(kept.fees), dtype=np.bool_)
    touched[kept.paths.end[np.isin(kept.paths.campaign, list(shown))]] = True
    return touched


def _of_shown(credit: Credit, shown: frozenset[int], count: int) -> tuple[Floats, Ints]:
    """Return what the campaigns shown have of each fee: its share, and minor units."""
    theirs = np.isin(credit.campaign, list(shown))
    share = np.bincount(credit.fee[theirs], credit.share[theirs], minlength=count)
    earned = np.zeros(count, dtype=np.int64)
    np.add.at(earned, credit.fee[theirs], credit.amount[theirs])
    return np.minimum(share, 1.0), earned


def _reached(db: Reader, asked: Asked, clients: Ints, shown: frozenset[int]) -> Ints:
    if not (asked.channel or asked.campaign_id):
        return clients
    return cohorts.first_signals(
        db, campaigns=sorted(shown), person_id=asked.person_id, sector=asked.sector
    )


def _spends(
    db: Reader, agency: Settings, period: Period, asked: Asked, shown: frozenset[int]
) -> tuple[tuple[Spend, int | None], ...]:
    """Return the spend on the campaigns shown, and what belongs to their channel alone."""
    channel = asked.channel.lower()
    return tuple(
        (spend, amount)
        for spend, amount in spends.in_home(db, agency, period)
        if spend.campaign_id in shown
        or (
            spend.campaign_id is None
            and asked.campaign_id is None
            and channel in ("", spend.channel.lower())
        )
    )
