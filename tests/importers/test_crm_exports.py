from pathlib import Path

import pytest

from tests.importers.tables_reading import DATA, client_names, parties, read, sample
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.importers import spreadsheets

FORMATS = {
    "bullhorn-client-contact.csv": "bullhorn-client-contact",
    "bullhorn-client-corporation.csv": "bullhorn-client-corporation",
    "companies-house.csv": "companies-house",
    "google-contacts-old.csv": "google-contacts",
    "google-contacts.csv": "google-contacts",
    "hubspot-companies.csv": "hubspot-companies",
    "hubspot-contacts.csv": "hubspot-contacts",
    "linkedin-connections.csv": "linkedin-connections",
    "outlook-contacts.csv": "outlook-contacts",
}


@pytest.mark.parametrize(("name", "form"), FORMATS.items())
def test_each_export_is_recognised_by_its_columns(name: str, form: str) -> None:
    found = spreadsheets.recognise((DATA / name).read_bytes(), "export.csv")
    assert found.format == form
    assert found.confidence > 0.9
    assert form in spreadsheets.FORMATS


@pytest.mark.parametrize(("name", "form"), FORMATS.items())
def test_every_record_is_a_row_or_is_left_out(name: str, form: str) -> None:
    batch = read(DATA / name, form=form)
    assert batch.read == len(batch.rows) + batch.left_out.total()
    assert not batch.problems


def test_a_file_of_another_export_is_refused() -> None:
    with pytest.raises(RefusedError, match="does not have the columns of hubspot-contacts"):
        read(DATA / "hubspot-companies.csv", form="hubspot-contacts")


def test_hubspot_companies() -> None:
    batch = read(DATA / "hubspot-companies.csv")
    assert parties(batch)[0] == Party(
        2,
        IncomingClient(
            "Acme Widgets Ltd",
            external_id="501",
            source="hubspot",
            sector="Manufacturing",
            town="Leeds",
            staff=51,
            owner="Rita Recruiter",
            website="acme.test",
            domains=("acme.test",),
            phones=(IncomingPhone("+442079460018", "switchboard"),),
        ),
    )
    assert client_names(batch) == ["Acme Widgets Ltd", "Beta, Sons & Co"]
    assert batch.left_out == {"no_name": 1}


def test_hubspot_contacts_find_their_company_by_record_id() -> None:
    batch = read(DATA / "hubspot-contacts.csv")
    priya, tom, info = parties(batch)
    assert priya == Party(
        2,
        IncomingClient("Acme Widgets", external_id="501", source="hubspot"),
        ("501",),
        IncomingContact(
            "Priya Patel",
            role="HR Director",
            emails=("priya.patel@acme.test",),
            phones=(
                IncomingPhone("+442079460019", "direct"),
                IncomingPhone("+447700900123", "mobile"),
            ),
            external_id="71",
            source="hubspot",
        ),
    )
    assert (tom.client, tom.client_ids) == (None, ("501", "503"))
    assert info.contact
    assert info.contact.name == "info@acme.test"
    assert batch.left_out == {"no_name": 1}


def test_bullhorn_cells_are_padded_and_lists_are_told_apart() -> None:
    batch = read(DATA / "bullhorn-client-corporation.csv")
    (acme,) = parties(batch)
    assert acme.client == IncomingClient(
        "Acme Widgets",
        external_id="corp-1",
        source="bullhorn",
        sector="Plastics, Packaging",
        town="Leeds",
        staff=500,
        website="http://www.acme.test",
        domains=("acme.test",),
        phones=(IncomingPhone("+442079460018", "switchboard"),),
        notes="Old friends",
    )
    assert batch.left_out == {}


def test_bullhorn_contacts_keep_objections_and_leave_out_the_deleted() -> None:
    batch = read(DATA / "bullhorn-client-contact.csv")
    priya, silent = parties(batch)
    assert priya.client_ids == silent.client_ids == ("corp-1",)
    assert priya.contact
    assert priya.contact.emails == ("priya@acme.test", "pp@home.test")
    assert not priya.contact.objected
    assert silent.contact
    assert silent.contact.objected
    assert batch.left_out == {"deleted": 1}


def test_google_separates_several_values_and_cleans_labels() -> None:
    (zoe,) = parties(read(DATA / "google-contacts-old.csv"))
    assert zoe.contact == IncomingContact(
        "Zoë, Ward",
        role="Founder",
        emails=("zoe@acme.test", "ward@acme.test", "zoe@home.test"),
        phones=(IncomingPhone("+447700900123", "mobile"), IncomingPhone("+442079460018", "mobile")),
        source="google",
    )


def test_google_since_2024() -> None:
    batch = read(DATA / "google-contacts.csv")
    priya, only = parties(batch)
    assert priya.contact
    assert priya.contact.phones == (IncomingPhone("+442079460019", "work"),)
    assert only == Party(3, IncomingClient("Only Ltd", source="google"))
    assert batch.left_out == {}


def test_outlook() -> None:
    zoe, only = parties(read(DATA / "outlook-contacts.csv"))
    assert zoe.client == IncomingClient(
        "Café Acme",
        source="outlook",
        town="Leeds",
        website="https://www.acme.test/about",
        domains=("acme.test",),
        phones=(IncomingPhone("+442079460018", "switchboard"),),
    )
    assert zoe.contact
    assert zoe.contact.emails == ("zoe@acme.test", "z@home.test")
    assert [phone.label for phone in zoe.contact.phones] == ["direct", "mobile"]
    assert only.contact is None


def test_linkedin_tells_namesakes_apart_and_skips_closed_accounts() -> None:
    batch = read(DATA / "linkedin-connections.csv")
    first, second = parties(batch)
    assert first.contact
    assert second.contact
    assert first.contact.name == second.contact.name == "Priya Patel"
    assert first.contact.external_id != second.contact.external_id
    assert (first.line, second.client) == (5, None)
    assert batch.left_out == {}


def test_companies_house() -> None:
    acme, gone = parties(read(DATA / "companies-house.csv"))
    assert acme.client == IncomingClient(
        "ACME WIDGETS LIMITED",
        external_id="01234567",
        source="companies-house",
        company_number="01234567",
        sector="Manufacture of other plastic products",
        town="Kingston upon Hull",
        aliases=("ACME PLASTICS LIMITED",),
    )
    assert gone.client
    assert gone.client.excluded == "Companies House: Liquidation"


@pytest.mark.parametrize(
    ("name", "form", "rows", "left_out"),
    [
        ("crm-contacts/hubspot_companies.csv", "hubspot-companies", 4, {}),
        ("crm-contacts/hubspot_contacts.csv", "hubspot-contacts", 4, {}),
        ("crm-contacts/bullhorn_ClientCorporation.csv", "bullhorn-client-corporation", 1, {}),
        ("crm-contacts/bullhorn_ClientContact.csv", "bullhorn-client-contact", 1, {}),
        ("crm-contacts/linkedin_Connections_six-hops.csv", "linkedin-connections", 4, {}),
        ("crm-contacts/google_contacts_old_format.csv", "google-contacts", 2, {}),
        ("crm-contacts/google_contacts_multivalue.csv", "google-contacts", 2, {}),
        ("crm-contacts/outlook_contacts_header_only.csv", "outlook-contacts", 0, {}),
        ("companies-house/BasicCompanyData_2021-07_head.csv", "companies-house", 3, {}),
    ],
)
def test_samples_yield_what_their_manifest_says(
    name: str, form: str, rows: int, left_out: dict[str, int]
) -> None:
    path = sample(name)
    assert spreadsheets.recognise(path.read_bytes(), path.name).format == form
    batch = read(path, form=form)
    assert (len(batch.rows), batch.left_out, batch.problems) == (rows, left_out, [])
    assert batch.read == rows + batch.left_out.total()


def test_sample_joins() -> None:
    companies = parties(read(sample("crm-contacts/hubspot_companies.csv")))
    contacts = parties(read(sample("crm-contacts/hubspot_contacts.csv")))
    ids = [row.client.external_id for row in companies if row.client]
    assert ids == ["9001", "9002", "9003", "9004"]
    assert [row.client_ids for row in contacts] == [("9001",), ("9002",), ("9003",), ("9001",)]
    (corporation,) = parties(read(sample("crm-contacts/bullhorn_ClientCorporation.csv")))
    (contact,) = parties(read(sample("crm-contacts/bullhorn_ClientContact.csv")))
    assert corporation.client
    assert contact.client_ids == (corporation.client.external_id,) == ("clientCorporation-ext-1",)


def test_sample_of_the_register_keeps_leading_zeros() -> None:
    rows = parties(read(sample("companies-house/BasicCompanyData_2021-07_head.csv")))
    assert [row.client.company_number for row in rows if row.client] == [
        "12778855",
        "08209948",
        "11399177",
    ]
    assert rows[0].client
    assert rows[0].client.sector.startswith("Human resources provision")


def test_cells_of_a_known_export_that_cannot_be_are_problems(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(
        "Record ID,First Name,Last Name,Email,Phone Number,Email opt out\n"
        "1,Priya,Nair,not@@mail; p@acme.test,12,No\n"
    )
    batch = read(path)
    (party,) = parties(batch)
    assert party.contact
    assert (party.contact.emails, party.contact.phones) == (("p@acme.test",), ())
    assert [(p.line, p.field, p.text) for p in batch.problems] == [
        (2, "email", "not@@mail"), (2, "phone", "12"),
    ]  # fmt: skip
    path.write_text("Record ID,Company name,Website URL\n1,Acme,ask them\n")
    assert [(p.field, p.text) for p in read(path).problems] == [("website", "ask them")]
