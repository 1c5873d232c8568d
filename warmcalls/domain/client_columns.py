"""The columns that the table of clients can show: their names, their sort, who may write them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class ColumnKind(StrEnum):
    """What a column holds; it says how it is shown, edited, filtered and sorted."""

    TEXT = "text"
    CHOICE = "choice"  # one of the texts that are used already, or a new one
    TIER = "tier"
    OWNER = "owner"
    MONEY = "money"
    COUNT = "count"
    DAY = "day"
    TAGS = "tags"
    WARMTH = "warmth"
    COVERAGE = "coverage"
    MOMENT = "moment"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        id: as questions, saved views and the command line say it.
        head: over the column.
        editable: whether a person may write it; the others are worked out.
        width: in pixels of the design.
        shown: whether it is there before anybody chose.
    """

    id: str
    head: str
    kind: ColumnKind
    editable: bool = False
    width: int = 96
    shown: bool = False

    @property
    def is_right(self) -> bool:
        """Whether its cells stand at the right: figures do."""
        return self.kind in {ColumnKind.MONEY, ColumnKind.COUNT}


K = ColumnKind
COLUMNS: Final[tuple[Column, ...]] = (
    Column("name", "Client", K.TEXT, editable=True, width=200, shown=True),
    Column("tier", "Tier", K.TIER, editable=True, width=48, shown=True),
    Column("sector", "Sector", K.CHOICE, editable=True, width=112, shown=True),
    Column("owner", "Owner", K.OWNER, editable=True, width=88, shown=True),
    Column("fee", "Fee", K.MONEY, editable=True, width=80, shown=True),
    Column("people", "People 7 d", K.COUNT, width=80, shown=True),
    Column("warmth", "Warmth, 30 days", K.WARMTH, width=108, shown=True),
    Column("coverage", "Coverage", K.COVERAGE, width=96, shown=True),
    Column("tags", "Tags", K.TAGS, editable=True, width=120, shown=True),
    Column("stands", "Today’s list", K.STATE, width=128, shown=True),
    Column("town", "Town", K.CHOICE, editable=True, width=104),
    Column("staff", "Staff", K.COUNT, editable=True, width=64),
    Column("contact", "Contact", K.TEXT, width=136),
    Column("contacts", "Contacts", K.COUNT, width=72),
    Column("phone", "Phone", K.TEXT, width=120),
    Column("website", "Website", K.TEXT, editable=True, width=144),
    Column("company_number", "Company no.", K.TEXT, editable=True, width=104),
    Column("since", "Client since", K.DAY, editable=True, width=104),
    Column("seen", "Last seen", K.MOMENT, width=96),
    Column("spoke", "Last spoke", K.MOMENT, width=96),
    Column("fit", "Fit", K.COUNT, width=56),
    Column("excluded", "Excluded", K.TEXT, editable=True, width=120),
    Column("notes", "Notes", K.TEXT, editable=True, width=200),
)
BY_ID: Final[dict[str, Column]] = {column.id: column for column in COLUMNS}
SHOWN: Final[tuple[str, ...]] = tuple(column.id for column in COLUMNS if column.shown)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a client needs before it can be rung warm: all four of these."""

    contact: bool = False
    number: bool = False
    identifier: bool = False
    reached: bool = False

    @property
    def count(self) -> int:
        """How many of the four there are."""
        return sum((self.contact, self.number, self.identifier, self.reached))


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client as the table shows it.

    Attributes:
        fee: minor units of the agency's currency, None where nobody said.
        people: different people who showed interest in the last 7 days.
        warmth: at the end of each of the last 30 days, oldest first.
        seen_at, spoke_at: UTC microseconds, None for never.
        contact: the first contact's name; phone: the first number.
        stands: how it stands with today's list, in words.
        fit: how well it fits the ideal client, in percent; None where nothing was said.
        is_duplicate: whether another client may be the same.
    """

    id: int
    name: str
    tier: str = ""
    sector: str = ""
    town: str = ""
    owner_id: int | None = None
    owner: str = ""
    staff: int | None = None
    fee: int | None = None
    website: str = ""
    company_number: str = ""
    since: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    excluded: str = ""
    contacts: int = 0
    contact: str = ""
    phone: str = ""
    coverage: Coverage = Coverage()
    people: int = 0
    warmth: tuple[float, ...] = ()
    seen_at: int | None = None
    spoke_at: int | None = None
    stands: str = ""
    fit: int | None = None
    is_duplicate: bool = False
