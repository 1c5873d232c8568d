"""What a path says about its reader, and how a person would call the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.kinds import PAGE_CLASS, Kind, PageClass
from warmcalls.domain.pages import (
    LONGEST_NAME,
    PagePattern,
    page_kind,
    page_name,
)

INTENT, CONTENT = PageClass.HIRING_INTENT, PageClass.CONTENT
CANDIDATE, OTHER = PageClass.CANDIDATE, PageClass.OTHER


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", OTHER),
        ("/about-us", OTHER),
        ("/contact-us/", INTENT),
        ("/contact.aspx", INTENT),
        ("/Contact/Candidates", CANDIDATE),
        ("/hire-us/submit-a-vacancy", INTENT),
        ("/jobs/post-a-job", INTENT),
        ("/fees", INTENT),
        ("/our-services/payroll", INTENT),
        ("/en-gb/employers", INTENT),
        ("/clients", INTENT),
        ("/vacancies/123", CANDIDATE),
        ("/jobs", CANDIDATE),
        ("/jobs/finance-director-salary-90k", CANDIDATE),
        ("/accountancy-jobs-leeds", CANDIDATE),
        ("/upload-your-cv", CANDIDATE),
        ("/candidates/register", CANDIDATE),
        ("/work-for-us", CANDIDATE),
        ("/guides/salary-guide-2026/", CONTENT),
        ("/blog/salary-guide-2026", CONTENT),
        ("/blog/what-recruitment-fees-buy", CONTENT),
        ("/job-description-templates", CONTENT),
        ("/hiring-advice/counter-offers", CONTENT),
    ],
)
def test_default_patterns_keep_client_and_candidate_intent_apart(
    path: str, expected: PageClass
) -> None:
    assert PAGE_CLASS[page_kind(path)] is expected


def test_first_pattern_that_matches_counts() -> None:
    patterns = (
        PagePattern("*/partners/*", Kind.SERVICES_PAGE),
        PagePattern("*", Kind.ARTICLE_PAGE),
    )
    assert page_kind("/partners/acme.php", patterns) is Kind.SERVICES_PAGE
    assert page_kind("/", patterns) is Kind.ARTICLE_PAGE


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "Home page"),
        ("/index.html", "Home page"),
        ("/fees", "Fees"),
        ("/guides/salary-guide-2026/", "Salary Guide 2026"),
        ("/downloads/salary_guide_2026.pdf", "Salary Guide 2026"),
        ("/blog/2026/03/how-to-hire-a-cfo", "How to Hire a CFO"),
        ("/vacancies/123", "Vacancies 123"),
        ("/vacancies/550e8400-e29b-41d4-a716-446655440000", "Vacancies"),
        ("/the-ir35-guide", "The IR35 Guide"),
        ("/über-uns", "Über Uns"),
        ("/a\u202eb\x00c", "A B C"),
    ],
)
def test_pages_are_named_as_people_name_them(path: str, name: str) -> None:
    assert page_name(path) == name


@given(st.text())
def test_every_path_has_a_short_printable_name_and_a_kind(path: str) -> None:
    name = page_name(path)
    assert 0 < len(name) <= LONGEST_NAME
    assert name.isprintable()
    assert page_kind(path) in Kind


def test_a_hostile_pattern_is_no_slower_than_another() -> None:
    patterns = (PagePattern("*a" * 40 + "*b", Kind.ARTICLE_PAGE),)
    assert page_kind("/" + "a" * 4000, patterns) is Kind.OTHER_PAGE
