"""What a file may change at clients that are here already: nothing, blanks, or what it tells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Self

from warmcalls.domain.errors import RefusedError


class Rule(StrEnum):
    """Whose value stays where both the agency and a file have one."""

    FILL = "fill"  # ours; theirs only where ours is blank
    THEIRS = "theirs"  # theirs, wherever the file tells one
    KEEP = "keep"  # ours, even where it is blank


CLIENT_FIELDS: Final = (
    "tier", "sector", "town", "staff", "owner", "fee", "website", "company_number", "since",
    "tags", "notes", "excluded", "phone", "identifiers",
)  # fmt: skip
CONTACT_FIELDS: Final = ("role", "email")
FIELDS: Final = (*CLIENT_FIELDS, *CONTACT_FIELDS)
ADDED_TO: Final = frozenset({"tags", "notes", "excluded", "identifiers"})
"""Fields that only grow: what the agency has is never replaced, whatever the rule."""

SAME_EITHER_WAY: Final = frozenset({"tags", "excluded", "identifiers"})
"""Fields where taking theirs is filling: it is added, and nothing goes for it."""


def offered(name: str) -> tuple[Rule, ...]:
    """Return the rules that a field can have, each of which does something else."""
    if name in SAME_EITHER_WAY:
        return Rule.FILL, Rule.KEEP
    return tuple(Rule)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rule of each field; those that are not named fill blanks."""

    chosen: Mapping[str, Rule] = field(default_factory=dict)

    def of(self, name: str) -> Rule:
        """Return the rule of a field."""
        return self.chosen.get(name, Rule.FILL)

    def to_json(self) -> dict[str, str]:
        """Return what differs from filling blanks, to keep."""
        named = {name: self.of(name) for name in FIELDS}
        return {name: rule.value for name, rule in named.items() if rule is not Rule.FILL}

    @classmethod
    def from_json(cls, told: object) -> Self:
        """Return the rules that `to_json` wrote; what is not known is passed over."""
        pairs = told.items() if isinstance(told, dict) else ()
        values = {each.value: each for each in Rule}
        return cls({name: values[v] for name, v in pairs if name in FIELDS and v in values})


def everywhere(rule: Rule) -> Rules:
    """Return one rule for all fields."""
    return Rules(dict.fromkeys(FIELDS, rule))


def parse_rules(said: Iterable[str], base: Rules | None = None) -> Rules:
    """Return rules as a command says them, as "theirs" for all, then "fee=keep".

    Raises:
        RefusedError: one is no rule, or of no field.
    """
    rules = base or Rules()
    for each in said:
        name, _, word = each.rpartition("=")
        if word not in set(Rule):
            raise RefusedError(f"“{each}” is no rule: write keep, theirs or fill.")
        if name and name not in FIELDS:
            raise RefusedError(f"“{name}” has no rule: choose one of {', '.join(FIELDS)}.")
        fresh = {name: Rule(word)} if name else everywhere(Rule(word)).chosen
        rules = Rules({**rules.chosen, **fresh})
    return rules


def settle(name: str, rule: Rule, mine: Any, theirs: Any) -> Any:
    """Return what a field holds after an import; an empty cell of the file changes nothing."""
    if theirs in ("", None) or rule is Rule.KEEP:
        return mine
    if mine in ("", None):
        return theirs
    if rule is Rule.THEIRS:
        if name not in ADDED_TO:
            return theirs
        if name == "notes":
            return mine if theirs in mine else f"{mine}\n{theirs}"
    return mine


def settle_tags(rule: Rule, mine: tuple[str, ...], theirs: Iterable[str]) -> tuple[str, ...]:
    """Return a client's tags after an import: the file's are added, none goes."""
    if rule is Rule.KEEP:
        return mine
    have = {tag.casefold() for tag in mine}
    new = {tag.casefold(): tag for tag in theirs if tag.casefold() not in have}
    if not new:
        return mine
    return tuple(sorted((*mine, *new.values()), key=str.casefold))


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a client or contact that an import changes, for a person to look at.

    Attributes:
        who: the client, or the contact and the client.
        field: one of `FIELDS`.
    """

    who: str
    field: str
    old: str
    new: str
