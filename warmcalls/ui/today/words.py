"""What Today says of a call, a number, and a day."""

from collections import Counter
from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.calls import CallKind, DoneCall, WarmCall
from warmcalls.domain.chances import chance_words
from warmcalls.domain.clients import Client, Phone
from warmcalls.domain.contact_rules import SCREENING_LASTS, screened
from warmcalls.domain.moments import day_of, days_between, local
from warmcalls.domain.outcomes import REACH_WORDS, RESULT_WORDS

FRONT_DESK: Final = "Front desk: ask for who hires"
IRREGULAR: Final = {
    "Call back": ("to call back", "to call back"),
    "Spoke": ("conversation", "conversations"),
    "Job brief taken": ("job brief", "job briefs"),
    "Meeting booked": ("meeting", "meetings"),
    "Voicemail left": ("voicemail", "voicemails"),
    "Gatekeeper": ("gatekeeper", "gatekeepers"),
    "Wrong or dead number": ("wrong number", "wrong numbers"),
    "Rejected before calling": ("rejected", "rejected"),
}
NOON: Final = 12
EVENING: Final = 17


def mark(call: WarmCall, now: int, zone: ZoneInfo) -> tuple[str, str]:
    """Return the icon and the words of the chip beside a client, or two empty texts."""
    if call.kind is CallKind.TEST:
        return "ph.dice-five", "Test call"
    if call.kind is CallKind.SAMPLE:
        return "ph.flask", "Sample"
    if call.promised_at is None:
        return "", ""
    return "ph.clock", f"Promised {day_or_time(call.promised_at, now, zone)}"


def day_or_time(at: int, now: int, zone: ZoneInfo) -> str:
    """Return the time of a moment today, the day of any other: "10:00", "Mon 2 Mar"."""
    then = local(at, zone)
    if day_of(at, zone) == day_of(now, zone):
        return f"{then:%H:%M}"
    return f"{then:%a} {then.day} {then:%b}"


def when_words(at: int, zone: ZoneInfo) -> str:
    """Return a moment to come as the prompt repeats it: "Thu 5 March 14:00"."""
    then = local(at, zone)
    return f"{then:%a} {then.day} {then:%B} {then:%H:%M}"


def happened(at: int, now: int, zone: ZoneInfo) -> str:
    """Return when something happened: "Today 08:52", "Mon 2 Mar", "14 Nov 2025"."""
    then, days = local(at, zone), days_between(at, now, zone)
    if days == 0:
        return f"Today {then:%H:%M}"
    if local(now, zone).year == then.year:
        return f"{then:%a} {then.day} {then:%b}"
    return f"{then.day} {then:%b} {then.year}"


def who(call: WarmCall) -> str:
    """Return whom to ask for: "Priya Nair, Head of People"."""
    if call.contact is None:
        return FRONT_DESK
    return ", ".join(part for part in (call.contact.name, call.contact.role) if part)


def chance(call: WarmCall) -> str:
    """Return the chance; of a test call nobody knows it."""
    return "not known" if call.kind is CallKind.TEST else chance_words(call.chance)


def screening(phone: Phone, now: int, zone: ZoneInfo) -> tuple[str, str]:
    """Return a number's screening and its state: good enough, or notice, or bad."""
    if phone.registered:
        return "TPS: do not ring", "bad"
    if phone.dead:
        return "Wrong or dead number", "notice"
    if not screened(phone, now) or phone.screened_at is None:
        return "Not screened" if phone.screened_at is None else "Screening due", "notice"
    until = local(phone.screened_at + SCREENING_LASTS, zone)
    return f"TPS clear until {until.day} {until:%B}", ""


def facts(client: Client, money: str) -> str:
    """Return the line under a client's name: "Wakefield · 240 staff · expected fee £8,400"."""
    parts = (
        client.town,
        f"{client.staff:,} staff" if client.staff else "",
        _whose(client),
        f"expected fee {money}" if money else "",
    )
    return " · ".join(part for part in parts if part)


def _whose(client: Client) -> str:
    """Return whose client it is and since when: "Beth’s since 2024"."""
    since = f"since {client.since}" if client.since else ""
    return " ".join(part for part in (f"{client.owner}’s" if client.owner else "", since) if part)


def done_words(done: Sequence[DoneCall], now: int, zone: ZoneInfo) -> str:
    """Return the folded line: "7 done this morning: 1 meeting, 2 to call back"."""
    hour = local(now, zone).hour
    part = "this morning" if hour < NOON else "today"
    return f"{len(done)} done {part}: {counted(done)}"


def counted(done: Sequence[DoneCall]) -> str:
    """Return what came of calls, the best first: "1 meeting, 3 no answer"."""
    tally = Counter(call.words for call in done)
    order = [*RESULT_WORDS.values(), *REACH_WORDS.values()]
    known = [words for words in order if words in tally]
    known += [words for words in tally if words not in order]
    return ", ".join(f"{tally[words]} {noun(words, tally[words])}" for words in known)


def noun(words: str, count: int) -> str:
    """Return an outcome as something that can be counted."""
    forms = IRREGULAR.get(words)
    return forms[count > 1] if forms else words[:1].lower() + words[1:]
