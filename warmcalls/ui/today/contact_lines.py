"""The people and numbers of a client, in the order in which one would ring them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from warmcalls.domain.calls import CallCard, WarmCall
from warmcalls.domain.clients import Contact, Phone
from warmcalls.domain.contact_rules import may_ring
from warmcalls.domain.moments import local
from warmcalls.reports.phones import shown
from warmcalls.ui.today import words
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.ring_times import ring_times, ring_tip


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One person, or the front desk.

    Attributes:
        number: to read; dial: to hand to the telephone, empty where nobody may ring it.
        note: screening, or the objection; state: "", "notice" or "bad".
        first: the one this call asks for.
        times: when to ring, the longest first; tip: the same in full.
    """

    name: str
    role: str = ""
    number: str = ""
    label: str = ""
    dial: str = ""
    note: str = ""
    state: str = ""
    objected: bool = False
    first: bool = False
    times: tuple[str, ...] = ()
    tip: str = ""


def of_call(call: WarmCall, now: Now) -> list[ContactLine]:
    """Return the one line that a call itself holds, before its card is here."""
    name, role = _who(call.contact)
    return [_line(name, role, call.phone, now, first=True)]


def of_card(card: CallCard, call: WarmCall, now: Now) -> list[ContactLine]:
    """Return everybody, the one to ask for first, with when to ring, and objections last."""
    client, (first, *_) = card.client, of_call(call, now)
    if first.dial:
        first = replace(first, times=ring_times(card, now), tip=ring_tip(card, now))
    lines = [first]
    asked = call.contact.id if call.contact else None
    others = sorted(
        (c for c in client.contacts if c.id != asked), key=lambda c: c.objected_at is not None
    )
    used = {call.phone.number} if call.phone else set()
    desk = [p for p in client.phones if p.number not in used and not p.dead]
    lines += [_of_contact(c, now) for c in others if c.objected_at is None]
    lines += [_line("Front desk", "", phone, now) for phone in desk[:1]]
    return lines + [_of_contact(c, now) for c in others if c.objected_at is not None]


def _of_contact(contact: Contact, now: Now) -> ContactLine:
    if contact.objected_at is not None:
        day = local(contact.objected_at, now.zone)
        note = f"Do not call: objected on {day.day} {day:%B %Y}"
        return ContactLine(contact.name, contact.role, note=note, state="bad", objected=True)
    return _line(contact.name, contact.role, _best(contact.phones), now)


def _best(phones: Sequence[Phone]) -> Phone | None:
    """Return the number to ring, or one that says why there is none."""
    return next((p for p in phones if may_ring(p)), phones[0] if phones else None)


def _who(contact: Contact | None) -> tuple[str, str]:
    return (contact.name, contact.role) if contact else ("Front desk", "Ask for who hires")


def _line(
    name: str, role: str, phone: Phone | None, now: Now, *, first: bool = False
) -> ContactLine:
    if phone is None:
        return ContactLine(name, role, note="No number", state="notice", first=first)
    note, state = words.screening(phone, now(), now.zone)
    dial = phone.number if may_ring(phone) else ""
    number = shown(phone.number)
    return ContactLine(name, role, number, phone.label, dial, note, state, first=first)
