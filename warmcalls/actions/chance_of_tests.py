"""The chance with which today's test calls were drawn: all of the day over all who could be drawn.

It is the same when the first of them is made and when the last is, whoever was rung in between: the
pool is who was ready to be rung when the day began and not chosen for another reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from warmcalls.actions.desk import Desk
from warmcalls.actions.propose import Pick
from warmcalls.domain import contact_rules
from warmcalls.domain.calls import CallKind
from warmcalls.domain.contact_rules import Standing
from warmcalls.domain.moments import start_of_day
from warmcalls.store import calls, clients, outcomes, standing


def with_test_chance(asked: Desk, picks: Sequence[Pick], capacity: int) -> list[Pick]:
    """Return the picks, test calls with the chance at which they were drawn.

    Every client with a number who could be rung and whom the ranking left out had the same chance.

    Args:
        asked: the desk.
        picks: who is still on the list.
        capacity: how many calls the whole day holds.
    """
    left = sum(pick.kind is CallKind.TEST for pick in picks)
    if not left:
        return list(picks)
    made = calls.tests_of_day(asked.db, asked.day, asked.person_id)
    pool = _pool(asked, picks, capacity, left, made)
    chance = min((len(made) + left) / max(pool, 1), 1.0)
    return [replace(p, test_chance=chance) if p.kind is CallKind.TEST else p for p in picks]


def _pool(asked: Desk, picks: Sequence[Pick], capacity: int, left: int, made: Sequence[int]) -> int:
    """Return among how many clients the day's test calls were drawn.

    Who was rung today counts as it stood this morning. Where the list fills the day, a place that a
    call out of turn takes, or a promise for this afternoon, was the place of another this morning.
    """
    chosen = {pick.client_id for pick in picks if pick.kind is not CallKind.TEST}
    rung = outcomes.rung_on(asked.db, asked.day)
    mine = [i for i, person_id in rung if asked.person_id in {None, person_id}]
    morning = _this_morning(asked, {i for i, _ in rung})
    were_ready = {i for i, stands in morning.items() if _is_ready(asked, stands)}
    begun = start_of_day(asked.now, asked.agency.zone)
    ready_now = standing.ready_among(
        asked.db, sorted(chosen | morning.keys()), begun, asked.person_id
    )
    ready = standing.count_ready(asked.db, begun, asked.person_id) + len(were_ready - ready_now)
    seen = chosen | {i for i in mine if i not in made}
    if len(picks) + len(mine) < capacity:
        return ready - len(seen & (ready_now | were_ready))
    tomorrow = start_of_day(asked.now, asked.agency.zone, -1)
    promised = {p.client_id for p in picks if p.kind is CallKind.CALLBACK} - morning.keys()
    promised |= {
        i for i in seen & morning.keys() if (morning[i].callback_at or tomorrow) < tomorrow
    }
    return ready - (capacity - left - len(made) - len(promised))


def _this_morning(asked: Desk, ids: Iterable[int]) -> dict[int, Standing]:
    """Return how some clients stood when the day began."""
    since, wanted = start_of_day(asked.now, asked.agency.zone), sorted(ids)
    before = [o for o in outcomes.of_clients(asked.db, wanted) if o.at < since]
    return {
        i: contact_rules.standing(
            replace(client, snoozed_until=None), [o for o in before if o.client_id == i]
        )
        for i, client in clients.by_ids(asked.db, wanted).items()
        if asked.person_id is None or client.owner_id in {None, asked.person_id}
    }


def _is_ready(asked: Desk, stands: Standing) -> bool:
    """Tell whether who was rung today could be drawn; what has barred it since does not count."""
    return (
        stands.ready_at <= start_of_day(asked.now, asked.agency.zone) and stands.callback_at is None
    )
