"""The ideal client: said, checked, worked out for all, seen in the ranking, taken back."""

import pytest

from tests.agency import Agency
from warmcalls.actions.ideal_client import set_ideal_client
from warmcalls.actions.todays_list import todays_list
from warmcalls.actions.undo import undo
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.fit import LEAST, IdealClient
from warmcalls.domain.kinds import Kind
from warmcalls.store import settings


def fits(agency: Agency) -> list[float]:
    return [row[0] for row in agency.db.tuples("select fit from standing order by client_id")]


def test_everybody_is_worked_out_again_and_back(agency: Agency) -> None:
    agency.client("One", tier="A", sector="Engineering", staff=240)
    agency.client("Two", sector="Care")
    agency.client("Three")
    assert fits(agency) == [1.0, 0.0, 0.0]
    done = set_ideal_client(
        agency.db, sectors=["Transport ", "engineering", "transport"], most_staff=100,
        now=agency.now,
    )  # fmt: skip
    assert done.said == "Ideal client: Transport or engineering, up to 100 staff"
    assert settings.load(agency.db).ideal == IdealClient(("Transport", "engineering"), None, 100)
    assert fits(agency) == [pytest.approx(2 / 3), LEAST, 0.0]
    undo(agency.db, now=agency.now)
    assert fits(agency) == [1.0, 0.0, 0.0]
    assert settings.load(agency.db).ideal == IdealClient()


@pytest.mark.parametrize(("least", "most"), [(0, None), (None, -5), (500, 50), (None, 10_000_001)])
def test_sizes_nobody_can_have_are_refused(
    agency: Agency, least: int | None, most: int | None
) -> None:
    with pytest.raises(RefusedError):
        set_ideal_client(agency.db, least_staff=least, most_staff=most, now=agency.now)
    assert settings.load(agency.db).ideal == IdealClient()


def test_who_fits_comes_first_among_equals_and_the_list_says_why(agency: Agency) -> None:
    for name, sector in (("Care", "Care"), ("Works", "Engineering")):
        agency.signal(agency.client(name, sector=sector, staff=240), Kind.WEBINAR_ATTENDED)
    assert agency.warm_names() == ["Care", "Works"]
    set_ideal_client(agency.db, sectors=["Engineering"], least_staff=50, now=agency.now)
    assert agency.warm_names() == ["Works", "Care"]
    first, second = todays_list(agency.db, now=agency.now).calls
    assert "; fits your ideal client: Engineering, 240 staff" in first.why
    assert first.features["fit"] == 0.5
    assert "fit" not in second.features  # what is 0 is left out
    assert first.chance > second.chance
