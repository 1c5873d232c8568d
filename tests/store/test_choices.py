"""What results can be narrowed to, on both engines."""

from tests.agency import Agency
from warmcalls.store.choices import Choices, choices


def test_names_come_once_and_in_order_whatever_their_case(agency: Agency) -> None:
    agency.campaign("pay guide", channel="Content")
    agency.campaign("Ads", channel="ads")
    agency.campaign("More ads", channel="Ads")
    agency.campaign("Nameless", channel="")
    for name, sector in (("A", "Dental"), ("B", "care"), ("C", "Care"), ("D", "")):
        agency.client(name, sector=sector)
    zoe, adam = agency.recruiter("Zoe Ward"), agency.recruiter("adam Lee")
    found = choices(agency.db)
    assert [each.lower() for each in found.channels] == ["ads", "content"]
    assert [each.lower() for each in found.sectors] == ["care", "dental"]
    assert found.people == ((adam.id, "adam Lee"), (zoe.id, "Zoe Ward"))
    assert [name for _, name in found.campaigns] == ["Ads", "More ads", "Nameless", "pay guide"]


def test_an_empty_agency_has_nothing_to_choose_from(agency: Agency) -> None:
    assert choices(agency.db) == Choices()
