"""Take clients and contacts in: new ones added, known ones filled where they were blank."""

import ipaddress
from collections import Counter
from typing import Any, Final

from warmcalls.actions.adopt import adopt
from warmcalls.actions.objections import keep_imported
from warmcalls.domain.clients import Role, Tier
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import (
    Identity,
    IdentityKind,
    clean_email,
    clean_host,
    clean_text,
    name_key,
)
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.domain.settings import Settings
from warmcalls.importers.domains import of_email, registrable
from warmcalls.importers.phones import normal
from warmcalls.store import clients, identifiers, objections, people
from warmcalls.store.engine import Row, Writer
from warmcalls.store.journal import Journal, fetch

FILLED: Final = (
    "tier", "sector", "town", "staff", "owner_id", "expected_fee", "website", "company_number",
    "since", "excluded",
)  # fmt: skip


class PartyIntake:
    """Takes lines of client and contact lists in, inside the caller's transaction."""

    def __init__(self, journal: Journal, agency: Settings, import_id: int | None, now: int) -> None:
        self.journal = journal
        self.db: Writer = journal.db
        self.agency = agency
        self.import_id = import_id
        self.now = now
        self.owners: dict[str, int] = {}
        self.touched: set[int] = set()
        self.has_visitors = bool(self.db.tuples("select 1 from visitor limit 1"))
        self.made = 0
        self.strangers: Counter[str] = Counter()

    def take(self, party: Party) -> str:
        """Take one line in; return "added", "changed", "known" or why it was left out."""
        contact = party.contact
        client_id, state = self._client(party)
        if client_id is None:
            return "no_company" if contact else "no_name"
        self.touched.add(client_id)
        if contact is None:
            return state
        return _stronger(state, self._contact(client_id, contact))

    def _client(self, party: Party) -> tuple[int | None, str]:
        """Find or make the client of a line; its id, and what became of it."""
        found = self._find(party)
        if party.client is None:
            return found, "known"
        if found is None:
            if not party.client.name.strip():
                return None, ""
            return self._add_client(party.client), "added"
        return found, self._fill_client(found, party.client)

    def _find(self, party: Party) -> int | None:
        source = party.client.source if party.client else ""
        source = source or (party.contact.source if party.contact else "")
        ids = [*party.client_ids, *([party.client.external_id] if party.client else [])]
        wanted = [Identity(IdentityKind.EXTERNAL, f"{source}:{i}") for i in ids if i]
        found = identifiers.owners(self.db, wanted)
        if found:
            return next(iter(found.values()))[0]
        if party.client and party.client.name.strip():
            return self._find_by_name(party.client)
        emails = party.contact.emails if party.contact else ()
        domains = [domain for email in emails if (domain := of_email(email))]
        held = identifiers.owners(self.db, [Identity(IdentityKind.DOMAIN, d) for d in domains])
        return next((owner[0] for owner in held.values()), None)

    def _find_by_name(self, client: IncomingClient) -> int | None:
        """Return the client of the same name, unless something says it is another company."""
        for client_id in clients.ids_by_name(self.db, client.name):
            row = fetch(self.db, "client", client_id)
            assert row is not None
            pairs = ((row["company_number"], client.company_number), (row["town"], client.town))
            if all(not a or not b or a.casefold() == b.casefold() for a, b in pairs):
                return client_id
        return None

    def _add_client(self, client: IncomingClient) -> int:
        row = self._fields(client) | {
            "name": clean_text(client.name),
            "name_key": name_key(client.name),
            "notes": client.notes.replace("\0", ""),
            "made_at": self.now,
        }
        gone = objections.among(self.db, "client", [name_key(client.name)])
        if gone or client.excluded == DO_NOT_CALL:
            row["objected_at"] = self.now
        client_id = self._add("client", row)
        self._phones(client_id, None, client.phones)
        self._identify(client_id, None, self._identities(client))
        self._keep_objection(client_id, client)
        self.made += 1
        return client_id

    def _keep_objection(self, client_id: int, client: IncomingClient) -> None:
        """Keep a whole company's objection that a file tells of."""
        if client.excluded != DO_NOT_CALL:
            return
        clients.keep_objection(self.db, client_id, self.now)
        numbers = [("phone", number) for p in client.phones if (number := normal(p.number))]
        values = [("client", name_key(client.name)), *numbers]
        self.touched |= keep_imported(self.db, client_id, values, self.now)

    def _fill_client(self, client_id: int, client: IncomingClient) -> str:
        """Fill what was blank; what the agency has stays as it is."""
        row = fetch(self.db, "client", client_id)
        assert row is not None
        fields = self._fields(client)
        blanks = {k: v for k, v in fields.items() if v not in ("", None) and row[k] in ("", None)}
        if blanks:
            self.journal.change("client", client_id, **blanks)
        new = self._phones(client_id, None, client.phones)
        new += self._identify(client_id, None, self._identities(client))
        self._keep_objection(client_id, client)
        return "changed" if blanks or new else "known"

    def _fields(self, client: IncomingClient) -> Row:
        tier = client.tier.strip().upper()
        fields: dict[str, Any] = {
            "tier": tier if tier in set(Tier) else "",
            "sector": clean_text(client.sector),
            "town": clean_text(client.town),
            "staff": client.staff,
            "owner_id": self._owner(client.owner),
            "expected_fee": client.expected_fee,
            "website": clean_host(client.website) or "",
            "company_number": client.company_number,
            "since": client.since,
            "excluded": "" if client.excluded == DO_NOT_CALL else client.excluded,
        }
        return {name: fields[name] for name in FILLED}

    def _owner(self, name: str) -> int | None:
        """Return the recruiter of a name where the agency has one; a stranger owns nobody."""
        if not name.strip():
            return None
        if not self.owners:
            self.owners = {
                p.name.casefold(): p.id
                for p in people.everyone(self.db)
                if p.role is not Role.MARKETER
            }
        owner = self.owners.get(name.strip().casefold())
        if owner is None:
            self.strangers[name.strip()] += 1
        return owner

    def _identities(self, client: IncomingClient) -> list[Identity]:
        hosts = [client.website, *client.domains]
        domains = [d for host in hosts if (clean := clean_host(host)) and (d := registrable(clean))]
        found = [Identity(IdentityKind.DOMAIN, d) for d in domains]
        found += [Identity(IdentityKind.NAME, name_key(n)) for n in (client.name, *client.aliases)]
        found += [Identity(IdentityKind.TOKEN, token) for token in client.tokens]
        found += [
            Identity(IdentityKind.RANGE, str(_network(n))) for n in client.networks if _network(n)
        ]
        if client.external_id:
            found.append(Identity(IdentityKind.EXTERNAL, f"{client.source}:{client.external_id}"))
        return found

    def _contact(self, client_id: int, contact: IncomingContact) -> str:
        emails = [clean for email in contact.emails if (clean := clean_email(email))]
        known = self._known_contact(client_id, contact, emails)
        objected = contact.objected or bool(objections.among(self.db, "email", emails))
        if known is None:
            row = {
                "client_id": client_id,
                "name": clean_text(contact.name),
                "role": clean_text(contact.role),
                "email": emails[0] if emails else "",
                "notes": contact.notes.replace("\0", ""),
                "objected_at": self.now if objected else None,
                "source": contact.source,
                "made_at": self.now,
            }
            contact_id, state = self._add("contact", row), "added"
        else:
            contact_id = known["id"]
            state = self._fill_contact(known, contact, emails)
        held = [Identity(IdentityKind.EMAIL, email) for email in emails]
        held += [Identity(IdentityKind.TOKEN, token) for token in contact.tokens]
        if contact.external_id:
            held.append(
                Identity(IdentityKind.EXTERNAL, f"{contact.source}:contact:{contact.external_id}")
            )
        new = self._phones(client_id, contact_id, contact.phones)
        new += self._identify(client_id, contact_id, held)
        if objected:
            values = [("email", email) for email in emails]
            values += [("phone", n) for p in contact.phones if (n := normal(p.number))]
            self.touched |= keep_imported(self.db, client_id, values, self.now)
        return "changed" if new and state == "known" else state

    def _fill_contact(self, known: Row, contact: IncomingContact, emails: list[str]) -> str:
        """Fill what was blank; an objection is taken over at once, and never taken back."""
        fresh: Row = {"role": contact.role, "email": emails[0] if emails else ""}
        fresh["objected_at"] = self.now if contact.objected else None
        blanks = {name: value for name, value in fresh.items() if value and not known[name]}
        if blanks:
            self.journal.change("contact", known["id"], **blanks)
        return "changed" if blanks else "known"

    def _known_contact(
        self, client_id: int, contact: IncomingContact, emails: list[str]
    ) -> Row | None:
        """Return the same person at the client: by e-mail, else by name unless e-mails differ."""
        for row in clients.contact_rows(self.db, client_id):
            if row["email"] and row["email"] in emails:
                return row
            same = row["name"].casefold() == contact.name.strip().casefold()
            if same and not (row["email"] and emails):
                return row
        return None

    def _phones(
        self, client_id: int, contact_id: int | None, phones: tuple[IncomingPhone, ...]
    ) -> int:
        """Add numbers the client does not have; return how many."""
        added = 0
        for phone in phones:
            number = normal(phone.number)
            if not number or clients.has_number(self.db, client_id, number):
                continue
            barred = objections.among(self.db, "phone", [number])
            row = {"client_id": client_id, "contact_id": contact_id, "number": number}
            self._add("phone", row | {"label": phone.label, "registered": int(bool(barred))})
            added += 1
        return added

    def _identify(self, client_id: int, contact_id: int | None, held: list[Identity]) -> int:
        """Add identifiers nobody has yet, and adopt the past signals they mean."""
        taken = identifiers.owners(self.db, held)
        new = [identity for identity in dict.fromkeys(held) if identity not in taken]
        for identity in new:
            row = {"client_id": client_id, "kind": identity.kind.value, "value": identity.value}
            self._add("identifier", row | {"contact_id": contact_id})
        if new and self.has_visitors:
            adopt(self.db, client_id, contact_id, new, self.agency)
        return len(new)

    def _add(self, table: str, row: Row) -> int:
        """Add a row: under an import it carries the import, by hand it goes to the journal."""
        if self.import_id is None:
            return self.journal.add(table, row)
        return self.db.insert(table, row | {"import_id": self.import_id})


WIDEST_NETWORK: Final = 8  # bits
DO_NOT_CALL: Final = "do not call"  # how a list of companies says that one objected


def _stronger(one: str, other: str) -> str:
    return max(one, other, key=("known", "changed", "added").index)


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def check_network(text: str) -> str:
    """Return a network as CIDR text.

    Raises:
        RefusedError: it is none.
    """
    found = _network(text)
    if found is None:
        raise RefusedError(f'"{text}" is no network: write it as 192.0.2.0/24.')
    if found.prefixlen < WIDEST_NETWORK:
        raise RefusedError(f'"{text}" is most of the internet: name a smaller network.')
    return str(found)
