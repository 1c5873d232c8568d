"""Networks as people write them: 192.0.2.0/24; which of them may be one client's."""

import ipaddress
from typing import Final

from warmcalls.domain.errors import RefusedError

WIDEST: Final = 8  # bits
WIDEST_OF_ONE: Final = {4: 16, 6: 32}  # bits; what the largest companies and providers hold

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# What nobody comes from, or everybody. The ranges for documentation are not among them: nobody
# comes from those either, and examples are written with them.
NOBODYS: Final[tuple[tuple[Network, str], ...]] = tuple(
    (ipaddress.ip_network(text), why)
    for why, texts in (
        (
            "is a private network: every office has it",
            "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7",
        ),
        ("is a computer’s name for itself", "127.0.0.0/8 ::1/128"),
        ("is the network of no place: computers without one use it", "169.254.0.0/16 fe80::/10"),
        ("is what a provider’s customers share: it names no client", "100.64.0.0/10"),
        ("is an IPv4 network: write it as 192.0.2.0/24", "::ffff:0:0/96"),
        (
            "is reserved: nobody comes from it",
            "0.0.0.0/8 192.0.0.0/24 224.0.0.0/4 240.0.0.0/4 ::/128 ff00::/8",
        ),
    )
    for text in texts.split()
)


def network(text: str) -> Network | None:
    """Return the network that a text names, or None."""
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def check_network(text: str) -> str:
    """Return a network as CIDR text; a private one may be the agency's own.

    Raises:
        RefusedError: it is none.
    """
    found = _some_network(text)
    if found.prefixlen < WIDEST:
        raise RefusedError(f'"{text}" is most of the internet: name a smaller network.')
    return str(found)


def check_clients_network(text: str) -> str:
    """Return a network that may be one client's, as CIDR text.

    Raises:
        RefusedError: it is none, or names no client; the sentence says why.
    """
    found = _some_network(text)
    why = why_nobodys(found)
    if why:
        raise RefusedError(f"{why}.")
    return str(found)


def why_nobodys(found: Network) -> str:
    """Return why a network names no client, empty where it may be one client's.

    The words go into a sentence: "10.0.0.0/8 is a private network: every office has it".
    """
    widest = WIDEST_OF_ONE[found.version]
    for nobodys, why in NOBODYS:
        if found.version == nobodys.version and _lies_in(found, nobodys):
            return f"{_shown(found)} {why}"
    if found.prefixlen < widest:
        return f"{found} is too wide for one client: name a network of /{widest} or smaller"
    return ""


def _some_network(text: str) -> Network:
    found = network(text)
    if found is None:
        address = text.strip().partition("/")[0]
        if is_numbers(address):
            raise RefusedError(_why_no_address(address, text.strip()))
        raise RefusedError(f'"{text}" is no network: write it as 192.0.2.0/24.')
    return found


def is_numbers(text: str) -> bool:
    """Tell whether a text is written as addresses are: numbers with dots between."""
    parts = text.partition("/")[0].split(".")
    return len(parts) > 1 and all(part.isdecimal() and part.isascii() for part in parts)


def _why_no_address(address: str, text: str) -> str:
    """Return why numbers with dots between are no network."""
    numbers = address.split(".")
    too_large = next((number for number in numbers if int(number) > 255), "")  # noqa: PLR2004
    if too_large:
        return f"{text} is no address: {too_large} is more than 255."
    return f"{text} is no network: write four numbers, as in 192.0.2.0/24."


def _lies_in(found: Network, other: Network) -> bool:
    return found.prefixlen >= other.prefixlen and found.overlaps(other)


def _shown(found: Network) -> str:
    """Return a network as people write it: a single address without its length."""
    single = found.prefixlen == found.max_prefixlen
    return str(found.network_address) if single else str(found)
