"""Signals: what was seen, row by row, and the counts that reasons are made of."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np

from warmcalls.domain.features import Floats
from warmcalls.domain.kinds import KINDS, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.reasons import Counted
from warmcalls.domain.warmth import SPARK_DAYS
from warmcalls.store.engine import Reader, Row, Writer

COLUMNS: Final = (
    "client_id", "contact_id", "visitor_id", "kind", "at", "subject", "person", "share",
    "campaign_id", "import_id", "digest",
)  # fmt: skip
KNOWN: Final = "select digest from signal where digest in (:digests)"
COUNT: Final = """
select count(*) as n, count(distinct person) as people, min(at) as since, max(at) as last,
count(distinct subject) as subjects, count(distinct contact_id) as contacts,
count(contact_id) as by_contacts, max(contact_id) as contact_id
from signal where client_id = :client and kind = :kind and at >= :since and at <= :now
"""
COMMONEST: Final = """
select subject from signal where client_id = :client and kind = :kind and at >= :since
and at <= :now group by subject order by count(*) desc, max(at) desc, subject limit 1
"""
BY_DAY: Final = """
select client_id, kind, (at - :start) / 86400000000 as d, sum(share) from signal
where client_id in (:ids) and at >= :start and at <= :now group by client_id, kind, d
"""
LATEST: Final = """
select s.*, coalesce(c.name, '') as contact from signal s
left join contact c on c.id = s.contact_id
where s.client_id = :client and s.at <= :now and s.kind <> 'candidate_page'
order by s.at desc, s.id desc limit :limit
"""
OF_CAMPAIGN: Final = "select id from signal where campaign_id = :id order by id"
CLIENTS_WITH: Final = """
select distinct client_id from signal where kind = :kind and client_id is not null
order by client_id
"""
CANDIDATE_VISITS: Final = """
select count(*) from signal where client_id = :client and kind = 'candidate_page'
and at >= :since and at <= :now
"""


def known(db: Reader, digests: Sequence[int]) -> set[int]:
    """Return which of some facts are known already."""
    return {int(row[0]) for row in db.tuples(KNOWN, digests=list(digests))}


def add_many(db: Writer, rows: Iterable[Sequence[Any]]) -> None:
    """Add signals, in the order of `COLUMNS`."""
    db.add_many("signal", COLUMNS, rows)


def counted(db: Reader, client_id: int, kind: Kind, since: int, now: int) -> Counted | None:
    """Return the count of one kind of signal of one client in a window; None for none."""
    window = {"client": client_id, "kind": kind.value, "since": since, "now": now}
    row = db.query(COUNT, **window)[0]
    if not row["n"]:
        return None
    one_person = row["contacts"] == 1 and row["by_contacts"] == row["n"]
    return Counted(
        kind=kind,
        count=row["n"],
        people=row["people"],
        since=row["since"],
        last=row["last"],
        subject=db.tuples(COMMONEST, **window)[0][0],
        subjects=row["subjects"],
        who=_first_name(db, row["contact_id"]) if one_person else "",
    )


def _first_name(db: Reader, contact_id: int) -> str:
    found = db.tuples("select name from contact where id = :id", id=contact_id)
    return str(found[0][0]).split(" ")[0] if found else ""


def by_day(db: Reader, ids: Sequence[int], now: int) -> dict[int, Floats]:
    """Return what arrived on each of the last 30 days; by client, shape (days, kinds)."""
    start = now - SPARK_DAYS * DAY
    days = {client_id: np.zeros((SPARK_DAYS, len(KINDS))) for client_id in ids}
    column = {kind.value: i for i, kind in enumerate(KINDS)}
    for client_id, kind, day, total in db.tuples(BY_DAY, ids=list(ids), start=start, now=now):
        days[client_id][min(day, SPARK_DAYS - 1), column[kind]] += total
    return days


def latest(db: Reader, client_id: int, now: int, limit: int = 60) -> list[Row]:
    """Return the newest signals of a client, without visits to job pages."""
    return db.query(LATEST, client=client_id, now=now, limit=limit)


def candidate_visits(db: Reader, client_id: int, since: int, now: int) -> int:
    """Return how many visits to job pages came from a client."""
    return int(db.tuples(CANDIDATE_VISITS, client=client_id, since=since, now=now)[0][0])


def of_campaign(db: Reader, campaign_id: int) -> list[int]:
    """Return every signal that a campaign brought."""
    return [int(row[0]) for row in db.tuples(OF_CAMPAIGN, id=campaign_id)]


def clients_with(db: Reader, kind: Kind) -> list[int]:
    """Return the clients that ever gave a kind of signal."""
    return [int(row[0]) for row in db.tuples(CLIENTS_WITH, kind=kind.value)]
