"""Clients and their contacts."""

from dataclasses import dataclass, field
from enum import StrEnum


class Tier(StrEnum):
    """How much the agency wants to work for a client."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to ring.

    Attributes:
        number: E.164, or the digits as given where the country is not known.
        label: what the number is, as "direct" or "mobile".
        screened_at: moment of the last TPS/CTPS screening, UTC microseconds.
        registered: on the TPS or CTPS register when last screened.
        dead: a recruiter found it wrong or dead.
    """

    id: int
    number: str
    label: str = ""
    screened_at: int | None = None
    registered: bool = False
    dead: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a client."""

    id: int
    client_id: int
    name: str
    role: str = ""
    email: str = ""
    phones: tuple[Phone, ...] = ()
    objected_at: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """A company the agency wants to work for, or does.

    Attributes:
        expected_fee: minor units of the agency's currency, or None where nobody said.
        excluded: why it is kept off every list, or empty.
    """

    id: int
    name: str
    tier: Tier | None = None
    sector: str = ""
    town: str = ""
    staff: int | None = None
    owner_id: int | None = None
    owner: str = ""
    expected_fee: int | None = None
    website: str = ""
    notes: str = ""
    since: str = ""
    excluded: str = ""
    objected_at: int | None = None
    snoozed_until: int | None = None
    phones: tuple[Phone, ...] = ()
    contacts: tuple[Contact, ...] = field(default=())


class Role(StrEnum):
    """What a person who uses the app does; it says which page opens first."""

    RECRUITER = "recruiter"
    MARKETER = "marketer"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the app.

    Attributes:
        capacity: calls a day on this person's list.
    """

    id: int
    name: str
    role: Role = Role.RECRUITER
    capacity: int = 20
