"""Cohorts: when a campaign first reached each client, and when it became a lead."""

from collections.abc import Sequence
from typing import Final

from warmcalls.store.engine import Reader
from warmcalls.store.numbers import Ints, one_text, read
from warmcalls.store.whose import asked_for, whose

FIRST_SIGNALS: Final = f"""
select {one_text("client_id", "first_at", "lead_at", "theirs_at")} from (
  select t.client_id, min(t.first_at) as first_at, coalesce(min({{lead}}), 0) as lead_at,
  min({{theirs}}) as theirs_at
  from touch t {{whose}} group by t.client_id {{having}}) clients
"""  # noqa: S608
THESE: Final = "case when t.campaign_id in (:campaigns) then {0} end"
TOUCHED: Final = "having max(case when t.campaign_id in (:campaigns) then 1 else 0 end) = 1"
EARLIEST: Final = """
select min((select min(t.first_at) from touch t where t.campaign_id = c.id)) from campaign c
"""
FIRST_DAYS: Final = """
select min(starts) from spend union all select min(invoiced_on) from fee where invoiced_on <> ''
"""


def first_signals(
    db: Reader,
    *,
    campaigns: Sequence[int] | None = None,
    person_id: int | None = None,
    sector: str = "",
) -> Ints:
    """Return client id, first signal, when it became a lead (0 for never), and first reached.

    A row a client, shape (clients, 4), by client; moments in UTC microseconds. With some
    campaigns it holds the clients they touched: when it became a lead and was first reached is
    theirs, the first signal is any campaign's. Else the last column is the first signal again.
    """
    join = whose(person_id, sector)
    asked = asked_for(person_id, sector)
    if campaigns is not None:
        asked["campaigns"] = list(campaigns)
    sql = FIRST_SIGNALS.format(
        lead="t.lead_at" if campaigns is None else THESE.format("t.lead_at"),
        theirs="0" if campaigns is None else THESE.format("t.first_at"),
        whose=f"join client c on c.id = t.client_id where 1 = 1 {join}" if join else "",
        having="" if campaigns is None else TOUCHED,
    )
    found = read(db, sql, 4, **asked)
    if campaigns is None:
        found[:, 3] = found[:, 1]
    return found[found[:, 0].argsort(kind="stable")]


def earliest(db: Reader) -> int | None:
    """Return the first signal that any campaign brought, UTC microseconds; None without any."""
    found = db.tuples(EARLIEST)[0][0]
    return None if found is None else int(found)


def first_day_of_money(db: Reader) -> str:
    """Return the first day of any spend or invoice, ISO; empty without any."""
    return min((str(row[0]) for row in db.tuples(FIRST_DAYS) if row[0]), default="")
