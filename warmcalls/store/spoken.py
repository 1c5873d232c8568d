"""Spoken: with whom at a client somebody spoke, and when."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from warmcalls.store.engine import Reader

SPOKEN: Final = """
select client_id, coalesce(contact_id, 0), max(at) from outcome
where client_id in (:ids) and reach = 'spoke' and at <= :now group by client_id, contact_id
"""


def with_contacts(db: Reader, ids: Sequence[int], now: int) -> dict[int, dict[int, int]]:
    """Return when each contact was last spoken with, by client; 0 for a person not named."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for client_id, contact_id, at in db.tuples(SPOKEN, ids=list(ids), now=now):
        found[client_id][contact_id] = at
    return found
