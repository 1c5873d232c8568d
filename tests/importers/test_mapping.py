from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.importers.guessing import guess
from warmcalls.importers.kind_words import kind_of
from warmcalls.importers.mapping import (
    FIELDS,
    Field,
    Mapping,
    signature,
)
from warmcalls.importers.previewing import preview

MAPPINGS = st.builds(
    Mapping,
    st.sampled_from(["clients", "signals"]),
    st.dictionaries(st.text(max_size=10), st.sampled_from(Field), max_size=6),
    st.none() | st.booleans(),
    st.none() | st.sampled_from(Kind),
    st.text(max_size=10),
    st.text(max_size=10),
)


@given(MAPPINGS)
def test_a_mapping_is_remembered_as_it_was(mapping: Mapping) -> None:
    assert Mapping.from_json(mapping.to_json()) == mapping


@given(st.text() | st.sampled_from(["[]", "{}", '{"kind": "clients"}', "null", '{"kind": {}}']))
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="map the columns anew"):
        Mapping.from_json(text)


def test_the_signature_knows_a_header_again_in_any_order() -> None:
    assert signature(["Client", "E-mail "]) == signature(["e-MAIL", "client"])
    assert signature(["Client", "Email"]) != signature(["Client", "Phone"])


TABLES = st.integers(1, 5).flatmap(
    lambda width: st.tuples(
        st.lists(st.text(max_size=8), min_size=width, max_size=width, unique=True),
        st.lists(st.lists(st.text(max_size=12), min_size=width, max_size=width), max_size=5),
    )
)


@given(TABLES)
def test_guessing_is_deterministic_and_serves_its_header(
    table: tuple[list[str], list[list[str]]],
) -> None:
    header, rows = table
    mapping = guess(header, rows)
    assert guess(header, rows) == mapping
    assert list(mapping.columns) == header
    assert set(mapping.columns.values()) <= set(FIELDS[mapping.kind])


def guessed(table: dict[str, list[str]]) -> dict[str, str]:
    mapping = guess(list(table), list(zip(*table.values(), strict=True)))
    return {name: each.value for name, each in mapping.columns.items()}


def test_names_tell_the_fields_of_a_client_list() -> None:
    assert guessed(
        {
            "Company Name": ["Acme Ltd", "Beta plc"],
            "Contact": ["Priya Patel", "Tom Gale"],
            "Job Title": ["HR Director", "MD"],
            "E-mail Address": ["priya@acme.test", ""],
            "Direct Dial": ["020 7946 0018", "01632 960001"],
            "Mobile No.": ["07700 900123", ""],
            "Switchboard": ["020 7946 0000", ""],
            "Web site": ["www.acme.test", ""],
            "Tier": ["A", "b"],
            "Industry": ["Plastics", "Law"],
            "Town/City": ["Leeds", "Hull"],
            "No. of employees": ["51-200", "20"],
            "Account Manager": ["Rita", "Rob"],
            "Average fee": ["£8k", "£6,500"],
            "Co. Number": ["01234567", "SC123456"],
            "Do Not Call": ["", "Y"],
            "Comments": ["Nice", ""],
            "Date added": ["05/02/2026", "06/02/2026"],
            "Favourite colour": ["red", "blue"],
        }
    ) == {
        "Company Name": "client",
        "Contact": "contact",
        "Job Title": "role",
        "E-mail Address": "email",
        "Direct Dial": "phone",
        "Mobile No.": "mobile",
        "Switchboard": "switchboard",
        "Web site": "website",
        "Tier": "tier",
        "Industry": "sector",
        "Town/City": "town",
        "No. of employees": "staff",
        "Account Manager": "owner",
        "Average fee": "expected_fee",
        "Co. Number": "company_number",
        "Do Not Call": "do_not_call",
        "Comments": "notes",
        "Date added": "since",
        "Favourite colour": "ignore",
    }


def test_values_tell_what_names_do_not() -> None:
    assert guessed(
        {
            "Firma": ["Acme Ltd", "Beta plc"],
            "x1": ["priya@acme.test", "tom@beta.test"],
            "x2": ["020 7946 0018", "+44 1632 960001"],
            "x3": ["A", "C"],
            "x4": ["£8k", "£6,500"],
            "x5": ["acme.test", "https://www.beta.test/"],
            "x6": ["7", "12"],
        }
    ) == {
        "Firma": "ignore",
        "x1": "email",
        "x2": "phone",
        "x3": "tier",
        "x4": "expected_fee",
        "x5": "website",
        "x6": "ignore",
    }


def test_values_overrule_names_that_they_deny() -> None:
    assert guessed(
        {
            "Contact": ["priya@acme.test", "tom@beta.test"],
            "Name": ["Acme Ltd", "Beta plc"],
            "Priority": ["High", "Low"],
            "Number": ["3", "17"],
            "Owner": ["rita@agency.test", "rita@agency.test"],
        }
    ) == {
        "Contact": "email",
        "Name": "client",
        "Priority": "ignore",
        "Number": "ignore",
        "Owner": "owner",
    }


def test_a_list_of_people_has_names_of_people() -> None:
    table = {"Name": ["Priya Patel"], "Title": ["HR Director"], "Company": ["Acme"]}
    assert guessed(table) == {"Name": "contact", "Title": "role", "Company": "client"}


def test_signals_are_known_by_a_time_and_what_happened() -> None:
    header = ["Timestamp", "Action", "Email", "Page", "utm_campaign", "utm_medium", "Row ID"]
    rows = [["05/02/2026 09:30", "Clicked", "p@acme.test", "/salary-guide", "guide", "email", "7"]]
    mapping = guess(header, rows)
    assert mapping.kind == "signals"
    assert list(mapping.columns.values()) == [
        Field.WHEN,
        Field.KIND,
        Field.EMAIL,
        Field.SUBJECT,
        Field.CAMPAIGN,
        Field.CHANNEL,
        Field.ID,
    ]


def test_a_client_list_with_a_date_is_no_list_of_signals() -> None:
    header = ["Company", "Tier", "Type", "Last contact"]
    assert guess(header, [["Acme", "A", "Prospect", "05/02/2026"]]).kind == "clients"


def test_pages_of_one_website_are_the_subject_not_the_visitor() -> None:
    header = ["When", "What", "Company", "URL"]
    rows = [
        ["2026-02-05", "visit", "Acme", "https://agency.test/guide"],
        ["2026-02-06", "visit", "Beta", "https://agency.test/fees"],
    ]
    assert guess(header, rows).of(Field.SUBJECT) == ("URL",)


def test_the_kind_of_table_can_be_said() -> None:
    assert guess(["Email"], [["a@x.test"]], "signals").kind == "signals"


def test_of_several_likely_columns_the_likeliest_is_kept() -> None:
    fields = guessed({"Account": ["A1 Ltd"], "Client": ["Acme"], "Email": [""], "Email 2": [""]})
    assert fields == {"Account": "ignore", "Client": "client", "Email": "email", "Email 2": "email"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Webinar attended", Kind.WEBINAR_ATTENDED),
        ("webinar_attended", Kind.WEBINAR_ATTENDED),
        ("Registered for webinar", Kind.WEBINAR_REGISTERED),
        ("Webinar no-show", Kind.WEBINAR_NO_SHOW),
        ("Did not attend webinar", Kind.WEBINAR_NO_SHOW),
        ("downloaded", Kind.DOWNLOAD),
        ("Downloaded Salary Guide", Kind.DOWNLOAD),
        ("form", Kind.FORM),
        ("Form submission", Kind.FORM),
        ("Website enquiry", Kind.FORM),
        ("Clicked", Kind.EMAIL_CLICK),
        ("email click", Kind.EMAIL_CLICK),
        ("Opened", Kind.EMAIL_OPEN),
        ("Replied to e-mail", Kind.EMAIL_REPLY),
        ("Unsubscribed", Kind.EMAIL_UNSUBSCRIBE),
        ("hard bounce", Kind.EMAIL_BOUNCE),
        ("LinkedIn comment", Kind.COMMENT),
        ("Liked post", Kind.REACTION),
        ("LinkedIn reaction", Kind.REACTION),
        ("Reposted", Kind.SHARE),
        ("New follower", Kind.FOLLOW),
        ("Connection accepted", Kind.CONNECTION),
        ("Messenger", Kind.CHAT),
        ("Facebook lead ad", Kind.AD_LEAD),
        ("Inbound call", Kind.PHONE_IN),
        ("Page view", Kind.OTHER_PAGE),
        ("Visited contact page", Kind.CONTACT_PAGE),
        ("Spoke at stand", Kind.EVENT_SPOKE),
        ("Breakfast event", Kind.EVENT_ATTENDED),
        ("Referral", Kind.REFERRAL),
        ("Met for coffee", Kind.MET),
        ("Job advert", Kind.JOB_ADVERT),
        ("Watched video", Kind.VIDEO),
        ("Prospect", None),
        ("", None),
    ],
)
def test_words_for_kinds_are_forgiven_much(words: str, kind: Kind | None) -> None:
    assert kind_of(words) is kind
    assert kind_of(words.upper()) is kind


@pytest.mark.parametrize("kind", Kind)
def test_our_own_names_of_kinds_are_known(kind: Kind) -> None:
    assert kind_of(kind.value) is kind
    assert kind_of(kind.value.replace("_", " ").title()) is kind


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        (Mapping("clients", {"Firm": Field.CLIENT}), "no column called Firm"),
        (Mapping("clients", {"Town": Field.TOWN}), "who the client is"),
        (Mapping("signals", {"Client": Field.CLIENT}), "when it was"),
        (Mapping("signals", {"Client": Field.CLIENT, "Town": Field.WHEN}), "what kind"),
        (Mapping("signals", {"Town": Field.WHEN}, None, Kind.FORM), "who it was"),
    ],
)
def test_a_mapping_that_can_not_serve_is_refused_and_warned_of(
    tmp_path: Path, mapping: Mapping, says: str
) -> None:
    with pytest.raises(RefusedError, match=says):
        mapping.require(["Client", "Town"])
    path = tmp_path / "a.csv"
    path.write_text("Client,Town\nAcme,Hull\n")
    assert says in preview(path, mapping).warnings[0]


def test_a_column_may_be_ignored_that_is_gone() -> None:
    mapping = Mapping("clients", {"Client": Field.CLIENT, "Old": Field.IGNORE})
    mapping.require(["Client"])
    with pytest.raises(RefusedError):
        Mapping("clients", {"Client": Field.CLIENT, "Old": Field.TOWN}).require(["Client"])


def test_the_preview_shows_what_would_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "".join(f"Company {n},Hull,1{n % 10}/02/2026\n" for n in range(5_000))
    path.write_text(f"My clients\n\nClient,Town,Since\n{rows}")
    found = preview(path, rows=3)
    assert found.format == "table"
    assert found.header == ("Client", "Town", "Since")
    assert [row[0] for row in found.rows] == ["Company 0", "Company 1", "Company 2"]
    assert found.warnings == ()
    assert 4_800 < found.estimate < 5_800
    assert found.mapping
    assert preview(path, found.mapping).mapping == found.mapping


def test_every_field_belongs_to_a_kind_of_table() -> None:
    assert {field for fields in FIELDS.values() for field in fields} == set(Field)
