"""Objections: kept for good, and in force wherever the same number, person or company turns up."""

from collections.abc import Callable, Iterable

from warmcalls.domain.client_merge import same_people
from warmcalls.domain.clients import Client
from warmcalls.domain.contact_rules import all_phones
from warmcalls.domain.identities import name_key
from warmcalls.store import clients, identifiers, objections, undone_objections
from warmcalls.store.journal import Journal, fetch


def object_to_calls(journal: Journal, client: Client, contact_id: int | None, now: int) -> None:
    """Keep an objection for good: of one contact, or of the whole client.

    It is the whole client's where no contact is named, or where nobody else is left to ask for.
    """
    others = [c for c in client.contacts if c.objected_at is None and c.id != contact_id]
    whole = contact_id is None or not others
    people = [c for c in client.contacts if whole or c.id == contact_id]
    for contact in people:
        journal.change("contact", contact.id, objected_at=now)
    if whole:
        journal.change("client", client.id, objected_at=now)
    values = [("phone", p.number) for c in people for p in c.phones]
    values += [("email", c.email) for c in people if c.email]
    if whole:
        values += [("phone", phone.number) for phone in all_phones(client)]
        values += [("client", key) for key in (name_key(client.name), *_aliases(journal, client))]
    known = [
        (kind, value)
        for kind, value in dict.fromkeys(values)
        if not keep_for_good(journal, kind, value, client.id, now)
    ]
    for kind, value in known if journal.noted else ():
        undone_objections.note(journal.db, journal.entry_id, kind, value, client.id)


def _aliases(journal: Journal, client: Client) -> list[str]:
    """Return the other names a client goes by, as after a merge or by its old name."""
    held = identifiers.of_client(journal.db, client.id)
    return [row["value"] for row in held if row["kind"] == "name"]


def keep_for_good(journal: Journal, kind: str, value: str, client_id: int, now: int) -> bool:
    """Remember an objection; wherever it binds, it does so as the standing is worked out.

    Returns:
        Whether it is new.
    """
    objections.keep_registers(journal.db, [(kind, value)])
    is_new = not objections.among(journal.db, kind, [value])
    if is_new:
        row = {"kind": kind, "value": value, "at": now, "client_id": client_id}
        journal.add("objection", row)
    journal.touched |= objections.holders(journal.db, [(kind, value)])
    return is_new


def bound(client: Client, counts: Callable[[int, int | None], bool]) -> list[tuple[str, str, int]]:
    """Return what the objections at a client bind to, each with the moment it came.

    Args:
        client: the client, with contacts and numbers.
        counts: tells of an objection's moment and contact (None for the whole client) whether it
            is asked for.
    """
    found: list[tuple[str, str, int]] = []
    whole = client.objected_at
    if whole is not None and counts(whole, None):
        found += [("phone", phone.number, whole) for phone in all_phones(client)]
        found.append(("client", name_key(client.name), whole))
    for contact in client.contacts:
        at = contact.objected_at
        if at is not None and counts(at, contact.id):
            found += [("phone", phone.number, at) for phone in contact.phones]
            found += [("email", contact.email, at)] if contact.email else []
    return found


def keep_imported(
    journal: Journal, client_id: int, values: Iterable[tuple[str, str]], now: int
) -> set[int]:
    """Keep objections that a file tells of; taking the import back does not take them back.

    Returns:
        The clients whose standing has to be worked out again.
    """
    db, values = journal.db, list(values)
    objections.keep_registers(db, values)
    for kind, value in values:
        if undone_objections.is_by_hand(db, kind, value):
            undone_objections.note(db, journal.entry_id, kind, value, client_id)
        objections.keep(db, kind, value, client_id, now)
    return objections.holders(db, values)


def bar_namesakes(journal: Journal, client_ids: Iterable[int]) -> None:
    """Bar clients that an action gave a name which objected, so that undo frees them again."""
    for client_id, at in objections.namesakes(journal.db, sorted(client_ids)):
        journal.change("client", client_id, objected_at=at)


def bar_addressed(journal: Journal, contact_id: int, email: str) -> None:
    """Bar somebody who was given an e-mail address that objected, so that undo frees them again."""
    at = objections.moment_of_value(journal.db, "email", email)
    row = fetch(journal.db, "contact", contact_id)
    if at is not None and row is not None and row["objected_at"] is None:
        journal.change("contact", contact_id, objected_at=at)


def hold_apart(journal: Journal, keep_id: int, gone_id: int, since: int) -> None:
    """Let objections since a merge hold for both clients, as the merge is undone."""
    db = journal.db
    objections.point(db, keep_id, gone_id, since)
    mine, theirs = (clients.contact_rows(db, each) for each in (keep_id, gone_id))
    at = {row["id"]: row["objected_at"] for row in mine}
    for other, kept in same_people(mine, theirs).items():
        if (at[kept] or 0) >= since:
            objections.mark_contact(db, other, at[kept])
    for client in clients.by_ids(db, [keep_id, gone_id]).values():
        values = bound(client, lambda said, _: said >= since)
        for kind, value, came in values:
            objections.keep(db, kind, value, client.id, came)
        journal.touched |= objections.holders(db, [(kind, value) for kind, value, _ in values])


def settle_undone(journal: Journal) -> None:
    """Free what nothing bars any more after an action was taken back, and only that.

    An objection is known by its moment: what is marked with one that was undone, wherever it was
    bound since, is free again. What another objection binds to, too, stays.
    """
    db, at = journal.db, undone_objections.moment_of(journal.db, journal.entry_id)
    values = undone_objections.of_entry(db, journal.entry_id)
    undone = undone_objections.undone_among(
        db, undone_objections.moments(db, journal.touched) | {at}
    )
    if at in undone:
        values |= undone_objections.take_of(db, [at])
        journal.touched |= undone_objections.marked(db, [at])
    undone_objections.hand_on(db, values, at)
    journal.touched |= objections.holders(db, values)
    undone_objections.clear(db, journal.touched, undone)
    journal.touched |= undone_objections.free(db, journal.touched, values)


def settle_redone(journal: Journal) -> None:
    """Have the clients worked out again whom an objection concerns that was put again."""
    values = undone_objections.of_entry(journal.db, journal.entry_id)
    undone_objections.hand_on(journal.db, values, 0)
    journal.touched |= objections.holders(journal.db, values)
