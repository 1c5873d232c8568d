"""Lines: one narrow row a client with all that the list is filtered and sorted by.

A sort by any column reads this table from end to end in a few milliseconds at 100,000 clients, so
no column needs an index of its own. Texts are folded, and what is not known is null. It is worked
out again with the standing, and by whatever changes names, notes or counters without it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from warmcalls.domain.client_states import STATES, Stands
from warmcalls.domain.client_words import folded
from warmcalls.domain.contact_rules import REST
from warmcalls.domain.outcomes import Result
from warmcalls.store.engine import Reader, Row, Writer

CHUNK: Final = 500
SORTED_OF_NOTES: Final = 40  # characters; nobody reads further in a sorted column
COLUMNS: Final = (
    "client_id", "name", "spelt", "tier", "sector", "town", "owner_id", "staff", "fee", "since",
    "tags", "website", "company_number", "excluded", "notes", "contact", "phone", "contacts",
    "has_number", "covered", "fit", "barred", "ready_at", "waits", "callback_at", "screened_at",
    "spoke_at", "seen_at", "heat",
)  # fmt: skip
REPLACE: Final = "on conflict (client_id) do update set " + ", ".join(
    f"{name} = excluded.{name}" for name in COLUMNS[1:]
)
FACTS: Final = """
select c.id, c.name_key, c.name, c.tier, c.sector, c.town, c.owner_id, c.staff, c.expected_fee,
c.since, c.tags, c.website, c.company_number, c.excluded, c.notes, s.contacts, s.has_number,
s.identifiers, s.fit, s.blocked, s.ready_at, s.rest, s.callback_at, s.last_at,
w.seen_at, w.heat
from client c join standing s on s.client_id = c.id left join warmth w on w.client_id = c.id
where c.id in (:ids)
"""
CONTACTS: Final = """
select client_id, name from contact where client_id in (:ids) and objected_at is null
order by id desc
"""
NUMBERS: Final = """
select client_id, number, screened_at, dead + registered as barred from phone
where client_id in (:ids) order by case when dead + registered > 0 then 1 else 0 end desc, id desc
"""
SPOKE: Final = """
select client_id, max(at) from outcome where client_id in (:ids) and reach = 'spoke'
group by client_id
"""
FORGET: Final = "delete from client_line where client_id in (:ids)"
WARMED: Final = """
update client_line set
heat = (select nullif(w.heat, 0) from warmth w where w.client_id = client_line.client_id),
seen_at = (select nullif(w.seen_at, 0) from warmth w where w.client_id = client_line.client_id)
"""
FITTED: Final = """
update client_line set fit = (
  select nullif(cast(round(100 * s.fit) as integer), 0) from standing s
  where s.client_id = client_line.client_id)
"""
MEETING_RESTS: Final = REST[Result.MEETING][0]
TIERS: Final = {"A": 1, "B": 2, "C": 3}


def refresh(db: Writer, ids: Sequence[int]) -> None:
    """Work out the lines of some clients again; their standing is up to date."""
    for start in range(0, len(ids), CHUNK):
        chunk = list(ids[start : start + CHUNK])
        contacts, spoke = dict(db.tuples(CONTACTS, ids=chunk)), dict(db.tuples(SPOKE, ids=chunk))
        numbers = _numbers(db, chunk)
        rows = [
            (
                *_typed(row),
                folded(contacts[row["id"]]) if row["id"] in contacts else None,
                numbers.get(row["id"], (None, None))[0],
                *_worked_out(row),
                numbers.get(row["id"], (None, None))[1],
                spoke.get(row["id"]),
                row["seen_at"] or None,
                row["heat"] or None,
            )
            for row in db.query(FACTS, ids=chunk)
        ]
        db.add_many("client_line", COLUMNS, rows, REPLACE)


def warmed(db: Writer, ids: Iterable[int] | None = None) -> None:
    """Take over what the counters say, of some clients or of all."""
    if ids is None:
        db.execute(WARMED)
        return
    ids = list(ids)
    for start in range(0, len(ids), CHUNK):
        db.execute(f"{WARMED} where client_id in (:ids)", ids=ids[start : start + CHUNK])


def fitted(db: Writer) -> None:
    """Take over the fit of every client from its standing."""
    db.execute(FITTED)


def first_contacts(db: Reader, ids: Sequence[int]) -> dict[int, str]:
    """Return the name of each client's first contact who did not object."""
    return dict(db.tuples(CONTACTS, ids=list(ids)))  # the first comes last, and stays


def first_numbers(db: Reader, ids: Sequence[int]) -> dict[int, str]:
    """Return each client's first number, one that may be rung where there is one."""
    return {client_id: number for client_id, (number, _) in _numbers(db, list(ids)).items()}


def _numbers(db: Reader, ids: list[int]) -> dict[int, tuple[str, int | None]]:
    """Return each client's first number, and when one that may be rung was last screened."""
    screened: dict[int, int] = defaultdict(int)
    first: dict[int, str] = {}
    for client_id, number, at, barred in db.tuples(NUMBERS, ids=ids):
        first[client_id] = number  # the first comes last, and stays
        if at and not barred:
            screened[client_id] = max(screened[client_id], at)
    return {client_id: (number, screened[client_id] or None) for client_id, number in first.items()}


def _typed(row: Row) -> tuple[Any, ...]:
    """Return what people typed, from the id to the notes."""
    texts = (_text(row[name]) for name in ("tags", "website", "company_number", "excluded"))
    return (
        row["id"], row["name_key"], folded(row["name"]), TIERS.get(row["tier"]),
        _text(row["sector"]), _text(row["town"]), row["owner_id"], row["staff"],
        row["expected_fee"], row["since"] or None, *texts, _text(row["notes"][:SORTED_OF_NOTES]),
    )  # fmt: skip


def _worked_out(row: Row) -> tuple[Any, ...]:
    """Return what follows from contacts, identifiers and calls, to the promised call."""
    covered = (row["contacts"] > 0) + (row["has_number"] > 0) + (row["identifiers"] > 0)
    return (
        row["contacts"], row["has_number"], covered, round(100 * row["fit"]) or None,
        _barred(row["blocked"]), row["ready_at"], _waits(row), row["callback_at"],
    )  # fmt: skip


def _barred(blocked: str) -> int | None:
    if not blocked:
        return None
    if blocked == "objected":
        return STATES.index(Stands.OBJECTED)
    return STATES.index(Stands.EXCLUDED if blocked.startswith("excluded") else Stands.BARRED)


def _waits(row: Row) -> int | None:
    """Return as what a client rests; a meeting only where somebody wrote down when it is."""
    if not row["rest"]:
        return None
    if row["rest"] == "it is snoozed":
        return STATES.index(Stands.SNOOZED)
    known = row["ready_at"] != (row["last_at"] or 0) + MEETING_RESTS
    meets = row["rest"] == REST[Result.MEETING][1] and known
    return STATES.index(Stands.MEETING if meets else Stands.RESTS)


def _text(text: str) -> str | None:
    return folded(text) or None
