"""Take clients in: new ones added, known ones changed as the rules say."""

from functools import partial

from warmcalls.actions.client_values import DO_NOT_CALL, Owners, ties_of, values_of
from warmcalls.actions.import_rows import Holder, RowIntake
from warmcalls.actions.objections import keep_imported
from warmcalls.domain.client_fields import tags_of, tags_text
from warmcalls.domain.identities import Identity, IdentityKind, clean_text, name_key
from warmcalls.domain.incoming import IncomingClient, Party
from warmcalls.domain.incoming_rules import Rule, settle_tags
from warmcalls.importers.domains import of_email
from warmcalls.importers.phones import normal
from warmcalls.store import clients, identifiers
from warmcalls.store.engine import Row
from warmcalls.store.journal import fetch

APART = ("company_number", "town")  # companies of one name are two where these differ


class ClientIntake:
    """Finds the client of a line, or makes it.

    Args:
        rows: adds numbers and identifiers.
        owners: the recruiters.
        now: UTC microseconds.

    Attributes:
        made: the clients that were added.
        namesakes: of those, the ones whose name another has, and that other.
        touched: clients elsewhere whose numbers an objection barred.
    """

    def __init__(self, rows: RowIntake, owners: Owners, now: int) -> None:
        self._rows, self._changes, self._db = rows, rows.changes, rows.db
        self._owners, self._now = owners, now
        self.made: list[int] = []
        self.namesakes: dict[int, int] = {}
        self._namesake: int | None = None
        self.touched: set[int] = set()

    def take(self, party: Party) -> tuple[int | None, str]:
        """Find or make the client of a line; its id, and what became of it."""
        self._namesake = None
        found = self._find(party)
        if party.client is None:
            return found, "known"
        if found is None:
            if not party.client.name.strip():
                return None, ""
            return self._add(party.client), "added"
        return found, self._update(found, party.client)

    def _find(self, party: Party) -> int | None:
        source = party.client.source if party.client else ""
        source = source or (party.contact.source if party.contact else "")
        ids = [*party.client_ids, *([party.client.external_id] if party.client else [])]
        wanted = [Identity(IdentityKind.EXTERNAL, f"{source}:{i}") for i in ids if i]
        found = identifiers.owners(self._db, wanted)
        if found:
            return next(iter(found.values()))[0]
        if party.client and party.client.name.strip():
            return self._find_by_name(party.client)
        emails = party.contact.emails if party.contact else ()
        domains = [domain for email in emails if (domain := of_email(email))]
        held = identifiers.owners(self._db, [Identity(IdentityKind.DOMAIN, d) for d in domains])
        return next((owner[0] for owner in held.values()), None)

    def _find_by_name(self, client: IncomingClient) -> int | None:
        """Return the client of the same name, unless something says it is another company."""
        ids = clients.ids_by_name(self._db, client.name)
        self._namesake = next(iter(ids), None)
        same = next((i for i in ids if not self._differ(i, client, APART)), None)
        if same is None and len(ids) == 1 and self._moves(ids[0]):
            same = next((i for i in ids if not self._differ(i, client, APART[:1])), None)
        return same if ids else self._find_by_alias(client)

    def _find_by_alias(self, client: IncomingClient) -> int | None:
        """Return the client that goes by the name too; its town may be the other name's."""
        known = clients.id_by_alias(self._db, client.name)
        if known is None or self._differ(known, client, APART[:1]):
            return None
        return known

    def _differ(self, client_id: int, client: IncomingClient, columns: tuple[str, ...]) -> bool:
        row = fetch(self._db, "client", client_id)
        assert row is not None
        told = {"company_number": client.company_number, "town": client.town}
        pairs = [(row[column], told[column]) for column in columns]
        return any(a and b and a.casefold() != b.casefold() for a, b in pairs)

    def _moves(self, client_id: int) -> bool:
        """Tell whether another town is the same company's new one: where it is to be taken."""
        takes = self._changes.rule("client", client_id, "town") is Rule.THEIRS
        return takes and not self._changes.is_told("client", client_id, "town")

    def _add(self, client: IncomingClient) -> int:
        row = self._values(client) | {
            "name": clean_text(client.name),
            "name_key": name_key(client.name),
            "tags": tags_text(client.tags),
            "made_at": self._now,
        }
        if client.excluded == DO_NOT_CALL:
            row["objected_at"] = self._now
        client_id = self._rows.add("client", row)
        self._changes.made("client", client_id)
        self.made.append(client_id)
        if self._namesake is not None:
            self.namesakes[client_id] = self._namesake
        self._beside(client_id, client)
        self._keep_objection(client_id, client)
        return client_id

    def _update(self, client_id: int, client: IncomingClient) -> str:
        """Change what the rules let the file change."""
        row = fetch(self._db, "client", client_id)
        assert row is not None
        changes = [
            self._changes.apply("client", row, self._values(client), lambda: str(row["name"])),
            self._tag(row, client),
            self._beside(client_id, client),
            self._object(row, client),
        ]
        return "changed" if any(changes) else "known"

    def _values(self, client: IncomingClient) -> Row:
        return values_of(client, self._owners.id_of(client.owner))

    def _tag(self, row: Row, client: IncomingClient) -> bool:
        """Add the file's tags; none goes."""
        mine = tags_of(row["tags"])
        rule = self._changes.rule("client", row["id"], "tags")
        tags = tags_text(settle_tags(rule, mine, client.tags))
        if tags == tags_text(mine):
            return False
        self._rows.journal.change("client", row["id"], tags=tags)
        self._changes.note(row["id"], "tags", lambda: str(row["name"]), tags_text(mine), tags)
        return True

    def _beside(self, client_id: int, client: IncomingClient) -> bool:
        """Add numbers and identifiers; return whether there were any new."""
        holder = Holder(client_id, None, partial(clients.name_of, self._db, client_id))
        new = self._rows.add_phones(holder, client.phones)
        return bool(new + self._rows.add_ties(holder, ties_of(client)))

    def _object(self, row: Row, client: IncomingClient) -> bool:
        """Keep an objection of a client that is here; return whether it is new."""
        self._keep_objection(row["id"], client)
        if client.excluded != DO_NOT_CALL or row["objected_at"] is not None:
            return False
        self._changes.note(row["id"], "do_not_call", lambda: str(row["name"]), "", DO_NOT_CALL)
        return True

    def _keep_objection(self, client_id: int, client: IncomingClient) -> None:
        """Keep a whole company's objection that a file tells of."""
        if client.excluded != DO_NOT_CALL:
            return
        clients.keep_objection(self._db, client_id, self._now)
        numbers = [("phone", number) for p in client.phones if (number := normal(p.number))]
        values = [("client", name_key(client.name)), *numbers]
        self.touched |= keep_imported(self._rows.journal, client_id, values, self._now)
