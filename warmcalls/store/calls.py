"""Calls as they were proposed: features, reasons and chance as shown, so nothing is hindsight."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from warmcalls.domain.calls import WarmCall
from warmcalls.store.engine import Reader, Row

TESTS_OF_DAY: Final = """
select client_id from call where day = :day and kind = 'test'
and (:person = 0 or person_id = :person) order by id
"""
OF_CAMPAIGN: Final = "select id from call where campaign_id = :id order by id"
WHO_SHOWED_INTEREST: Final = """
select client_id, contact_id, max(at) as at from signal
where client_id in (:ids) and contact_id is not null and at >= :since and at <= :now
group by client_id, contact_id
"""
PROMISED_TO: Final = """
select o.client_id, o.contact_id from outcome o join standing s on s.client_id = o.client_id
where o.client_id in (:ids) and o.at = s.last_at and o.contact_id is not null
"""


def row_of(call: WarmCall, *, key: str, now: int, day: str, person_id: int | None) -> Row:
    """Return the row that keeps a proposed call."""
    return {
        "key": key,
        "client_id": call.client_id,
        "contact_id": call.contact.id if call.contact else None,
        "phone_id": call.phone.id if call.phone else None,
        "person_id": person_id,
        "day": day,
        "proposed_at": now,
        "kind": call.kind.value,
        "rank": call.rank,
        "chance": call.chance,
        "answer_chance": call.answer_chance,
        "value": call.value,
        "warmth": call.warmth,
        "features": json.dumps(call.features),
        "reasons": json.dumps([asdict(reason) for reason in call.reasons]),
        "why": call.why,
        "opener": call.opener,
        "test_chance": call.test_chance,
        "log_odds": call.log_odds,
        "campaign_id": call.campaign_id,
    }


def tests_of_day(db: Reader, day: str, person_id: int | None) -> list[int]:
    """Return whom the test calls of a business day rang."""
    return [int(row[0]) for row in db.tuples(TESTS_OF_DAY, day=day, person=person_id or 0)]


def of_campaign(db: Reader, campaign_id: int) -> list[int]:
    """Return the calls to clients whom a campaign had reached last."""
    return [int(row[0]) for row in db.tuples(OF_CAMPAIGN, id=campaign_id)]


def interested_contacts(
    db: Reader, ids: Sequence[int], since: int, now: int
) -> dict[int, dict[int, int]]:
    """Return when each contact last showed interest: client to contact to moment."""
    found: dict[int, dict[int, int]] = {}
    for client_id, contact_id, at in db.tuples(
        WHO_SHOWED_INTEREST, ids=list(ids), since=since, now=now
    ):
        found.setdefault(client_id, {})[contact_id] = at
    return found


def promised_to(db: Reader, ids: Sequence[int]) -> dict[int, int]:
    """Return whom the last call to each client reached, where a person was named."""
    return dict(db.tuples(PROMISED_TO, ids=list(ids)))
