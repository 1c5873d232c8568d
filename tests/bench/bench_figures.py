"""A year's figures over 10 million signals, beside counting them from the signals themselves.

`python -m tests.bench.bench_figures [--clients N] [--signals N] [--calls N] [--placements N]
[--folder DIR]`
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from tests.bench.campaign_world import CALLS, PLACEMENTS, build_campaigns
from tests.bench.world import NOW
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.campaign_story import campaign_story
from warmcalls.actions.leads_behind import leads_behind
from warmcalls.actions.results import results
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import Period, last_months
from warmcalls.domain.results import Asked, Model
from warmcalls.store import settings
from warmcalls.store.engine import Reader
from warmcalls.store.opening import open_reader

RUNS = 21
WHOLE = "select sum(share) from signal"
REACHED = """
select campaign_id, count(distinct client_id) from signal
where campaign_id is not null and client_id is not null and at >= :first and at < :end
group by campaign_id
"""


def main() -> None:
    """Build what is missing, measure, print."""
    options = _options()
    folder = Path(options.folder or tempfile.mkdtemp(prefix="warmcalls-bench-"))
    path = folder / f"campaigns-{options.clients}x{options.signals}.db"
    if not path.exists():
        started = time.perf_counter()
        size = (options.clients, options.signals, options.calls, options.placements)
        build_campaigns(path, *size)
        print(f"built in {time.perf_counter() - started:.0f} s, {path.stat().st_size / 1e9:.2f} GB")
    db = open_reader(str(path))
    agency = settings.load(db)
    year = last_months(day_of(NOW, agency.zone))
    first, end = year.moments(agency.zone)
    _memory(db, year)
    _world(db)
    whole = _milliseconds("reading every signal once", lambda: db.tuples(WHOLE))
    _milliseconds(
        "clients reached by campaign, from signals",
        lambda: db.tuples(REACHED, first=first, end=end), runs=3,
    )  # fmt: skip
    _figures(db, year, whole)
    _rows_behind(db, year)
    print(f"reached as counted from the signals: {_same(db, year, first, end)}")
    db.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--signals", type=int, default=10_000_000)
    parser.add_argument("--calls", type=int, default=CALLS)
    parser.add_argument("--placements", type=int, default=PLACEMENTS)
    parser.add_argument("--folder", help="where the built database is kept for the next run")
    return parser.parse_args()


def _world(db: Reader) -> None:
    for table in ("signal", "touch", "outcome", "placement", "campaign"):
        print(f"{table}: {db.tuples(f'select count(*) from {table}')[0][0]:,}")


def _figures(db: Reader, year: Period, whole: float) -> None:
    """Time both pages, which are asked for apart, each with every figure of its year."""
    asked = Asked(year.first, year.last, Model.LINEAR)
    page = _milliseconds("Campaigns", lambda: campaign_report(db, now=NOW, period=year))
    owner = _milliseconds("Results", lambda: results(db, asked, now=NOW))
    print(
        f"against reading every signal: Campaigns {page / whole:.2f}, Results {owner / whole:.2f}, "
        f"both {(page + owner) / whole:.2f}"
    )


def _memory(db: Reader, year: Period) -> None:
    """Print by how much both pages raise the peak of the resident memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    campaign_report(db, now=NOW, period=year)
    results(db, Asked(year.first, year.last), now=NOW)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"memory above before: {grown:.0f} MB")


def _rows_behind(db: Reader, year: Period) -> None:
    _milliseconds("one campaign's page", lambda: campaign_story(db, 1, now=NOW, period=year))
    for state in LeadState:
        _milliseconds(
            f"500 leads behind a figure, {state.value}",
            partial(leads_behind, db, now=NOW, period=year, campaign_id=1, state=state),
        )
    _milliseconds("500 leads of any campaign", lambda: leads_behind(db, now=NOW, period=year))


def _milliseconds(name: str, run: Callable[[], object], runs: int = RUNS) -> float:
    """Time a call some times after a first one; print and return its median in milliseconds."""
    run()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        run()
        times.append((time.perf_counter() - started) * 1000)
    median, p95 = statistics.median(times), float(np.percentile(times, 95))
    print(f"{name}: median {median:.0f} ms, p95 {p95:.0f} ms")
    return median


def _same(db: Reader, year: Period, first: int, end: int) -> bool:
    """Tell whether the page's clients reached are those counted from the signals."""
    rows = campaign_report(db, now=NOW, period=year).rows
    return {row.campaign.id: row.reached for row in rows} == dict(
        db.tuples(REACHED, first=first, end=end)
    )


if __name__ == "__main__":
    main()
