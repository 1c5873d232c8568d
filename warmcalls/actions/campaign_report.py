"""The Campaigns page: every campaign with what it cost, what became of its leads and its alarm."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np

from warmcalls.actions.campaign_facts import RECENT_DAYS, CampaignFacts, campaign_facts
from warmcalls.actions.campaign_money import Money
from warmcalls.actions.result_notes import waiting_fees, waiting_spend
from warmcalls.actions.spelled_alike import alike
from warmcalls.domain import advice
from warmcalls.domain.behind import By
from warmcalls.domain.campaigns import (
    Alarm,
    Alert,
    Campaign,
    CampaignFigures,
    CampaignReport,
    LeadState,
)
from warmcalls.domain.evidence import chance_below, credible, sample_needed
from warmcalls.domain.leads import AGREED, BRIEF, CALLED, MEETING, WORTH, states
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Model
from warmcalls.store import campaign_list, dismissals, leads, spends
from warmcalls.store.engine import Reader

DAYS_A_MONTH: Final = 365.25 / 12
ROUND_TO: Final = 1_000
ENOUGH_CREDITS: Final = 3.0
STRENGTH: Final = tuple(Alert)


def campaign_report(
    db: Reader,
    *,
    now: int,
    period: Period,
    channel: str = "",
    text: str = "",
    model: Model = Model.LINEAR,
) -> CampaignReport:
    """Return the Campaigns page.

    Args:
        db: a reader.
        now: UTC microseconds.
        period: leads that came, clients first reached, and money spent in it.
        channel: only campaigns of this channel; what is normal stays that of all.
        text: only campaigns whose name or code holds this, whatever the case.
        model: how credit for fees is shared.
    """
    facts = campaign_facts(db, now, period, model)
    everything = figures(facts, campaign_list.everything(db))
    told = alarms(facts, everything)
    rows = [row for row in everything if _asked(row, period, channel, text)]
    heard = [told[row.campaign.id] for row in rows if row.campaign.id in told]
    return CampaignReport(
        rows=tuple(sorted(_advised(rows, told), key=_best_first)),
        alarms=_not_dismissed(db, sorted(heard, key=lambda a: -facts.e_values[a.campaign_id])),
        normal=_share(*_worth(facts)),
        spelled_alike=alike(db),
        unassigned=facts.spend.get(None, 0),
        waiting=leads.waiting(db, *period.moments(facts.agency.zone)),
        notes=tuple(_notes(db, facts)),
    )


def _notes(db: Reader, facts: CampaignFacts) -> Iterator[str]:
    """Yield a sentence for what the figures leave out until an exchange rate is typed in."""
    agency, period = facts.agency, facts.period
    yield from waiting_fees(facts.book.only(facts.book.within(period, By.INVOICED, agency)))
    yield from waiting_spend(spends.in_home(db, agency, period))


def told_rows(facts: CampaignFacts, campaigns: Sequence[Campaign]) -> list[CampaignFigures]:
    """Return the row of every campaign, with its advice."""
    rows = figures(facts, campaigns)
    return _advised(rows, alarms(facts, rows))


def _advised(rows: Sequence[CampaignFigures], told: Mapping[int, Alarm]) -> list[CampaignFigures]:
    return [replace(row, advice=advice.advice(row, told.get(row.campaign.id))) for row in rows]


def _not_dismissed(db: Reader, heard: Sequence[Alarm]) -> tuple[Alarm, ...]:
    """Return the alarms that nobody dismissed at their strength or a higher one."""
    dismissed = dismissals.dismissed(db)
    return tuple(
        each
        for each in heard
        if STRENGTH.index(each.warning)
        > STRENGTH.index(dismissed.get(each.campaign_id, Alert.NONE))
    )


def figures(facts: CampaignFacts, campaigns: Sequence[Campaign]) -> list[CampaignFigures]:
    """Return the row of every campaign, without its advice."""
    of_all = _worth(facts)
    return [_row(facts, campaign, of_all) for campaign in campaigns]


def _row(facts: CampaignFacts, campaign: Campaign, of_all: tuple[int, int]) -> CampaignFigures:
    """Return one campaign's row; `of_all` are the leads worth the time and worked of all."""
    key = campaign.id
    own = facts.looked_at.of(facts.looked_at.campaign == key)
    came = int(facts.arrived[key][1].sum()) if key in facts.arrived else 0
    counts = states(own, came)
    worked = int(np.count_nonzero(own.any(CALLED)))
    worth, unworked = counts[LeadState.WORTH], counts[LeadState.UNWORKED]
    normal = _share(of_all[0] - worth, of_all[1] - worked)
    money = facts.money.get(key, Money())
    warning = facts.warnings.get(key, Alert.NONE)
    if not _worse(worth, worked, normal):
        warning = Alert.NONE
    return CampaignFigures(
        campaign=campaign,
        spend=facts.spend.get(key, 0),
        reached=facts.reached.get(key, 0),
        leads=came,
        states=counts,
        worth=credible(worth, worked),
        meeting=credible(int(np.count_nonzero(own.any(AGREED))), worked),
        acceptance=credible(worked, worked + counts[LeadState.REJECTED]),
        meetings=int(np.count_nonzero(own.any(MEETING))),
        briefs=int(np.count_nonzero(own.any(BRIEF))),
        placements=money.placements,
        invoiced=money.invoiced,
        paid=money.paid,
        returns=money.returns,
        warning=warning,
        e_value=facts.e_values.get(key, 1.0),
        worse_than_half=chance_below(worth, worked, normal / 2),
        normal=normal,
        meets_criteria=_share_or_none(facts.meeting, key, came),
        sample=sample_needed(normal, worth, worked, unworked),
        sampled=facts.sampled.get(key, 0),
        unmatched=facts.unmatched.get(key, 0),
    )


def _worth(facts: CampaignFacts) -> tuple[int, int]:
    """Return how many leads of all campaigns were worth the time, and how many were worked."""
    worth, worked = (facts.looked_at.any(bit) for bit in (WORTH, CALLED))
    return int(np.count_nonzero(worth)), int(np.count_nonzero(worked))


def _worse(worth: int, worked: int, normal: float) -> bool:
    """Tell whether fewer were worth the time than is normal: nothing else deserves an alarm."""
    return worked > 0 and worth / worked < normal


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _share_or_none(meeting: Mapping[int, int] | None, key: int, leads: int) -> float | None:
    return None if meeting is None or not leads else meeting.get(key, 0) / leads


def alarms(facts: CampaignFacts, rows: Sequence[CampaignFigures]) -> dict[int, Alarm]:
    """Return the early warning in words of each campaign that runs and has one."""
    return {
        row.campaign.id: advice.alarm(
            row,
            saves=_monthly(facts, row.campaign),
            target=_target(facts, row, rows),
            currency=facts.agency.currency,
        )
        for row in rows
        if row.warning is not Alert.NONE and _may_stop(row.campaign, facts.today)
    }


def _may_stop(campaign: Campaign, today: str) -> bool:
    return not campaign.stopped_why and (not campaign.ends or campaign.ends >= today)


def _monthly(facts: CampaignFacts, campaign: Campaign) -> int:
    """Return what a campaign costs a month of late, to ten units of the currency."""
    days = RECENT_DAYS
    if campaign.starts:
        run = date.fromisoformat(facts.today) - date.fromisoformat(campaign.starts)
        days = min(max(run.days + 1, 1), days)
    a_month = facts.recent.get(campaign.id, 0) / days * DAYS_A_MONTH
    return round(a_month / ROUND_TO) * ROUND_TO


def _target(
    facts: CampaignFacts, stopped: CampaignFigures, rows: Sequence[CampaignFigures]
) -> advice.Target | None:
    """Return where the money has earned more, with evidence; None where nothing shows it.

    No figure tells what a campaign does with more than twice its money, so it is the one that
    earns most with as much again as it costs, by the low end of its interval. That end lies above
    the owner's line, or above what the stopped one is likely to bring; and never where it may lose
    money.
    """
    line = facts.agency.owner_line
    least = max(min(line, stopped.returns.likely or line), 1.0)
    good = [
        row
        for row in rows
        if row.warning is Alert.NONE
        and row.campaign.id != stopped.campaign.id
        and row.campaign.channel
        and _may_stop(row.campaign, facts.today)
        and row.returns.so_far is not None
        and row.returns.fees >= ENOUGH_CREDITS
        and row.returns.low > least
    ]
    saves = _monthly(facts, stopped.campaign)
    found = [advice.Target(row, _monthly(facts, row.campaign)) for row in good]
    found = [target for target in found if target.a_month > 0]

    def earns(target: advice.Target) -> float:
        return min(saves or target.a_month, target.a_month) * target.row.returns.low

    return max(found, key=earns, default=None)


def _asked(row: CampaignFigures, period: Period, channel: str, text: str) -> bool:
    """Tell whether a row is one of those that the page shows."""
    campaign, wanted = row.campaign, text.strip().lower()
    if channel and campaign.channel.lower() != channel.strip().lower():
        return False
    if wanted and not any(wanted in name.lower() for name in (campaign.name, *campaign.codes)):
        return False
    runs = campaign.starts <= period.last and (not campaign.ends or campaign.ends >= period.first)
    return bool(runs or row.leads or row.reached or row.spend or row.invoiced or row.unmatched)


def _best_first(row: CampaignFigures) -> tuple[float, int, str]:
    """Order by return, then by leads; those without a return come last."""
    so_far = row.returns.so_far
    return (-so_far if so_far is not None else 1.0, -row.leads, row.campaign.name)
