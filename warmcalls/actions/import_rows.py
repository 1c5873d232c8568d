"""Rows that an import adds beside clients and contacts: phone numbers and identifiers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.actions.adopt import adopt
from warmcalls.actions.import_changes import Changes
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import IncomingPhone
from warmcalls.domain.incoming_rules import Rule
from warmcalls.domain.settings import Settings
from warmcalls.importers.phones import normal
from warmcalls.store import clients, identifiers, objections, phones
from warmcalls.store.engine import Row, Writer
from warmcalls.store.journal import Journal

FIELD_OF: Final = {IdentityKind.DOMAIN: "website", IdentityKind.EMAIL: "email"}
"""What else than a tie an identifier is; it follows the rule of that field."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose numbers and identifiers they are: a client's, or one contact's.

    Attributes:
        who: names the holder, for an example.
    """

    client_id: int
    contact_id: int | None
    who: Callable[[], str]

    @property
    def row(self) -> tuple[str, int]:
        """The table and id of the holder."""
        return ("contact", self.contact_id) if self.contact_id else ("client", self.client_id)


@dataclass(frozen=True, slots=True)
class Tie:
    """An identifier, and the name as it was written."""

    identity: Identity
    said: str = ""


class RowIntake:
    """Adds rows inside the caller's transaction: an import's carry its number.

    Args:
        journal: takes what is added by hand, and what is changed.
        agency: the settings.
        import_id: the import, None for one that is added by hand.
        changes: the rules and the counts.
    """

    def __init__(
        self, journal: Journal, agency: Settings, import_id: int | None, changes: Changes
    ) -> None:
        self.journal, self.agency, self.changes = journal, agency, changes
        self.db: Writer = journal.db
        self._import_id = import_id
        self._has_visitors = identifiers.any_visitor(self.db)

    def add(self, table: str, row: Row) -> int:
        """Add a row: under an import it carries the import, by hand it goes to the journal."""
        if self._import_id is None:
            return self.journal.add(table, row)
        return self.db.insert(table, row | {"import_id": self._import_id})

    def add_phones(self, holder: Holder, told: Iterable[IncomingPhone]) -> int:
        """Add numbers that the client does not have, as the rule says; return how many."""
        rule = self.changes.rule(*holder.row, "phone")
        if rule is Rule.KEEP:
            return 0
        added = 0
        for phone in told:
            number = normal(phone.number)
            if not number or clients.has_number(self.db, holder.client_id, number):
                continue
            old = self._replaced(holder, phone.label) if rule is Rule.THEIRS else None
            self._put_number(holder, IncomingPhone(number, phone.label), old)
            added += 1
        return added

    def _replaced(self, holder: Holder, label: str) -> Row | None:
        """Return the one number of this label that a newer one takes the place of.

        A number that must not be rung is never taken away, nor one that this file brought.
        """
        rows = phones.labelled(self.db, holder.client_id, holder.contact_id, label)
        if len(rows) != 1 or rows[0]["registered"]:
            return None
        is_new = self._import_id is not None and rows[0]["import_id"] == self._import_id
        is_told = is_new or self.changes.is_told("phone", rows[0]["id"], "number")
        return None if is_told else rows[0]

    def _put_number(self, holder: Holder, phone: IncomingPhone, old: Row | None) -> None:
        barred = bool(objections.among(self.db, "phone", [phone.number]))
        fresh: Row = {"number": phone.number, "registered": int(barred)}
        if old is None:
            row = {"client_id": holder.client_id, "contact_id": holder.contact_id}
            self.add("phone", row | fresh | {"label": phone.label})
        else:
            unscreened = {"screened_at": None, "screened_by": "", "dead": 0}
            self.journal.change("phone", old["id"], **fresh, **unscreened)
            self.changes.tell("phone", old["id"], "number")
        was = old["number"] if old else ""
        self._note(holder, "phone", was, phone.number)

    def add_ties(self, holder: Holder, told: Sequence[Tie]) -> int:
        """Add identifiers nobody has yet, as the rules say; return how many.

        The number in another system is always learnt: the next file of that system needs it.
        """
        wanted: dict[Identity, Tie] = {}
        for tie in told:
            if self._may(holder, tie.identity):
                wanted.setdefault(tie.identity, tie)
        taken = identifiers.owners(self.db, wanted)
        new = [tie for identity, tie in wanted.items() if identity not in taken]
        for tie in new:
            row = {"client_id": holder.client_id, "contact_id": holder.contact_id}
            value = {"kind": tie.identity.kind.value, "value": tie.identity.value}
            self.add("identifier", row | value | {"said": tie.said})
        if new and self._has_visitors:
            held = [tie.identity for tie in new]
            noted = self.journal if self._import_id is None else None
            adopt(self.db, holder.client_id, holder.contact_id, held, self.agency, journal=noted)
        return self._count(holder, new)

    def _may(self, holder: Holder, identity: Identity) -> bool:
        if identity.kind is IdentityKind.EXTERNAL:
            return True
        name = FIELD_OF.get(identity.kind, "identifiers")
        return self.changes.rule(*holder.row, name) is not Rule.KEEP

    def _count(self, holder: Holder, new: Sequence[Tie]) -> int:
        for tie in new:
            self._note(holder, "identifiers", "", tie.said or tie.identity.value)
        return len(new)

    def _note(self, holder: Holder, name: str, old: str, new: str) -> None:
        if not self.changes.is_made(*holder.row):
            self.changes.note(holder.client_id, name, holder.who, old, new)
