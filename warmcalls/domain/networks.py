"""Networks as people write them: 192.0.2.0/24."""

import ipaddress
from typing import Final

from warmcalls.domain.errors import RefusedError

WIDEST: Final = 8  # bits

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def network(text: str) -> Network | None:
    """Return the network that a text names, or None."""
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def check_network(text: str) -> str:
    """Return a network as CIDR text.

    Raises:
        RefusedError: it is none.
    """
    found = network(text)
    if found is None:
        raise RefusedError(f'"{text}" is no network: write it as 192.0.2.0/24.')
    if found.prefixlen < WIDEST:
        raise RefusedError(f'"{text}" is most of the internet: name a smaller network.')
    return str(found)
