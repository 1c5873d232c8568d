"""What came of clients, step by step: calls, briefs and placements."""

from typing import Final

from warmcalls.store.engine import Reader
from warmcalls.store.numbers import Ints, one_text, read
from warmcalls.store.whose import asked_for, whose

CALLED, SPOKE, MEETING, BRIEF = 1, 2, 3, 4
CALLS: Final = f"""
select {one_text("client_id", "at", "step")} from (
  select client_id, at, case when reach <> 'spoke' then {CALLED}
  when result = 'job_brief' then {BRIEF} when result = 'meeting' then {MEETING}
  else {SPOKE} end as step
  from outcome where at >= :since and reach <> 'rejected') calls
"""  # noqa: S608
BRIEFS: Final = f"select {one_text('client_id', 'taken_at')} from vacancy where taken_at >= :since"  # noqa: S608
PLACED: Final = """
select p.client_id, p.placed_on from placement p join client c on c.id = p.client_id
where p.placed_on >= :day {whose}
"""
# a placement without a recruiter is whose fee it brought
PLACED_BY: Final = """
coalesce(p.person_id, (select min(f.person_id) from fee f where f.placement_id = p.id))
"""


def calls(db: Reader, since: int) -> Ints:
    """Return client id, moment and step of every call from a moment on; shape (calls, 3).

    A step is how far the call itself got: called, spoke, a meeting or a job brief.
    """
    return read(db, CALLS, 3, since=since)


def briefs(db: Reader, since: int) -> Ints:
    """Return client id and moment of every job brief from a moment on; shape (briefs, 2)."""
    return read(db, BRIEFS, 2, since=since)


def placed(db: Reader, since_day: str, *, person_id: int | None = None) -> list[tuple[int, str]]:
    """Return client id and ISO day of every placement from a day on, of one recruiter if asked."""
    sql = PLACED.replace("{whose}", whose(person_id, "", made_by=PLACED_BY))
    rows = db.tuples(sql, day=since_day, **asked_for(person_id, ""))
    return [(int(client), str(day)) for client, day in rows]
