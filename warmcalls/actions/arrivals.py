"""This week at your target clients: who came, what they read, and who sent them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from warmcalls.actions.coverage import reached_by
from warmcalls.actions.desk import Desk
from warmcalls.domain.arrivals import Arrival, Week, came, strength, strongest_read
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY, WEEK_IN_DAYS
from warmcalls.domain.reach import QUARTER
from warmcalls.domain.warmth import daily_warmth, decayed
from warmcalls.store import arrivals as kept
from warmcalls.store import signals
from warmcalls.store import warmth as counters
from warmcalls.store.arrivals import Facts, Window

SHOWN: Final = 200
LONGEST: Final = 365
TIERS: Final = frozenset({"A", "B", "C", ""})


def arrivals(
    desk: Desk, days: int = WEEK_IN_DAYS, *, tiers: Sequence[str] = (), limit: int = SHOWN
) -> list[Arrival]:
    """Return the clients that came in the last days, the strongest first."""
    return list(this_week(desk, days, tiers=tiers, limit=limit).arrivals)


def this_week(
    desk: Desk, days: int = WEEK_IN_DAYS, *, tiers: Sequence[str] = (), limit: int = SHOWN
) -> Week:
    """Return who came in the last days: how many there were, and the strongest of them.

    Args:
        desk: a desk; whose clients they are does not matter.
        days: how far back.
        tiers: only clients of these, "" for those without one; empty for all.
        limit: the most to describe.

    Raises:
        RefusedError: the days or the tiers cannot be.
    """
    _check(days, tiers)
    window = Window(desk.now - days * DAY, desk.now, tuple(sorted(set(tiers))))
    by_client = kept.by_kind(desk.db, window)
    pull = {i: strength(kinds, desk.agency.worth) for i, kinds in by_client.items()}
    best = sorted(pull, key=lambda i: (-pull[i], i))[:limit]
    clients, people, count = kept.totals(desk.db, window)
    found = [replace(each, strength=pull[each.client_id]) for each in _told(desk, best, window)]
    return Week(days, clients, people, count, tuple(found))


def reached_clients(desk: Desk, campaign_id: int | None, limit: int = SHOWN) -> Week:
    """Return the clients that a campaign reached in 90 days, those seen last first.

    They are told with everything they did in these days, whatever brought it about.

    Args:
        desk: a desk.
        campaign_id: None for those whom no campaign that is known reached.
        limit: the most to describe.
    """
    ids = reached_by(desk, campaign_id)
    window = Window(desk.now - QUARTER * DAY, desk.now)
    return Week(QUARTER, len(ids), arrivals=tuple(_told(desk, ids[:limit], window)))


def _told(desk: Desk, ids: Sequence[int], window: Window) -> list[Arrival]:
    """Return some clients that came, in this order, with what is known of them."""
    facts, lines = kept.facts(desk.db, ids, window), _lines(desk, ids)
    return [_arrival(desk, i, facts, lines[i]) for i in ids]


def _check(days: int, tiers: Sequence[str]) -> None:
    if not 1 <= days <= LONGEST:
        raise RefusedError(f"Ask for 1 to {LONGEST} days.")
    if not TIERS.issuperset(tiers):
        raise RefusedError("A tier is A, B or C.")


def _lines(desk: Desk, ids: Sequence[int]) -> dict[int, tuple[float, ...]]:
    """Return each client's warmth over the last 30 days."""
    if not ids:
        return {}
    agency = desk.agency
    known = counters.some(desk.db, ids)
    now = decayed(known.stored, desk.now, agency.landmark, agency.worth)
    by_day = signals.by_day(desk.db, ids, desk.now)
    return {
        int(i): tuple(float(v) for v in daily_warmth(counts, by_day[int(i)], agency.worth))
        for i, counts in zip(known.ids, now, strict=True)
    }


def _arrival(desk: Desk, client_id: int, facts: Facts, line: tuple[float, ...]) -> Arrival:
    about, counted = facts.named[client_id], facts.counted[client_id]
    before, stretches = facts.before.get(client_id), facts.stretches.get(client_id, set())
    return Arrival(
        client_id=client_id,
        client=about["name"],
        tier=about["tier"],
        owner=about["owner"],
        read=strongest_read(facts.read[client_id], desk.agency.worth),
        people=counted["people"],
        signals=counted["n"],
        came=came(facts.days, counted["first_at"], before, stretches),
        first_at=counted["first_at"],
        last_at=counted["last_at"],
        campaigns=tuple(facts.brought.get(client_id, ())),
        line=line,
        no_calls=about["objected_at"] is not None,
    )
