"""How the rules of imports are spoken of, and what changed by them."""

from collections.abc import Mapping
from typing import Final

from warmcalls.domain.incoming_rules import Rule
from warmcalls.importers.mapping import Field

FIELDS: Final = {
    "tier": "tier",
    "sector": "sector",
    "town": "town",
    "staff": "number of staff",
    "owner": "recruiter",
    "fee": "expected fee",
    "website": "website",
    "company_number": "company number",
    "since": "client since",
    "tags": "tags",
    "notes": "notes",
    "excluded": "reason for exclusion",
    "phone": "phone",
    "identifiers": "names and domains",
    "role": "role",
    "email": "e-mail",
    "do_not_call": "do not call",
}
RULES: Final = {Rule.FILL: "Fill blanks", Rule.THEIRS: "Take theirs", Rule.KEEP: "Keep mine"}
ADDED: Final = RULES | {Rule.FILL: "Add theirs"}
OF_FIELD: Final[dict[str, dict[Rule, str]]] = {
    "tags": ADDED,
    "identifiers": ADDED,
    "phone": ADDED,
    "notes": RULES | {Rule.THEIRS: "Add below mine"},
}
WITHOUT: Final = {
    Field.CLIENT: "Says which client",
    Field.EXTERNAL_ID: "Says which client",
    Field.CONTACT: "Says which contact",
    Field.FIRST_NAME: "Says which contact",
    Field.LAST_NAME: "Says which contact",
    Field.DO_NOT_CALL: "Always taken",
}
"""What a column does that no rule is for."""


def rule_name(field: str, rule: Rule) -> str:
    """Return what a rule does to a field."""
    return OF_FIELD.get(field, RULES)[rule]


def field_name(field: str) -> str:
    """Return a field as a label has it, also one that is new."""
    name = FIELDS.get(field, field.replace("_", " "))
    return name[0].upper() + name[1:]


def changes(fields: Mapping[str, int]) -> str:
    """Return where fields would change: "Sector changes at 21 clients, phone at 12."."""
    return _at(fields, "changes", "change")


def changed(fields: Mapping[str, int]) -> str:
    """Return where fields changed: "Sector changed at 21 clients, phone at 12."."""
    return _at(fields, "changed", "changed")


def _at(fields: Mapping[str, int], one: str, several: str) -> str:
    ordered = sorted(fields.items(), key=lambda each: (-each[1], each[0]))
    if not ordered:
        return ""
    (first, count), *rest = [(FIELDS.get(name, name), count) for name, count in ordered]
    verb = several if first.endswith("s") else one
    clients = "client" if count == 1 else "clients"
    head = f"{first[0].upper()}{first[1:]} {verb} at {count:,} {clients}"
    return ", ".join([head, *(f"{name} at {n:,}" for name, n in rest)]) + "."
