"""A client as a file tells it, in the columns that it is kept in."""

from collections import Counter
from typing import Any, Final

from warmcalls.actions.import_rows import Tie
from warmcalls.domain.clients import Role, Tier
from warmcalls.domain.identities import Identity, IdentityKind, clean_host, clean_text, name_key
from warmcalls.domain.incoming import IncomingClient
from warmcalls.domain.money import amount_words
from warmcalls.domain.networks import network
from warmcalls.importers.domains import registrable
from warmcalls.store import people
from warmcalls.store.engine import Reader, Row

DO_NOT_CALL: Final = "do not call"  # how a list of companies says that one objected


class Owners:
    """The recruiters clients can belong to, by name.

    Attributes:
        strangers: names that nobody here has, and how often.
    """

    def __init__(self, db: Reader) -> None:
        self._db = db
        self._ids: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self.strangers: Counter[str] = Counter()

    def id_of(self, name: str) -> int | None:
        """Return the recruiter of a name where the agency has one; a stranger owns nobody."""
        said = name.strip()
        if not said:
            return None
        self._learn()
        owner = self._ids.get(said.casefold())
        if owner is None:
            self.strangers[said] += 1
        return owner

    def name_of(self, owner_id: int | None) -> str:
        """Return the name of a person."""
        self._learn()
        return self._names.get(owner_id or 0, "")

    def _learn(self) -> None:
        if not self._names:
            everyone = people.everyone(self._db)
            self._names = {person.id: person.name for person in everyone}
            self._ids = {p.name.casefold(): p.id for p in everyone if p.role is not Role.MARKETER}


def values_of(client: IncomingClient, owner_id: int | None) -> Row:
    """Return what a file tells, by column; what it does not tell is blank."""
    tier = client.tier.strip().upper()
    return {
        "tier": tier if tier in set(Tier) else "",
        "sector": clean_text(client.sector),
        "town": clean_text(client.town),
        "staff": client.staff,
        "owner_id": owner_id,
        "expected_fee": client.expected_fee,
        "website": clean_host(client.website) or "",
        "company_number": client.company_number,
        "since": client.since,
        "notes": client.notes.replace("\0", ""),
        "excluded": "" if client.excluded == DO_NOT_CALL else client.excluded,
    }


def ties_of(client: IncomingClient) -> list[Tie]:
    """Return the identifiers that a file tells of a client."""
    hosts = [client.website, *client.domains]
    domains = [d for host in hosts if (clean := clean_host(host)) and (d := registrable(clean))]
    names = [clean_text(name) for name in (client.name, *client.aliases)]
    networks = [str(found) for text in client.networks if (found := network(text))]
    return [
        *(Tie(Identity(IdentityKind.DOMAIN, domain)) for domain in domains),
        *(Tie(Identity(IdentityKind.NAME, name_key(name)), name) for name in names),
        *(Tie(Identity(IdentityKind.TOKEN, token)) for token in client.tokens),
        *(Tie(Identity(IdentityKind.RANGE, each)) for each in networks),
        *external(client.source, client.external_id),
    ]


def external(source: str, number: str, what: str = "") -> list[Tie]:
    """Return the identifier that another system's number is, or nothing."""
    return [Tie(Identity(IdentityKind.EXTERNAL, f"{source}:{what}{number}"))] if number else []


class ValueWords:
    """Says what stands in a column, as a person reads it."""

    def __init__(self, owners: Owners, currency: str) -> None:
        self._owners, self._currency = owners, currency

    def __call__(self, column: str, value: Any) -> str:
        """Return the words of a value."""
        if value in ("", None):
            return ""
        if column == "owner_id":
            return self._owners.name_of(value)
        if column == "expected_fee":
            return amount_words(value, self._currency)
        return str(value)
