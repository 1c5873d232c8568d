"""A large agency's campaigns: signals that carry them, calls, spend, placements and fees."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import numpy as np

from tests.bench.world import NOW, build
from warmcalls.domain.campaigns import LEAD_KINDS
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, EPOCH
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_writer

CAMPAIGNS: Final = 12
CALLS: Final = 60_000
PLACEMENTS: Final = 5_000
COUNTED: Final = """
insert into touch (client_id, campaign_id, first_at, last_at, n, lead_at)
select client_id, campaign_id, min(at), max(at), count(*),
min(case when kind in (:leads) then at end)
from signal where client_id is not null and campaign_id is not null
group by client_id, campaign_id
"""
# one signal in four carries a campaign, one of the few that reach its client
SPREAD: Final = f"""
update signal set campaign_id = 1 + (client_id * 7 + (person % 3) * (client_id % 5)) % {CAMPAIGNS}
where (digest & 3) = 0
"""
OUTCOMES: Final = "key client_id at day reach result worth why".split()
PLACED: Final = "id client_id title placed_on".split()
FEES: Final = "client_id placement_id number amount invoiced_on paid_on digest".split()


def build_campaigns(path: Path, clients: int, total: int, calls: int, placements: int) -> None:
    """Make a large agency with campaigns, from the one that has signals alone."""
    plain = path.with_name(f"{clients}x{total}.db")
    if not plain.exists():
        build(plain, clients, total)
    shutil.copy(plain, path)
    db = open_writer(str(path))
    rng = np.random.default_rng(5)
    with db.atomic():
        _campaigns(db)
        _spread(db)
        db.add_many("outcome", OUTCOMES, _outcomes(db, calls, rng))
        _money(db, clients, placements, rng)
        db.execute("analyze")
    db.close()


def _spread(db: Writer) -> None:
    """Give signals their campaigns; the index is made again after, which is faster."""
    index = db.tuples("select sql from sqlite_schema where name = 'signal_campaign'")[0][0]
    db.execute("drop index signal_campaign")
    db.execute(SPREAD)
    db.execute("delete from touch")
    db.execute(COUNTED, leads=[Kind(kind).value for kind in LEAD_KINDS])
    db.execute(index)


def _campaigns(db: Writer) -> None:
    names = [(i + 1, f"Campaign {i + 1}", f"Channel {i % 5}") for i in range(CAMPAIGNS)]
    db.add_many("campaign", ("id", "name", "channel"), names)
    spend = []
    for months in range(12):
        first = _day(NOW - (365 - 30 * months) * DAY)
        last = (date.fromisoformat(first) + timedelta(days=29)).isoformat()
        spend += [
            (i + 1, first, last, 40_000 + 1_000 * i, "GBP", 100 * months + i)
            for i in range(CAMPAIGNS)
        ]
    columns = ("campaign_id", "starts", "ends", "amount", "currency", "digest")
    db.add_many("spend", columns, spend)


def _day(at: int) -> str:
    return (EPOCH + timedelta(microseconds=at)).date().isoformat()


def _outcomes(db: Writer, calls: int, rng: np.random.Generator) -> Iterator[tuple[Any, ...]]:
    """Yield calls of a year to clients that signals make warm; the last campaign is worth none."""
    warm = np.array(db.tuples("select client_id, n from warmth order by client_id"))
    share = np.sqrt(warm[:, 1]) / np.sqrt(warm[:, 1]).sum()
    who = rng.choice(warm[:, 0], calls, p=share)
    when = np.sort(NOW - (rng.random(calls) * 360 * DAY).astype(np.int64))
    draws = rng.random((calls, 3))
    for i in range(calls):
        yield (f"o{i}", int(who[i]), int(when[i]), _day(int(when[i])), *_came(draws[i]))


def _came(draw: np.ndarray[Any, Any]) -> tuple[str, str, int | None, str]:
    """Return reach, result, worth and why of one call."""
    if draw[0] < 0.07:
        return "rejected", "", 0, "candidate" if draw[1] < 0.4 else "not_our_market"
    if draw[0] < 0.6:
        return "no_answer", "", None, ""
    if draw[1] < 0.06:
        return "spoke", "job_brief", 1, ""
    if draw[1] < 0.2:
        return "spoke", "meeting", 1, ""
    return "spoke", "no_need", 0, "no_need" if draw[2] < 0.6 else "bad_fit"


def _money(db: Writer, clients: int, placements: int, rng: np.random.Generator) -> None:
    who = rng.integers(1, clients + 1, placements)
    when = NOW - (rng.random(placements) * 340 * DAY).astype(np.int64)
    fees = rng.lognormal(13.4, 0.6, placements)
    days = [_day(int(at)) for at in when]
    rows = [(i + 1, int(who[i]), f"Post {i}", days[i]) for i in range(placements)]
    db.add_many("placement", PLACED, rows)
    paid = [_day(int(at) + 35 * DAY) if at + 35 * DAY < NOW else "" for at in when]
    bills = [
        (int(who[i]), i + 1, f"INV-{i}", int(fees[i]), days[i], paid[i], i)
        for i in range(placements)
    ]
    db.add_many("fee", FEES, bills)
