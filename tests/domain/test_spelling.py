"""Spellings of campaigns: which seem to mean one, and which never do."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.spelling import NO_YEAR, ONE_SLIP, OTHER_ORDER, OTHER_SOURCE, SAME_LETTERS
from warmcalls.domain.spelling import alike as found

WORDS = ("salary", "guide", "hiring", "webinar", "breakfast", "engineers", "london")


def alike(*spelt: str) -> dict[tuple[str, str], str]:
    pairs = found({i: (text,) for i, text in enumerate(spelt)})
    return {(spelt[one], spelt[other]): reason for (one, other), reason in pairs.items()}


def test_the_four_ways_to_spell_one_guide_are_all_found() -> None:
    ways = ("salary-guide-2026", "Salary Guide 2026", "salary_guide_26", "salaryguide")
    assert set(alike(*ways)) == set(itertools.combinations(ways, 2))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Salary Guide", "SALARY+GUIDE", SAME_LETTERS),
        ("utm_salary-guide", "Salary Guide", SAME_LETTERS),
        ("Salary Guide 2026", "salary.guide.26", SAME_LETTERS),
        ("Été à Londres", "ete a londres", SAME_LETTERS),
        ("Salary Guide 2026", "salaryguide2026_fb", OTHER_SOURCE),
        ("linkedin-breakfast", "Breakfast", OTHER_SOURCE),
        ("fb breakfast", "Breakfast (Facebook)", SAME_LETTERS),
        ("Messenger ads", "messenger", SAME_LETTERS),
        ("LinkedIn ads", "linkedin_ads", SAME_LETTERS),
        ("Salary Guide 2026", "salary guide", NO_YEAR),
        ("guide-salary", "Salary Guide", OTHER_ORDER),
        ("salery guide", "Salary Guide", ONE_SLIP),
        ("brekafast", "breakfast", ONE_SLIP),
        ("Salary Guides", "Salary Guide", ONE_SLIP),
    ],
)
def test_these_are_alike(one: str, other: str, reason: str) -> None:
    assert alike(one, other) == {(one, other): reason}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("guide 2025", "guide 2026"),
        ("guide 25", "Guide 2026"),
        ("Webinar part 1", "webinar part 2"),
        ("Webinar", "Webinar 2"),
        ("issue-11", "issue-12"),
        ("guide 2026 q1", "guide 2026 q2"),
        ("guide fb", "guide linkedin"),
        ("ad a", "ad b"),
        ("offer june", "offer july"),
        ("Salary Guide", "Hiring Guide"),
        ("LinkedIn ads", "Google ads"),
        ("2026", "26"),
        ("", "..."),
    ],
)
def test_these_are_not(one: str, other: str) -> None:
    assert alike(one, other) == {}


def test_a_guide_without_a_year_is_not_tied_to_one_of_several_years() -> None:
    assert alike("guide 2025", "guide 2026", "guide") == {}
    assert alike("guide 2025", "guide 2026", "guide", "Gui-de") == {
        ("guide", "Gui-de"): SAME_LETTERS
    }


def test_a_code_speaks_for_its_campaign_but_its_name_has_the_last_word() -> None:
    assert found({1: ("Spring push", "salary_guide_26"), 2: ("Salary Guide",)}) == {(1, 2): NO_YEAR}
    assert found({1: ("Guide 2025", "guide"), 2: ("Guide 2026", "guide26")}) == {}


def test_a_number_of_any_length_is_read() -> None:
    long = "9" * 5_000
    assert alike(f"ad {long}", f"Ad {long}") == {(f"ad {long}", f"Ad {long}"): SAME_LETTERS}


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True),
    year=st.sampled_from((None, 2024, 2025, 2026)),
    marks=st.lists(st.sampled_from(("-", "_", " ", "+", ".")), min_size=2, max_size=2),
    case=st.sampled_from((str.upper, str.lower)),
)
def test_separators_case_and_the_form_of_the_year_never_tell_apart(
    words: list[str], year: int | None, marks: list[str], case: Callable[[str], str]
) -> None:
    one = marks[0].join([*words, *([str(year)] if year else [])])
    other = marks[1].join(["utm", *words, *([str(year)[2:]] if year else [])])
    other = case(other)
    assert alike(one, other) == {(one, other): SAME_LETTERS}
    if year:
        assert alike(one, f"{' '.join(words)} {year + 1}") == {}
