"""Who came this week, as plain counting has it."""

from collections import Counter, defaultdict
from math import log1p

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions.seen_world import TIERS, Seen, World, seen, world
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.arrivals import arrivals, this_week
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_client import do_not_call, exclude
from warmcalls.domain.arrivals import Came, Read, Return, days_words, ordinal
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import DEFAULT_WORTH, INTEREST, SHOWS_NONE, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.warmth import NO_INTEREST

REUSED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def five(agency: Agency) -> World:
    return world(agency)


@given(rows=seen(NOW), days=st.sampled_from([1, 7, 30]))
@REUSED
def test_arrivals_are_as_plain_counting_has_them(five: World, rows: list[Seen], days: int) -> None:
    five.fill(rows)
    found = this_week(desk(five.agency.db, NOW), days)
    shown = [s for s in rows if s.kind in INTEREST]
    came: dict[int, list[Seen]] = defaultdict(list)
    for each in shown:
        if NOW - days * DAY <= each.at <= NOW:
            came[each.client].append(each)
    assert found.clients == len(came) == len(found.arrivals)
    assert found.signals == sum(len(here) for here in came.values())
    assert found.people == sum(len({s.person for s in here}) for here in came.values())
    for arrival in found.arrivals:
        place = five.clients.index(arrival.client_id)
        here = came[place]
        assert arrival.tier == TIERS[place]
        assert arrival.signals == len(here)
        assert arrival.people == len({s.person for s in here})
        assert (arrival.first_at, arrival.last_at) == (
            min(s.at for s in here),
            max(s.at for s in here),
        )
        told = [
            s for s in rows
            if s.client == place and s.kind not in NO_INTEREST and s.at >= NOW - days * DAY
        ]  # fmt: skip
        assert {(r.kind, r.subject): r.count for r in arrival.read} == Counter(
            (s.kind, s.subject) for s in told
        )
        before = [s.at for s in shown if s.client == place and s.at < NOW - days * DAY]
        assert (arrival.came.how is Return.FIRST) == (not before)
        if before:
            assert arrival.came.away == (arrival.first_at - max(before)) // DAY
        assert arrival.came.streak == (streak(shown, place, days) if before else 1)
        names = {("Salary Guide", "Webinars")[s.campaign] for s in here if s.campaign >= 0}
        assert set(arrival.campaigns) == names
        counts = Counter(s.kind for s in told)
        pull = sum(DEFAULT_WORTH[kind].weight * log1p(n) for kind, n in counts.items())
        assert arrival.strength == pytest.approx(pull)
    strengths = [a.strength for a in found.arrivals]
    assert strengths == sorted(strengths, reverse=True)


def streak(shown: list[Seen], place: int, days: int) -> int:
    """Count stretches in a row back from now in which a client came, one at a time."""
    length = 0
    while True:
        end, start = NOW - length * days * DAY, NOW - (length + 1) * days * DAY
        here = [s.at for s in shown if s.client == place and start <= s.at]
        if not any(at < end or (length == 0 and at == end) for at in here):
            return max(length, 1)
        length += 1


@pytest.mark.parametrize(
    ("came", "words"),
    [
        (Came(Return.FIRST), "first time"),
        (Came(Return.BACK, 150), "back after 5 months"),
        (Came(Return.BACK, 15), "back after 2 weeks"),
        (Came(Return.BACK, 9), "back after 9 days"),
        (Came(Return.AGAIN, 3, 3), "third week in a row"),
        (Came(Return.AGAIN, 3, 2, 30), "second month in a row"),
        (Came(Return.AGAIN, 3, 2, 14), "also in the 14 days before"),
    ],
)
def test_the_chip_says_whether_they_were_here_before(came: Came, words: str) -> None:
    assert came.words == words


def test_lengths_and_places_are_said_as_people_say_them() -> None:
    assert [days_words(n) for n in (1, 13, 14, 62, 63, 729, 730)] == [
        "a day", "13 days", "2 weeks", "8 weeks", "2 months", "24 months", "2 years"
    ]  # fmt: skip
    assert [ordinal(n) for n in (1, 12, 13, 21, 22, 23, 111)] == [
        "first", "twelfth", "13th", "21st", "22nd", "23rd", "111th"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (Read(Kind.GUIDE_PAGE, "Pay 2026", 1, 1), "read “Pay 2026”"),
        (Read(Kind.GUIDE_PAGE, "Pay 2026", 2, 1), "read “Pay 2026” twice"),
        (Read(Kind.GUIDE_PAGE, "Pay 2026", 5, 2), "2 people read “Pay 2026”, 5 times"),
        (Read(Kind.CONTACT_PAGE, "", 1, 1), "looked at our contact page"),
        (Read(Kind.JOB_ADVERT, "Planner", 1, 1), "they advertised “Planner”"),
        (Read(Kind.PHONE_IN, "", 3, 1), "rang us 3 times"),
    ],
)
def test_what_was_read_is_said_in_words(read: Read, words: str) -> None:
    assert read.words == words


def test_opens_bounces_and_job_pages_bring_nobody(agency: Agency) -> None:
    quiet = agency.client("Quiet")
    for kind in SHOWS_NONE:
        agency.signal(quiet, kind)
    assert arrivals(desk(agency.db, NOW)) == []


def test_an_advert_is_told_beside_a_visit_and_counts_for_nobody(agency: Agency) -> None:
    client = agency.client("Northmoor", tier="A")
    agency.signal(client, Kind.JOB_ADVERT, 60)  # before this week, and no visit either
    agency.signal(client, Kind.JOB_ADVERT, 1)
    agency.signal(client, Kind.GUIDE_PAGE, 3)
    week = this_week(desk(agency.db, NOW))
    (found,) = week.arrivals
    assert (week.people, week.signals, found.people, found.signals) == (1, 1, 1, 1)
    assert {read.kind for read in found.read} == {Kind.JOB_ADVERT, Kind.GUIDE_PAGE}
    assert found.came.how is Return.FIRST
    assert found.last_at == NOW - 3 * DAY


def test_the_strongest_come_first_and_excluded_ones_not_at_all(agency: Agency) -> None:
    reader, asks, rival = (agency.client(name, tier="A") for name in ("Reader", "Asks", "Rival"))
    for days in (1, 2, 3):
        agency.signal(reader, Kind.ARTICLE_PAGE, days)
    agency.signal(asks, Kind.FORM, 2)
    agency.signal(rival, Kind.FORM, 1)
    exclude(agency.db, rival, "competitor", now=NOW)
    do_not_call(agency.db, asks, now=NOW)
    found = arrivals(desk(agency.db, NOW))
    assert [a.client for a in found] == ["Asks", "Reader"]
    assert [a.no_calls for a in found] == [True, False]
    assert found[0].warmth > found[1].warmth > 0
    assert len(found[0].line) == 30


def test_tiers_and_a_limit_narrow_it_but_the_whole_is_still_counted(agency: Agency) -> None:
    for tier in ("A", "A", "B", ""):
        agency.signal(agency.client(f"Client {next(agency.keys)}", tier=tier), Kind.FORM)
    asked = desk(agency.db, NOW)
    week = this_week(asked, tiers=("A",), limit=1)
    assert (week.clients, len(week.arrivals)) == (2, 1)
    assert {a.tier for a in arrivals(asked, tiers=("B", ""))} == {"B", ""}
    with pytest.raises(RefusedError, match="A, B or C"):
        arrivals(asked, tiers=("D",))
    with pytest.raises(RefusedError, match="days"):
        arrivals(asked, 0)
