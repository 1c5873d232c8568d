"""Which kind of identifier a text looks like."""

import pytest

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import IdentityKind
from warmcalls.importers.domain_checks import check_domain
from warmcalls.importers.identity_checks import KINDS, NEEDED, check_identity, kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("northmoor.co.uk", IdentityKind.DOMAIN),
        ("https://www.northmoor.co.uk/", IdentityKind.DOMAIN),
        ("priya@northmoor.co.uk", IdentityKind.EMAIL),
        ("192.0.2.0/28", IdentityKind.RANGE),
        ("2001:db8::1", IdentityKind.RANGE),
        ("Northmoor Haulage Ltd", IdentityKind.NAME),
        ("St. Mary's", IdentityKind.NAME),
        ("999.1.2.3", IdentityKind.RANGE),
        ("10.0.0.0/33", IdentityKind.RANGE),
        ("7f3k", None),
        ("foo", None),
        ("020 7946 0018", None),
    ],
)
def test_a_text_looks_like_its_kind(text: str, kind: IdentityKind | None) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_one_is_asked_for(kind: IdentityKind) -> None:
    with pytest.raises(RefusedError, match="^Type "):
        check_identity(kind, "  ")
    assert kind in NEEDED


def test_a_domain_is_what_somebody_registered() -> None:
    assert check_domain("Priya@mail.northmoor.co.uk") == "northmoor.co.uk"
    with pytest.raises(RefusedError, match="add it as one"):
        check_domain("192.0.2.1")
    with pytest.raises(RefusedError, match="it looks like"):
        check_domain("a b.com")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("999.1.2.3", "all numbers"),
        ("-north.co.uk", "ends in a dash"),
        ("north_moor.co.uk", "no underscore"),
        ("northmoor.c", "nothing ends in .c"),
        ("intranet.local", "inside an office"),
        (f"{'n' * 64}.com", "more than 63 letters"),
        (f"{'north.' * 50}com", "longer than any"),
    ],
)
def test_what_nobody_can_have_registered_is_no_domain(text: str, why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        check_domain(text)
