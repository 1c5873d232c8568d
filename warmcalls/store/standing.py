"""Standing: who may be rung, by whom and from when; worked out from calls, kept for the list."""

from collections import defaultdict
from collections.abc import Sequence

from warmcalls.domain.clients import Client
from warmcalls.domain.contact_rules import Standing, all_phones, may_ring, standing
from warmcalls.domain.expected_fees import FeeLevels
from warmcalls.domain.fit import fit_share
from warmcalls.domain.learned import label
from warmcalls.domain.outcomes import Outcome
from warmcalls.domain.settings import Settings
from warmcalls.store import (
    client_lines,
    client_text,
    clients,
    fee_levels,
    objections,
    outcomes,
    prospects,
)
from warmcalls.store.engine import Reader, Row, Writer

CHUNK = 500
NOT_THE_RULES = frozenset(
    "client_id owner_id placed fee has_number contacts identifiers fit worth_at prospect".split()
)
COLUMNS = (
    "client_id", "owner_id", "blocked", "ready_at", "rest", "callback_at", "callback_by",
    "attempts", "answered", "unanswered", "last_at", "last_words", "refused_at", "placed", "fee",
    "has_number", "contacts", "fit", "worth_at", "identifiers",
)  # fmt: skip
REPLACE = "on conflict (client_id) do update set " + ", ".join(
    f"{name} = excluded.{name}" for name in COLUMNS[1:]
)
PLACED = (
    "select client_id, count(*) as n from placement where client_id in (:ids) group by client_id"
)
# its own name ties no signal to a client; another name, an alias, does
HELD = """
select i.client_id, count(*) as n from identifier i join client c on c.id = i.client_id
where i.client_id in (:ids) and (i.kind <> 'name' or i.value <> c.name_key) group by i.client_id
"""
CALLBACKS = """
select client_id, callback_at from standing
where callback_at < :before and ready_at < :before and blocked = ''
and (:person = 0 or callback_by = :person or callback_by is null)
order by callback_at, client_id
"""
READY = """
select count(*) from standing where blocked = '' and ready_at <= :now and callback_at is null
and has_number = 1
and (:person = 0 or owner_id is null or owner_id = :person)
"""
AMONG = """
select client_id, blocked, ready_at, callback_at, owner_id from standing
where client_id in (:ids) and has_number = 1
"""


def refresh(db: Writer, ids: Sequence[int], settings: Settings) -> None:
    """Work out the standing of some clients from their calls, contacts and numbers.

    What objections and registers bind to is written on their rows first, whatever brought them.
    """
    ids, levels = sorted(ids), fee_levels.load(db, settings)
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        objections.bind(db, chunk)
        found = clients.by_ids(db, chunk)
        history: dict[int, list[Outcome]] = defaultdict(list)
        for outcome in outcomes.of_clients(db, chunk):
            history[outcome.client_id].append(outcome)
        placed = {row["client_id"]: row["n"] for row in db.query(PLACED, ids=chunk)}
        held = {row["client_id"]: row["n"] for row in db.query(HELD, ids=chunk)}
        rows = [
            (*_row(c, history[c.id], placed.get(c.id, 0), settings, levels), held.get(c.id, 0))
            for c in found.values()
        ]
        db.add_many("standing", COLUMNS, rows, REPLACE)
        prospects.refresh(db, chunk, settings)
        client_lines.refresh(db, chunk)
        client_text.refresh(db, chunk)


def _row(
    client: Client, history: list[Outcome], placed: int, settings: Settings, levels: FeeLevels
) -> tuple[object, ...]:
    stands = standing(client, history)
    fee = client.expected_fee
    if fee is None:
        tier = client.tier.value if client.tier else ""
        fee = levels.expected(client.id, tier, client.sector)
    return (
        client.id, client.owner_id, stands.blocked, stands.ready_at, stands.rest,
        stands.callback_at, stands.callback_by, stands.attempts, stands.answered,
        stands.unanswered, stands.last_at, stands.last_words, stands.refused_at,
        1 if placed else 0, fee, int(any(may_ring(phone) for phone in all_phones(client))),
        len(client.contacts), fit_share(client, settings.ideal), _worth_at(history),
    )  # fmt: skip


def _worth_at(history: list[Outcome]) -> int | None:
    """Return when a conversation was last worth the time, UTC microseconds; None for never."""
    worth = (o.at for o in history if label(o.reach, o.result, o.worth) == 1.0)
    return max(worth, default=None)


def of_client(db: Reader, client_id: int) -> Standing | None:
    """Return how a client stands."""
    rows = db.query("select * from standing where client_id = :id", id=client_id)
    return next((_standing(row) for row in rows), None)


def of_clients(db: Reader, ids: Sequence[int]) -> dict[int, Standing]:
    """Return how some clients stand, by id."""
    rows = db.query("select * from standing where client_id in (:ids)", ids=list(ids))
    return {row["client_id"]: _standing(row) for row in rows}


def callbacks_due(db: Reader, before: int, person_id: int | None) -> dict[int, int]:
    """Return the promises due before a moment, oldest first: client to moment."""
    return dict(db.tuples(CALLBACKS, before=before, person=person_id or 0))


def count_ready(db: Reader, now: int, person_id: int | None) -> int:
    """Return how many clients could be rung now, having a number to ring."""
    return int(db.tuples(READY, now=now, person=person_id or 0)[0][0])


def ready_among(db: Reader, ids: Sequence[int], now: int, person_id: int | None) -> set[int]:
    """Return those of some clients who could be rung now, having a number to ring."""
    return {
        int(client_id)
        for client_id, blocked, ready_at, callback_at, owner_id in db.tuples(AMONG, ids=list(ids))
        if not blocked
        and ready_at <= now
        and callback_at is None
        and (person_id is None or owner_id in (None, person_id))
    }


def _standing(row: Row) -> Standing:
    fields = {k: v for k, v in row.items() if k not in NOT_THE_RULES}
    return Standing(**fields)


def highest_id(db: Reader) -> int:
    """Return the highest client id."""
    return int(db.tuples("select coalesce(max(client_id), 0) from standing")[0][0])
