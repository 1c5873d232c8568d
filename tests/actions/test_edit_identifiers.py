"""Identifiers: checked, past signals follow and come back."""

import pytest

from tests.actions.visits import K, is_counted_afresh, owners, visit
from tests.agency import Agency
from warmcalls.actions.edit_contacts import add_contact
from warmcalls.actions.edit_identifiers import add_identifier, remove_identifier
from warmcalls.actions.undo import undo
from warmcalls.domain.contact_said import ContactSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import IdentityKind


def added(agency: Agency, client_id: int, kind: IdentityKind, text: str) -> int:
    return add_identifier(agency.db, client_id, kind, text, now=agency.now).id


@pytest.mark.parametrize(
    ("kind", "text", "seen", "value"),
    [
        (K.DOMAIN, "https://www.Northmoor.co.uk/jobs", (K.DOMAIN, "northmoor.co.uk"), "northmoor.co.uk"),
        (K.DOMAIN, "northmoor.co.uk", (K.EMAIL, "dan@northmoor.co.uk"), "northmoor.co.uk"),
        (K.EMAIL, "Dan@gmail.com", (K.EMAIL, "dan@gmail.com"), "dan@gmail.com"),
        (K.RANGE, "192.0.2.4/28", (K.ADDRESS, "192.0.2.9"), "192.0.2.0/28"),
        (K.RANGE, "192.0.2.9", (K.ADDRESS, "192.0.2.9"), "192.0.2.9/32"),
        (K.TOKEN, "7f3k", (K.TOKEN, "7f3k"), "7f3k"),
        (K.NAME, "Northmoor Haulage Ltd", (K.NAME, "northmoor haulage"), "northmoor haulage"),
        (K.EXTERNAL, "HubSpot: 12", (K.EXTERNAL, "hubspot:12"), "hubspot:12"),
    ],
)  # fmt: skip
def test_past_signals_become_theirs_and_are_let_go(
    agency: Agency, kind: IdentityKind, text: str, seen: tuple[IdentityKind, str], value: str
) -> None:
    northmoor = agency.client("Northmoor")
    visit(agency, seen)
    visit(agency, (K.EMAIL, "someone@elsewhere.org"))
    before = agency.dump()
    made = added(agency, northmoor, kind, text)
    held = agency.dump()
    assert owners(agency) == [(northmoor, None), (None, None)]
    assert is_counted_afresh(agency)
    (row,) = agency.db.query("select kind, value, said from identifier where id = :id", id=made)
    assert (row["kind"], row["value"]) == (kind.value, value)
    assert row["said"] == ("" if text == value else text)
    remove_identifier(agency.db, made, now=agency.now)
    assert owners(agency) == [(None, None), (None, None)]
    undo(agency.db, now=agency.now)
    assert agency.dump() == held
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_what_something_else_ties_stays(agency: Agency) -> None:
    northmoor = agency.client("Northmoor", website="northmoor.co.uk")
    token = added(agency, northmoor, K.TOKEN, "7f3k")
    visit(agency, (K.TOKEN, "7f3k"), (K.DOMAIN, "northmoor.co.uk"))
    visit(agency, (K.EMAIL, "dan@northmoor.co.uk"))
    email = added(agency, northmoor, K.EMAIL, "dan@northmoor.co.uk")
    remove_identifier(agency.db, email, now=agency.now)
    assert owners(agency)[1] == (northmoor, None)
    done = remove_identifier(agency.db, token, now=agency.now)
    assert done.said == "Northmoor is not known by 7f3k any more: 1 signal is nobody’s now"


def test_a_narrower_tie_of_another_client_is_left_alone(agency: Agency) -> None:
    one, other = agency.client("One"), agency.client("Other")
    added(agency, one, K.EMAIL, "dan@shared.co.uk")
    visit(agency, (K.EMAIL, "dan@shared.co.uk"))
    visit(agency, (K.EMAIL, "eva@shared.co.uk"))
    added(agency, other, K.DOMAIN, "shared.co.uk")
    assert owners(agency) == [(one, None), (other, None)]


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (K.DOMAIN, "gmail.com", "free mail"),
        (K.DOMAIN, "bt.com", "provider"),
        (K.DOMAIN, "co.uk", "nobody in particular"),
        (K.DOMAIN, "northmoor", "lacks an ending"),
        (K.DOMAIN, "", "Type a domain"),
        (K.DOMAIN, "penhallow.co.uk", "belongs to Penhallow"),
        (K.EMAIL, "dan@", "nothing stands after its @"),
        (K.RANGE, "192.0.2", "is no network"),
        (K.RANGE, "0.0.0.0/0", "too wide for one client"),
        (K.RANGE, "10.0.0.0/8", "every office has it"),
        (K.RANGE, "198.51.100.0/25", "shares addresses with 198.51.100.0/24, which belongs to Pen"),
        (K.NAME, "Penhallow Ltd.", "belongs to Penhallow"),
        (K.NAME, "the Northmoor", "is known by the Northmoor already"),
        (K.NAME, "Unknown", "names no client"),
        (K.NAME, "…", "no letters"),
        (K.TOKEN, "a b", "last part of their link"),
        (K.EXTERNAL, "1234", "a colon and the number"),
    ],
)
def test_what_names_no_client_or_another_one_is_refused(
    agency: Agency, kind: IdentityKind, text: str, why: str
) -> None:
    northmoor = agency.client("Northmoor")
    other = agency.client("Penhallow", website="penhallow.co.uk")
    added(agency, other, K.RANGE, "198.51.100.0/24")
    before = agency.dump()
    with pytest.raises(RefusedError, match=why):
        added(agency, northmoor, kind, text)
    assert agency.dump() == before


def test_a_contacts_address_and_a_clients_name_stay(agency: Agency) -> None:
    northmoor = agency.client("Northmoor")
    add_contact(agency.db, northmoor, ContactSaid("Dan", email="dan@gmail.com"), now=agency.now)
    held = agency.db.query("select id, kind from identifier order by id")
    for row, why in zip(held, ("Northmoor is their name", "Dan’s e-mail address"), strict=True):
        with pytest.raises(RefusedError, match=why):
            remove_identifier(agency.db, row["id"], now=agency.now)
    with pytest.raises(RefusedError, match="not there any more"):
        remove_identifier(agency.db, 99, now=agency.now)
