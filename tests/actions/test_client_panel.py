"""The panel of a client: everything that is known of it."""

import pytest

from tests.agency import Agency
from warmcalls.actions.add_signal import add_signal
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.client_panel import client_panel
from warmcalls.actions.desk import Desk, desk
from warmcalls.actions.edit_client import do_not_call
from warmcalls.actions.edit_contacts import add_contact
from warmcalls.actions.edit_identifiers import add_identifier
from warmcalls.actions.fees import Bill, record_fee
from warmcalls.actions.ideal_client import set_ideal_client
from warmcalls.actions.propose import propose_one
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.record_screening import record_screening
from warmcalls.actions.vacancies import add_vacancy, close_vacancy
from warmcalls.actions.why_not import why_not
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import IdentityKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, HOUR
from warmcalls.domain.outcomes import Result
from warmcalls.domain.placements import VacancyState


def asked(agency: Agency) -> Desk:
    return desk(agency.db, agency.now)


def test_the_facts_are_those_that_are_known(agency: Agency) -> None:
    agency.recruiter("Beth Okafor")
    northmoor = agency.client(
        "Northmoor Logistics", tier="A", sector="Transport", town="Wakefield", staff=1240,
        owner="Beth Okafor", expected_fee=840_000, since="2024-03-01", tags=("drivers", "guide"),
    )  # fmt: skip
    panel = client_panel(asked(agency), northmoor)
    assert panel.facts == (
        "Transport", "Wakefield", "1,240 staff", "tier A", "Beth Okafor", "fee £8,400",
        "client since 1 Mar 2024",
    )  # fmt: skip
    assert client_panel(asked(agency), agency.client("Bare")).facts == ()
    with pytest.raises(RefusedError, match="not there any more"):
        client_panel(asked(agency), 99)


def test_warmth_is_todays_and_says_what_made_it(agency: Agency) -> None:
    northmoor = agency.client("Northmoor")
    for kind, subject, days in (
        (Kind.DOWNLOAD, "Salary Guide", 3), (Kind.WEBINAR_ATTENDED, "Pay in logistics", 5),
        (Kind.FORM, "Call me", 200),
    ):  # fmt: skip
        at = agency.now - days * DAY + HOUR
        add_signal(agency.db, northmoor, kind, at=at, now=agency.now, subject=subject)
    panel = client_panel(asked(agency), northmoor)
    call = propose_one(asked(agency), northmoor)
    assert panel.warmth[-1] == pytest.approx(call.warmth)
    assert panel.warmth[-30:] == pytest.approx(call.sparkline, abs=0.05)
    assert max(panel.warmth) == panel.warmth[-200]
    assert [part.words for part in panel.made_of] == [
        "Pay in logistics", "Salary Guide", "Call me",
    ]  # fmt: skip
    assert sum(part.percent for part in panel.made_of) == 100


def test_contacts_stand_with_their_numbers_and_objections(agency: Agency) -> None:
    northmoor = agency.client("Northmoor", phone="020 7946 0018")
    numbers = ("01632 960123", "01632 960124", "01632 960125", "01632 960126")
    people = [
        add_contact(
            agency.db, northmoor, ContactSaid(name, "Role", "", (PhoneSaid(number, "direct"),)),
            now=agency.now,
        ).id
        for name, number in zip(("Priya", "Dan", "Grace", "Eva"), numbers, strict=True)
    ]  # fmt: skip
    record_screening(agency.db, ["+441632960123"], [], at=agency.now - 7 * DAY)
    record_screening(agency.db, ["+441632960124"], ["+441632960124"], at=agency.now - DAY)
    record_screening(agency.db, ["+441632960126"], [], at=agency.now - 60 * DAY)
    do_not_call(agency.db, northmoor, contact_id=people[2], now=agency.now - 50 * DAY)
    panel = client_panel(asked(agency), northmoor)
    told = [(c.name, c.objected, c.numbers[0].words, c.numbers[0].state) for c in panel.contacts]
    assert told == [
        ("Priya", "", "screened 24 Feb, good for 21 days", ""),
        ("Dan", "", "TPS", "bad"),
        ("Eva", "", "screened 2 Jan: due again", "notice"),
        ("Front desk", "", "not screened", "notice"),
        ("Grace", "objected 12 Jan", "objected", "bad"),
    ]
    assert panel.contacts[3].numbers[0].shown == "020 7946 0018"
    agency.db.execute("update phone set dead = 1")
    assert client_panel(asked(agency), northmoor).contacts[3].numbers[0].words == "dead"


def test_identifiers_stand_as_they_were_said(agency: Agency) -> None:
    northmoor = agency.client("Northmoor Ltd", website="northmoor.co.uk")
    said = ContactSaid("Priya", email="priya@northmoor.co.uk")
    add_contact(agency.db, northmoor, said, now=agency.now)
    for kind, text in (
        (IdentityKind.RANGE, "192.0.2.0/28"), (IdentityKind.RANGE, "198.51.100.7"),
        (IdentityKind.TOKEN, "7f3k"), (IdentityKind.NAME, "Northmoor Haulage Ltd"),
    ):  # fmt: skip
        add_identifier(agency.db, northmoor, kind, text, now=agency.now)
    found = client_panel(asked(agency), northmoor).identifiers
    assert [line.text for line in found] == [
        "northmoor.co.uk", "192.0.2.0/28", "198.51.100.7", "token 7f3k", "Northmoor Haulage Ltd",
    ]  # fmt: skip


def test_the_timeline_has_briefs_and_fees_too(agency: Agency) -> None:
    northmoor = agency.client("Northmoor")
    agency.signal(northmoor, Kind.FORM, 2)
    agency.outcome(northmoor, result=Result.SEND_INFORMATION, at=agency.now - DAY)
    first = add_vacancy(agency.db, northmoor, "Planner", now=agency.now, taken_on="2026-01-05").id
    close_vacancy(agency.db, first, now=agency.now, state=VacancyState.LOST, closed_on="2026-02-01")
    add_vacancy(agency.db, northmoor, "Driver", now=agency.now, fee=500_000)
    record_placement(
        agency.db, northmoor, "Clerk", placed_on="2025-11-14", fee=790_000, now=agency.now,
        paid_on="2025-12-01",
    )  # fmt: skip
    record_fee(agency.db, Bill(northmoor, 450_000, "2026-02-01", number="HL-2"), now=agency.now)
    panel = client_panel(asked(agency), northmoor)
    assert [h.text for h in panel.timeline] == [
        "Job brief: Driver",
        "You rang: send information",
        *[h.text for h in panel.timeline[2:3]],
        "Job brief closed: Planner",
        "Invoice HL-2",
        "Job brief: Planner",
        "Placed: Clerk",
    ]
    assert all(h.at <= agency.now for h in panel.timeline)
    assert [(line.text, line.detail, line.state) for line in panel.money] == [
        ("Job brief: Driver", "open since 3 Mar 2026, £5,000", ""),
        ("Invoice HL-2", "1 Feb 2026, £4,500 not paid yet", ""),
        ("Placed: Clerk", "14 Nov 2025, £7,900 paid", "good"),
    ]


def test_fit_and_the_list_are_explained(agency: Agency) -> None:
    northmoor = agency.client("Northmoor", tier="A", sector="Transport")
    set_ideal_client(agency.db, sectors=["Transport"], now=agency.now)
    change_settings(agency.db, now=agency.now, test_share=0.0)
    panel = client_panel(asked(agency), northmoor)
    assert panel.fit.share == 1.0
    assert panel.fit.parts == ("Tier A: it fits.", "Transport is a sector you want.")
    assert not why_not(asked(agency), northmoor).on_list
    agency.signal(northmoor, Kind.FORM)
    told = why_not(asked(agency), northmoor)
    assert told.on_list
    assert told.chance.startswith("about 1 in ")
    assert "fits your ideal client: tier A, Transport" in told.because[0]
