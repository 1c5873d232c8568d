"""Identifiers as people type them: which kind a text looks like, and whether it can be one."""

from typing import Final

from warmcalls.domain.contact_checks import check_email, check_length
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import (
    Identity,
    IdentityKind,
    clean_host,
    clean_text,
    name_key,
)
from warmcalls.domain.networks import check_clients_network, is_numbers, network
from warmcalls.importers.domain_checks import check_domain

# the kinds that can be typed in, as forms offer them; a single address is a network of one
KINDS: Final[dict[IdentityKind, str]] = {
    IdentityKind.DOMAIN: "Website or mail domain",
    IdentityKind.EMAIL: "E-mail address",
    IdentityKind.RANGE: "Network",
    IdentityKind.NAME: "Name they also use",
    IdentityKind.TOKEN: "Link token",
    IdentityKind.EXTERNAL: "Number in another program",
}
# the same in the verb of the form: "Add network"
BRIEFLY: Final[dict[IdentityKind, str]] = {
    IdentityKind.DOMAIN: "domain",
    IdentityKind.EMAIL: "e-mail address",
    IdentityKind.RANGE: "network",
    IdentityKind.NAME: "name",
    IdentityKind.TOKEN: "token",
    IdentityKind.EXTERNAL: "number",
}
NOBODYS_NAME: Final = "unknown"
NEEDED: Final[dict[IdentityKind, str]] = {
    IdentityKind.DOMAIN: "Type a domain: northmoor.co.uk.",
    IdentityKind.EMAIL: "Type an e-mail address: name@company.co.uk.",
    IdentityKind.RANGE: "Type a network: 192.0.2.0/24.",
    IdentityKind.NAME: "Type the name they go by as well.",
    IdentityKind.TOKEN: "Type the token that stands in their links: 7f3k.",
    IdentityKind.EXTERNAL: "Type the program and the number in it: hubspot:1234.",
}


def kind_of(text: str) -> IdentityKind | None:
    """Return the kind that a text looks like, None where it may be any: a word is no name yet."""
    said = clean_text(text)
    if network(said) is not None or is_numbers(said):
        return IdentityKind.RANGE
    if "@" in said and " " not in said:
        return IdentityKind.EMAIL
    if clean_host(said) and " " not in said:
        return IdentityKind.DOMAIN
    return IdentityKind.NAME if " " in said and any(map(str.isalpha, said)) else None


def check_identity(kind: IdentityKind, text: str) -> Identity:
    """Return what somebody typed as it is compared.

    Raises:
        RefusedError: it cannot be one of its kind, or names no client; the sentence says why.
    """
    said = check_length(text, "identifier")
    if not said:
        raise RefusedError(NEEDED[kind])
    if kind is IdentityKind.DOMAIN:
        return Identity(kind, check_domain(said))
    if kind is IdentityKind.EMAIL:
        return Identity(kind, check_email(said))
    if kind is IdentityKind.RANGE:
        return Identity(kind, check_clients_network(said))
    if kind is IdentityKind.NAME:
        return Identity(kind, _name(said))
    if kind is IdentityKind.EXTERNAL:
        return Identity(kind, _external(said))
    return Identity(kind, _token(said))


def _name(said: str) -> str:
    key = name_key(said)
    if not key:
        raise RefusedError(f"“{said}” is no name: it has no letters or digits.")
    if key == NOBODYS_NAME:
        raise RefusedError(f"“{said}” is what files call anybody: it names no client.")
    return key


def _external(said: str) -> str:
    program, colon, number = said.partition(":")
    if not (colon and program.strip() and number.strip()):
        raise RefusedError("Type the program, a colon and the number: hubspot:1234.")
    return f"{program.strip().lower()}:{number.strip()}"


def _token(said: str) -> str:
    if " " in said or "/" in said:
        raise RefusedError("A token is the last part of their link alone: 7f3k.")
    return said
