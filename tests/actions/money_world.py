"""A random agency with campaigns, signals, calls, placements and fees, and the plain sums of it.

The sums are worked out from every row, one after the other, in whole numbers: nothing here shares
a line with what it checks.
"""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from tests.agency import Agency
from warmcalls.domain.campaigns import LEAD_KINDS
from warmcalls.domain.results import Model
from warmcalls.store import signals, touches
from warmcalls.store.engine import Writer

ZONE = ZoneInfo("Europe/London")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
RULES = [model for model in Model if model is not Model.MARKOV]
KINDS = ("form", "guide_page", "article_page", "email_open", "webinar_attended")
NAMES = ("Newsletter", "Webinars", "Pay guide", "Ads", "Breakfasts")
CHANNELS = ("E-mail", "Webinar", "Download", "Ads", "")


def build(agency: Agency, seed: int, clients: int = 40) -> None:
    """Fill an empty database; moments come close to midnight, in summer time and out of it."""
    rng, db = Random(seed), agency.db
    for name, channel in zip(NAMES, CHANNELS, strict=True):
        agency.campaign(name, channel=channel)
    ids = [
        agency.client(f"Client {n}", sector=rng.choice(("Care", "Build"))) for n in range(clients)
    ]
    with db.atomic():
        _signals(db, rng, ids, agency.now)
        _calls(db, rng, ids, agency.now)
        _money(db, rng, ids, agency.now)
        touches.recount(db, ids)


def _moment(rng: Random, now: int, most_days: int = 560) -> int:
    day = datetime.fromtimestamp(now / 1e6, UTC).date() - timedelta(days=rng.randint(1, most_days))
    near = rng.choice((0, 1, 23 * 60 + 59, rng.randint(0, 1439)))
    at = datetime.combine(day, time(near // 60, near % 60), ZONE)
    return (at - EPOCH) // timedelta(microseconds=1)


def _signals(db: Writer, rng: Random, ids: list[int], now: int) -> None:
    rows = []
    known_for = {client: rng.randint(20, 560) for client in ids}
    for n in range(len(ids) * 16):
        campaign = rng.choice((None, 1, 1, 2, 3, 4, 5))
        client = rng.choice(ids[: len(ids) * 3 // 4])  # some never hear of a campaign
        rows.append(
            (
                client,
                None,
                None,
                rng.choice(KINDS),
                _moment(rng, now, known_for[client]),
                f"s{n}",
                n,
                1.0,
                campaign,
                None,
                n,
            )
        )
    signals.add_many(db, rows)


def _calls(db: Writer, rng: Random, ids: list[int], now: int) -> None:
    for n in range(len(ids) * 4):
        at, draw = _moment(rng, now, 400), rng.random()
        reach = "rejected" if draw < 0.1 else "no_answer" if draw < 0.4 else "spoke"
        result = (
            rng.choice(("no_need", "meeting", "job_brief", "call_back")) if reach == "spoke" else ""
        )
        db.insert("outcome", {
            "key": f"k{n}", "client_id": rng.choice(ids), "at": at, "day": day_of(at), "reach": reach,
            "result": result, "worth": 1 if result in {"meeting", "job_brief"} else None,
        })  # fmt: skip


def _money(db: Writer, rng: Random, ids: list[int], now: int) -> None:
    today = date.fromisoformat(day_of(now))
    for n in range(len(ids)):
        client = rng.choice(ids)
        placed = today - timedelta(days=rng.randint(0, 400))
        with_placement = rng.random() < 0.8
        made = (
            db.insert(
                "placement",
                {"client_id": client, "title": f"Post {n}", "placed_on": placed.isoformat()},
            )
            if with_placement
            else None
        )
        invoiced = placed + timedelta(days=rng.randint(0, 20))
        paid = invoiced + timedelta(days=rng.randint(1, 60))
        db.insert("fee", {
            "client_id": client, "placement_id": made, "number": f"N{n}",
            "amount": rng.choice((1, 7, 333_333, 450_000, 1_234_567, -120_001)),
            "currency": rng.choice(("GBP", "GBP", "GBP", "EUR", "ZAR")),
            "invoiced_on": invoiced.isoformat(),
            "paid_on": paid.isoformat() if paid < today else "", "digest": n,
        })  # fmt: skip
    db.insert("exchange_rate", {"currency": "EUR", "day": "2025-06-01", "rate": 0.85})
    db.insert("exchange_rate", {"currency": "EUR", "day": "2025-11-15", "rate": 0.8731})
    for n in range(30):
        starts = today - timedelta(days=rng.randint(5, 420))
        db.insert("spend", {
            "campaign_id": rng.choice((None, 1, 2, 3, 4)), "starts": starts.isoformat(),
            "ends": (starts + timedelta(days=rng.choice((0, 6, 29, 91)))).isoformat(),
            "amount": rng.choice((10_001, 40_000, 99_999, -3_000)), "digest": n, "channel": "Ads",
            "currency": rng.choice(("GBP", "GBP", "EUR", "ZAR")),
        })  # fmt: skip


def day_of(at: int) -> str:
    return (EPOCH + timedelta(microseconds=at)).astimezone(ZONE).date().isoformat()


def home(amount: int, currency: str, day: str) -> int | None:
    """What an amount is in pounds: the newest rate up to the day, else the oldest."""
    if currency == "GBP":
        return amount
    if currency != "EUR":
        return None
    return round(amount * (0.8731 if day >= "2025-11-15" else 0.85))


def all_fees(db: Writer) -> list[dict[str, Any]]:
    """Every fee with its day, its path and its first signal, from every signal there is."""
    rows = db.query(
        "select f.*, p.placed_on from fee f left join placement p on p.id = f.placement_id order by f.invoiced_on, f.id"
    )
    hits = db.query(
        "select client_id, at, campaign_id, kind from signal where campaign_id is not null order by at, campaign_id"
    )
    for row in rows:
        row["day"] = row["placed_on"] or row["invoiced_on"]
        row["home"] = home(row["amount"], row["currency"], row["invoiced_on"])
        row["path"] = path(hits, row["client_id"], row["day"])
        firsts = [hit["at"] for hit in hits if hit["client_id"] == row["client_id"]]
        row["first_at"] = min(firsts) if firsts and row["path"] else None
    return rows


def path(
    hits: list[dict[str, Any]], client: int, day: str, days: int = 365
) -> list[tuple[int, str]]:
    """Campaign and last day of every step in the days before a day."""
    since = (date.fromisoformat(day) - timedelta(days=days)).isoformat()
    seen: set[tuple[str, int]] = set()
    steps: list[tuple[int, str]] = []
    for hit in hits:
        on = day_of(hit["at"])
        if hit["client_id"] != client or not since <= on < day or (on, hit["campaign_id"]) in seen:
            continue
        seen.add((on, hit["campaign_id"]))
        if steps and steps[-1][0] == hit["campaign_id"]:
            steps.pop()
        steps.append((hit["campaign_id"], on))
    return steps


def exact(fee: dict[str, Any], model: Model) -> dict[int, Fraction]:
    """What each campaign should get of a fee, before pennies; not for time decay."""
    steps = [campaign for campaign, _ in fee["path"]]
    n, amount = len(steps), fee["home"] or 0
    if not steps:
        return {}
    if model is Model.FIRST:
        weights = [1] + [0] * (n - 1)
    elif model is Model.LAST:
        weights = [0] * (n - 1) + [1]
    elif model is Model.LINEAR or n <= 2:
        weights = [1] * n
    else:
        weights = [2 * (n - 2)] + [1] * (n - 2) + [2 * (n - 2)]  # 40, 20 between, 40
    given: dict[int, Fraction] = defaultdict(Fraction)
    for campaign, weight in zip(steps, weights, strict=True):
        given[campaign] += Fraction(amount * weight, sum(weights))
    return {campaign: part for campaign, part in given.items() if part}


def shares(steps: list[tuple[int, int]], at: int, model: Model) -> dict[int, float]:
    """The share of each campaign of one fee; steps and fee in days, the oldest step first."""
    given: dict[int, float] = defaultdict(float)
    for n, (campaign, day) in enumerate(steps):
        if model is Model.DECAY:
            given[campaign] += 0.5 ** ((at - day) / 30)
        elif model is Model.FIRST:
            given[campaign] += n == 0
        elif model is Model.LAST:
            given[campaign] += n + 1 == len(steps)
        elif model is Model.LINEAR or len(steps) <= 2:
            given[campaign] += 1
        else:
            given[campaign] += 40 if n in (0, len(steps) - 1) else 20 / (len(steps) - 2)
    whole = sum(given.values())
    return {campaign: part / whole for campaign, part in given.items() if part}


def journeys(db: Writer) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """The paths that ended in an invoice, and those of all leads that never did."""
    hits = db.query(
        "select client_id, at, campaign_id from signal where campaign_id is not null order by at, campaign_id"
    )
    paid = [fee for fee in all_fees(db) if fee["path"] and fee["amount"] > 0]
    came = [tuple(campaign for campaign, _ in fee["path"]) for fee in paid]
    leads = {client for client, (_, lead) in clients(db).items() if lead}
    others = sorted(leads - {fee["client_id"] for fee in paid})
    ways = [path(hits, client, "2100-01-01", 36_500) for client in others]
    return came, [tuple(campaign for campaign, _ in way) for way in ways]


def removal(came: list[tuple[int, ...]], nothing: list[tuple[int, ...]]) -> dict[int, float]:
    """Shares of the removal effect, in whole fractions: what the chain loses without each."""
    moves: dict[Any, dict[Any, int]] = defaultdict(lambda: defaultdict(int))
    for ways, end in ((came, "fee"), (nothing, "nothing")):
        for way in ways:
            for here, there in pairwise(["start", *way, end]):
                moves[here][there] += 1
    ids = sorted({campaign for way in came + nothing for campaign in way})
    whole = _chance(moves, ids)
    effects = {key: 1 - _chance(moves, [c for c in ids if c != key]) / whole for key in ids}
    return {key: float(effect / sum(effects.values())) for key, effect in effects.items()}


def _chance(moves: dict[Any, dict[Any, int]], ids: list[int]) -> Fraction:
    """The chance of a fee where only some campaigns lead on: campaigns taken out one by one."""
    odds = {
        here: {there: Fraction(n, sum(moves[here].values())) for there, n in moves[here].items()}
        for here in ["start", *ids]
    }
    for gone in ids:
        out = odds.pop(gone)
        stays = out.pop(gone, Fraction(0))
        for row in odds.values():
            through = row.pop(gone, Fraction(0)) / (1 - stays)
            for there, part in out.items():
                row[there] = row.get(there, Fraction(0)) + through * part
    return odds["start"].get("fee", Fraction(0))


def spend_by_day(db: Writer) -> dict[tuple[int | None, str], Fraction]:
    """What each campaign cost on each day, before pennies."""
    sums: dict[tuple[int | None, str], Fraction] = defaultdict(Fraction)
    for row in db.query("select * from spend"):
        amount = home(row["amount"], row["currency"], row["starts"])
        first, last = date.fromisoformat(row["starts"]), date.fromisoformat(row["ends"])
        days = (last - first).days + 1
        for n in range(days):
            if amount is not None:
                sums[row["campaign_id"], (first + timedelta(days=n)).isoformat()] += Fraction(
                    amount, days
                )
    return sums


def clients(db: Writer) -> dict[int, tuple[int, int | None]]:
    """First signal with a campaign, and when it became a lead, of every client that has one."""
    found: dict[int, tuple[int, int | None]] = {}
    for row in db.query("select * from signal where campaign_id is not null order by at"):
        first, lead = found.get(row["client_id"], (row["at"], None))
        if lead is None and row["kind"] in LEAD_KINDS:
            lead = row["at"]
        found[row["client_id"]] = (first, lead)
    return found
