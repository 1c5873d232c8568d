"""The panel of a client: everything that is known of it, in the words the panel shows."""

from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.calls import Happening
from warmcalls.domain.clients import Client, Contact, Phone
from warmcalls.domain.contact_rules import SCREENING_LASTS, screened
from warmcalls.domain.day_words import day_words
from warmcalls.domain.expected_fees import LikelyFee
from warmcalls.domain.fit import Fit, IdealClient
from warmcalls.domain.identities import IdentityKind
from warmcalls.domain.moments import DAY, local
from warmcalls.domain.money import amount_words
from warmcalls.domain.placements import FeeRow, FeeState, Vacancy
from warmcalls.domain.warmth_year import Part

ISO_DAY: Final = 10  # characters
FEE_WORDS: Final[dict[FeeState, tuple[str, str]]] = {
    FeeState.NOT_INVOICED: ("not invoiced yet", "notice"),
    FeeState.PLANNED: ("to be invoiced", ""),
    FeeState.UNPAID: ("not paid yet", ""),
    FeeState.OVERDUE: ("overdue", "bad"),
    FeeState.PAID: ("paid", "good"),
    FeeState.CREDIT: ("credited", ""),
}


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A number of somebody.

    Attributes:
        shown: to read; words: its screening; state: "", "notice" or "bad".
    """

    id: int
    shown: str
    label: str = ""
    words: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact, or the front desk, which has no id and no name of its own.

    Attributes:
        objected: "objected 12 Jan", or empty.
    """

    id: int
    name: str
    role: str = ""
    email: str = ""
    numbers: tuple[NumberLine, ...] = ()
    objected: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class IdentifierLine:
    """An identifier as it is shown: "northmoor.co.uk", "token 7f3k", "Northmoor Haulage Ltd".

    Attributes:
        contact: the person it means, or empty.
    """

    id: int
    kind: IdentityKind
    text: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """A brief, a placement or a fee; state is good, bad, notice or empty."""

    text: str
    detail: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class ClientPanel:
    """What the panel shows of a client.

    Attributes:
        facts: sector, town, staff and so on, each as it is shown.
        warmth: at the end of each of the last 365 days, oldest first.
        made_of: what today's warmth is made of, the largest first.
        contacts: the front desk last, and those who objected after it.
        candidate_visits: visits to job pages kept apart, since they may be candidates.
        fee: what a placement there is expected to bring.
        now: the moment it was read, UTC microseconds.
    """

    client: Client
    facts: tuple[str, ...]
    tags: tuple[str, ...]
    warmth: tuple[float, ...]
    made_of: tuple[Part, ...]
    contacts: tuple[ContactLine, ...]
    identifiers: tuple[IdentifierLine, ...]
    timeline: tuple[Happening, ...]
    money: tuple[MoneyLine, ...]
    fit: Fit
    ideal: IdealClient
    candidate_visits: int = 0
    fee: LikelyFee | None = None
    now: int = 0


def facts_of(client: Client, currency: str = "GBP") -> tuple[str, ...]:
    """Return the facts of a client, those that are known."""
    found = (
        client.sector,
        client.town,
        f"{client.staff:,} staff" if client.staff is not None else "",
        f"tier {client.tier.value}" if client.tier else "",
        client.owner,
        "" if client.expected_fee is None else f"fee {amount_words(client.expected_fee, currency)}",
        f"client since {since_words(client.since)}" if client.since else "",
    )
    return tuple(fact for fact in found if fact)


def since_words(since: str) -> str:
    """Return since when somebody is a client; files tell years and months, too."""
    if len(since) != ISO_DAY:
        return since
    try:
        return day_words(since)
    except ValueError:
        return since


def number_line(phone: Phone, shown: str, now: int, zone: ZoneInfo, *, barred: bool) -> NumberLine:
    """Return a number with its screening in words.

    Args:
        phone: the number.
        shown: as people read it.
        now: UTC microseconds.
        zone: the agency's.
        barred: somebody objected to calls on it.
    """
    words, state = _screening(phone, now, zone, barred=barred)
    return NumberLine(phone.id, shown, phone.label, words, state)


def _screening(phone: Phone, now: int, zone: ZoneInfo, *, barred: bool) -> tuple[str, str]:
    if barred:
        return "objected", "bad"
    if phone.registered:
        return "TPS", "bad"
    if phone.dead:
        return "dead", "notice"
    if phone.screened_at is None:
        return "not screened", "notice"
    day = _day(phone.screened_at, now, zone)
    if not screened(phone, now):
        return f"screened {day}: due again", "notice"
    left = (phone.screened_at + SCREENING_LASTS - now) // DAY
    more = "until tomorrow" if left < 1 else f"for {left} day{'s' if left > 1 else ''}"
    return f"screened {day}, good {more}", ""


def contact_line(
    contact: Contact, numbers: tuple[NumberLine, ...], now: int, zone: ZoneInfo
) -> ContactLine:
    """Return a contact as the panel shows it."""
    objected = contact.objected_at
    return ContactLine(
        contact.id,
        contact.name,
        contact.role,
        contact.email,
        numbers,
        "" if objected is None else f"objected {_day(objected, now, zone)}",
        contact.notes,
    )


def _day(at: int, now: int, zone: ZoneInfo) -> str:
    """Return a day: "12 Jan", with its year where that is another."""
    then = local(at, zone)
    year = "" if then.year == local(now, zone).year else f" {then.year}"
    return f"{then.day} {then:%b}{year}"


def identifier_text(kind: IdentityKind, value: str, said: str) -> str:
    """Return an identifier as it is shown."""
    if kind is IdentityKind.TOKEN:
        return f"token {value}"
    if kind is IdentityKind.NAME:
        return said or value
    return value.removesuffix("/32").removesuffix("/128") if kind is IdentityKind.RANGE else value


def brief_line(brief: Vacancy) -> MoneyLine:
    """Return an open job brief as a line."""
    fee = f", {amount_words(brief.fee, brief.currency)}" if brief.fee is not None else ""
    title = brief.title or "no title"
    return MoneyLine(f"Job brief: {title}", f"open since {day_words(brief.taken_on)}{fee}")


def fee_line(row: FeeRow, today: str) -> MoneyLine:
    """Return a placement or a fee as a line."""
    words, state = FEE_WORDS[row.state(today)]
    day = row.invoiced_on or row.day
    what = row.words or (f"Invoice {row.number}" if row.number else "Fee")
    text = f"Placed: {what}" if row.placement_id and row.words else what
    parts = (day_words(day) if day else "", f"{row.amount_words} {words}".strip())
    return MoneyLine(text, ", ".join(part for part in parts if part), state)
