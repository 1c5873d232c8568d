"""What the rows of the list of clients show, some clients at a time."""

from collections.abc import Sequence
from typing import Final

from warmcalls.store.engine import Reader, Row

ROWS: Final = """
select c.id, c.name, c.tier, c.sector, c.town, c.owner_id, coalesce(p.name, '') as owner, c.staff,
c.expected_fee, c.website, c.company_number, c.since, c.tags, c.notes, c.excluded,
coalesce(s.contacts, 0) as contacts, coalesce(s.has_number, 0) as has_number,
coalesce(s.identifiers, 0) as identifiers, coalesce(s.fit, 0) as fit,
coalesce(l.seen_at, 0) as seen_at, l.spoke_at
from client c left join standing s on s.client_id = c.id
left join client_line l on l.client_id = c.id
left join person p on p.id = c.owner_id where c.id in (:ids)
"""
DOUBLES: Final = """
select d.one_id, d.other_id from duplicate d where (d.one_id in (:ids) or d.other_id in (:ids))
and d.zone <> 'different' and not exists (select 1 from not_duplicate n
  where n.one_id = d.one_id and n.other_id = d.other_id)
"""


def rows(db: Reader, ids: Sequence[int]) -> dict[int, Row]:
    """Return what is kept of some clients, by id."""
    return {row["id"]: row for row in db.query(ROWS, ids=list(ids))}


def doubles(db: Reader, ids: Sequence[int]) -> set[int]:
    """Return those of some clients that may be another client, too."""
    return {client_id for pair in db.tuples(DOUBLES, ids=list(ids)) for client_id in pair}
