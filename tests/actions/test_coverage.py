"""How much of the target list was reached, as plain counting has it, and who stands behind it."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.actions.seen_world import TIERS, Seen, World, seen, world
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.arrivals import arrivals, reached_clients
from warmcalls.actions.client_list import count_clients
from warmcalls.actions.client_rows import client_rows, listed
from warmcalls.actions.coverage import coverage, reached_by, tier_coverage
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_client import exclude
from warmcalls.domain.kinds import INTEREST, SHOWS_NONE, Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.reach import Figure
from warmcalls.store import warmth

REUSED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def five(agency: Agency) -> World:
    return world(agency)


@given(rows=seen(NOW))
@REUSED
def test_coverage_is_as_plain_counting_has_it(five: World, rows: list[Seen]) -> None:
    five.fill(rows)
    asked = desk(five.agency.db, NOW)
    found = coverage(asked)
    shown = [s for s in rows if s.kind in INTEREST]

    def within(days: int, tier: str) -> set[int]:
        recent = {s.client for s in shown if s.at >= NOW - days * DAY}
        return {c for c in recent if TIERS[c] == tier}

    assert [t.tier for t in found.tiers] == ["A", "B", "C", ""]
    for tier in found.tiers:
        ever = {s.client for s in shown if TIERS[s.client] == tier.tier}
        assert tier.clients == TIERS.count(tier.tier)
        assert tier.recent == len(within(30, tier.tier))
        assert tier.reached == len(within(90, tier.tier))
        assert tier.never == tier.clients - len(ever)
        assert tier.missed + tier.reached == tier.clients
    assert tier_coverage(asked).tiers == found.tiers
    by_campaign: dict[int | None, set[int]] = {None: set(), 0: set(), 1: set()}
    lately = [s for s in shown if s.at >= NOW - 90 * DAY]
    for each in lately:
        if each.campaign >= 0:
            by_campaign[each.campaign].add(each.client)
    by_campaign[None] = {s.client for s in lately} - by_campaign[0] - by_campaign[1]
    for row in found.campaigns:
        place = None if row.campaign_id is None else five.campaigns.index(row.campaign_id)
        clients = by_campaign.pop(place)
        assert row.clients == len(clients)
        assert dict(row.by_tier) == {
            t: n for t in set(TIERS) if (n := sum(TIERS[c] == t for c in clients))
        }
        assert set(reached_by(asked, row.campaign_id)) == {five.clients[c] for c in clients}
        told = reached_clients(asked, row.campaign_id)
        assert {a.client_id for a in told.arrivals} == {five.clients[c] for c in clients}
        assert told.clients == row.clients
        for arrival in told.arrivals:
            place = five.clients.index(arrival.client_id)
            assert arrival.signals == sum(s.client == place for s in lately)
    assert not any(by_campaign.values())


def test_excluded_clients_are_no_targets(agency: Agency) -> None:
    rival = agency.client("Rival", tier="A")
    agency.client("Target", tier="A")
    agency.signal(rival, Kind.FORM)
    exclude(agency.db, rival, "competitor", now=NOW)
    found = coverage(desk(agency.db, NOW))
    assert (found.tier("A").clients, found.tier("A").reached) == (1, 0)
    assert found.campaigns == ()


def test_the_campaign_that_reached_most_a_clients_is_first_and_no_campaign_last(
    agency: Agency,
) -> None:
    many, few = agency.campaign("Many Cs"), agency.campaign("One A")
    for _ in range(3):
        agency.signal(agency.client(f"C {next(agency.keys)}", tier="C"), campaign=many)
    agency.signal(agency.client("A", tier="A"), campaign=few)
    agency.signal(agency.client("Direct", tier="A"), Kind.SERVICES_PAGE)
    found = coverage(desk(agency.db, NOW)).campaigns
    assert [c.name for c in found] == ["One A", "Many Cs", "No campaign known"]
    assert [c.clients for c in found] == [1, 3, 1]


def test_an_opened_e_mail_reaches_nobody_though_it_touches(agency: Agency) -> None:
    mailing = agency.campaign("Mailing")
    agency.signal(agency.client("Opens", tier="A"), Kind.EMAIL_OPEN, campaign=mailing)
    found = coverage(desk(agency.db, NOW))
    assert found.campaigns == ()
    assert (found.tier("A").reached, found.tier("A").never) == (0, 1)


@pytest.mark.parametrize("kind", sorted(SHOWS_NONE))
def test_what_shows_no_interest_is_no_visit_anywhere(agency: Agency, kind: Kind) -> None:
    """A client's own advert is no sign that marketing reached it, whatever is asked."""
    mailing = agency.campaign("Mailing")
    alone, both = agency.client("Alone", tier="A"), agency.client("Both", tier="A")
    agency.signal(both, Kind.FORM, 40)
    for client in (alone, both):
        agency.signal(client, kind, 1, campaign=mailing)
    asked = desk(agency.db, NOW)
    found = coverage(asked)
    tier = found.tier("A")
    assert (tier.clients, tier.recent, tier.reached, tier.never) == (2, 0, 1, 1)
    assert [(c.campaign_id, c.clients) for c in found.campaigns] == [(None, 1)]
    for figure in Figure:
        assert count_clients(asked, tier.question(figure)) == tier.count(figure)
    rows = {row.id: row for row in client_rows(asked, [alone, both], listed(asked))}
    assert (rows[alone].people, rows[alone].seen_at) == (0, None)
    assert not rows[alone].coverage.reached
    assert (rows[both].people, rows[both].seen_at) == (0, NOW - 40 * DAY)
    assert warmth.people_this_week(agency.db, [alone, both], NOW) == {}
    assert arrivals(asked) == []


def test_titles_say_what_a_figure_opens(agency: Agency) -> None:
    agency.client("No tier")
    a, none = (coverage(desk(agency.db, NOW)).tier(tier) for tier in ("A", ""))
    assert a.title(Figure.NEVER) == "A clients never reached"
    assert a.title(Figure.CLIENTS) == "A clients"
    assert none.title(Figure.RECENT) == "Clients without a tier reached in 30 days"
    assert none.name == "No tier"
