"""Edit contacts: add one, change one, take one out; the numbers of a front desk.

A contact's e-mail address is an identifier, too: what was done from it before becomes theirs, and
is let go with the address. Somebody who is taken out leaves calls, briefs and signals with the
client, without the name; an objection is never taken out.
"""

from collections.abc import Sequence
from typing import Final

from warmcalls.actions.contact_numbers import set_numbers
from warmcalls.actions.done import Done
from warmcalls.actions.objections import bar_addressed
from warmcalls.actions.recount import recount
from warmcalls.actions.rematch import rematch
from warmcalls.domain.contact_checks import check_email, check_length, check_person
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.store import contacts, identifiers, objections, settings
from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.journal import Journal, entry, fetch

CHANGED: Final = frozenset({"clients", "calls", "signals"})
GONE: Final = "This contact is not there any more."
CLIENT_GONE: Final = "This client is not there any more."


def add_contact(
    db: Writer, client_id: int, said: ContactSaid, *, now: int, person_id: int | None = None
) -> Done:
    """Add a contact to a client; what was done from the e-mail address before becomes theirs.

    Somebody whose e-mail address objected before is kept as one who objects.

    Raises:
        RefusedError: a field cannot be, or somebody has it; nothing is changed.
    """
    with db.atomic():
        client = _client(db, client_id)
        fields = _checked(db, client_id, 0, said)
        objects = bool(objections.among(db, "email", [fields["email"]]))
        with entry(db, "add_contact", now, person_id) as journal:
            row = {"client_id": client_id, **fields, "made_at": now}
            made = journal.add("contact", row | {"objected_at": now if objects else None})
            set_numbers(journal, client_id, made, said.phones)
            moved = _hold(journal, client_id, made, fields["email"])
            journal.said = f"Added {fields['name']} at {client['name']}{_besides(moved)}"
            if objects:
                journal.said += ": objected to calls before, so nobody rings them"
        recount(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo, made)


def change_contact(
    db: Writer, contact_id: int, said: ContactSaid, *, now: int, person_id: int | None = None
) -> Done:
    """Change everything that a form says of a contact; a number that is left out is removed.

    Raises:
        RefusedError: a field cannot be, or somebody has it; nothing is changed.
    """
    with db.atomic():
        before = _contact(db, contact_id)
        client_id = before["client_id"]
        fields = _checked(db, client_id, contact_id, said, kept=before["email"])
        with entry(db, "change_contact", now, person_id) as journal:
            journal.change("contact", contact_id, **fields)
            set_numbers(journal, client_id, contact_id, said.phones)
            if fields["email"] != before["email"]:
                _let_go(journal, client_id, contact_id, before["email"])
                _hold(journal, client_id, contact_id, fields["email"])
                bar_addressed(journal, contact_id, fields["email"])
            journal.said = f"Changed {fields['name']} at {before['client']}"
        recount(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo, contact_id)


def remove_contact(db: Writer, contact_id: int, *, now: int, person_id: int | None = None) -> Done:
    """Take a contact out; calls, briefs and signals stay with the client, without the name.

    Raises:
        RefusedError: they objected to calls, which is kept for good.
    """
    with db.atomic():
        before = _contact(db, contact_id)
        client_id, name = before["client_id"], before["name"]
        if before["objected_at"] is not None:
            raise RefusedError(f"{name} objected to calls: they stay, so that nobody rings them.")
        with entry(db, "remove_contact", now, person_id) as journal:
            _let_go(journal, client_id, contact_id, before["email"])
            for row in identifiers.of_client(db, client_id):
                if row["contact_id"] == contact_id:
                    journal.change("identifier", row["id"], contact_id=None)
            set_numbers(journal, client_id, contact_id, ())
            for table, ids in contacts.pointers(db, client_id, contact_id).items():
                journal.move_rows(table, ids, contact_id=None)
            journal.remove("contact", contact_id)
            journal.said = f"Removed {name} from {before['client']}"
        recount(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo, client_id)


def change_front_desk(
    db: Writer,
    client_id: int,
    phones: Sequence[PhoneSaid],
    *,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Change the numbers that belong to nobody in particular: the switchboard's.

    Raises:
        RefusedError: a number cannot be; nothing is changed.
    """
    with db.atomic():
        client = _client(db, client_id)
        with entry(db, "change_front_desk", now, person_id) as journal:
            set_numbers(journal, client_id, None, phones)
            journal.said = f"Changed the front desk’s numbers at {client['name']}"
        recount(journal, settings.load(db))
    return Done(journal.said, CHANGED, journal.undo, client_id)


def check_contact_email(db: Reader, email: str, contact_id: int = 0) -> str:
    """Return an e-mail address as it is kept, where no other contact has it.

    Raises:
        RefusedError: it is no address, or somebody has it.
    """
    clean = check_email(email)
    other = contacts.with_email(db, clean, contact_id) if clean else None
    if other:
        raise RefusedError(f"{clean} is {other[0]}’s at {other[1]}.")
    return clean


def _checked(db: Writer, client_id: int, contact_id: int, said: ContactSaid, kept: str = "") -> Row:
    """Return the fields of a contact as they are kept; an address that stays is not asked about."""
    name = check_person(said.name)
    email = said.email.strip()
    if email != kept:
        email = check_contact_email(db, email, contact_id)
    _check_once(db, client_id, contact_id, name, email)
    role = check_length(said.role, "role")
    return {"name": name, "role": role, "email": email, "notes": said.notes.replace("\0", "")}


def _check_once(db: Writer, client_id: int, contact_id: int, name: str, email: str) -> None:
    """Refuse a namesake at the same client, unless both have an e-mail address of their own."""
    for other in contacts.others(db, client_id, contact_id):
        if other["name"].casefold() == name.casefold() and not (email and other["email"]):
            raise RefusedError(
                f"{other['name']} is a contact here already: change that entry, "
                "or give both an e-mail address."
            )


def _hold(journal: Journal, client_id: int, contact_id: int, email: str) -> int:
    """Make an e-mail address mean a contact; return how many signals this moved."""
    if not email:
        return 0
    identity = Identity(IdentityKind.EMAIL, email)
    holder = identifiers.holder(journal.db, identity)
    row = {"client_id": client_id, "contact_id": contact_id}
    if holder is None:
        journal.add("identifier", row | {"kind": identity.kind.value, "value": email})
    elif holder["client_id"] != client_id or holder["contact_id"] not in (None, contact_id):
        owner = f"{holder['contact']} at {holder['client']}".removeprefix(" at ")
        raise RefusedError(f"{email} belongs to {owner}: take it out there first.")
    else:
        journal.change("identifier", holder["id"], **row)
    return rematch(journal, client_id, [identity])


def _let_go(journal: Journal, client_id: int, contact_id: int, email: str) -> None:
    """Make an e-mail address mean nobody."""
    identity = Identity(IdentityKind.EMAIL, email)
    holder = identifiers.holder(journal.db, identity) if email else None
    if holder and holder["contact_id"] == contact_id:
        journal.remove("identifier", holder["id"])
        rematch(journal, client_id, [identity])


def _besides(moved: int) -> str:
    """Return what became theirs, for the toast."""
    if not moved:
        return ""
    return ", with 1 signal from before" if moved == 1 else f", with {moved:,} signals from before"


def _client(db: Writer, client_id: int) -> Row:
    row = fetch(db, "client", client_id)
    if row is None:
        raise RefusedError(CLIENT_GONE)
    return row


def _contact(db: Writer, contact_id: int) -> Row:
    row = contacts.by_id(db, contact_id)
    if row is None:
        raise RefusedError(GONE)
    return row
