"""After any action every client's expected fee is what a recomputation from all rows says."""

from pathlib import Path
from random import Random

import pytest

from tests.actions.money_files import MONEY, take
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.begin import begin
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.edit_clients import edit_clients
from warmcalls.actions.exchange_rates import remove_exchange_rate, set_exchange_rate
from warmcalls.actions.fees import MOST, Bill, change_fee, credit_fee, pay_fee, record_fee
from warmcalls.actions.merge_clients import merge_clients
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.redo import redo
from warmcalls.actions.revert_import import revert_import
from warmcalls.actions.undo import undo
from warmcalls.domain.client_edits import Edit
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.expected_fees import PastFee, fee_levels
from warmcalls.store import exchange_rates, settings
from warmcalls.store.engine import Reader

DAY = "2026-02-10"


def kept(db: Reader) -> dict[int, int]:
    return dict(db.tuples("select client_id, fee from standing"))


def recomputed(db: Reader) -> dict[int, int]:
    """Every client's fee from the rows themselves, by another way than the store's."""
    agency = settings.load(db)
    rates = exchange_rates.load(db, agency.currency)
    clients = {row["id"]: row for row in db.query("select * from client")}
    fees = {row["id"]: row for row in db.query("select * from fee where kind <> 'void'")}
    jobs: dict[object, list[dict[str, object]]] = {}
    for row in fees.values():
        first = fees.get(row["credits_id"] or 0, row)
        placement = row["placement_id"] or first["placement_id"]
        jobs.setdefault(("job", placement) if placement else first["id"], []).append(row)
    past = []
    for rows in jobs.values():
        home = [rates.home_amount(r["amount"], r["currency"], r["invoiced_on"]) for r in rows]  # type: ignore[arg-type]
        client = clients[rows[0]["client_id"]]
        if None not in home:
            total = sum(amount for amount in home if amount is not None)
            past.append(PastFee(client["id"], client["tier"], client["sector"], total))
    levels = fee_levels(past, agency.tier_fees)
    return {
        i: levels.expected(i, c["tier"], c["sector"]) if c["expected_fee"] is None else c["expected_fee"]
        for i, c in clients.items()
    }  # fmt: skip


def bill(agency: Agency, client: int, amount: int, **more: str) -> int:
    return record_fee(agency.db, Bill(client, amount, DAY, **more), now=agency.now).id  # type: ignore[arg-type]


def edit(agency: Agency, client: int, column: str, value: str) -> None:
    edit_clients(agency.db, [Edit(client, column, value)], now=agency.now)


def three(agency: Agency) -> tuple[int, int, int]:
    return (
        agency.client("Northmoor", tier="A", sector="Engineering"),
        agency.client("Calloway", tier="A", sector="Engineering"),
        agency.client("Kestrel", tier="B", sector="Retail"),
    )


def test_a_fee_moves_its_client_most_and_its_like_a_little(agency: Agency) -> None:
    north, calloway, kestrel = three(agency)
    assert kept(agency.db) == {north: 900_000, calloway: 900_000, kestrel: 600_000}
    bill(agency, north, 1_800_000)
    now = kept(agency.db)
    assert 900_000 < now[calloway] < now[north] < 1_800_000
    assert now[kestrel] == 600_000
    assert now == recomputed(agency.db)


def test_a_typed_fee_stays_as_it_was_typed(agency: Agency) -> None:
    north, calloway, _ = three(agency)
    edit(agency, north, "fee", "12,345")
    bill(agency, north, 3_000_000)
    assert kept(agency.db)[north] == 1_234_500
    assert kept(agency.db)[calloway] > 900_000
    edit(agency, north, "fee", "")
    assert kept(agency.db) == recomputed(agency.db)
    assert kept(agency.db)[north] > kept(agency.db)[calloway]


def test_parts_of_one_placement_and_its_credit_notes_are_one_fee(agency: Agency) -> None:
    north, calloway, _ = three(agency)
    placed = record_placement(
        agency.db, north, "Planner", placed_on=DAY, fee=1_000_000, now=agency.now
    ).id
    whole = kept(agency.db)
    second = Bill(north, 500_000, DAY, placement_id=placed)
    part = record_fee(agency.db, second, now=agency.now).id
    assert kept(agency.db)[north] > whole[north]
    credit_fee(agency.db, part, 500_000, on=DAY, now=agency.now)
    assert kept(agency.db) == whole == recomputed(agency.db)
    first = agency.db.tuples("select min(id) from fee")[0][0]
    credit_fee(agency.db, first, 1_000_000, on=DAY, now=agency.now)
    assert kept(agency.db)[calloway] == 900_000


def test_a_fee_without_an_exchange_rate_waits_for_one(agency: Agency) -> None:
    north, _, _ = three(agency)
    bill(agency, north, 4_000_000, currency="EUR")
    assert kept(agency.db)[north] == 900_000
    rate = set_exchange_rate(agency.db, "EUR", DAY, 0.85, now=agency.now).id
    assert kept(agency.db)[north] > 900_000
    assert kept(agency.db) == recomputed(agency.db)
    remove_exchange_rate(agency.db, rate, now=agency.now)
    assert kept(agency.db)[north] == 900_000
    undo(agency.db, now=agency.now)
    assert kept(agency.db) == recomputed(agency.db)


def test_what_is_expected_of_a_tier_is_what_new_clients_start_from(agency: Agency) -> None:
    north, calloway, kestrel = three(agency)
    bill(agency, kestrel, 2_000_000)
    usual = settings.load(agency.db).tier_fees | {"A": 1_500_000}
    change_settings(agency.db, now=agency.now, tier_fees=usual)
    assert kept(agency.db)[north] == kept(agency.db)[calloway] == 1_500_000
    assert kept(agency.db) == recomputed(agency.db)
    undo(agency.db, now=agency.now)
    assert kept(agency.db)[north] == 900_000
    newcomer = agency.client("Vantage", tier="B", sector="Retail")
    assert kept(agency.db)[newcomer] > 600_000


def test_another_currency_of_the_agency_re_prices_everybody(agency: Agency) -> None:
    north, calloway, _ = three(agency)
    bill(agency, north, 3_000_000)
    before = kept(agency.db)
    change_settings(agency.db, now=agency.now, currency="EUR")
    assert kept(agency.db) == recomputed(agency.db)
    assert kept(agency.db)[calloway] == 900_000 < before[calloway]
    undo(agency.db, now=agency.now)
    assert kept(agency.db) == before


def test_a_void_fee_is_none(agency: Agency) -> None:
    north, calloway, _ = three(agency)
    bill(agency, north, 3_000_000, kind="void")
    assert kept(agency.db)[north] == kept(agency.db)[calloway] == 900_000


def test_what_is_left_of_a_credited_fee_says_nothing_of_sizes(agency: Agency) -> None:
    north, calloway, kestrel = three(agency)
    bill(agency, kestrel, 700_000)
    before = kept(agency.db)
    fee = bill(agency, north, 900_000)
    credit_fee(agency.db, fee, 899_999, on=DAY, now=agency.now)
    assert kept(agency.db) == before == recomputed(agency.db)
    assert before[calloway] == 900_000


def test_fees_as_large_as_can_be_written_down_are_reckoned_with(agency: Agency) -> None:
    north, calloway, _ = three(agency)
    for amount in (1, 1, 1, MOST, MOST, MOST):
        bill(agency, north, amount)
    assert 900_000 < kept(agency.db)[calloway] < kept(agency.db)[north] < MOST
    assert kept(agency.db) == recomputed(agency.db)


def test_an_import_of_invoices_moves_fees_and_its_revert_puts_them_back(agency: Agency) -> None:
    agency.client("Northmoor Logistics", tier="A")
    agency.client("Calloway Build Limited")
    other = agency.client("Kestrel", tier="A")
    before = kept(agency.db)
    report = take(agency, MONEY / "xero.csv")
    assert kept(agency.db) == recomputed(agency.db) != before
    assert kept(agency.db)[other] != 900_000
    revert_import(agency.db, report.import_id, now=agency.now)
    assert kept(agency.db) == before


def test_a_database_of_an_earlier_version_is_worked_out_when_it_is_opened(
    tmp_path: Path,
) -> None:
    location = str(tmp_path / "warmcalls.db")
    db = begin(location, now=NOW)
    agency = Agency(db, NOW)
    north, calloway, _ = three(agency)
    bill(agency, north, 2_000_000)
    wanted = kept(db)
    with db.atomic():
        db.execute(
            "update standing set fee = 900000 where client_id in (:ids)", ids=[north, calloway]
        )
    db.close()
    again = begin(location, now=NOW)
    assert kept(again) == wanted
    again.close()


class Walk:
    """Anything that somebody may do to fees, clients and settings, in any order."""

    def __init__(self, agency: Agency, seed: int) -> None:
        self.agency, self.db, self.random = agency, agency.db, Random(seed)
        self.clients = list(three(agency))

    def step(self) -> None:
        deed = self.random.choice(
            [self.bill, self.bill, self.change, self.credit, self.pay, self.rate, self.edit,
             self.merge, self.undo, self.redo, self.add, self.place]
        )  # fmt: skip
        try:
            deed()
        except RefusedError:
            pass

    def bill(self) -> None:
        currency = self.random.choice(["", "", "EUR"])
        bill(self.agency, self.client(), self.random.randint(200_000, 3_000_000), currency=currency)

    def place(self) -> None:
        fee = self.random.randint(200_000, 3_000_000)
        client = self.client()
        record_placement(self.db, client, "Planner", placed_on=DAY, fee=fee, now=NOW)

    def change(self) -> None:
        currency = self.random.choice([None, "EUR", "GBP"])
        change_fee(
            self.db,
            self.fee(),
            now=NOW,
            amount=self.random.randint(1, 9_000_000),
            currency=currency,
        )

    def credit(self) -> None:
        credit_fee(self.db, self.fee(), self.random.randint(1, 500_000), on=DAY, now=NOW)

    def pay(self) -> None:
        pay_fee(self.db, self.fee(), DAY, now=NOW)

    def rate(self) -> None:
        set_exchange_rate(self.db, "EUR", DAY, self.random.uniform(0.5, 2.0), now=NOW)

    def edit(self) -> None:
        column, value = self.random.choice(
            [("tier", "A"), ("tier", "C"), ("tier", ""), ("sector", "Retail"), ("fee", "9,000"),
             ("fee", ""), ("notes", "rang"), ("sector", "")]
        )  # fmt: skip
        edit(self.agency, self.client(), column, value)

    def merge(self) -> None:
        merge_clients(self.db, self.client(), self.client(), now=NOW)

    def undo(self) -> None:
        undo(self.db, now=NOW)

    def redo(self) -> None:
        redo(self.db, now=NOW)

    def add(self) -> None:
        made = self.agency.client(
            f"Client {len(self.clients)}", tier="A", sector="Retail", phone=""
        )
        self.clients.append(made)

    def client(self) -> int:
        return int(self.random.choice(self.db.tuples("select id from client order by id"))[0])

    def fee(self) -> int:
        found = self.db.tuples("select id from fee order by id")
        return int(self.random.choice(found)[0]) if found else 0


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_the_kept_fees_are_the_recomputed_ones(
    local_db: object, seed: int
) -> None:
    agency = Agency(local_db, NOW)  # type: ignore[arg-type]
    walk, moved = Walk(agency, seed), set[int]()
    for _ in range(30):
        walk.step()
        assert kept(agency.db) == recomputed(agency.db)
        moved |= set(kept(agency.db).values())
    assert len(moved) > 10
