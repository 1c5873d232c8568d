"""Cells of the list of clients: what people type is read, or refused with the reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.client_columns import COLUMNS, ClientRow, Coverage
from warmcalls.domain.client_fields import cell_text, parse, tags_of, tags_text
from warmcalls.domain.errors import RefusedError

OWNERS = {"Beth Okafor": 1, "Marc Dee": 2, "Beth Zed": 3}
EDITABLE = [column.id for column in COLUMNS if column.editable]


@pytest.mark.parametrize(
    ("column", "text", "kept"),
    [
        ("name", "  Northmoor \n Logistics ", "Northmoor Logistics"),
        ("tier", " b ", "B"),
        ("tier", "Tier A", "A"),
        ("tier", "", ""),
        ("tier", "–", ""),
        ("fee", "12k", 1_200_000),
        ("fee", "£8,400", 840_000),
        ("fee", "8400.00", 840_000),
        ("fee", "8 400", 840_000),
        ("fee", "1.2m", 120_000_000),
        ("fee", "8400.50 GBP", 840_050),
        ("fee", "", None),
        ("staff", "1,200", 1200),
        ("staff", "2k", 2000),
        ("staff", " ", None),
        ("owner", "marc dee", 2),
        ("owner", "Marc", 2),
        ("owner", "Beth O.", 1),
        ("owner", "", None),
        ("since", "3/4/2026", "2026-04-03"),
        ("since", "2026-04-03", "2026-04-03"),
        ("since", "Fri 3rd April 2026", "2026-04-03"),
        ("since", "3 Sept 26", "2026-09-03"),
        ("since", "3.4.98", "1998-04-03"),
        ("since", "2019", "2019-01-01"),
        ("since", "", ""),
        ("website", "https://www.Northmoor.example/contact?x=1", "northmoor.example"),
        ("website", "", ""),
        ("company_number", "1234567", "01234567"),
        ("company_number", "sc 123456", "SC123456"),
        ("company_number", "", ""),
        ("tags", "guide; Drivers,, drivers ,", "Drivers, guide"),
        ("notes", "a\0b\nc\ud800", "ab\nc"),
        ("excluded", "competitor", "competitor"),
    ],
)
def test_what_people_type_is_read(column: str, text: str, kept: object) -> None:
    assert parse(column, text, owners=OWNERS) == kept


def test_no_client_is_one_from_a_day_far_off() -> None:
    for today in (date(2026, 3, 3), date(2024, 2, 29)):
        fine = f"{today.year + 1}-0{today.month}-{today.day - 1:02}"
        assert parse("since", fine, owners={}, today=today) == fine
        with pytest.raises(RefusedError, match="is more than a year away"):
            parse("since", f"{today.year + 1}-03-04", owners={}, today=today)
    assert parse("since", "", owners={}, today=date(2026, 3, 3)) == ""


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("name", "", "needs a name"),
        ("name", "!!!", "needs a name"),
        ("name", "x" * 201, "takes 200"),
        ("tier", "D", "“D” is no tier: A, B, C, or nothing."),
        ("fee", "on request", "“on request” is no amount"),
        ("fee", "-400", "cannot be negative"),
        ("fee", "8,4", "no amount"),
        ("fee", "1.234.567", "no amount"),
        ("fee", "20m", "more than £10,000,000"),
        ("fee", "9" * 400, "no amount"),
        ("staff", "51-200", "no whole number"),
        ("staff", "1.5", "no whole number"),
        ("staff", "-3", "no whole number"),
        ("staff", "£40", "no whole number"),
        ("staff", "9m", "too many"),
        ("owner", "Bet", "Nobody here is called Bet: Beth Okafor or Beth Zed?"),
        ("owner", "Beth", "Nobody here is called Beth: Beth Okafor or Beth Zed?"),
        ("owner", "Mark", "Nobody here is called Mark: Marc Dee?"),
        ("owner", "Xu", "Nobody here is called Xu: Beth Okafor, Marc Dee, Beth Zed?"),
        ("since", "31/2/2026", "There is no 31/2/2026"),
        ("since", "13/13/2026", "There is no"),
        ("since", "soon", "is no date"),
        ("since", "1/1/9999", "in the year 9999"),
        ("website", "northmoor", "no website"),
        ("website", "-north.example", "no website"),
        ("website", "192.0.2.1", "no website"),
        ("website", f"{'n' * 70}.example", "no website"),
        ("company_number", "123", "no company number"),
        ("company_number", "ABC12345", "no company number"),
        ("tags", "x" * 41, "too long for a tag"),
        ("people", "3", "is worked out"),
        ("nothing", "3", "no column"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(column: str, text: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why.replace("?", r"\?")):
        parse(column, text, owners=OWNERS)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("3 March", "2026-03-03"),
        ("Tue, 3rd Mar.", "2026-03-03"),
        ("3-mar", "2026-03-03"),
        ("4 March", "2025-03-04"),
        ("31 December", "2025-12-31"),
        ("1 jan", "2026-01-01"),
        ("29 Feb", "2024-02-29"),
        ("3 March 2024", "2024-03-03"),
        ("4 March 26", "2026-03-04"),
    ],
)
def test_a_day_without_its_year_is_the_last_one(text: str, kept: str) -> None:
    assert parse("since", text, owners={}, today=date(2026, 3, 3)) == kept


def test_a_day_without_its_year_that_never_was_is_refused() -> None:
    assert parse("since", "29 Feb", owners={}, today=date(1904, 2, 28)) == "1896-02-29"
    with pytest.raises(RefusedError, match="There is no 31 Feb:"):
        parse("since", "31 Feb", owners={}, today=date(2026, 3, 3))
    with pytest.raises(RefusedError, match="“3 Mai” is no date"):
        parse("since", "3 Mai", owners={}, today=date(2026, 3, 3))
    with pytest.raises(RefusedError, match="“3 March” is no date"):
        parse("since", "3 March", owners={})


@given(column=st.sampled_from(EDITABLE), text=st.text())
def test_any_text_is_read_or_refused_in_a_sentence(column: str, text: str) -> None:
    said = "."
    try:
        parse(column, text, owners=OWNERS)
    except RefusedError as refused:
        said = str(refused)
    assert said[-1] in ".?"


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)


@given(
    name=WORDS,
    tier=st.sampled_from(["A", "B", "C", ""]),
    owner=st.sampled_from([*OWNERS, ""]),
    staff=st.none() | st.integers(0, 999_999),
    fee=st.none() | st.integers(0, 999_999_999),
    since=st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(str) | st.just(""),
    tags=st.lists(WORDS, max_size=4),
)
def test_what_a_cell_says_reads_back(
    *, name: str, tier: str, owner: str, staff: int, fee: int, since: str, tags: list[str]
) -> None:
    row = ClientRow(
        1, name, tier=tier, owner=owner, staff=staff, fee=fee, since=since,
        tags=tags_of(",".join(tags)), website="northmoor.example", company_number="SC123456",
        notes="Two\nlines", owner_id=OWNERS.get(owner),
    )  # fmt: skip
    kept = {c: parse(c, cell_text(row, c), owners=OWNERS) for c in EDITABLE}
    assert kept == {
        "name": name, "tier": tier, "sector": "", "owner": row.owner_id, "fee": fee,
        "tags": tags_text(row.tags), "town": "", "staff": staff, "website": row.website,
        "company_number": "SC123456", "since": since, "excluded": "", "notes": "Two\nlines",
    }  # fmt: skip


def test_every_column_says_something() -> None:
    row = ClientRow(
        1, "Northmoor", warmth=(0.0, 1.234), people=3, contacts=2, seen_at=0, fit=80,
        coverage=Coverage(contact=True, number=True), stands="Today",
    )  # fmt: skip
    said = {column.id: cell_text(row, column.id) for column in COLUMNS}
    worked_out = ("people", "warmth", "coverage", "stands", "seen", "spoke", "fit", "contacts")
    assert [said[c] for c in worked_out] == [
        "3", "1.23", "2 of 4", "Today", "1970-01-01", "", "80", "2",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=10), max_size=6))
def test_tags_stay_as_they_are_once_they_are_in_order(tags: list[str]) -> None:
    kept = tags_text(tags)
    assert tags_text(tags_of(kept)) == kept
    assert len({tag.casefold() for tag in tags_of(kept)}) == len(tags_of(kept))


@pytest.mark.parametrize("column", ["owner", "tier", "sector", "notes", "tags", "fee", "website"])
@pytest.mark.parametrize("text", ["\0", " \0 ", "\u200b", "\ud800"])
def test_what_nobody_sees_clears_no_cell(column: str, text: str) -> None:
    with pytest.raises(RefusedError, match="leave the cell empty"):
        parse(column, text, owners={"Beth Okafor": 1})
