"""A signal finds its client by whatever ties it there, and only by that."""

from pathlib import Path

import pytest

from tests.agency import Agency
from warmcalls.actions.import_files import import_file

CLIENTS = """Company,Alias,Website,Contact,E-mail,Token,Network,Record ID
Northmoor Logistics Ltd,Northmoor Group,www.northmoor.co.uk,Priya Nair,priya@northmoor-mail.com,pn77,198.51.100.0/24,9001
Other Ltd,,other.co.uk,Jo Other,jo.other@gmail.com,jo88,203.0.113.0/24,9002
"""
HEAD = "When,What,Company,E-mail,Website,Token,IP address\n"


@pytest.fixture
def two_clients(agency: Agency, tmp_path: Path) -> Agency:
    path = tmp_path / "clients.csv"
    path.write_text(CLIENTS)
    assert import_file(agency.db, path, now=agency.now).added == 2
    return agency


def found(agency: Agency, tmp_path: Path, row: str) -> list[str]:
    path = tmp_path / "signals.csv"
    path.write_text(HEAD + row + "\n")
    report = import_file(agency.db, path, now=agency.now)
    assert (report.kind, report.added) == ("signals", 1)
    rows = agency.db.query(
        "select coalesce(c.name, '') as name, coalesce(p.name, '') as contact from signal s"
        " left join client c on c.id = s.client_id left join contact p on p.id = s.contact_id"
    )
    return [rows[-1]["name"], rows[-1]["contact"]]


@pytest.mark.parametrize(
    ("row", "client", "contact"),
    [
        ("2026-03-01 10:00,download,Northmoor Logistics,,,,", "Northmoor Logistics Ltd", ""),
        ("2026-03-01 10:00,download,NORTHMOOR GROUP,,,,", "Northmoor Logistics Ltd", ""),
        ("2026-03-01 10:00,download,,priya@northmoor-mail.com,,,", "Northmoor Logistics Ltd", "Priya Nair"),
        ("2026-03-01 10:00,download,,someone@northmoor.co.uk,,,", "Northmoor Logistics Ltd", ""),
        ("2026-03-01 10:00,download,,jo.other@gmail.com,,,", "Other Ltd", "Jo Other"),
        ("2026-03-01 10:00,download,,somebody.else@gmail.com,,,", "", ""),
        ("2026-03-01 10:00,download,,,jobs.northmoor.co.uk,,", "Northmoor Logistics Ltd", ""),
        ("2026-03-01 10:00,download,,,other.northmoor.com,,", "", ""),
        ("2026-03-01 10:00,download,,,,,198.51.100.99", "Northmoor Logistics Ltd", ""),
        ("2026-03-01 10:00,download,,,,,198.51.101.99", "", ""),
        ("2026-03-01 10:00,download,Other Ltd,priya@northmoor-mail.com,,,", "Northmoor Logistics Ltd", "Priya Nair"),
    ],
)  # fmt: skip
def test_by_name_alias_email_domain_and_network(
    two_clients: Agency, tmp_path: Path, row: str, client: str, contact: str
) -> None:
    assert found(two_clients, tmp_path, row) == [client, contact]


def test_by_the_token_of_a_link_before_the_network(two_clients: Agency, tmp_path: Path) -> None:
    path = tmp_path / "access.log"
    path.write_text(
        '203.0.113.7 - - [02/Mar/2026:09:00:01 +0000] "GET /fees?wc=pn77 HTTP/1.1" 200 9 "-" "Chrome"\n'
        '203.0.113.7 - - [02/Mar/2026:09:01:01 +0000] "GET /about HTTP/1.1" 200 9 "-" "Chrome"\n'
    )
    import_file(two_clients.db, path, now=two_clients.now)
    rows = two_clients.db.query(
        "select distinct c.name from signal s join client c on c.id = s.client_id"
    )
    # the second page of the visit carries no token, and still is the same person's
    assert rows == [{"name": "Northmoor Logistics Ltd"}]


def test_a_later_client_gets_its_past_visits(agency: Agency, tmp_path: Path) -> None:
    path = tmp_path / "signals.csv"
    path.write_text(HEAD + "2026-03-01 10:00,download,,ann@later.co.uk,,,\n")
    import_file(agency.db, path, now=agency.now)
    assert agency.warm_names() == []
    agency.client("Later Ltd", website="www.later.co.uk")
    assert agency.warm_names() == ["Later Ltd"]
