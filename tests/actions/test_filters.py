"""Results of one recruiter, campaign or channel: against plain sums, and against the whole."""

from collections import Counter
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.actions import money_world
from tests.actions.money_world import CHANNELS, NAMES, day_of
from tests.actions.results_page import PERIOD, YEAR, shown
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.credits import book
from warmcalls.actions.fees import Bill, record_fee
from warmcalls.actions.ledger import ledger
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.results import clients_at, funnel
from warmcalls.actions.yardstick import yardstick
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.returns import fit_lag
from warmcalls.store import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmcalls.store.engine import Row, Writer

PLACED = 6


@pytest.fixture
def desk(local_db: "Writer") -> Agency:
    """A small agency where the engine does not matter."""
    return Agency(local_db, NOW)


def reached(
    db: "Writer", asked: set[int], mine: "Callable[[Row], bool]" = bool
) -> dict[str, set[int]]:
    """Who came to each of four steps with some campaigns, worked out row by row."""
    signals = [s for s in db.query("select * from signal") if s["campaign_id"]]
    fees = [f for f in money_world.all_fees(db) if f["amount"] > 0]
    fees = [f for f in fees if any(campaign in asked for campaign, _ in f["path"])]
    fees = [f for f in fees if mine(f)]
    placements = [p for p in db.query("select * from placement") if mine(p)]
    found: dict[str, set[int]] = {"signals": set(), "placed": set(), "invoiced": set()}
    found["paid"] = set()
    for client in {s["client_id"] for s in signals if s["campaign_id"] in asked}:
        came = [s for s in signals if s["client_id"] == client]
        if not PERIOD.holds(day_of(min(s["at"] for s in came))):
            continue
        theirs = min(day_of(s["at"]) for s in came if s["campaign_id"] in asked)
        bills = [f for f in fees if f["client_id"] == client]
        posts = [p for p in placements if p["client_id"] == client and p["placed_on"] > theirs]
        steps = {"signals": True, "placed": posts, "invoiced": bills}
        steps["paid"] = [f for f in bills if f["paid_on"]]
        reach = list(steps)
        last = max(n for n, step in enumerate(reach) if steps[step])
        for step in reach[: last + 1]:
            found[step].add(client)
    return found


@pytest.mark.parametrize("seed", [21, 22])
def test_the_funnel_of_a_campaign_counts_what_it_had_a_hand_in(agency: Agency, seed: int) -> None:
    money_world.build(agency, seed)
    ids = set(range(1, len(NAMES) + 1))
    asked = [(YEAR, ids)] + [(replace(YEAR, campaign_id=each), {each}) for each in ids]
    asked += [
        (replace(YEAR, channel=name), {n for n in ids if CHANNELS[n - 1] == name})
        for name in CHANNELS
        if name
    ]
    fewer = 0
    for narrowed, campaigns in asked:
        wanted = reached(agency.db, campaigns)
        for step, clients in wanted.items():
            got = clients_at(agency.db, narrowed, step, first="", last="", now=agency.now)
            assert got == clients, (narrowed, step)
        counts = [step.count for step in funnel(agency.db, narrowed, now=agency.now)]
        assert counts[PLACED:] == [len(wanted[step]) for step in ("placed", "invoiced", "paid")]
        fewer += wanted["invoiced"] < reached(agency.db, ids)["invoiced"] & wanted["signals"]
    assert fewer  # some fee at a client of the campaign came without it


def give_away(agency: Agency, seed: int) -> list[int]:
    """Share clients, calls, placements and fees out among four recruiters, and some to nobody."""
    rng, db = Random(seed), agency.db
    who = [agency.recruiter(name).id for name in ("Beth", "Tom", "Ana", "Raj")]
    with db.atomic():
        for table, column in (("client", "owner_id"), ("outcome", "person_id"),
                              ("placement", "person_id"), ("fee", "person_id")):  # fmt: skip
            for (row,) in db.tuples(f"select id from {table} order by id"):
                made_by = rng.choice([None, None, *who])
                db.execute(f"update {table} set {column} = :p where id = :i", p=made_by, i=row)
    return who


def maker(db: "Writer") -> "Callable[[Row], int | None]":
    """Whose a fee or placement is: as it names, or its fee; the owner's; of the first who rang."""
    placements = dict(db.tuples("select id, person_id from placement"))
    owners = dict(db.tuples("select id, owner_id from client"))
    rang: dict[int, int] = {}
    brought = dict(db.tuples("select placement_id, person_id from fee"))
    calls = "select client_id, person_id from outcome where person_id is not null order by at, id"
    for client, person in db.tuples(calls):
        rang.setdefault(client, person)

    def of(row: "Row") -> int | None:
        named = placements.get(row.get("placement_id")) or row["person_id"]
        if "placed_on" in row and "placement_id" not in row:
            named = named or brought.get(row["id"])
        return named or owners[row["client_id"]] or rang.get(row["client_id"])

    return of


@pytest.mark.parametrize("seed", [23, 24])
def test_every_fee_is_in_one_recruiters_figures(agency: Agency, seed: int) -> None:
    money_world.build(agency, seed)
    who, db = give_away(agency, seed), agency.db
    whole, of = shown(agency), maker(db)
    sums: Counter[str] = Counter()
    fees = money_world.all_fees(db)
    invoiced = 0
    for person in who:
        found = shown(agency, replace(YEAR, person_id=person))
        theirs = [f for f in fees if of(f) == person]
        invoiced += sum(month.invoiced for month in found.months)
        cohort = [f for f in theirs if f["path"] and PERIOD.holds(day_of(f["first_at"]))]
        assert found.fees == sum(f["home"] or 0 for f in cohort)
        steps = reached(db, set(range(1, 6)), lambda row, person=person: of(row) == person)  # type: ignore[misc]
        wanted = [len(steps[step]) for step in ("placed", "invoiced", "paid")]
        assert [step.count for step in found.funnel][PLACED:] == wanted
        sums["fees"] += found.fees
        sums["outside"] += found.outside
    nobody = [f for f in fees if of(f) is None]
    late = [f for f in nobody if f["path"] and PERIOD.holds(day_of(f["first_at"]))]
    outside = [f for f in nobody if not f["path"] and PERIOD.holds(f["invoiced_on"])]
    assert sums["fees"] + sum(f["home"] or 0 for f in late) == whole.fees
    assert sums["outside"] + sum(f["home"] or 0 for f in outside) == whole.outside
    bills = [f for f in nobody if PERIOD.holds(f["invoiced_on"])]
    everything = sum(month.invoiced for month in whole.months)
    assert invoiced + sum(f["home"] or 0 for f in bills) == everything
    kept = [len(book(db, settings.load(db), person_id=person).fees) for person in who]
    assert sum(kept) + len(nobody) == len(fees)


def test_a_fee_at_a_colleagues_client_is_whose_placement_it_was(desk: Agency) -> None:
    beth, tom = desk.recruiter("Beth"), desk.recruiter("Tom")
    campaign, client, other = desk.campaign(), desk.client("Beth's"), desk.client("Tom's")
    desk.db.execute("update client set owner_id = :p where id = :i", p=beth.id, i=client)
    desk.signal(client, Kind.FORM, 200, campaign)
    day = day_of(desk.now - 20 * DAY)
    record_placement(
        desk.db, client, "Planner", placed_on=day, fee=100_000, now=desk.now, by=tom.id
    )
    hers, his = (shown(desk, replace(YEAR, person_id=p.id)) for p in (beth, tom))
    assert (hers.fees, his.fees, shown(desk).fees) == (0, 100_000, 100_000)
    assert [step.count for step in hers.funnel][PLACED:] == [0, 0, 0]
    assert [step.count for step in his.funnel][PLACED:] == [1, 1, 0]
    assert [step.count for step in hers.funnel][:2] == [1, 1]

    # the client that stands next to it, of another day, must not lend its lead
    desk.db.execute("update client set owner_id = :p where id = :i", p=tom.id, i=other)
    desk.signal(other, Kind.FORM, 300, campaign)
    lags = []
    for person in (None, tom.id):
        found = ledger(desk.db, replace(YEAR, person_id=person), now=desk.now)
        measure = yardstick(desk.db, found.agency, found.everything, found.clients, now=desk.now)
        lags.append(measure.lag)
    assert lags[0] == lags[1]
    # a fee whose client is not among those known tells nothing, not even with nobody known
    strangers = found.clients[:, 0] != client
    for clients in (found.clients[strangers], found.clients[:0]):
        lone = yardstick(desk.db, found.agency, found.everything, clients, now=desk.now)
        assert lone.lag == fit_lag([], [])


def test_a_credit_note_goes_the_way_of_its_invoice(desk: Agency) -> None:
    beth, tom = desk.recruiter("Beth"), desk.recruiter("Tom")
    client = desk.client("Beth's")
    desk.db.execute("update client set owner_id = :p where id = :i", p=beth.id, i=client)
    desk.signal(client, Kind.FORM, 200, desk.campaign())
    day = day_of(desk.now - 20 * DAY)
    bill = record_fee(desk.db, Bill(client, 5_000, day, number="A1"), now=desk.now).id
    credit = {"client_id": client, "credits_id": bill, "amount": -2_000, "kind": "credit"}
    credit |= {"number": "A2", "invoiced_on": day, "digest": 99}
    with desk.db.atomic():
        desk.db.insert("fee", credit)
        desk.db.execute("update fee set person_id = :p where id = :i", p=tom.id, i=bill)
    hers, his = (shown(desk, replace(YEAR, person_id=p.id)) for p in (beth, tom))
    assert (hers.fees, his.fees) == (0, 3_000)
