from pathlib import Path

from tests.importers.tables_reading import parties, read
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
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


def test_what_can_not_be_read_goes_to_the_notes_and_nothing_is_lost(tmp_path: Path) -> None:
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
    party = only(
        tmp_path / "a.csv",
        "Client,Rank,Fee,Size,From,Net,Notes\nAcme,top,on request,many,ages ago,n/k,Nice\n",
        mapping,
    )
    assert party.client == IncomingClient(
        "Acme",
        notes="Nice\nRank: top\nSize: many\nFee: on request\nNet: n/k\nFrom: ages ago",
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
