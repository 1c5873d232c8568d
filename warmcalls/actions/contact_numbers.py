"""The numbers of a contact or a front desk: checked, kept once, barred where somebody objected."""

from collections.abc import Sequence

from warmcalls.domain.contact_checks import check_length
from warmcalls.domain.contact_said import PhoneSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.importers.phone_checks import check_phone
from warmcalls.reports.phones import shown
from warmcalls.store import contacts, objections
from warmcalls.store.engine import Row
from warmcalls.store.journal import Journal


def set_numbers(
    journal: Journal, client_id: int, contact_id: int | None, said: Sequence[PhoneSaid]
) -> None:
    """Make these the numbers of a contact, or of the front desk; those left out are removed.

    Calls that rang a number that is removed stay. A number that stays as it was is not checked
    again: it may be older than the rules.

    Raises:
        RefusedError: a number cannot be, or stands twice.
    """
    there = {row["id"]: row for row in contacts.numbers(journal.db, client_id, contact_id or 0)}
    wanted = [(phone, _number(phone, there.get(phone.id))) for phone in said]
    _check_once([number for _, number in wanted])
    stay = {phone.id for phone, number in wanted if _stays(there.get(phone.id), number)}
    _remove(journal, client_id, [each for each in there if each not in stay])
    for phone, number in wanted:
        label = check_length(phone.label, "label")
        if phone.id in stay:
            journal.change("phone", phone.id, label=label)
        else:
            row = {"client_id": client_id, "contact_id": contact_id, "label": label}
            journal.add("phone", row | _facts(journal, number))


def _number(phone: PhoneSaid, before: Row | None) -> str:
    text = phone.number.strip()
    if before and text in {before["number"], shown(before["number"])}:
        return str(before["number"])
    return check_phone(text)


def _stays(before: Row | None, number: str) -> bool:
    return before is not None and before["number"] == number


def _check_once(numbers: Sequence[str]) -> None:
    for number in numbers:
        if numbers.count(number) > 1:
            raise RefusedError(f"{shown(number)} stands here twice.")


def _remove(journal: Journal, client_id: int, ids: Sequence[int]) -> None:
    if not ids:
        return
    rung = contacts.calls_to(journal.db, client_id, ids)
    journal.move_rows("call", rung, phone_id=None)
    for each in ids:
        journal.remove("phone", each)


def _facts(journal: Journal, number: str) -> Row:
    """Return a number with what is known of it: screening, registers, objections."""
    known = contacts.known_number(journal.db, number)
    barred = bool(objections.among(journal.db, "phone", [number]))
    registered = known.get("registered", 0) | (objections.OBJECTED if barred else 0)
    return {**known, "number": number, "registered": registered}
