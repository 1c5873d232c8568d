"""Openers: a person would say them, they fit, and a visit to the website is never told."""

import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.calls import CallKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines import plain
from warmcalls.domain.openers import LINES, LONGEST, MANY_TIMES, Situation, opener
from warmcalls.domain.reasons import Counted

PLACE = re.compile(r"{(\w+)}")
PLACES = {"subject", "several", "Several", "sector", "ago"}
WATCHED = ("website", "web site", "page", "visited", "looked at", "clicked", "opened", "watched")
ROBOTIC = ("i hope you are well", "i hope this", "reach out", "touch base", "circle back", "!")
NOT_BRITISH = re.compile(
    r"\b(\w+ization|\w+izing|\w+ized|color|favor|center|labor|program|resume|reached out|"
    r"vacation|zip code|gotten|call you back in a jiffy|e-mailed out|check out|y'all)\b"
)


def every_line() -> list[str]:
    lines = [line for form in {id(f): f for f in LINES.values()}.values()
             for group in (form.own, form.several, form.anybody) for line in group]  # fmt: skip
    groups = (
        *MANY_TIMES.values(), *plain.SEASONAL.values(), plain.PLAIN, plain.SPOKEN, plain.COLD,
        plain.FRONT_DESK, plain.FRONT_DESK_PROMISED, plain.PROMISED, plain.LATE,
    )  # fmt: skip
    return lines + [line for group in groups for line in group]


def seen(kind: Kind, subject: str = "", *, n: int = 1, people: int = 1, who: str = "") -> Counted:
    return Counted(kind, n, people, 0, 0, subject, 1, who)


def said(turns: int = 200, **about: object) -> set[str]:
    whole = {"name": "Jo", "me": "Beth", "agency": "Harcourt Lane"} | about
    return {opener(Situation(**whole), turn) for turn in range(turns)}  # type: ignore[arg-type]


def test_there_are_dozens_of_lines_and_none_twice() -> None:
    lines = every_line()
    assert len(lines) > 120
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("line", every_line())
def test_a_line_is_one_that_a_person_says(line: str) -> None:
    assert line[0].isupper() or line.startswith("{Several}")
    assert line.endswith("?")
    assert line.count("?") == 1
    assert set(PLACE.findall(line)) <= PLACES
    assert len(line) <= 100
    low = line.lower()
    assert not [words for words in (*WATCHED, *ROBOTIC) if words in low]
    assert not NOT_BRITISH.findall(low)


NAMES = st.sampled_from(["", "Jo", "Maximiliana"])
SUBJECT = "Pay {Guide} 2026"
COUNTS = st.builds(
    Counted, st.sampled_from(Kind), st.integers(1, 5), st.integers(1, 4), st.just(0), st.just(0),
    st.sampled_from(["", SUBJECT, "A very long subject " * 6]), st.just(1), NAMES,
)  # fmt: skip
SITUATIONS = st.builds(
    Situation,
    strongest=st.none() | COUNTS,
    kind=st.sampled_from(CallKind),
    name=NAMES,
    me=NAMES,
    agency=st.sampled_from(["", "Harcourt Lane", "Harcourt, Lane & Daughters"]),
    sector=st.sampled_from(["", "Transport", "IT", "Health care"]),
    month=st.integers(0, 12),
    ago=st.sampled_from(["", "3 weeks ago"]),
)


def test_a_signal_without_a_subject_has_lines_of_its_own() -> None:
    groups = [group for form in LINES.values() for group in (form.own, form.several, form.anybody)]
    for group in (*groups, *MANY_TIMES.values()):
        assert not group or any("{subject}" not in line for line in group), group


@given(about=SITUATIONS, is_known=st.booleans(), is_late=st.booleans(), turn=st.integers(0, 2**63))
def test_every_situation_has_a_line_without_gaps(
    *, about: Situation, is_known: bool, is_late: bool, turn: int
) -> None:
    about = replace(about, is_known=is_known, is_late=is_late)
    line = opener(about, turn)
    assert not PLACE.findall(line.replace(SUBJECT, ""))
    assert "  " not in line
    assert not re.search(r"[ ,][,.?]|\.\.", line)
    assert len(line) <= LONGEST
    assert line.endswith("?")
    assert all(part in line for part in (about.name, about.me, about.agency))
    assert line == opener(about, turn)


@pytest.mark.parametrize("kind", [k for k in Kind if k.value.endswith("_page")] + [Kind.VIDEO])
def test_a_visit_to_the_website_is_never_told(kind: Kind) -> None:
    for who, ago in product(("", "Jo"), ("", "3 weeks ago")):
        for line in said(strongest=seen(kind, "Fees", n=3, people=2, who=who), ago=ago):
            assert "Fees" not in line
            assert "couple of you" not in line


def test_clients_with_the_same_reason_hear_different_lines() -> None:
    for kind in Kind:
        for name, who in (("Jo", "Jo"), ("Jo", ""), ("", "")):
            lines = said(20, strongest=seen(kind, "Pay Guide", who=who), name=name)
            assert len(lines) >= 6, (kind, name, who)


def test_only_who_did_it_is_told_so() -> None:
    mine = said(strongest=seen(Kind.DOWNLOAD, "Pay Guide", who="Jo"))
    assert any("You downloaded “Pay Guide”" in line for line in mine)
    for other in (seen(Kind.DOWNLOAD, "Pay Guide", who="Sam"), seen(Kind.DOWNLOAD, "Pay Guide")):
        for line in said(strongest=other):
            assert "You downloaded" not in line
            assert "You asked" not in line


def test_several_are_told_how_many_without_a_figure() -> None:
    two = said(strongest=seen(Kind.WEBINAR_ATTENDED, "Pay", n=2, people=2))
    assert all("couple of you" in line for line in two)
    assert all("few of you" in line for line in said(strongest=seen(Kind.FORM, n=3, people=3)))


def test_a_promise_is_kept_without_naming_a_day_and_a_late_one_says_sorry() -> None:
    kept = said(kind=CallKind.CALLBACK, strongest=seen(Kind.FORM, who="Jo"))
    assert not any("today" in line or "enquiry" in line for line in kept)
    late = said(kind=CallKind.CALLBACK, is_late=True)
    assert not kept & late


def test_a_test_call_is_a_cold_call_and_says_so_unless_they_know_us() -> None:
    cold = said(kind=CallKind.TEST, strongest=seen(Kind.GUIDE_PAGE, "Pay Guide"))
    assert all(any(form.replace("'", "’") in line for form in plain.COLD) for line in cold)
    known = said(kind=CallKind.TEST, is_known=True, ago="4 months ago")
    assert all("4 months ago" in line for line in known)
    met = said(kind=CallKind.TEST, strongest=seen(Kind.MET, who="Jo"))
    assert not any("don’t know" in line or "haven’t" in line for line in met)


def test_the_front_desk_is_asked_who_hires() -> None:
    lines = said(name="", strongest=seen(Kind.FORM))
    assert all(line.startswith("Hello, ") for line in lines)
    assert (
        "Hello, it’s Beth from Harcourt Lane. Who looks after hiring on your side, please?" in lines
    )


def test_the_season_and_the_sector_are_spoken_of() -> None:
    assert any("before Christmas" in line for line in said(month=11))
    assert any("in transport" in line.lower() for line in said(sector="Transport"))
    assert any("In IT, " in line for line in said(sector="IT"))
