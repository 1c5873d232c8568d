"""The clients behind a campaign's meetings and its reach."""

from dataclasses import replace

from warmcalls.domain.behind import LeadLine
from warmcalls.domain.periods import Period
from warmcalls.store import counted_clients, lead_lines, settings
from warmcalls.store.engine import Reader


def meetings_behind(
    db: Reader, campaign_id: int, *, period: Period, limit: int = 500
) -> list[LeadLine]:
    """Return the leads behind a campaign's meetings, newest first.

    Args:
        db: a reader.
        campaign_id: the campaign.
        period: in which they became leads.
        limit: the most to return.
    """
    window = period.moments(settings.load(db).zone)
    return lead_lines.lines(db, counted_clients.meetings(db, campaign_id, *window, limit))


def reached_behind(
    db: Reader, campaign_id: int, *, period: Period, limit: int = 500
) -> list[LeadLine]:
    """Return the clients that a campaign reached, its leads first.

    A client that never became a lead has no state, and `at` is when it was first seen.

    Args:
        db: a reader.
        campaign_id: the campaign.
        period: in which there was a signal of them.
        limit: the most to return.
    """
    window = period.moments(settings.load(db).zone)
    found = counted_clients.reached(db, campaign_id, *window, limit)
    lines = lead_lines.lines(db, [lead for lead, _ in found])
    return [
        line if is_lead else replace(line, state="")
        for line, (_, is_lead) in zip(lines, found, strict=True)
    ]
