"""What a recruiter types for a callback."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import local, moment
from warmcalls.domain.when import parse_when

LONDON = ZoneInfo("Europe/London")
NOW = moment(datetime(2026, 3, 3, 10, 15, tzinfo=LONDON))  # a Tuesday


def said(text: str, now: int = NOW) -> str:
    return f"{local(parse_when(text, now, LONDON), LONDON):%a %d %b %Y %H:%M}"


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("tue 2pm", "Tue 03 Mar 2026 14:00"),
        ("tue 9am", "Tue 10 Mar 2026 09:00"),
        ("Friday at 9.30", "Fri 06 Mar 2026 09:30"),
        ("tues 2pm", "Tue 03 Mar 2026 14:00"),
        ("sept 4", "Fri 04 Sep 2026 09:00"),
        ("fri", "Fri 06 Mar 2026 09:00"),
        ("tomorrow", "Wed 04 Mar 2026 09:00"),
        ("tomorrow 10:30", "Wed 04 Mar 2026 10:30"),
        ("2pm", "Tue 03 Mar 2026 14:00"),
        ("9am", "Wed 04 Mar 2026 09:00"),
        ("at 3", "Tue 03 Mar 2026 15:00"),
        ("today 4pm", "Tue 03 Mar 2026 16:00"),
        ("in 3 weeks", "Tue 24 Mar 2026 09:00"),
        ("in two days", "Thu 05 Mar 2026 09:00"),
        ("in 4 days", "Mon 09 Mar 2026 09:00"),
        ("in an hour", "Tue 03 Mar 2026 11:15"),
        ("in 20 minutes", "Tue 03 Mar 2026 10:35"),
        ("in a month", "Fri 03 Apr 2026 09:00"),
        ("next week", "Mon 09 Mar 2026 09:00"),
        ("thursday afternoon", "Thu 05 Mar 2026 14:00"),
        ("14 March", "Sat 14 Mar 2026 09:00"),
        ("March 14th 11am", "Sat 14 Mar 2026 11:00"),
        ("14/3", "Sat 14 Mar 2026 09:00"),
        ("2 Feb", "Tue 02 Feb 2027 09:00"),
        ("2026-04-01", "Wed 01 Apr 2026 09:00"),
        ("2026-04-01T15:30", "Wed 01 Apr 2026 15:30"),
        ("1/4/26 noon", "Wed 01 Apr 2026 12:00"),
    ],
)
def test_words_mean_what_a_recruiter_means(text: str, means: str) -> None:
    assert said(text) == means


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "yesterday",
        "31/2",
        "2020-01-01",
        "today 9am",
        "25:00",
        "13pm",
        "in x weeks",
        "monkey",
        "saturn 3pm",
        "1st of marching",
        "in 0 weeks",
        "this month",
    ],
)
def test_what_cannot_be_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RefusedError, match="tue 2pm"):
        parse_when(text, NOW, LONDON)


@given(st.text(max_size=30))
def test_any_text_is_a_future_moment_or_a_refusal(text: str) -> None:
    try:
        assert parse_when(text, NOW, LONDON) > NOW
    except RefusedError:
        pass


def test_a_clock_change_keeps_the_wall_clock() -> None:
    before = moment(datetime(2026, 3, 27, 16, 0, tzinfo=LONDON))
    assert said("mon 9am", before) == "Mon 30 Mar 2026 09:00"
