"""What a person types for a day gone by."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import local, moment
from warmcalls.domain.past import parse_past

LONDON = ZoneInfo("Europe/London")
NOW = moment(datetime(2026, 3, 3, 10, 15, tzinfo=LONDON))  # a Tuesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-03-03"),
        ("", "2026-03-03"),
        ("yesterday", "2026-03-02"),
        ("tuesday", "2026-02-24"),
        ("last friday", "2026-02-27"),
        ("3 days ago", "2026-02-28"),
        ("two weeks ago", "2026-02-17"),
        ("14 march", "2025-03-14"),
        ("1/3", "2026-03-01"),
        ("24/12/25", "2025-12-24"),
        ("2026-01-05", "2026-01-05"),
    ],
)
def test_words_mean_a_day_gone_by(text: str, day: str) -> None:
    assert local(parse_past(text, NOW, LONDON), LONDON).date().isoformat() == day


@pytest.mark.parametrize("text", ["tomorrow", "soon", "31/2", "2027-01-01", "1/13"])
def test_what_cannot_be_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RefusedError, match="yesterday"):
        parse_past(text, NOW, LONDON)


@given(st.text(max_size=20))
def test_any_text_is_gone_by_or_refused(text: str) -> None:
    try:
        assert parse_past(text, NOW, LONDON) <= NOW
    except RefusedError:
        pass
