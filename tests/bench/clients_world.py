"""A large list of clients to measure on: names, contacts, notes, numbers, signals and calls."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.world import KINDS_BY_NAME, NOW, _signals
from warmcalls.actions.begin import begin
from warmcalls.domain.identities import name_key
from warmcalls.domain.moments import DAY
from warmcalls.store import settings, signals, standing, warmth
from warmcalls.store.engine import Writer

CONTACTS_EACH = 3
CHUNK = 5_000
FIRST = """Ash Brook Calder Dun Elm Fair Glen Hart Kestrel Lang Marsh North Oak Pen Quarry Raven Stone
Thorn Under Vale West Yar Alder Birch Crow Dale East Fen Gorse Holm Iron Juniper Kirk Lime Moor Nether
Otter Pike Red Silver Till Upper Violet Whit York""".split()
LAST = """bridge bury by cliffe combe cross dale don field ford gate grove ham hill holt hurst land leigh
ley lock lowe mere mill moor more pool port ridge shaw side stead stock thorpe ton wall water well wick
wood worth yard""".split()
TRADES = {
    "Logistics": "Logistics Haulage Freight Couriers Distribution Transport".split(),
    "Construction": "Build Civils Roofing Joinery Homes Groundworks".split(),
    "Care": "Care Homes Nursing Living Support".split(),
    "Food": "Foods Bakery Dairy Catering Produce".split(),
    "IT": "Systems Data Software Digital Networks".split(),
    "Legal": "Solicitors Legal Chambers Law".split(),
    "Engineering": "Engineering Precision Tooling Castings Fabrication".split(),
    "Retail": "Stores Interiors Garden Optics Books".split(),
    "Education": "School Academy College Tutors Nursery".split(),
    "Print": "Print Packaging Press Labels Signs".split(),
}
TOWNS = """Leeds Wakefield Bradford York Hull Sheffield Doncaster Rotherham Barnsley Halifax Huddersfield
Harrogate Selby Goole Ripon Skipton Otley Ilkley Keighley Dewsbury Batley Pontefract Castleford Malton
Whitby Scarborough Bridlington Beverley Thirsk Northallerton Manchester Oldham Bolton Bury Rochdale
Preston Burnley Blackburn Lancaster Kendal""".split()
GIVEN = """Priya Daniel Grace Beth Marc Ines Tom Asha Ruth Zainab Theo Yasmin Adrian Abigail Omar Lucy
Hannah Peter Wei Aoife Sean Megan Callum Fatima Ravi Chloe Jack Ewa Piotr Nadia Simon Claire""".split()
FAMILY = """Nair Frost Lunt Okafor Dee Reilly Menon Harcourt Ramsden Haigh Wadsworth Dhillon Barraclough
Hale Trask Vickers Dyson Hepworth Illingworth Sutcliffe Greenwood Ahmed Khan Patel Singh Walker Wood
Clarke Hughes Kaczmarek Nowak Murphy""".split()
ROLES = (
    "HR Manager|Head of People|Operations Director|Office Manager|Managing Director|Buyer".split(
        "|"
    )
)
SAID = """prefers mornings asked about drivers temp cover for summer planners two sites uses another agency
until April met at the awards needs rates for nights warehouse shift leader retiring new depot opening
spring payroll questions send the guide likes e-mail first decision in autumn board""".split()
TAGS = "drivers guide site webinar event referral nights temps".split()
CLIENT = (
    "id", "name", "name_key", "tier", "sector", "town", "staff", "owner_id", "expected_fee", "website",
    "company_number", "notes", "tags", "since", "excluded", "objected_at", "snoozed_until", "made_at",
)  # fmt: skip


def build(path: Path, clients: int, total: int, seed: int = 1) -> None:
    """Make a database of some clients, three contacts each, and signals over a year."""
    db = begin(str(path), now=NOW)
    rng = np.random.default_rng(seed)
    with db.atomic():
        agency = settings.load(db)
        _people(db)
        for start in range(0, clients, CHUNK):
            _clients(db, range(start, min(start + CHUNK, clients)), rng)
        _outcomes(db, clients, rng)
        _duplicates(db, clients, rng)
        standing.refresh(db, range(1, clients + 1), agency)
    for rows in _signals(clients, total, rng):
        with db.atomic():
            signals.add_many(db, rows)
            arrivals = [warmth.Arrival(r[0], KINDS_BY_NAME[r[3]], r[4], r[7]) for r in rows]
            warmth.add(db, arrivals, agency)
    db.close()


def _people(db: Writer) -> None:
    for name in ("Beth Okafor", "Marc Dee", "Ines Ruiz", "Asha Menon", "Tom Reilly"):
        db.insert("person", {"name": name, "role": "recruiter", "capacity": 20})


def _clients(db: Writer, numbers: range, rng: np.random.Generator) -> None:
    pick = _picker(rng)
    clients = [_client(n, rng, pick) for n in numbers]
    db.add_many("client", CLIENT, clients)
    hosts = {row[0]: row[9] for row in clients}
    names = ((row[0], "name", f"{row[2]} {row[0]}") for row in clients)
    domains = ((i, "domain", host) for i, host in hosts.items() if host)
    db.add_many("identifier", ("client_id", "kind", "value"), itertools.chain(names, domains))
    rung = ((i, f"+44113{i:07}", "switchboard", NOW - 9 * DAY) for i in hosts if i % 5)
    db.add_many("phone", ("client_id", "number", "label", "screened_at"), rung)
    whom = [_contact(n, i, host, pick) for i, host in hosts.items() for n in range(_some(i))]
    columns = ("id", "client_id", "name", "role", "email", "notes", "made_at")
    db.add_many("contact", columns, whom)
    own = ((c[1], c[0], f"+447700{c[0] % 1_000_000:06}", "mobile") for c in whom if c[0] % 2)
    db.add_many("phone", ("client_id", "contact_id", "number", "label"), own)


def _some(client_id: int) -> int:
    """Return how many contacts a client has: none to six, three on the average."""
    return (0, 1, 2, 3, 4, 5, 6)[client_id % 7]


def _picker(rng: np.random.Generator) -> Callable[[list[str]], str]:
    draws = itertools.chain.from_iterable(iter(lambda: rng.random(10_000).tolist(), None))

    def pick(words: list[str]) -> str:
        return words[int(next(draws) * len(words))]

    return pick


def _client(n: int, rng: np.random.Generator, pick: Callable[[list[str]], str]) -> tuple[Any, ...]:
    sector = pick(list(TRADES))
    trade = pick(TRADES[sector])
    name = f"{pick(FIRST)}{pick(LAST)} {trade}"
    name = f"{name} {pick(['Ltd', 'Limited', 'UK', 'Group', ''])}".strip() if n % 2 else name
    host = f"{name_key(name).replace(' ', '-')}-{n}.example" if n % 10 < 7 else ""
    notes = " ".join(pick(SAID) for _ in range(n % 30)) if n % 5 < 2 else ""
    tags = ", ".join(sorted({pick(TAGS) for _ in range(n % 3)})) if n % 4 == 0 else ""
    return (
        n + 1, name, name_key(name), pick(["A", "B", "B", "C", "C", "C", ""]), sector, pick(TOWNS),
        int(rng.lognormal(4, 1.2)) + 1 if n % 3 else None, n % 6 or None,
        round(float(rng.lognormal(13.4, 0.5)), -4) if n % 5 else None, host,
        f"{n + 1_000_000:08}" if n % 2 else "", notes, tags,
        f"20{10 + n % 15}-0{1 + n % 9}-1{n % 10}" if n % 8 == 0 else "",
        "competitor" if n % 211 == 0 else "", NOW if n % 307 == 0 else None,
        NOW + (n % 60) * DAY if n % 41 == 0 else None, NOW,
    )  # fmt: skip


def _contact(n: int, client: int, host: str, pick: Callable[[list[str]], str]) -> tuple[Any, ...]:
    name = f"{pick(GIVEN)} {pick(FAMILY)}"
    email = f"{name.lower().replace(' ', '.')}@{host}" if host else ""
    notes = " ".join(pick(SAID) for _ in range(4)) if client % 9 == 0 else ""
    return (client * 10 + n, client, name, pick(ROLES), email, notes, NOW)


def _outcomes(db: Writer, clients: int, rng: np.random.Generator) -> None:
    """Ring every fifth client: some spoke, some promised a call, most were not reached."""
    rows = []
    for n, client in enumerate(range(1, clients + 1, 5)):
        at = NOW - int(rng.integers(1, 300)) * DAY
        reach, result, later = _came(n)
        rows.append((f"o{n}", client, 1 + n % 5, at, "2026-01-01", reach, result, later))
    columns = ("key", "client_id", "person_id", "at", "day", "reach", "result", "next_at")
    db.add_many("outcome", columns, rows)


def _came(n: int) -> tuple[str, str, int | None]:
    if n % 3 == 0:
        return "spoke", "no_need", None
    if n % 100 == 1:
        return "spoke", "call_back", NOW + (n % 900 - 1) * DAY
    return "no_answer", "", None


def _duplicates(db: Writer, clients: int, rng: np.random.Generator) -> None:
    pairs = {(int(i), int(i) + 1) for i in rng.integers(1, clients, clients // 200)}
    rows = ((one, other, "ask", 0.9, "[]", NOW) for one, other in sorted(pairs))
    columns = ("one_id", "other_id", "zone", "alike", "reasons", "found_at")
    db.add_many("duplicate", columns, rows)


def typed(rng: np.random.Generator, count: int) -> Iterator[str]:
    """Yield texts as people type them, letter by letter: names, contacts, notes, numbers."""
    pick = _picker(rng)
    wholes = (
        lambda: f"{pick(FIRST)}{pick(LAST)} {pick(TRADES['Logistics'])}",
        lambda: f"{pick(GIVEN)} {pick(FAMILY)}",
        lambda: f"{pick(SAID)} {pick(SAID)}",
        lambda: f"0113 {int(rng.integers(0, 10_000_000)):07}",
        lambda: pick(TOWNS),
    )
    for n in range(count):
        whole = wholes[n % len(wholes)]().lower()
        yield from (whole[:end] for end in range(1, len(whole) + 1) if whole[end - 1] != " ")
