from pathlib import Path

import pytest

from tests.importers.tables_reading import parties, read
from warmcalls.domain.incoming import (
    IncomingClient,
    IncomingContact,
    IncomingPhone,
    Party,
    Problem,
)
from warmcalls.importers.mapping import Field, Mapping


def only(path: Path, text: str, mapping: Mapping | None = None) -> Party:
    path.write_text(text, "utf-8")
    (party,) = parties(read(path, mapping))
    return party


def test_a_whole_line(tmp_path: Path) -> None:
    party = only(
        tmp_path / "a.csv",
        "Client,Tier,Sector,Town,Staff,Owner,Expected fee,Website,Email domain,Email,Contact,Role,"
        "Phone,Mobile,Switchboard,Notes,CRM ID,Company number,Do not call,"
        "Token,Network,Alias,Since\n"
        "Acme Ltd,tier a,Plastics,Leeds,51-200,Rita,£8k,https://www.acme.test/x,@acme-mail.test,"
        "p@acme.test; q@acme.test,Priya Patel,HR Director,020 7946 0018,07700 900123,020 7946 0000,"
        "Nice,C7,1234567,no,tok1,192.0.2.0/24,Acme Plastics; APL,05/02/2020\n",
    )
    assert party == Party(
        2,
        IncomingClient(
            "Acme Ltd",
            external_id="C7",
            tier="A",
            sector="Plastics",
            town="Leeds",
            staff=51,
            owner="Rita",
            expected_fee=800_000,
            website="https://www.acme.test/x",
            domains=("acme-mail.test", "acme.test"),
            aliases=("Acme Plastics", "APL"),
            networks=("192.0.2.0/24",),
            phones=(IncomingPhone("+442079460000", "switchboard"),),
            company_number="01234567",
            notes="Nice",
            since="2020-02-05",
        ),
        contact=IncomingContact(
            "Priya Patel",
            role="HR Director",
            emails=("p@acme.test", "q@acme.test"),
            phones=(
                IncomingPhone("+442079460018", "direct"),
                IncomingPhone("+447700900123", "mobile"),
            ),
            tokens=("tok1",),
        ),
    )


def test_without_a_person_phone_token_and_objection_are_the_companys(tmp_path: Path) -> None:
    party = only(
        tmp_path / "a.csv",
        "Client,Phone,Token,Do not call\nAcme,020 7946 0018,tok1,Yes\n",
    )
    assert party.contact is None
    assert party.client
    assert party.client.phones == (IncomingPhone("+442079460018", "switchboard"),)
    assert party.client.tokens == ("tok1",)
    assert party.client.excluded == "do not call"


def test_with_a_person_the_objection_is_the_persons(tmp_path: Path) -> None:
    party = only(
        tmp_path / "a.csv", "Client,First name,Surname,Do not call\nAcme,Priya,Patel,CTPS\n"
    )
    assert party.contact == IncomingContact("Priya Patel", objected=True)
    assert party.client == IncomingClient("Acme")


def test_what_can_not_be_read_is_a_problem_and_the_rest_comes_in(tmp_path: Path) -> None:
    mapping = Mapping(
        "clients",
        {
            "Client": Field.CLIENT,
            "Rank": Field.TIER,
            "Fee": Field.EXPECTED_FEE,
            "Size": Field.STAFF,
            "From": Field.SINCE,
            "Net": Field.NETWORK,
            "Notes": Field.NOTES,
        },
    )
    path = tmp_path / "a.csv"
    path.write_text(
        "Client,Rank,Fee,Size,From,Net,Notes\nAcme,top,on request,many,ages ago,n/k,Nice\n"
    )
    batch = read(path, mapping)
    assert [party.client for party in parties(batch)] == [IncomingClient("Acme", notes="Nice")]
    assert {(p.line, p.field, p.text) for p in batch.problems} == {
        (2, "tier", "top"), (2, "expected_fee", "on request"), (2, "staff", "many"),
        (2, "since", "ages ago"), (2, "network", "n/k"),
    }  # fmt: skip
    assert Problem(2, "Rank: “top” is no tier: A, B, C, or nothing.", "tier", "top") in (
        batch.problems
    )


def test_a_line_may_name_only_a_person_or_only_a_website(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Client,Email,Website,Town\n,p@acme.test,,\n,,www.beta.test,\n,,,Hull\n-,n/a,--,\n", "utf-8"
    )
    batch = read(path)
    person, site = parties(batch)
    assert person == Party(2, None, contact=IncomingContact("p@acme.test", emails=("p@acme.test",)))
    assert site.client
    assert site.client.name == "beta.test"
    assert batch.left_out == {"no_name": 1}
    assert batch.read == 3


def test_american_dates_are_found_far_down(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    early = "".join(f"C{n},03/04/2026\n" for n in range(1_000))
    path.write_text(f"Client,Since\n{early}Last,02/25/2026\n", "utf-8")
    batch = read(path)
    assert {row.client.since for row in parties(batch)[:-1] if row.client} == {"2026-03-04"}


def test_the_source_of_ids_comes_with_the_mapping(tmp_path: Path) -> None:
    mapping = Mapping(
        "clients", {"Client": Field.CLIENT, "Ref": Field.EXTERNAL_ID}, source="vincere"
    )
    party = only(tmp_path / "a.csv", "Client,Ref\nAcme,0042\n", mapping)
    assert party.client == IncomingClient("Acme", external_id="0042", source="vincere")


def test_tags_are_read_however_they_are_parted(tmp_path: Path) -> None:
    client = only(
        tmp_path / "a.csv", 'Client,Tags,Labels\nAcme,"""VIP"",""Guide""",drivers; vip\n'
    ).client
    assert client is not None
    assert client.tags == ("drivers", "Guide", "VIP")


def test_every_cell_that_cannot_be_is_named_though_its_whole_column_is_bad(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Company,Tier,Employees,Expected fee,Domain,Phone,Contact name,Email\n"
        "Bad One Ltd,Z,lots,abc,not a domain,12,Al Smith,not@@mail; al@bad.test\n"
        "Bad Two Ltd,,-5,-1,gmail.com,0161 496 012,,\n"
    )
    batch = read(path)
    one, two = parties(batch)
    assert one.client == IncomingClient("Bad One Ltd")
    assert one.contact == IncomingContact("Al Smith", emails=("al@bad.test",))
    assert two.client == IncomingClient("Bad Two Ltd")
    assert [(p.line, p.field, p.text) for p in batch.problems] == [
        (2, "domain", "not a domain"), (2, "email", "not@@mail"), (2, "tier", "Z"),
        (2, "staff", "lots"), (2, "expected_fee", "abc"), (2, "phone", "12"),
        (3, "domain", "gmail.com"), (3, "staff", "-5"), (3, "expected_fee", "-1"),
        (3, "phone", "0161 496 012"),
    ]  # fmt: skip
    assert batch.problems[5].why == "Phone: “12” is no phone number: it is too short."
    assert batch.read == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("020 7946 0018", "+442079460018"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("020 7946 0018 ext. 5", "+442079460018"),
        ("2079460018", "+442079460018"),  # a spreadsheet took the 0
        ("(757) 555-0101", "7575550101"),
        ("+1 757 555 0101", "+17575550101"),
        ("0033 1 70 18 99 00", "+33170189900"),
        ("12", ""),
        ("1234", ""),
        ("0161 496 012", ""),
        ("020 7946 0018 99", ""),
        ("ask Jane", ""),
        ("01632 960123 / 07700 900123", ""),
    ],
)
def test_a_number_that_cannot_be_is_not_taken(tmp_path: Path, text: str, number: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Client,Town,Phone\nAcme,Leeds,{text}\n")
    batch = read(path)
    (party,) = parties(batch)
    assert party.client
    assert party.client.town == "Leeds"
    assert [phone.number for phone in party.client.phones] == [number] * bool(number)
    assert [p.text for p in batch.problems] == [text] * (not number)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("A rival", "A rival"),
        ("no", ""),
        ("", ""),
        ("Yes", "A list that was imported says so"),
    ],
)
def test_why_a_client_is_excluded_is_read(tmp_path: Path, said: str, reason: str) -> None:
    party = only(tmp_path / "a.csv", f"Client,Excluded,Contact\nAcme,{said},Priya\n")
    assert party.client == IncomingClient("Acme", excluded=reason)


def test_networks_that_name_no_client_are_left_out(tmp_path: Path) -> None:
    party = only(
        tmp_path / "a.csv",
        'Client,Network\nAcme,"192.0.2.0/28; 10.0.0.0/8, 8.0.0.0/8 999.1.2.3"\n',
    )
    assert party.client
    assert party.client.networks == ("192.0.2.0/28",)
