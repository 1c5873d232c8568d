"""Which clients are one: whatever the order, and never by what everybody has."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.actions.find_duplicates import common, slips
from warmcalls.domain.duplicate_keys import candidates, keys, slip_keys
from warmcalls.domain.duplicate_likeness import Likeness, Places, compare
from warmcalls.domain.duplicate_names import Name, take_apart
from warmcalls.domain.duplicate_score import Common, Judge
from warmcalls.domain.duplicates import Facts, Pair, Zone, company_number
from warmcalls.domain.identities import name_key

ALSO = "names differ by one letter, counting other names they go by"
SAME, ASK, DIFFERENT = Zone.SAME, Zone.ASK, Zone.DIFFERENT
PHONES, DOMAIN = frozenset({"+441134960000"}), frozenset({"northmoor.example"})


def apart(name: str) -> Name:
    return take_apart(name_key(name), name)


def facts(client_id: int, written: str, **more: Any) -> Facts:
    return Facts(client_id, written, apart(written), **more)


def pair(one: str, other: str, both: dict[str, Any] | None = None, **second: Any) -> Pair:
    """Compare two clients that have some things in common, and the second some of its own."""
    shared = both or {}
    return judge(facts(1, one, **shared), facts(2, other, **(shared | second)))


def judge(one: Facts, other: Facts, *others: Facts) -> Pair:
    everyone = [one, other, *others]
    towns = sorted({each.town for each in everyone} - {""})
    return Judge(slips, common(everyone, [*towns, "Leeds", "York"])).judge(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northmoor Haulage Ltd", "The Northmoor Haulage Limited"),
        ("Northmoor Haulage (UK)", "NORTHMOOR HAULAGE"),
        ("Smith & Sons", "Smith and Sons Ltd"),
        ("Road Link", "Roadlink"),
        ("Café Nord", "Cafe Nord"),
        ("St John’s Care", "St. Johns Care"),
        ("A.B.C. Haulage", "ABC Haulage"),
        ("Hart Eng.", "Hart Engineering Ltd"),
        ("Hart Intl Svcs", "Hart International Services"),
        ("Haulage Northmoor", "Northmoor Haulage"),
        ("Unit 54 Foods", "Unit54 Foods"),
        ("Studio 04", "Studio 4"),
    ],
)
def test_one_name_is_written_in_many_ways(one: str, other: str) -> None:
    assert compare(apart(one), apart(other), slips).likeness is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Northmoor Haulage", "Nothmoor Haulage", Likeness.SLIP),
        ("Northmoor Haulage", "Northmoor Haulgae", Likeness.SLIP),
        ("Roadlink Haulage", "Road Lnk Haulage", Likeness.SLIP),
        ("Northmoor Haulage", "Nothmoor Haulgae", Likeness.SLIPS),
        ("Hill Care", "Mill Care", Likeness.OTHER),
        ("Smith Hill Care", "Smith Mill Care", Likeness.SLIP),
        ("J. Smith Haulage", "John Smith Haulage", Likeness.INITIALS),
        ("E. Smith Leisure", "Smith Leisure", Likeness.SHORTER),
        ("NHC", "Northmoor Haulage Contractors", Likeness.INITIALS),
        ("Northmoor", "Northmoor Logistics", Likeness.SHORTER),
        ("Northmoor Logistics", "Northmoorlog", Likeness.SHORTER),
        ("Northmoor Care", "Northmoor Logistics", Likeness.RELATED),
        ("Smith Haulage", "Jones Haulage", Likeness.OTHER),
        ("Studio 4", "Studio 5", Likeness.NUMBERED),
        ("Studio 4", "Studio", Likeness.SHORTER),
        ("Kwik Fit Leeds", "Kwik Fit York", Likeness.BRANCH),
        ("Kwik Fit", "Kwik Fit York", Likeness.BRANCH),
    ],
)
def test_names_compare_word_by_word(one: str, other: str, likeness: Likeness) -> None:
    places = Places(frozenset({"leeds", "york"}))
    for a, b in ((one, other), (other, one)):
        assert compare(apart(a), apart(b), slips, places).likeness is likeness


def test_a_name_with_its_own_town_is_no_branch() -> None:
    short, long = apart("Kwik Fit"), apart("Kwik Fit Leeds")
    here = Places(frozenset({"leeds"}), one=frozenset({"leeds"}))
    assert compare(short, long, slips, here).likeness is Likeness.PLACED
    there = Places(frozenset({"leeds"}), one=frozenset({"york"}), other=frozenset({"leeds"}))
    assert compare(short, long, slips, there).likeness is Likeness.BRANCH


@pytest.mark.parametrize(
    ("one", "other", "both", "second", "zone"),
    [
        # one thing beside the name makes it sure
        ("Northmoor Ltd", "Northmoor Limited", {"domains": DOMAIN}, {}, SAME),
        ("Northmoor Ltd", "Northmoor Limited", {"phones": PHONES}, {}, SAME),
        ("Northmoor Haulage", "Northmoor Haulage", {"town": "leeds"}, {}, SAME),
        ("Northmoor Haulage", "Nothmoor Haulage", {"phones": PHONES}, {}, SAME),
        ("Northmoor Haulage", "Northmoor", {"number": "01234567"}, {}, SAME),
        ("Kwik Fit", "Kwik Fit Leeds", {"town": "leeds", "domains": DOMAIN}, {}, SAME),
        # the name alone, or what several could share, is a question
        ("Northmoor Haulage", "Northmoor Haulage", {}, {}, ASK),
        ("Northmoor Haulage", "Nothmoor Haulage", {}, {}, ASK),
        ("Northmoor Ltd", "Northmoor PLC", {"town": "leeds"}, {}, ASK),
        ("Northmoor", "Northmoor Group", {"domains": DOMAIN, "phones": PHONES}, {}, ASK),
        ("Northmoor Care", "Northmoor Logistics", {"domains": DOMAIN}, {}, ASK),
        ("Northmoor", "Roadlink", {"domains": DOMAIN}, {}, ASK),
        ("Northmoor", "Roadlink", {"number": "01234567"}, {}, ASK),
        ("Kwik Fit Leeds", "Kwik Fit York", {"domains": DOMAIN, "phones": PHONES}, {}, ASK),
        ("Kwik Fit Leeds", "Kwik Fit York", {"number": "01234567"}, {}, ASK),
        # the same firm in another town: moved, or a branch
        ("Northmoor", "Northmoor", {"town": "leeds", "domains": DOMAIN}, {"town": "york"}, ASK),
        (
            "Northmoor",
            "Northmoor",
            {"town": "leeds", "domains": DOMAIN, "phones": PHONES},
            {"town": "york"},
            SAME,
        ),
        # strangers
        ("Northmoor Care", "Northmoor Logistics", {"town": "leeds"}, {}, DIFFERENT),
        ("Kwik Fit Leeds", "Kwik Fit York", {}, {}, DIFFERENT),
        ("Northmoor", "Roadlink", {"town": "leeds"}, {}, DIFFERENT),
        ("Studio 4", "Studio 5", {"domains": DOMAIN, "phones": PHONES}, {}, DIFFERENT),
        ("Studio 4", "Studio 5", {"number": "01234567"}, {}, DIFFERENT),
        ("Care Services", "Care Services Ltd", {}, {}, ASK),
        ("Northmoor", "Nothmoor", {"town": "leeds"}, {"town": "york"}, DIFFERENT),
    ],
)
def test_the_zone_of_two_clients(
    one: str, other: str, both: dict[str, Any], second: dict[str, Any], zone: Zone
) -> None:
    found = pair(one, other, both, **second)
    assert found.zone is zone, found
    assert bool(found.reasons) is (zone is not DIFFERENT)


def test_different_company_numbers_are_different_companies() -> None:
    one = facts(1, "Northmoor", number="01234567", town="leeds", domains=DOMAIN)
    other = replace(one, id=2, number="07654321")
    assert judge(one, other).zone is DIFFERENT
    equal = judge(replace(one, phones=PHONES), replace(other, phones=PHONES))
    assert equal.zone is ASK
    assert equal.reasons[-1] == "but different numbers at Companies House"
    elsewhere = frozenset({"roadlink.example"})
    for domains in (elsewhere, frozenset[str]()):  # one website is part of everything else
        apart_now = replace(other, phones=PHONES, domains=domains)
        assert judge(replace(one, phones=PHONES), apart_now).zone is DIFFERENT


def test_another_form_of_company_speaks_against_it() -> None:
    same = pair("Northmoor Care Ltd", "Northmoor Care Limited", {"town": "leeds"})
    other = pair("Northmoor Care Ltd", "Northmoor Care PLC", {"town": "leeds"})
    assert (same.zone, other.zone) == (SAME, ASK)
    assert other.reasons == (
        "the same name, written differently",
        "both in Leeds",
        "but Ltd and PLC",
    )
    numbered = pair("Northmoor Care Ltd", "Northmoor Care PLC", {"number": "01234567"})
    assert not any("PLC" in reason for reason in numbered.reasons)  # a number settles the form
    for one, second in (
        ("Northmoor Care Ltd", "Northmoor Care"),
        ("Northmoor Care", "Northmoor Care PLC"),
    ):
        assert pair(one, second, {"town": "leeds"}).zone is SAME


def test_a_slip_in_another_name_is_said_to_be_one() -> None:
    one = facts(1, "Zebra Crossing", aliases=(apart("Nothmoor Haulage"),), phones=PHONES)
    found = judge(one, facts(2, "Northmoor Haulage", phones=PHONES))
    assert found.reasons[0] in {"the same phone +441134960000", ALSO}
    assert ALSO in found.reasons


def test_what_many_have_tells_little() -> None:
    """A serviced office, a provider's domain and a number pasted down a column join nobody."""
    more: dict[str, Any] = {"phones": PHONES, "domains": DOMAIN}
    names = [
        "Northmoor",
        "Roadlink",
        "Pendle",
        "Sharp",
        "Calloway",
        "Hart",
        "Firth",
        "Clegg",
        "Haigh",
    ]
    tenants = [facts(i, f"{name} Foods", **more) for i, name in enumerate(names)]
    assert judge(*tenants).zone is DIFFERENT
    pasted = [replace(each, phones=frozenset(), number="01234567") for each in tenants]
    assert judge(*pasted).zone is not SAME


def test_a_common_surname_is_no_reason_by_itself() -> None:
    smiths = [facts(i, f"Smith {trade}") for i, trade in enumerate(["", "Foods", "Care"] * 20)]
    found = judge(replace(smiths[0], town="leeds"), replace(smiths[1], town="leeds"), *smiths)
    assert found.zone is DIFFERENT
    rare = pair("Wigglesworth", "Wigglesworth Foods", {"town": "leeds"})
    assert rare.zone is ASK


def test_reasons_are_sentences_strongest_first() -> None:
    both: dict[str, Any] = {
        "domains": DOMAIN, "phones": PHONES, "emails": frozenset({"jo@northmoor.example"}),
        "people": frozenset({"jo ward"}), "town": "newcastle upon tyne", "number": "01234567",
    }  # fmt: skip
    found = pair("Northmoor Haulage", "Nothmoor Haulage Ltd", both, town="gateshead")
    assert found.reasons == (
        "the same number at Companies House, 01234567",
        "names differ by one letter",
        "both use northmoor.example",
        "the same phone +441134960000",
        "Jo Ward at both",
        "the same e-mail jo@northmoor.example",
        "but in Newcastle upon Tyne and Gateshead",
    )


def test_a_client_goes_by_its_other_names_too() -> None:
    one = facts(1, "RL Transport", town="leeds", domains=DOMAIN)
    other = facts(2, "Roadlink", town="leeds", domains=DOMAIN)
    assert judge(one, other).zone is ASK
    known = judge(replace(one, aliases=(apart("Roadlink"),)), other)
    assert known.zone is SAME
    assert "one goes by the other’s name too" in known.reasons


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("01234567", "01234567"), ("1234567", "01234567"), ("SC123456", "SC123456"),
        ("sc 12345", "SC012345"), ("R0000123", "R0000123"), ("00000000", ""), ("n/a", ""),
        ("GB123456789", ""), ("", ""),
    ],
)  # fmt: skip
def test_company_numbers_are_brought_into_one_form(text: str, number: str) -> None:
    assert company_number(text) == number


WORDS = ["northmoor", "nothmoor", "leeds", "york", "smith", "care", "foods", "4", "5", "j", "john",
         "&", "Ltd", "Group", "the", "Ωmega", "", "St"]  # fmt: skip
a_name = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)


def some(*values: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=2)


@st.composite
def clients(draw: st.DrawFn, client_id: int = 1) -> Facts:
    name = draw(a_name)
    also = draw(st.lists(a_name, max_size=1))
    return facts(
        client_id, name, aliases=tuple(apart(each) for each in also),
        town=draw(st.sampled_from(["", "leeds", "york", "york city"])),
        number=draw(st.sampled_from(["", "", "01234567", "07654321"])),
        domains=draw(some("a.example", "b.example")), phones=draw(some("+441", "+442")),
        emails=draw(some("jo@a.example", "jo@gmail.com")), people=draw(some("jo ward", "al lee")),
    )  # fmt: skip


@given(one=clients(1), other=clients(2))
def test_the_order_makes_no_difference(one: Facts, other: Facts) -> None:
    assert judge(one, other) == judge(other, one)


@given(one=clients(1), other=clients(2))
def test_the_younger_of_two_gets_the_same_zone(one: Facts, other: Facts) -> None:
    swapped = judge(replace(one, id=2), replace(other, id=1))
    assert swapped.zone is judge(one, other).zone


@given(st.lists(clients(), min_size=2, max_size=12))
def test_pairs_that_are_compared_share_a_block(drawn: list[Facts]) -> None:
    everyone = [replace(each, id=n) for n, each in enumerate(drawn)]
    forms, rows = slip_keys([each.name.folded for each in everyone])
    found = candidates(everyone)
    for one, other in found:
        assert one < other
        shared = set(keys(everyone[one])) & set(keys(everyone[other]))
        assert shared or set(forms[rows == one]) & set(forms[rows == other])
    assert len(found) == len(set(found))


@given(st.lists(clients(), min_size=2, max_size=12), st.sets(st.integers(0, 11)))
def test_pairs_of_some_are_the_pairs_that_have_one_of_them(
    drawn: list[Facts], only: set[int]
) -> None:
    everyone = [replace(each, id=n) for n, each in enumerate(drawn)]
    part = [(a, b) for a, b in candidates(everyone) if a in only or b in only]
    assert candidates(everyone, only) == part


@given(one=clients(1), other=clients(2))
def test_one_name_and_one_domain_in_one_town_is_the_same(one: Facts, other: Facts) -> None:
    shared: dict[str, Any] = {"domains": DOMAIN, "town": "leeds", "number": ""}
    if not one.name.telling:
        return
    twin = replace(other, name=one.name, written=one.written, **shared)
    assert judge(replace(one, **shared), twin).zone is SAME


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=8))
def test_slip_keys_take_any_text(texts: list[str]) -> None:
    forms, rows = slip_keys(texts)
    assert len(forms) == len(rows)


@given(st.text("abcdefgh", min_size=5, max_size=48), st.data())
def test_texts_one_letter_apart_share_a_slip_key(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 2))
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    for other in (text[:at] + text[at + 1 :], text[:at] + "z" + text[at + 1 :], swapped):
        if len(other) >= 5:
            forms, rows = slip_keys([text, other])
            assert set(forms[rows == 0]) & set(forms[rows == 1])


@given(a_name)
def test_any_name_can_be_taken_apart(name: str) -> None:
    found = apart(name)
    assert len(found.words) == len(found.spelt)
    assert set(found.telling) <= set(found.words)


def test_nobody_is_compared_with_nobody() -> None:
    assert candidates([]) == []
    assert candidates([facts(1, "Northmoor")]) == []
    assert Common().weigh("word", "northmoor", ((3, 1.0), (9, 0.0))) == 1.0
