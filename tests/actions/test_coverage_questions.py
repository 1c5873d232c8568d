"""Every figure of the coverage opens the clients that it counts."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.actions.seen_world import Seen, World, seen, world
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.client_list import client_ids, count_clients
from warmcalls.actions.coverage import tier_coverage
from warmcalls.actions.desk import desk
from warmcalls.domain.reach import Figure

REUSED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def five(agency: Agency) -> World:
    return world(agency)


@given(rows=seen(NOW))
@REUSED
def test_every_figure_opens_as_many_clients_as_it_says(five: World, rows: list[Seen]) -> None:
    five.fill(rows)
    asked = desk(five.agency.db, NOW)
    for tier in tier_coverage(asked).tiers:
        for figure in Figure:
            question = tier.question(figure)
            assert count_clients(asked, question) == tier.count(figure), (tier, figure)
            assert len(client_ids(asked, question)) == tier.count(figure)
