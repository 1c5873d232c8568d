"""E-mail addresses and names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.contact_checks import check_email, check_person
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_email


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("priya@northmoor", "it lacks a domain such as .co.uk"),
        ("priya", "it lacks an @"),
        ("priya nair@northmoor.co.uk", "it has a blank in it"),
        ("priya@@northmoor.co.uk", "it has more than one @"),
        ("@northmoor.co.uk", "nothing stands before its @"),
        ("priya@", "nothing stands after its @"),
        ("priya@northmoor.", "it ends with a dot"),
        ("priya@northmoor..uk", "two dots stand side by side"),
        ("<priya@northmoor.uk>", "type one address, without the name around it"),
        ("p@x.d", "it looks like name@company.co.uk"),
        (f"{'p' * 250}@x.de", "it is longer than any address"),
    ],
)
def test_an_address_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(RefusedError, match=f"is no e-mail address: {why}."):
        check_email(typed)


def test_an_address_is_kept_in_lower_case_and_may_be_missing() -> None:
    assert check_email(" mailto:Priya@Northmoor.co.uk ") == "priya@northmoor.co.uk"
    assert check_email("  ") == ""


@given(st.text(alphabet="ab@.- <", max_size=16))
def test_what_is_taken_is_an_address(text: str) -> None:
    try:
        kept = check_email(text)
    except RefusedError:
        return
    assert not kept or clean_email(kept) == kept


def test_a_contact_has_a_name() -> None:
    assert check_person(" Priya\n Nair ") == "Priya Nair"
    with pytest.raises(RefusedError, match="Say what the contact is called"):
        check_person(" \n")
