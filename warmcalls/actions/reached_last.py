"""Reached last: the campaign that a client heard of last, and how good its leads are."""

from collections.abc import Mapping
from typing import Final

from warmcalls.actions.desk import Desk
from warmcalls.domain.features import Clients
from warmcalls.domain.moments import DAY
from warmcalls.store import touches

HEARD_OF: Final = 90 * DAY


def with_campaigns(desk: Desk, known: Clients) -> tuple[Clients, Mapping[int, int]]:
    """Return the same clients with their campaigns' quality, and the campaigns by client."""
    ids = [int(i) for i in known.ids]
    campaigns = touches.last_campaigns(desk.db, ids, desk.now - HEARD_OF, desk.now)
    factors = desk.learned.campaigns
    known.campaign[:] = [factors.get(campaigns.get(i, 0), 0.0) for i in ids]
    return known, campaigns
