"""A small list of clients of every sort, drawn from a seed, and what each column says in Python."""

import random
from collections.abc import Callable
from typing import Any

from tests.agency import Agency
from warmcalls.actions.client_rows import Listed, client_rows, listed
from warmcalls.actions.desk import Desk, desk
from warmcalls.actions.find_duplicates import find_duplicates
from warmcalls.domain.client_columns import ClientRow
from warmcalls.domain.client_states import STATES, Stands
from warmcalls.domain.client_words import folded
from warmcalls.domain.identities import name_key
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result
from warmcalls.store import settings, standing
from warmcalls.store.engine import Row

NAMES = "Ash Brook Écluse Dún Elm Fair ash Brook-Hill O'Hara 1066 The_Mill".split()
TRADES = ["Ltd", "Haulage", "& Sons", "Câble (UK)", ""]
SECTORS = ["", "Care", "care", "Ökologie", "IT"]
TAGS = ["", "drivers", "drivers, guide", "Guide", "temps"]
NOTES = [
    "",
    "Needs 2 planners 100% sure",
    "needs planners",
    "Zürich_office \\ 'quoted' \"too\"",
    "x" * 60,
]
KINDS = [Kind.FORM, Kind.GUIDE_PAGE, Kind.CANDIDATE_PAGE, Kind.DOWNLOAD]
WORDS = {
    "Today, promised": Stands.PROMISED_TODAY,
    "Today, test call": Stands.TEST,
    "Today": Stands.TODAY,
    "Promised": Stands.PROMISED,
    "Meeting": Stands.MEETING,
    "Snoozed": Stands.SNOOZED,
    "Rests": Stands.RESTS,
    "Below": Stands.BELOW,
    "TPS": Stands.SCREENING,
    "Duplicate": Stands.DUPLICATE,
    "No signals": Stands.NO_SIGNALS,
    "No number may": Stands.BARRED,
    "No number": Stands.NO_NUMBER,
    "No contact": Stands.NO_CONTACT,
    "Excluded": Stands.EXCLUDED,
    "Objected": Stands.OBJECTED,
}


def fill(agency: Agency, clients: int = 60, seed: int = 1) -> Desk:
    """Make clients of every sort; return a desk to ask at."""
    rng = random.Random(seed)
    db = agency.db
    for name in ("Beth Okafor", "Ánna Zed"):
        agency.recruiter(name)
    with db.atomic():
        ids = [db.insert("client", _client(rng, agency.now)) for _ in range(clients)]
        for client_id in ids:
            _people(agency, client_id, rng)
        standing.refresh(db, ids, settings.load(db))
    for client_id in ids:
        for _ in range(rng.choice([0, 0, 1, 3])):
            agency.signal(client_id, rng.choice(KINDS), rng.choice([0.5, 5, 20, 200]))
        if rng.random() < 0.3:
            _ring(agency, client_id, rng)
    find_duplicates(db, now=agency.now)
    return desk(db, agency.now)


def _client(rng: random.Random, now: int) -> Row:
    name = f"{rng.choice(NAMES)} {rng.choice(TRADES)}".strip()
    return {
        "name": name,
        "name_key": name_key(name),
        "tier": rng.choice(["A", "B", "C", ""]),
        "sector": rng.choice(SECTORS),
        "town": rng.choice(["", "Leeds", "Hull", "leeds"]),
        "staff": rng.choice([None, 1, 40, 240]),
        "owner_id": rng.choice([None, 1, 2]),
        "expected_fee": rng.choice([None, 0, 500_000, 840_000]),
        "website": rng.choice(["", "ash.example", "brook.example"]),
        "company_number": rng.choice(["", "01234567", "SC123456"]),
        "notes": rng.choice(NOTES),
        "tags": rng.choice(TAGS),
        "since": rng.choice(["", "2025-01-01", "2026-02-28"]),
        "excluded": "competitor" if rng.random() < 0.05 else "",
        "objected_at": now if rng.random() < 0.05 else None,
        "snoozed_until": now + 9 * DAY if rng.random() < 0.1 else None,
        "made_at": now,
    }


def _people(agency: Agency, client_id: int, rng: random.Random) -> None:
    db, at = agency.db, agency.now
    for n in range(rng.choice([0, 1, 2])):
        name = rng.choice(["Priya Nair", "Zoë Frost", "adam Lunt"])
        objected = at if rng.random() < 0.1 else None
        row = {"client_id": client_id, "name": name, "objected_at": objected, "made_at": at}
        db.insert("contact", row | {"email": f"p{client_id}.{n}@mail.example", "role": "HR"})
    for n in range(rng.choice([0, 1, 1, 2])):
        number = f"+441632960{client_id % 100:02}{n}"
        screened = rng.choice([None, at - 5 * DAY, at - 50 * DAY])
        row = {"client_id": client_id, "number": number, "screened_at": screened}
        db.insert("phone", row | {"registered": int(rng.random() < 0.1)})
    if rng.random() < 0.5:
        row = {"client_id": client_id, "kind": "domain", "value": f"c{client_id}.example"}
        db.insert("identifier", row)
    if rng.random() < 0.2:
        said = f"Früher {client_id} GmbH"
        row = {"client_id": client_id, "kind": "name", "value": f"fruher {client_id}"}
        db.insert("identifier", row | {"said": said})


def _ring(agency: Agency, client_id: int, rng: random.Random) -> None:
    ago = rng.choice([1, 20, 120])
    at = agency.now - ago * DAY
    match rng.choice(["no", "brief", "back", "later", "meeting", "when"]):
        case "no":
            agency.outcome(client_id, Reach.NO_ANSWER, at=at)
        case "brief":
            agency.outcome(client_id, result=Result.NO_NEED, at=at)
        case "back":
            agency.outcome(client_id, result=Result.CALL_BACK, at=at, next_at=agency.now)
        case "later":
            later = agency.now + 9 * DAY
            agency.outcome(client_id, result=Result.CALL_BACK, at=at, next_at=later)
        case "meeting":
            agency.outcome(client_id, result=Result.MEETING, at=at)
        case "when":
            later = agency.now + 2 * DAY
            agency.outcome(client_id, result=Result.MEETING, at=at, next_at=later)


def every_row(asked: Desk, on: Listed | None = None) -> list[ClientRow]:
    """All clients as the table shows them."""
    ids = [int(row[0]) for row in asked.db.tuples("select id from client order by id")]
    return client_rows(asked, ids, on or listed(asked))


def state_of(row: ClientRow) -> Stands:
    """Where a client stands, read back from the words."""
    return next(state for start, state in WORDS.items() if row.stands.startswith(start))


def heats(asked: Desk) -> dict[int, float]:
    return dict(asked.db.tuples("select client_id, heat from warmth where heat > 0"))


def hot_now(asked: Desk) -> set[int]:
    """Who has heat worth speaking of: its only half-life is 30 days."""
    faded = 2.0 ** (-(asked.now - asked.agency.landmark) / DAY / 30)
    return {client_id for client_id, heat in heats(asked).items() if heat * faded >= 0.0001}


def sort_keys(asked: Desk) -> dict[str, Callable[[ClientRow], Any]]:
    """What each column is sorted by; None is what is not known."""
    heat = heats(asked)
    whose = dict(asked.db.tuples("select id, name from person order by lower(name), id"))
    special: dict[str, Callable[[ClientRow], Any]] = {
        "name": lambda r: name_key(r.name),
        "tier": lambda r: r.tier or None,
        "owner": lambda r: None if r.owner_id is None else list(whose).index(r.owner_id),
        "fee": lambda r: r.fee,
        "staff": lambda r: r.staff,
        "people": lambda r: r.people or None,
        "warmth": lambda r: heat.get(r.id),
        "coverage": lambda r: r.coverage.count,
        "tags": lambda r: folded(", ".join(r.tags)) or None,
        "stands": lambda r: STATES.index(state_of(r)),
        "contacts": lambda r: r.contacts,
        "seen": lambda r: r.seen_at,
        "spoke": lambda r: r.spoke_at,
        "fit": lambda r: r.fit,
        "notes": lambda r: folded(r.notes)[:40] or None,
    }

    def text(column: str) -> Callable[[ClientRow], Any]:
        return lambda r: folded(getattr(r, column)) or None

    others = "sector town contact phone website company_number since excluded".split()
    return {column: text(column) for column in others} | special


def in_order(
    rows: list[ClientRow], key: Callable[[ClientRow], Any], *, descending: bool
) -> list[int]:
    """Ids in the order of a key: what is not known last, then by name, then by id."""
    by_name = sorted(rows, key=lambda r: (name_key(r.name), r.id))
    known = [row for row in by_name if key(row) is not None]
    unknown = [row for row in by_name if key(row) is None]
    # reversed sorting keeps equal ones in their order, too
    return [row.id for row in (*sorted(known, key=key, reverse=descending), *unknown)]
