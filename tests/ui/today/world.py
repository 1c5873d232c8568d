"""A made-up day for tests of the page."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from warmcalls.domain.calls import CallCard, CallKind, Day, Happening, HappeningKind, WarmCall
from warmcalls.domain.clients import Client, Contact, Phone, Tier
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, moment
from warmcalls.domain.when import parse_when

ZONE = ZoneInfo("Europe/London")
NOW = moment(datetime(2026, 3, 3, 9, 58, tzinfo=UTC))
LONG = "Wolverhampton Independent Engineering Recruitment <b>Holdings</b> & Sons "


def clock() -> int:
    return NOW


def when(text: str) -> int:
    return parse_when(text, NOW, ZONE)


def call(number: int, name: str = "", kind: CallKind = CallKind.WARM) -> WarmCall:
    phone = Phone(number, f"+4416329601{number:02}", "direct", screened_at=NOW - DAY)
    contact = Contact(number, number, f"Priya Nair {number}", "Head of People", phones=(phone,))
    return WarmCall(
        rank=number,
        kind=kind,
        client_id=number,
        client=name or f"Client {number}",
        tier="A",
        contact=contact,
        phone=phone,
        chance=0.25,
        answer_chance=0.4,
        value=200_000,
        warmth=1.2,
        why="Three people read the Salary Guide. " * 4,
        opener="You asked on Thursday how long notice runs.",
        sparkline=tuple(0.1 * n for n in range(30)),
    )


def day(count: int = 4) -> Day:
    return Day(20, (), tuple(call(number) for number in range(1, count + 1)))


def card(of: WarmCall) -> CallCard:
    client = Client(of.client_id, of.client, Tier.A, notes=f"Notes of {of.client}")
    line = Happening(NOW - DAY, HappeningKind.SIGNAL, "Fees page", "", Kind.SERVICES_PAGE)
    return CallCard(client, (line,) * 12, candidate_visits=2, placed_before=True)
