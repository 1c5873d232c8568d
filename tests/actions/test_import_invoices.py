"""Invoices become fees once, paid when the file says so, and go again with their import."""

import itertools
from pathlib import Path

import pytest

from tests.actions.money_files import MONEY, adds_up, state, take
from tests.agency import Agency
from warmcalls.actions.record_placement import record_payment, record_placement
from warmcalls.actions.revert_import import revert_import
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY


def two_clients(agency: Agency) -> tuple[int, int]:
    return agency.client("Northmoor Logistics"), agency.client("Calloway Build Limited")


def fees(agency: Agency) -> list[tuple[object, ...]]:
    return agency.db.tuples(
        "select number, amount, tax, kind, invoiced_on, paid_on from fee order by number"
    )


def test_invoices_become_fees_of_clients_that_there_are(agency: Agency) -> None:
    two_clients(agency)
    before = state(agency)
    report = take(agency, MONEY / "xero.csv")
    assert adds_up(report)
    assert (report.kind, report.added, len(agency.db.query("select * from client"))) == (
        "invoices", 4, 2,
    )  # fmt: skip
    assert report.left_out == {"further_line": 1, "bill": 1, "draft": 1, "no_client": 1}
    assert fees(agency) == [
        ("HL-101", 800_000, 160_000, "invoice", "2026-01-05", "2026-02-04"),
        ("HL-102", 1_000_000, 200_000, "invoice", "2026-01-13", ""),
        ("HL-105", 200_000, 40_000, "invoice", "2026-02-23", ""),
        ("HL-C7", -100_000, -20_000, "credit", "2026-02-20", ""),
    ]
    notes = " ".join(report.notes)
    assert "No client is called Nobody Known plc" in notes
    assert "1 invoice is paid, and the file does not say when" in notes
    assert "of it tax: fees are kept without it" in notes
    again = take(agency, MONEY / "xero.csv")
    assert (again.added, again.changed, again.known) == (0, 0, 4)
    revert_import(agency.db, again.import_id, now=agency.now)
    revert_import(agency.db, report.import_id, now=agency.now)
    assert state(agency) == before


def invoice(tmp_path: Path, **cells: str) -> Path:
    facts = {
        "Invoice number": "A-1", "Client": "Northmoor Logistics", "Invoice date": "2026-02-10",
        "Due date": "2026-03-12", "Net": "8000", "VAT": "1600", "Total": "9600", "Paid on": "",
        "Status": "Open", "Currency": "GBP", "Email": "",
    } | {name.replace("_", " "): value for name, value in cells.items()}  # fmt: skip
    path = tmp_path / "invoices.csv"
    path.write_text(",".join(facts) + "\n" + ",".join(facts.values()) + "\n")
    return path


def test_an_invoice_finds_the_one_placement_without_a_fee(agency: Agency, tmp_path: Path) -> None:
    client, _ = two_clients(agency)
    facts = {"placed_on": "2026-02-02", "fee": None, "now": agency.now}
    made = record_placement(agency.db, client, "Planner", **facts).id  # type: ignore[arg-type]
    take(agency, invoice(tmp_path))
    assert agency.db.tuples("select placement_id, amount from fee") == [(made, 800_000)]


def test_of_two_placements_none_is_guessed(agency: Agency, tmp_path: Path) -> None:
    client, _ = two_clients(agency)
    for title in ("Planner", "Driver"):
        facts = {"placed_on": "2026-02-02", "fee": None, "now": agency.now}
        record_placement(agency.db, client, title, **facts)  # type: ignore[arg-type]
    take(agency, invoice(tmp_path))
    assert agency.db.tuples("select placement_id from fee") == [(None,)]


@pytest.mark.parametrize("typed", [800_000, 960_000])
def test_a_fee_typed_in_before_is_the_same_fee(agency: Agency, tmp_path: Path, typed: int) -> None:
    client, _ = two_clients(agency)
    done = record_placement(
        agency.db, client, "Planner", placed_on="2026-02-02", fee=typed, now=agency.now
    )
    report = take(agency, invoice(tmp_path, Paid_on="2026-03-01"))
    assert (report.added, report.changed) == (0, 1)
    assert agency.db.tuples("select placement_id, number, amount, paid_on from fee") == [
        (done.id, "A-1", 800_000, "2026-03-01")
    ]
    revert_import(agency.db, report.import_id, now=agency.now)
    assert agency.db.tuples("select number, amount, paid_on from fee") == [("", typed, "")]


def test_a_payment_of_an_unknown_day_lies_between_the_two_files(
    agency: Agency, tmp_path: Path
) -> None:
    two_clients(agency)
    take(agency, invoice(tmp_path, Due_date="2026-02-15"))
    agency.now += 9 * DAY
    take(agency, invoice(tmp_path, Due_date="2026-02-15", Status="Paid"))
    assert agency.db.tuples("select paid_on from fee") == [("2026-03-03",)]
    take(agency, invoice(tmp_path, Due_date="2026-02-15", Paid_on="2026-03-05"))
    assert agency.db.tuples("select paid_on, note from fee") == [("2026-03-05", "")]


def test_a_payment_due_later_is_never_dated_ahead(agency: Agency, tmp_path: Path) -> None:
    two_clients(agency)
    take(agency, invoice(tmp_path, Status="Paid"))
    assert agency.db.tuples("select paid_on from fee") == [("2026-03-03",)]


def test_a_voided_invoice_takes_its_fee_with_it(agency: Agency, tmp_path: Path) -> None:
    two_clients(agency)
    take(agency, invoice(tmp_path))
    report = take(agency, invoice(tmp_path, Status="Voided"))
    assert (report.changed, fees(agency)) == (1, [])
    assert "Taken back since, so their fees went: A-1." in report.notes
    revert_import(agency.db, report.import_id, now=agency.now)
    assert len(fees(agency)) == 1
    assert take(agency, invoice(tmp_path, Invoice_number="A-9", Status="Void")).left_out == {
        "voided": 1
    }


def test_what_is_paid_here_and_not_in_the_file_stays_paid(agency: Agency, tmp_path: Path) -> None:
    client, _ = two_clients(agency)
    done = record_placement(
        agency.db, client, "Planner", placed_on="2026-02-02", fee=800_000, now=agency.now
    )
    report = take(agency, invoice(tmp_path))
    record_payment(agency.db, done.id, "2026-03-01", now=agency.now)
    again = take(agency, invoice(tmp_path))
    assert again.known == 1
    assert "Paid here and not in the file, left as they are: A-1." in again.notes
    said = revert_import(agency.db, report.import_id, now=agency.now).said
    assert said == "Reverted: invoices.csv."
    assert agency.db.tuples("select paid_on from fee") == [("2026-03-01",)]


def test_a_fee_that_was_worked_on_stays_when_its_import_goes(
    agency: Agency, tmp_path: Path
) -> None:
    client, _ = two_clients(agency)
    facts = {"placed_on": "2026-02-02", "fee": None, "now": agency.now}
    made = record_placement(agency.db, client, "Planner", **facts).id  # type: ignore[arg-type]
    report = take(agency, invoice(tmp_path))
    record_payment(agency.db, made, "2026-03-01", now=agency.now)
    said = revert_import(agency.db, report.import_id, now=agency.now).said
    assert said == "Reverted: invoices.csv. 1 fee stays, since it was worked on."
    assert len(fees(agency)) == 1


def test_a_client_is_found_by_trading_name_alias_or_e_mail(agency: Agency, tmp_path: Path) -> None:
    wanted = agency.client("Jellyfish Foods", domains=("jelly.co.uk",), aliases=("Jelly Group",))
    names = ("AL Lifestyle (Pty) Ltd T/A Jellyfish Foods", "JELLY GROUP LTD", "Somebody else")
    for number, name in enumerate(names):
        email = "ap@jelly.co.uk" if name == "Somebody else" else ""
        path = invoice(tmp_path, Client=name, Email=email, Invoice_number=f"A-{number}")
        assert take(agency, path).added == 1
    assert agency.db.tuples("select distinct client_id from fee") == [(wanted,)]


def test_of_two_clients_of_one_name_none_is_guessed(agency: Agency, tmp_path: Path) -> None:
    agency.client("Northmoor Logistics", town="Leeds")
    with agency.db.atomic():
        agency.db.insert(
            "client",
            {"name": "Northmoor Logistics", "name_key": "northmoor logistics", "made_at": 0},
        )
    assert take(agency, invoice(tmp_path)).left_out == {"several_clients": 1}


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"Invoice_date": "2031-02-10"}, "more than a year ahead"),
        ({"Net": "0", "VAT": "0", "Total": "0"}, "comes to nothing"),
    ],
)
def test_invoices_that_cannot_be_are_problems(
    agency: Agency, tmp_path: Path, cells: dict[str, str], why: str
) -> None:
    two_clients(agency)
    report = take(agency, invoice(tmp_path, **cells))
    assert adds_up(report)
    assert why in report.problems[0].why


def test_a_credit_note_is_of_the_one_fee_of_its_amount(agency: Agency, tmp_path: Path) -> None:
    client, _ = two_clients(agency)
    record_placement(
        agency.db, client, "Planner", placed_on="2026-02-02", fee=800_000, now=agency.now
    )
    fee = agency.db.tuples("select id, placement_id from fee")[0]
    take(agency, invoice(tmp_path, Invoice_number="C-1", Net="-8000", VAT="-1600", Total="-9600"))
    found = "select credits_id, placement_id, amount from fee where kind = 'credit'"
    assert agency.db.tuples(found) == [(*fee, -800_000)]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_of_several_imports_the_newest_that_stands_counts(
    agency: Agency, tmp_path: Path, order: tuple[int, ...]
) -> None:
    two_clients(agency)
    told = ({"Net": "8000", "Total": "9600"}, {"Net": "9000", "Total": "10600"},
            {"Net": "9500", "Total": "11100", "Due_date": "2026-04-01"})  # fmt: skip
    amounts = (800_000, 900_000, 950_000)
    taken = [take(agency, invoice(tmp_path, **cells)) for cells in told]
    standing = dict(enumerate(amounts))
    for each in order:
        revert_import(agency.db, taken[each].import_id, now=agency.now)
        del standing[each]
        newest = [standing[max(standing)]] if standing else []
        assert [row[1] for row in fees(agency)] == newest
        if standing:
            due = "2026-04-01" if 2 in standing else "2026-03-12"
            assert agency.db.tuples("select due_on from fee") == [(due,)]


def test_what_a_later_import_does_not_touch_goes_back_with_its_own(
    agency: Agency, tmp_path: Path
) -> None:
    two_clients(agency)
    take(agency, invoice(tmp_path))
    paid = take(agency, invoice(tmp_path, Paid_on="2026-02-20"))
    dearer = take(agency, invoice(tmp_path, Net="9000", Total="10600"))
    revert_import(agency.db, paid.import_id, now=agency.now)
    assert [(row[1], row[5]) for row in fees(agency)] == [(900_000, "")]
    revert_import(agency.db, dearer.import_id, now=agency.now)
    assert [(row[1], row[5]) for row in fees(agency)] == [(800_000, "")]


def test_an_invoice_that_was_voided_and_came_again_goes_in_turn(
    agency: Agency, tmp_path: Path
) -> None:
    two_clients(agency)
    take(agency, invoice(tmp_path))
    void = take(agency, invoice(tmp_path, Status="Void"))
    again = take(agency, invoice(tmp_path, Net="9000", Total="10600"))
    with pytest.raises(RefusedError, match=rf"Take back import {again.import_id} first\."):
        revert_import(agency.db, void.import_id, now=agency.now)
    revert_import(agency.db, again.import_id, now=agency.now)
    revert_import(agency.db, void.import_id, now=agency.now)
    assert [row[1] for row in fees(agency)] == [800_000]


def test_an_invoice_past_any_bill_is_a_problem_of_its_line(agency: Agency, tmp_path: Path) -> None:
    two_clients(agency)
    report = take(agency, invoice(tmp_path, Total="99999999999999999999999"))
    assert "more than any bill" in report.problems[0].why
    assert fees(agency) == []
