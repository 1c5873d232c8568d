"""Which rule each thing that a file tells of a client or contact follows."""

from collections.abc import Iterable
from typing import Final

from warmcalls.domain.incoming import Incoming, IncomingClient, IncomingContact, Party
from warmcalls.domain.incoming_rules import FIELDS
from warmcalls.importers.mapping import Field, Mapping

RULE_OF: Final[dict[Field, str]] = {
    Field.TIER: "tier",
    Field.SECTOR: "sector",
    Field.TOWN: "town",
    Field.STAFF: "staff",
    Field.OWNER: "owner",
    Field.EXPECTED_FEE: "fee",
    Field.WEBSITE: "website",
    Field.DOMAIN: "website",
    Field.COMPANY_NUMBER: "company_number",
    Field.SINCE: "since",
    Field.TAGS: "tags",
    Field.NOTES: "notes",
    Field.EXCLUDED: "excluded",
    Field.PHONE: "phone",
    Field.MOBILE: "phone",
    Field.SWITCHBOARD: "phone",
    Field.ALIAS: "identifiers",
    Field.NETWORK: "identifiers",
    Field.TOKEN: "identifiers",
    Field.ROLE: "role",
    Field.EMAIL: "email",
}
"""Names are matched, not changed; objections are always taken: neither has a rule."""


def rules_of(mapping: Mapping) -> tuple[str, ...]:
    """Return the fields that a mapped table can change at known clients, in their order."""
    told = {RULE_OF.get(each) for each in mapping.columns.values()}
    return tuple(name for name in FIELDS if name in told) if mapping.kind == "clients" else ()


def told_by(rows: Iterable[Incoming]) -> tuple[str, ...]:
    """Return the fields that the rows of a known export tell of anybody, in their order."""
    told: set[str] = set()
    for row in rows:
        if isinstance(row, Party):
            told |= _of_client(row.client) | _of_contact(row.contact)
    return tuple(name for name in FIELDS if name in told)


def _of_client(client: IncomingClient | None) -> set[str]:
    if client is None:
        return set()
    told = {
        "fee": client.expected_fee,
        "website": client.website or client.domains,
        "phone": client.phones,
        "identifiers": client.aliases or client.networks or client.tokens,
    }
    plain = set(FIELDS) - set(told) - {"role", "email"}
    told |= {name: getattr(client, name) for name in plain}
    return {name for name, value in told.items() if value not in ("", None, ())}


def _of_contact(contact: IncomingContact | None) -> set[str]:
    if contact is None:
        return set()
    told = {"role": contact.role, "email": contact.emails, "phone": contact.phones}
    return {name for name, value in told.items() if value}
