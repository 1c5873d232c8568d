"""What an importer hands over: rows as a file tells them, before they have found their client."""

from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b

from warmcalls.domain.identities import Identity
from warmcalls.domain.incoming_money import IncomingInvoice, IncomingMonthFigure, IncomingSpend
from warmcalls.domain.kinds import Kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """One signal.

    Attributes:
        at: UTC microseconds.
        identities: what may tie it to a client, strongest first; never empty.
        subject: the page, e-mail or webinar, as a person would name it.
        person: whoever did it; people are counted by different values of this.
        key: what makes the fact itself: the same fact in another file has the same key.
        share: what it counts beside a full signal: extra pages of one visit count a quarter.
        campaign: the campaign's spelling in the file (utm_campaign), or empty.
        channel: the medium or source beside it (utm_medium), or empty.
    """

    kind: Kind
    at: int
    identities: tuple[Identity, ...]
    subject: str
    person: str
    key: str
    share: float = 1.0
    campaign: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPhone:
    """A phone number with what the file calls it.

    Attributes:
        why: why it cannot be rung; `number` is then as the file has it, and no row keeps it.
    """

    number: str
    label: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class IncomingClient:
    """A client as a file tells it; empty fields are not known, not emptied.

    Attributes:
        source: the system the file came from, as "hubspot"; with `external_id` it is an identity.
        expected_fee: minor units.
        excluded: why it must not be rung, or empty.
    """

    name: str
    external_id: str = ""
    source: str = ""
    tier: str = ""
    sector: str = ""
    town: str = ""
    staff: int | None = None
    owner: str = ""
    expected_fee: int | None = None
    website: str = ""
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    phones: tuple[IncomingPhone, ...] = ()
    company_number: str = ""
    notes: str = ""
    since: str = ""
    excluded: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """A person as a file tells it."""

    name: str
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[IncomingPhone, ...] = ()
    external_id: str = ""
    source: str = ""
    tokens: tuple[str, ...] = ()
    notes: str = ""
    objected: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read: the line (0 for the file as a whole) and one sentence why.

    Attributes:
        field: what the one cell should tell that its line comes in without, as "phone"; empty
            where the line itself could not be read.
        text: what stands in that cell.
    """

    line: int
    why: str
    field: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One line of a client or contact list.

    Attributes:
        client: the company, or None where the line names none.
        client_ids: external ids of the company in the same source, when the line holds only those.
        contact: the person, or None for a list of companies.
        problems: cells of the line that it comes in without.
    """

    line: int
    client: IncomingClient | None = None
    client_ids: tuple[str, ...] = ()
    contact: IncomingContact | None = None
    problems: tuple[Problem, ...] = ()


Incoming = Evidence | Party | IncomingSpend | IncomingInvoice | IncomingMonthFigure
"""What a row of a file can be."""


@dataclass(slots=True)
class Batch:
    """Some hundred or thousand records of a file.

    Every record read is a row or is counted in `left_out`; what could not be read is in
    `problems` and not in `read`. A problem of one cell comes beside its line.

    Attributes:
        read: the file's own records in this batch (hits, people, companies).
        done: bytes of the file consumed so far, for the progress.
        examples: for a reason in `left_out`, a few lines to look at.
    """

    rows: list[Incoming] = field(default_factory=list)
    read: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    examples: dict[str, list[str]] = field(default_factory=dict)
    done: int = 0


def digest(text: str) -> int:
    """Return a signed 64-bit hash of a text, equal on every machine.

    Among ten million keys the chance of any two colliding is about three in a million.
    """
    raw = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)
