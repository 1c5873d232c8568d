"""Job briefs."""

from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.moments import day_of
from warmcalls.domain.placements import Vacancy, VacancyState
from warmcalls.store.engine import Reader, Row

ALL: Final = """
select v.id, v.client_id, c.name as client, v.title, v.terms, v.fee, v.currency, v.state,
v.taken_at, v.closed_on, v.person_id, coalesce(p.name, '') as by_name
from vacancy v join client c on c.id = v.client_id left join outcome o on o.id = v.outcome_id
left join person p on p.id = coalesce(v.person_id, o.person_id)
where (:client = 0 or v.client_id = :client) and (:state = '' or v.state = :state)
and (:like = '' or c.name_key like :like or lower(v.title) like :like)
order by case when v.state = 'open' then 0 else 1 end, v.taken_at desc, v.id desc limit :limit
"""
MOST: Final = 5_000


def everything(
    db: Reader, zone: ZoneInfo, *, client_id: int = 0, text: str = "", limit: int = MOST
) -> list[Vacancy]:
    """Return job briefs, the open ones first, then the newest; of one client if asked."""
    return _read(db, zone, client_id=client_id, state="", text=text, limit=limit)


def open_ones(db: Reader, zone: ZoneInfo, *, client_id: int = 0) -> list[Vacancy]:
    """Return job briefs that are still to fill, the newest first; of one client if asked."""
    open_state = VacancyState.OPEN.value
    return _read(db, zone, client_id=client_id, state=open_state, text="", limit=MOST)


def _read(
    db: Reader, zone: ZoneInfo, *, client_id: int, state: str, text: str, limit: int
) -> list[Vacancy]:
    like = f"%{text.lower()}%" if text else ""
    rows = db.query(ALL, client=client_id, state=state, like=like, limit=limit)
    return [from_row(row, zone) for row in rows]


def from_row(row: Row, zone: ZoneInfo) -> Vacancy:
    """Return a job brief; the client goes unnamed where the row does not name it."""
    return Vacancy(
        id=row["id"],
        client_id=row["client_id"],
        client=row.get("client", ""),
        title=row["title"],
        terms=row["terms"],
        fee=row["fee"],
        currency=row["currency"],
        state=VacancyState(row["state"]),
        taken_on=day_of(row["taken_at"], zone),
        closed_on=row["closed_on"],
        person_id=row["person_id"],
        by=row["by_name"],
    )
