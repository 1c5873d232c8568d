"""Which networks may be one client's."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.networks import check_clients_network, check_network


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("999.1.2.3", "999.1.2.3 is no address: 999 is more than 255."),
        ("1.2.3", "1.2.3 is no network: write four numbers, as in 192.0.2.0/24."),
        ("foo", '"foo" is no network: write it as 192.0.2.0/24.'),
        ("10.0.0.0/8", "10.0.0.0/8 is a private network: every office has it."),
        ("192.168.1.7", "192.168.1.7 is a private network: every office has it."),
        ("fd00::/16", "fd00::/16 is a private network: every office has it."),
        ("127.0.0.1", "127.0.0.1 is a computer’s name for itself."),
        ("::1", "::1 is a computer’s name for itself."),
        (
            "100.64.3.0/24",
            "100.64.3.0/24 is what a provider’s customers share: it names no client.",
        ),
        ("255.255.255.255", "255.255.255.255 is reserved: nobody comes from it."),
        ("::ffff:8.8.8.8", "::ffff:808:808 is an IPv4 network: write it as 192.0.2.0/24."),
        (
            "8.8.8.0/8",
            "8.0.0.0/8 is too wide for one client: name a network of /16 or smaller.",
        ),
        (
            "2001:db8::/31",
            "2001:db8::/31 is too wide for one client: name a network of /32 or smaller.",
        ),
        ("0.0.0.0/0", "0.0.0.0/0 is too wide for one client: name a network of /16 or smaller."),
    ],
)
def test_what_names_no_client_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(RefusedError) as told:
        check_clients_network(text)
    assert str(told.value) == why


@pytest.mark.parametrize("text", ["8.8.0.0/16", "81.2.69.142", "2001:db8::/32", "192.0.2.0/28"])
def test_what_may_be_one_clients_is_taken(text: str) -> None:
    assert check_clients_network(text) == check_network(text)


def test_a_private_network_may_be_the_agencys_own() -> None:
    assert check_network("10.0.0.7") == "10.0.0.7/32"


@given(st.text("0123456789./:af", max_size=24))
def test_any_text_is_taken_or_refused(text: str) -> None:
    kept = ""
    with suppress(RefusedError):
        kept = check_clients_network(text)
    assert not kept or check_clients_network(kept) == kept
