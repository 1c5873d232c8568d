"""What the Campaigns page is worked out from, asked for all campaigns at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from warmcalls.actions.campaign_money import Money, campaign_money
from warmcalls.actions.credits import Book, book
from warmcalls.actions.lead_criteria import criteria
from warmcalls.actions.yardstick import Arrivals, handed_over
from warmcalls.domain.campaigns import Alert
from warmcalls.domain.early_warning import evidence_against
from warmcalls.domain.evidence import flagged
from warmcalls.domain.leads import LookedAt
from warmcalls.domain.moments import DAY, day_of
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Model
from warmcalls.domain.settings import Settings
from warmcalls.store import lead_facts, leads, settings, spends
from warmcalls.store.engine import Reader

RECENT_DAYS: Final = 91


@dataclass(frozen=True, slots=True)
class CampaignFacts:
    """The figures of one period, by campaign id.

    Attributes:
        today: the business day.
        looked_at: leads of the period that somebody called or rejected.
        arrived: leads of the period, week by week.
        reached: clients with any signal in the period.
        unmatched: people who enquired and are nobody's contact yet.
        sampled: leads on call lists as a sample.
        meeting: leads that meet the written criteria, None where none are written.
        spend, recent: of the period, and of the last 91 days, minor units; None for no campaign.
        book: all fees with the paths that led to them.
        e_values, warnings: the early warning.
    """

    agency: Settings
    today: str
    period: Period
    looked_at: LookedAt
    arrived: Arrivals
    reached: Mapping[int, int]
    unmatched: Mapping[int, int]
    sampled: Mapping[int, int]
    meeting: Mapping[int, int] | None
    spend: Mapping[int | None, int]
    recent: Mapping[int | None, int]
    money: Mapping[int, Money]
    book: Book
    e_values: Mapping[int, float]
    warnings: Mapping[int, Alert]


def campaign_facts(db: Reader, now: int, period: Period, model: Model) -> CampaignFacts:
    """Return what the figures of all campaigns are worked out from."""
    agency = settings.load(db)
    window = period.moments(agency.zone)
    seen = leads.looked_at(db, *window)
    arrived = leads.arrivals(db, *window)
    handed = handed_over(arrived, seen)
    spend = spends.by_campaign(db, agency, period)
    written = criteria(db)
    against = evidence_against(seen, leads.outcomes(db, window[0]), now)
    fees = book(db, agency)
    before = day_of(now - (RECENT_DAYS - 1) * DAY, agency.zone)
    today = day_of(now, agency.zone)
    return CampaignFacts(
        agency=agency,
        today=today,
        period=period,
        looked_at=seen,
        arrived=arrived,
        reached=leads.reached(db, *window),
        unmatched=leads.unmatched(db, *window),
        sampled=lead_facts.sampled(db, now),
        meeting=lead_facts.meeting(db, *window, written) if written.checks else None,
        spend=spend,
        recent=spends.by_campaign(db, agency, Period(before, today)),
        money=campaign_money(
            db, agency, model, period, now=now, spend=spend, handed=handed, fees=fees
        ),
        book=fees,
        e_values=against,
        warnings=flagged(against),
    )
