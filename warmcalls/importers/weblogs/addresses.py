"""Who asked: addresses, host names, and those a proxy says it asked for."""

import ipaddress
import re
from typing import Final, TypeAlias

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import Identity, IdentityKind, clean_host

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

WITH_PORT: Final = re.compile(r"\[([^\]]*)\](?::\d+)?|([\d.]+):\d+")
OCTET: Final = rb"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
PLAIN: Final = re.compile(rb"(?:%b\.){3}%b" % (OCTET, OCTET))
LEADING_ZEROS: Final = re.compile(r"\b0+(?=\d)")


def address_of(text: str) -> Address | None:
    """Return the address a log's field holds, or None if it is not one.

    Ports, brackets, zones and the leading zeros of some proxies are dropped.
    """
    with_port = WITH_PORT.fullmatch(text)
    bare = (with_port[1] or with_port[2] or "") if with_port else text
    bare = bare.split("%")[0]
    if ":" not in bare:
        bare = LEADING_ZEROS.sub("", bare)
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def identity_of(client: bytes) -> Identity | None:
    """Return what a client field ties a hit to, or None for `-`, `localhost` and the like."""
    text = client.decode("latin-1")
    if PLAIN.fullmatch(client):  # nearly all are, and `ipaddress` takes ten times as long
        return Identity(IdentityKind.ADDRESS, text)
    address = address_of(text)
    if address:
        return Identity(IdentityKind.ADDRESS, str(address))
    host = clean_host(text)
    return Identity(IdentityKind.DOMAIN, host) if host else None


def forwarded_for(field: bytes) -> bytes | None:
    """Return the first public address of an X-Forwarded-For field, or None.

    Private ones before it are the visitor's own office network.
    """
    for part in re.split(rb"[,+\s]+", field):
        address = address_of(part.decode("latin-1"))
        if address and address.is_global:
            return str(address).encode()
    return None


def networks(texts: tuple[str, ...]) -> tuple[Network, ...]:
    """Return addresses and networks as they are typed in the settings.

    Raises:
        RefusedError: if one of them is neither.
    """
    found: list[Network] = []
    for text in texts:
        try:
            found.append(ipaddress.ip_network(text.strip(), strict=False))
        except ValueError:
            raise RefusedError(
                f"“{text}” is neither an address nor a network: write 203.0.113.7 or "
                "203.0.113.0/24 among the agency’s own addresses."
            ) from None
    return tuple(found)


def is_inside(client: bytes, own: tuple[Network, ...]) -> bool:
    """Tell whether a client field is an address of one of the networks."""
    address = address_of(client.decode("latin-1"))
    return address is not None and any(address in network for network in own)
