"""What is told at once: strong, new, of the right clients, and not again while a client rests."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions.seen_world import TIERS, Seen, World, seen, world
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.add_client import add_client
from warmcalls.actions.alerts import due, note, take
from warmcalls.actions.begin import begin
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.edit_client import do_not_call, exclude
from warmcalls.actions.undo import undo
from warmcalls.domain.alerts import STRONG, Alert, body, strong_kinds, title
from warmcalls.domain.arrivals import Read
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import IncomingClient, Party
from warmcalls.domain.kinds import DEFAULT_WORTH, INTEREST, SHOWS_NONE, Kind, Worth
from warmcalls.domain.moments import DAY, HOUR
from warmcalls.domain.outcomes import Reach, Why
from warmcalls.store import people

REUSED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def five(agency: Agency) -> World:
    return world(agency)


def told(agency: Agency, hours_later: float = 0.0) -> list[str]:
    now = agency.now + round(hours_later * HOUR)
    return [f"{alert.client}: {alert.words}" for alert in due(agency.db, now=now)]


def test_an_enquiry_of_an_a_client_is_told_and_others_are_not(agency: Agency) -> None:
    asks, reads, other = (
        agency.client(name, tier=tier) for name, tier in (("Asks", "A"), ("Reads", "A"), ("B", "B"))
    )
    agency.signal(asks, Kind.PHONE_IN)
    agency.signal(reads, Kind.ARTICLE_PAGE)
    agency.signal(other, Kind.PHONE_IN)
    assert told(agency) == ["Asks: Rang us"]


@pytest.mark.parametrize("engine", ["same", "opened anew"])
def test_a_client_rests_also_after_a_restart(agency: Agency, location: str, engine: str) -> None:
    client = agency.client("Northmoor", tier="A")
    agency.signal(client, Kind.FORM, 0.1)
    assert len(take(agency.db, now=NOW)) == 1
    assert take(agency.db, now=NOW) == []
    db = agency.db if engine == "same" else begin(location, now=NOW)
    later = Agency(db, NOW + 5 * HOUR, agency.keys)
    later.signal(client, Kind.EMAIL_REPLY, 0.1)
    assert told(later) == []
    assert len(told(later, 18.9)) == 0
    assert len(told(later, 19.1)) == 1
    assert len(take(db, now=NOW + 25 * HOUR)) == 1
    assert take(db, now=NOW + 50 * HOUR) == []
    if db is not agency.db:
        db.close()


def test_what_was_told_is_not_told_again_after_the_rest(agency: Agency) -> None:
    agency.signal(agency.client("Northmoor", tier="A"), Kind.FORM, 0.01)
    assert len(take(agency.db, now=NOW)) == 1
    assert told(agency, 30) == []


def test_a_signal_of_the_same_moment_is_told_once_only(five: World) -> None:
    """What was told last is not newer than itself: three people, the last of them then."""
    people = [Seen(0, Kind.ARTICLE_PAGE, NOW - n * HOUR, n) for n in range(3)]
    five.fill(people)
    assert len(take(five.agency.db, now=NOW)) == 1
    change_settings(five.agency.db, now=NOW, alert_rest_hours=1)
    assert told(five.agency, 2) == []
    assert told(five.agency, 1) == []


def test_a_rest_ends_with_its_last_moment(agency: Agency) -> None:
    client = agency.client("Northmoor", tier="A")
    agency.signal(client, Kind.FORM, 0.01)
    take(agency.db, now=NOW)
    agency.signal(client, Kind.EMAIL_REPLY, 0.0)
    rest = 20 * HOUR
    change_settings(agency.db, now=NOW, alert_rest_hours=20)
    assert due(agency.db, now=NOW + rest - 1) == []
    assert len(due(agency.db, now=NOW + rest)) == 1


def test_a_rest_longer_than_news_is_kept_to(agency: Agency) -> None:
    """An alert of five days ago still matters where the rest is a week."""
    change_settings(agency.db, now=NOW, alert_rest_hours=7 * 24)
    client = agency.client("Northmoor", tier="A")
    agency.signal(client, Kind.FORM, 0.01)
    assert len(take(agency.db, now=NOW)) == 1
    later = Agency(agency.db, NOW + 5 * DAY, agency.keys)
    later.signal(client, Kind.FORM, 0.01)
    assert told(later) == []
    assert len(told(later, 47)) == 0
    later = Agency(agency.db, NOW + 7 * DAY, agency.keys)
    later.signal(client, Kind.FORM, 0.01)
    assert len(told(later)) == 1


def test_the_edges_of_two_days_and_of_one_belong_to_them(five: World) -> None:
    five.fill([Seen(0, Kind.FORM, NOW - 2 * DAY, 1)])
    assert len(told(five.agency)) == 1
    five.fill([Seen(0, Kind.FORM, NOW - 2 * DAY - 1, 1)])
    assert told(five.agency) == []


def test_an_old_file_is_no_news(agency: Agency) -> None:
    client = agency.client("Northmoor", tier="A")
    agency.signal(client, Kind.FORM, 2.01)
    agency.signal(client, Kind.FORM, 300)
    assert told(agency) == []
    agency.signal(client, Kind.FORM, 1.99)
    assert len(told(agency)) == 1


def test_who_objected_or_is_excluded_gives_none(agency: Agency) -> None:
    objects, rival, rejected, fine = (
        agency.client(name, tier="A") for name in ("Objects", "Rival", "Rejected", "Fine")
    )
    for client in (objects, rival, rejected, fine):
        agency.signal(client, Kind.FORM)
    do_not_call(agency.db, objects, now=NOW)
    exclude(agency.db, rival, "competitor", now=NOW)
    agency.outcome(rejected, Reach.REJECTED, why=Why.COMPETITOR)
    assert [line.split(":")[0] for line in told(agency)] == ["Fine"]


def test_three_people_in_a_day_are_strong_whatever_they_read(five: World) -> None:
    hours = [1, 2, 23.5]
    five.fill([Seen(0, Kind.ARTICLE_PAGE, NOW - round(h * HOUR), n) for n, h in enumerate(hours)])
    assert told(five.agency) == ["Client 0: 3 different people came within a day"]
    five.fill([Seen(0, Kind.ARTICLE_PAGE, NOW - n * 13 * HOUR, n) for n in range(3)])
    assert told(five.agency) == []


def test_each_desk_is_told_once(agency: Agency) -> None:
    beth, marc = agency.recruiter("Beth"), agency.recruiter("Marc")
    with agency.db.atomic():
        sam = people.add(agency.db, "Sam", Role.MARKETER, 20)
    agency.signal(agency.client("Hers", tier="A", owner="Beth"), Kind.FORM)
    agency.signal(agency.client("Nobody’s", tier="A"), Kind.FORM)
    names = {who.name: [a.client for a in take(agency.db, now=NOW, person=who)]
             for who in (beth, marc, sam)}  # fmt: skip
    assert names == {
        "Beth": ["Hers", "Nobody’s"], "Marc": ["Nobody’s"], "Sam": ["Hers", "Nobody’s"]
    }  # fmt: skip
    assert [take(agency.db, now=NOW, person=who) for who in (beth, marc, sam)] == [[], [], []]


def test_the_switch_the_tiers_and_the_rest_are_settings(agency: Agency) -> None:
    agency.signal(agency.client("B", tier="B"), Kind.FORM, 0.01)
    assert told(agency) == []
    change_settings(agency.db, now=NOW, alert_tiers=("A", "B"), alert_rest_hours=1)
    assert len(told(agency)) == 1
    note(agency.db, due(agency.db, now=NOW), now=NOW)
    agency.signal(agency.last("client"), Kind.EMAIL_REPLY, 0.0)
    assert (len(told(agency, 0.9)), len(told(agency, 1.1))) == (0, 1)
    change_settings(agency.db, now=NOW, alerts_on=False)
    assert told(agency, 1.1) == []
    for wrong in ({"alert_rest_hours": 0}, {"alert_rest_hours": 2.5}, {"alert_rest_hours": True}):
        with pytest.raises(RefusedError, match="rest lies"):
            change_settings(agency.db, now=NOW, **wrong)
    for tiers in ((), ("D",)):
        with pytest.raises(RefusedError, match="choose one"):
            change_settings(agency.db, now=NOW, alert_tiers=tiers)


def test_a_client_that_was_told_of_can_still_be_taken_back(agency: Agency) -> None:
    made = add_client(agency.db, Party(0, IncomingClient(name="New", tier="A")), now=NOW)
    agency.signal(made.id, Kind.FORM, 0.1)
    assert len(take(agency.db, now=NOW)) == 1
    undo(agency.db, now=NOW)
    undo(agency.db, now=NOW, entry_id=made.undo)
    assert agency.db.query("select * from alert") == []


def test_strong_is_what_the_weights_call_strong() -> None:
    strong = strong_kinds(DEFAULT_WORTH)
    assert {
        Kind.FORM, Kind.CHAT, Kind.AD_LEAD, Kind.PHONE_IN, Kind.EMAIL_REPLY, Kind.CONTACT_PAGE,
        Kind.SERVICES_PAGE, Kind.WEBINAR_ATTENDED, Kind.EVENT_SPOKE, Kind.REFERRAL,
    } <= strong  # fmt: skip
    assert not strong & {Kind.MET, Kind.PAST_PLACEMENT, *SHOWS_NONE}
    heavier = DEFAULT_WORTH | {Kind.ARTICLE_PAGE: Worth(STRONG, 10)}
    assert Kind.ARTICLE_PAGE in strong_kinds(heavier)


@given(rows=seen(NOW), earlier=st.booleans())
@REUSED
def test_alerts_are_as_plain_looking_has_them(
    five: World, rows: list[Seen], *, earlier: bool
) -> None:
    five.fill(rows)
    if earlier:
        take(five.agency.db, now=NOW - 30 * HOUR)
    last = {
        row["client_id"]: row["signal_at"]
        for row in five.agency.db.query("select client_id, signal_at from alert")
    }
    strong = strong_kinds(DEFAULT_WORTH)
    expected = {}
    for place, client in enumerate(five.clients):
        mine = [s for s in rows if s.client == place and s.kind in INTEREST]
        news = [s.at for s in mine if s.kind in strong and s.at >= NOW - 2 * DAY]
        news = [at for at in news if at > last.get(client, 0)]
        day = [s for s in mine if s.at >= NOW - DAY]
        if len({s.person for s in day}) >= 3 and max(s.at for s in day) > last.get(client, 0):
            news.append(max(s.at for s in day))
        if news and TIERS[place] == "A":
            expected[client] = max(news)
    assert {a.client_id: a.signal_at for a in due(five.agency.db, now=NOW)} == expected


def test_one_notification_speaks_for_several(agency: Agency) -> None:
    did = Read(Kind.FORM, "Hire with us", 1, 1)
    alerts = [Alert(n, f"Client {n}", "A", did, 1, NOW) for n in range(5)]
    assert (title(alerts[:1]), body(alerts[:1])) == (
        "Client 0 (A)",
        "Sent an enquiry through “Hire with us”.",
    )
    assert title(alerts) == "5 target clients did something strong"
    assert body(alerts).splitlines()[-1] == "and 2 more"
    assert agency.db.query("select * from alert") == []
