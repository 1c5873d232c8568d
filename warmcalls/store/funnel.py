"""What came of clients, step by step: calls, briefs and placements."""

from typing import Final

from warmcalls.store.engine import Reader
from warmcalls.store.numbers import Ints, one_text, read

CALLED, SPOKE, MEETING, BRIEF = 1, 2, 3, 4
CALLS: Final = f"""
select {one_text("client_id", "at", "step")} from (
  select client_id, at, case when reach <> 'spoke' then {CALLED}
  when result = 'job_brief' then {BRIEF} when result = 'meeting' then {MEETING}
  else {SPOKE} end as step
  from outcome where at >= :since and reach <> 'rejected') calls
"""  # noqa: S608
BRIEFS: Final = f"select {one_text('client_id', 'taken_at')} from vacancy where taken_at >= :since"  # noqa: S608
PLACED: Final = "select client_id, placed_on from placement where placed_on >= :day"


def calls(db: Reader, since: int) -> Ints:
    """Return client id, moment and step of every call from a moment on; shape (calls, 3).

    A step is how far the call itself got: called, spoke, a meeting or a job brief.
    """
    return read(db, CALLS, 3, since=since)


def briefs(db: Reader, since: int) -> Ints:
    """Return client id and moment of every job brief from a moment on; shape (briefs, 2)."""
    return read(db, BRIEFS, 2, since=since)


def placed(db: Reader, since_day: str) -> list[tuple[int, str]]:
    """Return client id and ISO day of every placement from a day on."""
    return [(int(client), str(day)) for client, day in db.tuples(PLACED, day=since_day)]
