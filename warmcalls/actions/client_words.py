"""How a client stands with today's list, in the words of the table."""

from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.client_states import Stands
from warmcalls.domain.contact_rules import Standing
from warmcalls.domain.moments import day_of, local

PLAIN: Final[dict[Stands, str]] = {
    Stands.PROMISED_TODAY: "Today, promised",
    Stands.TODAY: "Today",
    Stands.TEST: "Today, test call",
    Stands.SCREENING: "TPS screening due",
    Stands.DUPLICATE: "Duplicate?",
    Stands.NO_SIGNALS: "No signals",
    Stands.NO_NUMBER: "No number",
    Stands.NO_CONTACT: "No contact yet",
    Stands.BARRED: "No number may be rung",
    Stands.EXCLUDED: "Excluded",
    Stands.OBJECTED: "Objected",
}


def stands_words(
    state: Stands, stands: Standing | None, capacity: int, now: int, zone: ZoneInfo
) -> str:
    """Return how a client stands: "Today", "Snoozed, 16 Mar", "Below today’s 20".

    Args:
        state: where it stands.
        stands: what follows from its calls, None where nothing is kept.
        capacity: how many calls today's list holds.
        now: UTC microseconds.
        zone: of the agency's days.
    """
    if state in PLAIN:
        return PLAIN[state]
    if state is Stands.BELOW or stands is None:
        return f"Below today’s {capacity}"
    if state is Stands.PROMISED:
        return f"Promised, {short_day(stands.callback_at or now, now, zone)}"
    until = short_day(stands.ready_at, now, zone)
    if state is Stands.SNOOZED:
        return f"Snoozed, {until}"
    return f"Meeting {until}" if state is Stands.MEETING else f"Rests to {until}"


def short_day(at: int, now: int, zone: ZoneInfo) -> str:
    """Return a day as a cell has room for it: "16 Mar", with the year where it is another."""
    then = local(at, zone)
    year = "" if day_of(at, zone)[:4] == day_of(now, zone)[:4] else f" {then.year}"
    return f"{then.day} {then:%b}{year}"
