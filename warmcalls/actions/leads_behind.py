"""The leads behind a figure."""

from warmcalls.actions.results import clients_at
from warmcalls.domain.behind import LeadLine
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.periods import Period
from warmcalls.domain.results import Asked
from warmcalls.store import lead_lines, settings
from warmcalls.store.engine import Reader


def leads_behind(
    db: Reader,
    *,
    now: int,
    period: Period,
    campaign_id: int | None = None,
    state: LeadState | None = None,
    step: str = "",
    limit: int = 500,
    channel: str = "",
    person_id: int | None = None,
    sector: str = "",
) -> list[LeadLine]:
    """Return the leads behind a figure, those last spoken of first, then unworked ones by warmth.

    Behind a step of the funnel stand the clients first reached in the period who came to it,
    the warmest first; behind any other figure the leads that came in the period.

    Args:
        db: a reader.
        now: UTC microseconds.
        period: whole days.
        campaign_id: of one campaign; else each client once, as the newest of its leads.
        state: only those in it; not with a step.
        step: a `FunnelStep.id`, or empty.
        limit: the most to return.
        channel: with a step: of the campaigns of this channel.
        person_id: with a step: of one recruiter's clients.
        sector: with a step: of clients in this sector.

    Raises:
        RefusedError: the period ends before it starts, or the campaign is unknown.
    """
    if step:
        asked = Asked(
            period.first, period.last, channel=channel, person_id=person_id, sector=sector,
            campaign_id=campaign_id,
        )  # fmt: skip
        ids = clients_at(db, asked, step, first="", last="", now=now)
        found = lead_lines.of_clients(db, ids, campaign_id=campaign_id, limit=limit)
    else:
        window = period.moments(settings.load(db).zone)
        found = lead_lines.leads(db, *window, campaign_id=campaign_id, state=state, limit=limit)
    return lead_lines.lines(db, found)
