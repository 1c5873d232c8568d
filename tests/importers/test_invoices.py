"""Invoices: each once, credit notes below nought, bills and drafts left out."""

from pathlib import Path

import pytest

from tests.importers.test_spend import MONEY, whole
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Batch
from warmcalls.domain.incoming_money import IncomingInvoice
from warmcalls.importers import files
from warmcalls.importers.previewing import preview


def invoices(batch: Batch) -> list[IncomingInvoice]:
    return [row for row in batch.rows if isinstance(row, IncomingInvoice)]


def test_xero_has_each_invoice_once_with_its_tax_apart() -> None:
    path = MONEY / "xero.csv"
    assert files.recognise(path) == "xero-invoices"
    batch = whole(path)
    found = invoices(batch)
    assert [(i.number, i.kind, i.total, i.tax, i.amount) for i in found] == [
        ("HL-101", "invoice", 960_000, 160_000, 800_000),
        ("HL-102", "invoice", 1_200_000, 200_000, 1_000_000),
        ("HL-C7", "credit", -120_000, -20_000, -100_000),
        ("HL-103", "invoice", 240_000, 40_000, 200_000),
        ("HL-105", "invoice", 240_000, 40_000, 200_000),
    ]
    assert batch.left_out == {"further_line": 1, "bill": 1, "draft": 1}
    assert batch.read == 8
    assert [i.paid for i in found] == [True, False, False, False, False]
    assert [i.part_paid for i in found] == [0, 0, 0, 100_000, 100_000]
    assert (found[0].invoiced_on, found[0].due_on, found[0].paid_on) == (
        "2026-01-05", "2026-02-04", "",
    )  # fmt: skip


def test_xero_dates_are_day_first_unless_they_show_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "xero.csv"
    text = (MONEY / "xero.csv").read_text().splitlines()
    path.write_text("\n".join([text[0], text[1].replace("04/02/2026", "02/14/2026")]))
    assert [i.invoiced_on for i in invoices(whole(path))] == ["2026-05-01"]


def test_a_voided_invoice_is_told_as_void(tmp_path: Path) -> None:
    path = tmp_path / "xero.csv"
    text = (MONEY / "xero.csv").read_text().splitlines()
    path.write_text("\n".join([text[0], text[1].replace(",Sent,Paid", ",Sent,Voided")]))
    assert [i.kind for i in invoices(whole(path))] == ["void"]


LIST = """Invoice no,Client,Invoice date,Due date,Net,VAT,Total,Paid on,Status
A-1,Northmoor,05/01/2026,04/02/2026,8000,1600,9600,01/02/2026,Paid
A-2,Calloway,13/01/2026,12/02/2026,5000,1000,6000,,Open
A-2,Calloway,13/01/2026,12/02/2026,5000,1000,6000,,Open
A-2,Calloway,13/01/2026,12/02/2026,4000,800,4800,,Open
A-3,Calloway,14/01/2026,,-500,-100,-600,,Open
A-4,Calloway,14/01/2026,,100,20,120,,Cancelled
A-5,Calloway,14/01/2026,,100,20,120,,Draft
A-6,Calloway,,,100,20,120,,Open
"""


def test_a_list_of_invoices_is_guessed_and_read(tmp_path: Path) -> None:
    path = tmp_path / "invoices.csv"
    path.write_text(LIST)
    found = preview(path)
    assert found.kind == "invoices"
    batch = whole(path, found.mapping)
    assert [(i.number, i.kind, i.total, i.amount, i.paid_on) for i in invoices(batch)] == [
        ("A-1", "invoice", 960_000, 800_000, "2026-02-01"),
        ("A-2", "invoice", 600_000, 500_000, ""),
        ("A-3", "credit", -60_000, -50_000, ""),
        ("A-4", "void", 12_000, 10_000, ""),
    ]
    assert batch.left_out == {"further_line": 1, "draft": 1}
    assert [(p.line, p.why[:24]) for p in batch.problems] == [
        (5, "Invoice A-2 stands here "),
        (9, "The invoice has no date."),
    ]


@pytest.mark.parametrize(
    ("columns", "cells", "paid", "part"),
    [
        ("Amount paid", "9600", True, 0),
        ("Amount paid", "600", False, 60_000),
        ("Balance", "0.00", True, 0),
        ("Balance", "9000", False, 60_000),
        ("Status", "fully paid", True, 0),
        ("Status", "Part paid", False, 0),
        ("Paid", "yes", True, 0),
        ("Paid", "no", False, 0),
    ],
)
def test_what_says_that_it_is_paid(
    tmp_path: Path, columns: str, cells: str, *, paid: bool, part: int
) -> None:
    path = tmp_path / "invoices.csv"
    path.write_text(
        f"Invoice number,Customer,Invoice date,Amount,{columns}\nA-1,North,2026-01-05,9600,{cells}\n"
    )
    (found,) = invoices(whole(path, preview(path).mapping))
    assert (found.paid, found.part_paid) == (paid, part)


def test_a_table_without_amounts_is_no_list_of_invoices(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text("Company,Town\nNorthmoor,Leeds\n")
    with pytest.raises(RefusedError, match="No column says how much was invoiced"):
        whole(path, preview(path, kind="invoices").mapping)


def test_the_real_xero_export_is_one_invoice(samples: Path) -> None:
    batch = whole(samples / "finance" / "xero_SalesInvoices_multiline.csv")
    (found,) = invoices(batch)
    assert (found.number, found.total, found.tax) == ("INV-3440", 158_094, 20_622)
    assert (found.currency, found.invoiced_on, found.paid) == ("ZAR", "2026-06-11", False)
    assert batch.left_out == {"further_line": 1}


def test_xero_has_an_invoice_of_each_client_of_one_number(tmp_path: Path) -> None:
    path = tmp_path / "xero.csv"
    text = (MONEY / "xero.csv").read_text().splitlines()
    name = text[1].partition(",")[0]
    path.write_text("\n".join([*text[:2], text[1], text[1].replace(name, "Calloway", 1)]))
    batch = whole(path)
    assert [(i.client, i.number) for i in invoices(batch)] == [
        (name, "HL-101"), ("Calloway", "HL-101"),
    ]  # fmt: skip
    assert batch.left_out == {"further_line": 1}
