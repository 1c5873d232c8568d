"""Contacts: checked, kept in step with identifiers and calls, taken back exactly."""

import pytest

from tests.actions.visits import K, is_counted_afresh, owners, visit
from tests.agency import Agency
from warmcalls.actions.edit_client import do_not_call
from warmcalls.actions.edit_contacts import (
    add_contact,
    change_contact,
    change_front_desk,
    remove_contact,
)
from warmcalls.actions.edit_identifiers import add_identifier
from warmcalls.actions.record_screening import record_screening
from warmcalls.actions.undo import undo
from warmcalls.domain.clients import Client, Contact
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Result
from warmcalls.store import clients

EMAIL = "priya@northmoor.co.uk"
DIRECT, MOBILE = "01632 960123", "07700 900123"
PRIYA = ContactSaid("Priya Nair", "Head of People", EMAIL, (PhoneSaid(DIRECT, "direct"),))


def client_of(agency: Agency, client_id: int) -> Client:
    found = clients.by_id(agency.db, client_id)
    assert found is not None
    return found


def added(agency: Agency, client_id: int, said: ContactSaid = PRIYA) -> int:
    return add_contact(agency.db, client_id, said, now=agency.now).id


def contact(agency: Agency, client_id: int, contact_id: int) -> Contact:
    return next(c for c in client_of(agency, client_id).contacts if c.id == contact_id)


def said_of(found: Contact, **changes: object) -> ContactSaid:
    """What the form of a contact would hand over, some of it changed."""
    phones = tuple(PhoneSaid(p.number, p.label, p.id) for p in found.phones)
    fields = {"name": found.name, "role": found.role, "email": found.email, "phones": phones}
    return ContactSaid(**(fields | {"notes": found.notes} | changes))  # type: ignore[arg-type]


def test_a_contact_is_kept_as_it_is_dialled_and_written_to(agency: Agency) -> None:
    northmoor = agency.client("Northmoor")
    said = ContactSaid(
        " Priya\nNair ", "Head of People", " Priya@Northmoor.co.uk ",
        (PhoneSaid("01632 960 123", "direct"), PhoneSaid("+44 (0)7700 900123", "mobile")),
        "Prefers mornings",
    )  # fmt: skip
    done = add_contact(agency.db, northmoor, said, now=agency.now)
    assert done.said == "Added Priya Nair at Northmoor"
    found = contact(agency, northmoor, done.id)
    assert (found.name, found.role, found.email, found.notes) == (
        "Priya Nair", "Head of People", EMAIL, "Prefers mornings",
    )  # fmt: skip
    assert [(p.number, p.label) for p in found.phones] == [
        ("+441632960123", "direct"),
        ("+447700900123", "mobile"),
    ]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (ContactSaid(" "), "Say what the contact is called."),
        (ContactSaid("P", email="p@northmoor"), "it lacks a domain such as .co.uk"),
        (ContactSaid("P", phones=(PhoneSaid("01632 96012"),)), "01632 96012 is one digit short."),
        (
            ContactSaid("P", phones=(PhoneSaid(DIRECT), PhoneSaid("01632960123"))),
            "stands here twice",
        ),
        (ContactSaid("P", role="x" * 201), "This role is 1 characters too long"),
        (ContactSaid("P", email=EMAIL), f"{EMAIL} is Priya Nair’s at Northmoor."),
        (ContactSaid("priya nair"), "Priya Nair is a contact here already"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    agency: Agency, said: ContactSaid, why: str
) -> None:
    northmoor = agency.client("Northmoor")
    added(agency, northmoor)
    before = agency.dump()
    with pytest.raises(RefusedError, match=why.replace("(", "\\(")):
        add_contact(agency.db, northmoor, said, now=agency.now)
    assert agency.dump() == before


def test_an_address_that_names_another_client_is_refused(agency: Agency) -> None:
    other = agency.client("Penhallow")
    add_identifier(agency.db, other, K.EMAIL, EMAIL, now=agency.now)
    with pytest.raises(RefusedError, match="belongs to Penhallow"):
        added(agency, agency.client("Northmoor"))


def test_what_was_done_from_an_address_becomes_theirs_and_is_let_go_with_it(agency: Agency) -> None:
    northmoor = agency.client("Northmoor", website="northmoor.co.uk")
    visit(agency, (K.EMAIL, EMAIL))
    visit(agency, (K.EMAIL, "p.nair@gmail.com"))
    assert owners(agency) == [(northmoor, None), (None, None)]
    priya = added(agency, northmoor)
    assert owners(agency) == [(northmoor, priya), (None, None)]
    found = contact(agency, northmoor, priya)
    done = change_contact(
        agency.db, priya, said_of(found, email="p.nair@gmail.com"), now=agency.now
    )
    assert done.said == "Changed Priya Nair at Northmoor"
    # the domain still ties the first one to the client
    assert owners(agency) == [(northmoor, None), (northmoor, priya)]
    assert is_counted_afresh(agency)
    visit(agency, (K.EMAIL, "p.nair@gmail.com"))
    assert owners(agency)[2] == (northmoor, priya)
    remove_contact(agency.db, priya, now=agency.now)
    assert owners(agency) == [(northmoor, None), (None, None), (None, None)]
    assert is_counted_afresh(agency)
    undo(agency.db, now=agency.now)
    assert owners(agency)[1:] == [(northmoor, priya)] * 2
    undo(agency.db, now=agency.now)
    assert owners(agency)[0] == (northmoor, priya)


def test_undo_of_everything_puts_everything_back(agency: Agency) -> None:
    northmoor = agency.client("Northmoor", website="northmoor.co.uk")
    visit(agency, (K.EMAIL, EMAIL))
    visit(agency, (K.EMAIL, "p.nair@gmail.com"))
    states = [agency.dump()]
    priya = added(agency, northmoor)
    states.append(agency.dump())
    found = contact(agency, northmoor, priya)
    change_contact(
        agency.db, priya, said_of(found, email="p.nair@gmail.com", phones=()), now=agency.now
    )
    states.append(agency.dump())
    remove_contact(agency.db, priya, now=agency.now)
    for state in reversed(states):
        undo(agency.db, now=agency.now)
        assert agency.dump() == state


def test_nothing_changed_is_nothing_to_undo(agency: Agency) -> None:
    northmoor = agency.client("Northmoor")
    priya = added(agency, northmoor)
    before = agency.dump()
    said = said_of(contact(agency, northmoor, priya))
    assert change_contact(agency.db, priya, said, now=agency.now).undo is None
    assert agency.dump() == before


def test_numbers_are_changed_one_by_one_and_calls_outlive_them(agency: Agency) -> None:
    northmoor = agency.client("Northmoor", phone="")
    priya = added(agency, northmoor)
    phone = contact(agency, northmoor, priya).phones[0]
    record_screening(agency.db, [phone.number], [], at=agency.now)
    agency.outcome(northmoor, result=Result.JOB_BRIEF, contact_id=priya, at=agency.now)
    found = contact(agency, northmoor, priya)
    said = said_of(found, phones=(PhoneSaid("01632 960123", "desk", phone.id), PhoneSaid(MOBILE)))
    change_contact(agency.db, priya, said, now=agency.now)
    one, other = contact(agency, northmoor, priya).phones
    assert (one.id, one.label, one.screened_at) == (phone.id, "desk", agency.now)
    assert (other.number, other.screened_at) == ("+447700900123", None)
    before = agency.dump()
    said = said_of(found, phones=(PhoneSaid(MOBILE, "", other.id),))
    change_contact(agency.db, priya, said, now=agency.now)
    assert [p.id for p in contact(agency, northmoor, priya).phones] == [other.id]
    remove_contact(agency.db, priya, now=agency.now)
    assert client_of(agency, northmoor).contacts == ()
    assert agency.db.tuples("select result, contact_id from outcome") == [("job_brief", None)]
    assert agency.db.tuples("select contact_id from vacancy") == [(None,)]
    undo(agency.db, now=agency.now)
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_a_number_is_known_wherever_it_stands(agency: Agency) -> None:
    northmoor, other = agency.client("Northmoor", phone=DIRECT), agency.client("Penhallow")
    record_screening(agency.db, ["+441632960123"], ["+441632960123"], at=agency.now - DAY)
    priya = added(agency, other)
    (phone,) = contact(agency, other, priya).phones
    assert (phone.registered, phone.screened_at) == (True, agency.now - DAY)
    assert client_of(agency, northmoor).phones[0].registered


def test_an_objection_outlives_its_number_and_its_contact(agency: Agency) -> None:
    northmoor = agency.client("Northmoor")
    priya, dan = added(agency, northmoor), added(agency, northmoor, ContactSaid("Daniel Frost"))
    do_not_call(agency.db, northmoor, contact_id=priya, now=agency.now)
    with pytest.raises(RefusedError, match="they stay, so that nobody rings them"):
        remove_contact(agency.db, priya, now=agency.now)
    found = contact(agency, northmoor, dan)
    change_contact(agency.db, dan, said_of(found, phones=(PhoneSaid(DIRECT),)), now=agency.now)
    assert contact(agency, northmoor, dan).phones[0].registered
    found = contact(agency, northmoor, priya)
    change_contact(agency.db, priya, said_of(found, phones=(), email=""), now=agency.now)
    again = add_contact(
        agency.db, agency.client("Calloway"), ContactSaid("P. Nair", email=EMAIL), now=agency.now
    )
    assert again.said == (
        "Added P. Nair at Calloway: objected to calls before, so nobody rings them"
    )
    change_front_desk(agency.db, northmoor, [PhoneSaid(DIRECT)], now=agency.now)
    assert client_of(agency, northmoor).phones[0].registered


def test_the_front_desk_has_numbers_of_its_own(agency: Agency) -> None:
    northmoor = agency.client("Northmoor", phone="")
    before = agency.dump()
    done = change_front_desk(
        agency.db, northmoor, [PhoneSaid("020 7946 0018", "switchboard")], now=agency.now
    )
    assert done.said == "Changed the front desk’s numbers at Northmoor"
    assert client_of(agency, northmoor).phones[0].number == "+442079460018"
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_an_old_number_that_no_rule_would_take_may_stay(agency: Agency) -> None:
    northmoor = agency.client("Northmoor", phone="12345")
    (phone,) = client_of(agency, northmoor).phones
    said = [PhoneSaid("12345", "old", phone.id)]
    change_front_desk(agency.db, northmoor, said, now=agency.now)
    assert client_of(agency, northmoor).phones[0].label == "old"


def test_who_is_gone_is_said(agency: Agency) -> None:
    with pytest.raises(RefusedError, match="not there any more"):
        remove_contact(agency.db, 99, now=agency.now)
    with pytest.raises(RefusedError, match="not there any more"):
        change_contact(agency.db, 99, PRIYA, now=agency.now)
    with pytest.raises(RefusedError, match="not there any more"):
        add_contact(agency.db, 99, PRIYA, now=agency.now)
    with pytest.raises(RefusedError, match="not there any more"):
        change_front_desk(agency.db, 99, [], now=agency.now)
