"""What marketing cost."""

from collections import defaultdict
from typing import Final

from warmcalls.domain.periods import Period
from warmcalls.domain.settings import Settings
from warmcalls.domain.spending import Spend
from warmcalls.store import exchange_rates
from warmcalls.store.engine import Reader, Row

IN_PERIOD: Final = """
select s.id, s.campaign_id, coalesce(c.name, ''), coalesce(nullif(c.channel, ''), s.channel),
s.starts, s.ends, s.amount, s.currency, s.note, s.source, s.import_id
from spend s left join campaign c on c.id = s.campaign_id
where s.starts <= :last and (s.ends >= :first or s.starts >= :first) order by s.starts, s.id
"""


def in_period(db: Reader, period: Period) -> list[Spend]:
    """Return the spend of which any day lies in the period, oldest first."""
    return list(map(Spend._make, db.tuples(IN_PERIOD, first=period.first, last=period.last)))


def in_home(db: Reader, agency: Settings, period: Period) -> list[tuple[Spend, int | None]]:
    """Return the same with each amount in the agency's currency, None without an exchange rate.

    The rate is that of the first day of the spend.
    """
    rates = exchange_rates.load(db, agency.currency)
    return [
        (spend, rates.home_amount(spend.amount, spend.currency, spend.starts))
        for spend in in_period(db, period)
    ]


def by_campaign(db: Reader, agency: Settings, period: Period) -> dict[int | None, int]:
    """Return what each campaign cost in the period, minor units of the agency's currency.

    None stands for spend that belongs to no campaign. Spend in a currency without an exchange
    rate is left out.
    """
    sums: dict[int | None, int] = defaultdict(int)
    for spend, amount in in_home(db, agency, period):
        if amount is not None:
            sums[spend.campaign_id] += spend.within(period, amount)
    return dict(sums)


def by_month(db: Reader, agency: Settings, period: Period) -> dict[tuple[int | None, str], int]:
    """Return what each campaign cost in each month of the period, as `by_campaign` does."""
    sums: dict[tuple[int | None, str], int] = defaultdict(int)
    for spend, amount in in_home(db, agency, period):
        if amount is not None:
            for month, share in spend.by_month(period, amount).items():
                sums[spend.campaign_id, month] += share
    return dict(sums)


ON_THE_SAME_DAYS: Final = """
select amount, currency, starts, ends from spend
where campaign_id = :campaign and starts <= :ends and ends >= :starts order by starts, id
"""


def on_the_same_days(db: Reader, campaign_id: int, starts: str, ends: str) -> list[Row]:
    """Return the spend of a campaign that covers any of some days."""
    return db.query(ON_THE_SAME_DAYS, campaign=campaign_id, starts=starts, ends=ends)
