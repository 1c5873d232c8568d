"""The page of one campaign: its figures, its times, and what recruiters said of its leads."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from warmcalls.actions.campaign_facts import CampaignFacts, campaign_facts
from warmcalls.actions.campaign_report import told_rows
from warmcalls.actions.change_campaign import known
from warmcalls.actions.credits import shared_out
from warmcalls.domain.behind import By, LeadLine
from warmcalls.domain.campaign_story import CampaignStory, Quote
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.day_words import day_words
from warmcalls.domain.moments import DAY, day_of
from warmcalls.domain.outcomes import WHY_WORDS, Why
from warmcalls.domain.paths import ordinals
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Model
from warmcalls.domain.settings import Settings
from warmcalls.store import campaign_list, lead_lines, spends
from warmcalls.store import campaign_story as kept
from warmcalls.store.engine import Reader, Row
from warmcalls.store.lead_lines import Lead

QUOTED: Final = 8
FEEDBACK: Final = 200
Decided = tuple[LeadState, Row]
BAD: Final = (LeadState.REJECTED, LeadState.DISQUALIFIED)


def campaign_story(
    db: Reader, campaign_id: int, *, now: int, period: Period, model: Model = Model.LINEAR
) -> CampaignStory:
    """Return the page of one campaign.

    Args:
        db: a reader.
        campaign_id: the campaign.
        now: UTC microseconds.
        period: leads that came, clients first reached, and money spent in it.
        model: how credit for fees is shared.

    Raises:
        RefusedError: there is no such campaign.
    """
    campaign = known(db, campaign_id)
    facts = campaign_facts(db, now, period, model)
    rows = told_rows(facts, campaign_list.everything(db))
    figures = next(row for row in rows if row.campaign.id == campaign_id)
    window = period.moments(facts.agency.zone)
    decided = _decided(kept.said(db, campaign_id, *window))
    to_call, to_brief = _days(kept.steps(db, campaign_id, *window))
    return CampaignStory(
        figures=figures,
        people=kept.people(db, campaign_id, *window) + figures.unmatched,
        days_to_call=to_call,
        days_to_brief=to_brief,
        days_to_fee=_days_to_fee(kept.fees(db, campaign_id, *window), facts.agency),
        rejected=_reasons(decided, LeadState.REJECTED),
        disqualified=_reasons(decided, LeadState.DISQUALIFIED),
        quotes=_quotes(decided),
        months=_months(db, facts, campaign_id, model),
        feedback=_feedback(db, campaign_id, decided),
        experiments=tuple(_experiment(row) for row in kept.experiments(db, campaign_id)),
        codes=campaign.codes,
    )


def _decided(said: Iterable[Row]) -> list[Decided]:
    """Return the state of each lead that somebody looked at, with the outcome that decided it."""
    by_client: dict[int, list[Row]] = defaultdict(list)
    for row in said:
        by_client[row["client_id"]].append(row)
    found = [lead_lines.deciding(rows) for rows in by_client.values()]
    return [(lead_lines.state_of(row), row) for row in found if row]


def _days(steps: Sequence[kept.Steps]) -> tuple[float | None, float | None]:
    """Return the median days from the first signal to the first call and to the first brief."""
    table = np.array(
        [[np.nan if value is None else value for value in row] for row in steps], dtype=np.float64
    ).reshape(-1, 3)
    medians = [_median(table[:, n] - table[:, 0]) for n in (1, 2)]
    return medians[0], medians[1]


def _median(moments: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> float | None:
    came = moments[~np.isnan(moments)]
    return float(np.median(came)) / DAY if len(came) else None


def _days_to_fee(fees: Iterable[tuple[int, int, str]], agency: Settings) -> float | None:
    """Return the median days from the first signal to the first fee that followed it."""
    days: dict[int, int] = {}
    for client_id, first_at, invoiced_on in fees:
        began = day_of(first_at, agency.zone)
        if invoiced_on >= began:
            came, start = ordinals([invoiced_on, began]).tolist()
            days[client_id] = came - start
    return float(np.median(list(days.values()))) if days else None


def _reasons(decided: Iterable[Decided], wanted: LeadState) -> tuple[tuple[str, int], ...]:
    """Return why leads were rejected or disqualified, most frequent first."""
    found = Counter(
        WHY_WORDS[Why(row["why"])] if row["why"] else "No reason given"
        for state, row in decided
        if state is wanted
    )
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _quotes(decided: Iterable[Decided]) -> tuple[Quote, ...]:
    """Return the newest notes, those on leads that were not worth the time first."""
    noted = [(state, row) for state, row in decided if row["note"].strip()]
    noted.sort(key=lambda pair: (pair[0] not in BAD, -pair[1]["at"]))
    return tuple(
        Quote(row["note"].strip(), row["who"], row["client"], row["at"], row["id"])
        for _, row in noted[:QUOTED]
    )


def _feedback(db: Reader, campaign_id: int, decided: Iterable[Decided]) -> tuple[LeadLine, ...]:
    """Return the leads not worth the time that marketing has not settled, newest first."""
    settled = kept.settled(db, campaign_id)
    open_ones = [(s, row) for s, row in decided if s in BAD and row["id"] not in settled]
    open_ones.sort(key=lambda pair: (-pair[1]["at"], -pair[1]["id"]))
    wanted = [Lead(row["client_id"], campaign_id, row["lead_at"]) for _, row in open_ones]
    return tuple(lead_lines.lines(db, wanted[:FEEDBACK]))


def _months(
    db: Reader, facts: CampaignFacts, campaign_id: int, model: Model
) -> tuple[tuple[str, int, int], ...]:
    """Return what it cost and what was invoiced to its credit, month by month."""
    agency, period = facts.agency, facts.period
    spent = spends.by_month(db, agency, period)
    bills = facts.book.only(facts.book.within(period, By.INVOICED, agency))
    credit = shared_out(db, agency, bills, model, period)
    own = credit.campaign == campaign_id
    fees: Counter[str] = Counter()
    for fee, amount in zip(credit.fee[own].tolist(), credit.amount[own].tolist(), strict=True):
        fees[bills.fees[fee].invoiced_on[:7]] += amount
    return tuple((m, spent.get((campaign_id, m), 0), fees[m]) for m in period.months)


def _experiment(row: Row) -> tuple[int, str, str]:
    if not row["ended_on"]:
        return row["id"], row["name"], f"running since {day_words(row['starts'])}"
    decision = f": {row['decision']}" if row["decision"] else ""
    return row["id"], row["name"], f"decided {day_words(row['ended_on'])}{decision}"
