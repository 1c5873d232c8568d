"""Take contacts in: new ones added to their client, known ones changed as the rules say."""

from collections.abc import Callable

from warmcalls.actions.client_values import DO_NOT_CALL, external
from warmcalls.actions.import_rows import Holder, RowIntake, Tie
from warmcalls.actions.objections import keep_imported
from warmcalls.domain.identities import Identity, IdentityKind, clean_email, clean_text
from warmcalls.domain.incoming import IncomingContact
from warmcalls.domain.incoming_rules import Rule
from warmcalls.importers.phones import normal
from warmcalls.store import clients, identifiers, objections
from warmcalls.store.engine import Row


class ContactIntake:
    """Finds the contact of a line at its client, or makes it.

    Args:
        rows: adds numbers and identifiers.
        now: UTC microseconds.

    Attributes:
        touched: clients elsewhere whose numbers an objection barred.
    """

    def __init__(self, rows: RowIntake, now: int) -> None:
        self._rows, self._changes, self._db = rows, rows.changes, rows.db
        self._now = now
        self.touched: set[int] = set()

    def take(self, client_id: int, contact: IncomingContact) -> str:
        """Take a contact in; return "added", "changed" or "known"."""
        emails = [clean for email in contact.emails if (clean := clean_email(email))]
        numbers = external(contact.source, contact.external_id, "contact:")
        known = self._known(client_id, contact, emails, numbers)
        objects = contact.objected or bool(objections.among(self._db, "email", emails))
        if known is None:
            contact_id, state = self._add(client_id, contact, emails, objects=objects), "added"
        else:
            contact_id = known["id"]
            state = self._update(known, contact, emails, objects=objects)
        holder = Holder(client_id, contact_id, self._who(client_id, contact.name))
        ties = [Tie(Identity(IdentityKind.EMAIL, email)) for email in emails]
        ties += [Tie(Identity(IdentityKind.TOKEN, token)) for token in contact.tokens]
        new = self._rows.add_phones(holder, contact.phones)
        new += self._rows.add_ties(holder, [*ties, *numbers])
        if objects:
            self._keep_objection(client_id, contact, emails)
        return "changed" if new and state == "known" else state

    def _known(
        self, client_id: int, contact: IncomingContact, emails: list[str], numbers: list[Tie]
    ) -> Row | None:
        """Return the same person at the client: by number or e-mail, else by name."""
        rows = clients.contact_rows(self._db, client_id)
        held = identifiers.owners(self._db, [tie.identity for tie in numbers])
        ids = {contact_id for _, contact_id in held.values()}
        sure = (row for row in rows if row["id"] in ids)
        addressed = (row for row in rows if row["email"] and row["email"] in emails)
        return next(sure, None) or next(addressed, None) or self._namesake(rows, contact, emails)

    def _namesake(self, rows: list[Row], contact: IncomingContact, emails: list[str]) -> Row | None:
        """Return the person of this name, unless e-mails say that there are two of them."""
        name = contact.name.strip().casefold()
        same = [row for row in rows if row["name"].casefold() == name]
        found = next((row for row in same if not (row["email"] and emails)), None)
        if found is None and len(same) == 1 and self._readdressed(same[0]["id"]):
            return same[0]
        return found

    def _readdressed(self, contact_id: int) -> bool:
        """Tell whether another e-mail is the same person's new one: where it is to be taken."""
        takes = self._changes.rule("contact", contact_id, "email") is Rule.THEIRS
        return takes and not self._changes.is_told("contact", contact_id, "email")

    def _add(
        self, client_id: int, contact: IncomingContact, emails: list[str], *, objects: bool
    ) -> int:
        row = {
            "client_id": client_id,
            "name": clean_text(contact.name),
            "role": clean_text(contact.role),
            "email": emails[0] if emails else "",
            "notes": contact.notes.replace("\0", ""),
            "objected_at": self._now if objects else None,
            "source": contact.source,
            "made_at": self._now,
        }
        contact_id = self._rows.add("contact", row)
        self._changes.made("contact", contact_id)
        return contact_id

    def _update(
        self, known: Row, contact: IncomingContact, emails: list[str], *, objects: bool
    ) -> str:
        """Change what the rules allow; an objection is taken over at once, and never taken back."""
        values = {"role": clean_text(contact.role), "email": emails[0] if emails else ""}
        if known["email"] in emails:
            values["email"] = ""  # one of several: ours is as good as their first
        who = self._who(known["client_id"], known["name"])
        changed = self._changes.apply("contact", known, values, who)
        if objects and known["objected_at"] is None:
            # not in the journal: taking the import back does not take it back
            objections.mark_contact(self._db, known["id"], self._now)
            self._changes.note(known["client_id"], "do_not_call", who, "", DO_NOT_CALL)
            changed = True
        return "changed" if changed else "known"

    def _who(self, client_id: int, name: str) -> Callable[[], str]:
        """Return what names a contact with its client."""
        return lambda: f"{name}, {clients.name_of(self._db, client_id)}"

    def _keep_objection(self, client_id: int, contact: IncomingContact, emails: list[str]) -> None:
        values = [("email", email) for email in emails]
        values += [("phone", number) for p in contact.phones if (number := normal(p.number))]
        self.touched |= keep_imported(self._rows.journal, client_id, values, self._now)
