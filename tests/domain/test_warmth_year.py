"""Warmth over a year and what it is made of, against counting it all out by hand."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmcalls.domain.kinds import DEFAULT_WORTH, KINDS, Kind
from warmcalls.domain.moments import DAY, HOUR
from warmcalls.domain.warmth import Floats
from warmcalls.domain.warmth_year import (
    MOST,
    NOUNS,
    Seen,
    counts_by_day,
    label,
    line_of,
    made_of,
)

NOW = 1_772_526_600_000_000
SIGNALS = st.lists(
    st.builds(
        Seen,
        st.sampled_from(KINDS),
        st.integers(0, 500 * 24).map(lambda hours: NOW - hours * HOUR),
        st.sampled_from([1.0, 0.25]),
        st.sampled_from(["", "Salary Guide", "Fees"]),
    ),
    max_size=30,
)


def count(seen: list[Seen], kind: Kind, at: int) -> float:
    """The decayed count of a kind at a moment, signal by signal."""
    life = DEFAULT_WORTH[kind].half_life_days
    past = [s for s in seen if s.kind is kind and s.at <= at]
    return sum(s.share * math.pow(0.5, (at - s.at) / DAY / life) for s in past)


def by_day(seen: list[Seen]) -> Floats:
    return counts_by_day([(s.kind.value, s.at, s.share) for s in seen], NOW, DEFAULT_WORTH)


def warmth(seen: list[Seen], at: int) -> float:
    total = sum(DEFAULT_WORTH[k].weight * math.log1p(count(seen, k, at)) for k in KINDS)
    return max(total, 0.0)


@given(SIGNALS)
@settings(deadline=None)
def test_every_day_of_the_year_is_what_it_was(seen: list[Seen]) -> None:
    counts = by_day(seen)
    line = line_of(counts, DEFAULT_WORTH)
    assert len(line) == 365
    for day in (0, 1, 180, 300, 363, 364):
        at = NOW - (364 - day) * DAY
        assert line[day] == pytest.approx(warmth(seen, at), rel=1e-9, abs=1e-9)


@given(SIGNALS, st.integers(0, 30))
@settings(deadline=None)
def test_parts_sum_to_a_hundred_and_are_the_largest(seen: list[Seen], looked_up: int) -> None:
    counts = by_day(seen)[-1]
    parts = made_of(counts, seen[:looked_up], NOW, DEFAULT_WORTH)
    warms = any(DEFAULT_WORTH[s.kind].weight > 0 for s in seen)
    assert sum(part.percent for part in parts) == (100 if warms else 0)
    assert len(parts) <= MOST + 1
    named = [p.percent for p in parts if p.words != "other"]
    assert named == sorted(named, reverse=True)


def test_what_warmth_is_made_of_is_shared_by_subject_across_kinds() -> None:
    seen = [
        Seen(Kind.GUIDE_PAGE, NOW - 3 * DAY, 1.0, "Salary Guide"),
        Seen(Kind.DOWNLOAD, NOW - 2 * DAY, 1.0, "salary guide"),
        Seen(Kind.WEBINAR_ATTENDED, NOW - 5 * DAY, 1.0, ""),
        Seen(Kind.SERVICES_PAGE, NOW - DAY, 1.0, "Fees"),
        Seen(Kind.SERVICES_PAGE, NOW - 9 * DAY, 1.0, "About"),
        Seen(Kind.EMAIL_UNSUBSCRIBE, NOW - DAY, 1.0, ""),
    ]
    worth = DEFAULT_WORTH
    adds = {k: worth[k].weight * math.log1p(count(seen, k, NOW)) for k in KINDS}
    pages = Kind.SERVICES_PAGE
    fees = adds[pages] * count([seen[3]], pages, NOW) / count(seen, pages, NOW)
    by_hand = {
        "salary guide": adds[Kind.GUIDE_PAGE] + adds[Kind.DOWNLOAD],
        "webinar": adds[Kind.WEBINAR_ATTENDED],
        "fees page": fees,
        "about page": adds[pages] - fees,
    }
    whole = sum(by_hand.values())
    parts = made_of(by_day(seen)[-1], seen, NOW, worth)
    assert [part.words.casefold() for part in parts] == sorted(
        by_hand, key=lambda name: -by_hand[name]
    )
    for part in parts:
        assert part.percent == pytest.approx(100 * by_hand[part.words.casefold()] / whole, abs=1)


def test_many_parts_end_in_one_for_the_rest() -> None:
    seen = [Seen(Kind.ARTICLE_PAGE, NOW - DAY, 1.0, f"Article {n}") for n in range(9)]
    parts = made_of(by_day(seen)[-1], seen, NOW, DEFAULT_WORTH)
    assert [part.words for part in parts][-1] == "other"
    assert sum(part.percent for part in parts) == 100


def test_parts_have_names_people_use() -> None:
    assert label(Kind.SERVICES_PAGE, "Fees") == "Fees page"
    assert label(Kind.SERVICES_PAGE, "Fees page") == "Fees page"
    assert label(Kind.REFERRAL, "by Jo") == "a referral"
    assert label(Kind.DOWNLOAD, "Salary Guide") == "Salary Guide"
    assert set(NOUNS) == set(KINDS)
