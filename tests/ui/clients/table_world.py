"""Clients made by hand for tests, pictures and the bench of the table."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QTimer

from tests.conftest import NOW
from warmcalls.actions.saved_views import Choices
from warmcalls.domain.client_columns import ClientRow, Coverage
from warmcalls.domain.moments import DAY
from warmcalls.ui.clients.table.model import ClientModel
from warmcalls.ui.clients.table.table import ClientTable
from warmcalls.ui.theme import Theme

OWNERS: Final = {"Beth Orton": 1, "Marc Dunne": 2, "Ines Ruiz": 3}
NAMES: Final = {number: name for name, number in OWNERS.items()}
LONG_NAME: Final = (
    "The Worshipful Amalgamated Company of <b>Bricklayers</b> & Hod Carriers (UK) Ltd"
)


CHOICES: Final = Choices(
    sectors=("Care", "Construction", "Engineering", "Food", "Transport"),
    towns=("Leeds", "Wakefield", "York"),
    tags=("drivers", "event", "guide", "referral", "webinar"),
    owners=tuple((number, name) for name, number in OWNERS.items()),
)


def warmth(at: int, height: float, *more: tuple[int, float]) -> tuple[float, ...]:
    """Thirty days, with interest at some of them that fades."""
    days, now, jumps = [], 0.0, {at: height, **dict(more)}
    for day in range(30):
        now = now * 0.96 + jumps.get(day, 0.0)
        days.append(now)
    return tuple(days)


FULL: Final = Coverage(contact=True, number=True, identifier=True, reached=True)
THREE: Final = Coverage(contact=True, number=True, identifier=True)
ONE: Final = Coverage(contact=True)
TWO: Final = Coverage(contact=True, number=True)


def usual() -> list[ClientRow]:
    """The clients of the picture."""
    given: list[tuple[Any, ...]] = [
        ("Northmoor Logistics", "A", "Transport", 1, 8400, 3, warmth(24, 5, (26, 4)), FULL, ("drivers",), "Today, promised"),
        ("Penhallow Foods", "A", "Food", 1, 6900, 2, warmth(18, 3, (26, 4)), FULL, ("guide",), "Today"),
        ("Tillbrook Engineering", "A", "Engineering", 2, 11200, 1, warmth(4, 3), THREE, ("guide",), "Today"),
        ("Calloway Build", "A", "Construction", 2, 7800, 2, warmth(20, 3, (27, 5)), FULL, ("site",), "Today"),
        ("Hexley Care Homes", "A", "Care", 1, 5200, 0, warmth(1, 2), THREE, (), "Snoozed, 16 Mar"),
        ("Ormsby Data Centres", "A", "IT", None, 9600, 0, (), ONE, (), "No contact yet"),
        ("Brightwater Housing", "B", "Housing", 1, 6100, 1, warmth(14, 2, (27, 2.5)), FULL, ("webinar",), "Today"),
        ("Ashgrove Dental Group", "B", "Health", 3, 4800, 1, warmth(11, 3, (23, 1)), THREE, (), "Today, promised"),
        ("Marlowe & Stone Solicitors", "B", "Legal", 3, 7300, 1, warmth(10, 3.5, (21, 1.5)), FULL, ("guide",), "Today"),
        ("Fairlea Care", "B", "Care", 1, 5000, 2, warmth(18, 4.5), FULL, ("referral",), "Meeting 5 March"),
        ("Kestrel Print & Pack", "B", "Manufacturing", 2, 5900, 0, warmth(13, 1.5), TWO, (), "Rests to 9 Mar"),
        ("Stourbank Agri", "B", "Agriculture", 2, 4400, 0, warmth(6, 2), THREE, ("event",), "Below today’s 20"),
        ("Dunmere Hotels", "B", "Hospitality", 3, 3900, 0, (), TWO, (), "TPS screening due"),
        ("Ketteridge Press", "C", "Publishing", 1, 4100, 0, warmth(8, 1.5), ONE, (), "Today, test call"),
        ("Lowfield Garden Centres", "C", "Retail", None, 3600, 0, (), ONE, (), "No signals"),
        ("Averill Packaging Ltd", "C", "Manufacturing", 2, 4700, 0, warmth(16, 1.5), TWO, (), "Duplicate?"),
        ("Sandhu Opticians", "C", "Health", 3, 3800, 0, warmth(9, 1), THREE, (), "Below today’s 20"),
        ("Whitmoor Schools Trust", "C", "Education", None, 5600, 1, warmth(28, 1.5), TWO, (), "Below today’s 20"),
    ]  # fmt: skip
    return [
        ClientRow(
            number, name, tier=tier, sector=sector, owner_id=owner, owner=NAMES.get(owner, ""),
            fee=fee * 100, people=people, warmth=warm, coverage=covered, tags=tags, stands=stands,
        )
        for number, (name, tier, sector, owner, fee, people, warm, covered, tags, stands)
        in enumerate(given, 1)
    ]  # fmt: skip


def long() -> list[ClientRow]:
    """Clients with the longest of everything, and with nothing at all."""
    full = ClientRow(
        1, LONG_NAME, "A", "Construction, civil engineering and demolition", "Newcastle-under-Lyme",
        1, "Maximiliane-Josephine Wolfeschlegelstein", 120_000, 999_999_900, "a-very-long-name-of-a-host.example",
        "SC123456", "2009-03-03", ("drivers", "salary guide 2026", "webinar", "event", "x"),
        "Rang twice.\nWants <i>nobody</i>.", "A competitor", 120, "Priya Nair", "+441632960123",
        FULL, 1234, warmth(2, 9, (20, 9)), NOW - DAY, NOW - 40 * DAY, "Objected, do not call", 100,
        is_duplicate=True,
    )  # fmt: skip
    return [full, ClientRow(2, "Nil")] * 1 + [ClientRow(n, f"Client {n}") for n in range(3, 400)]


class Desk:
    """A model and its table; rows that are wanted come a moment later, as from a database."""

    def __init__(self, theme: Theme, rows: Sequence[ClientRow], *, answers: bool = True) -> None:
        self.rows = {row.id: row for row in rows}
        self.asked: list[list[int]] = []
        self.model = ClientModel()
        self.table = ClientTable(theme, self.model)
        self.table.set_choices(CHOICES)
        if answers:
            self.model.rows_wanted.connect(self._answer)
        else:
            self.model.rows_wanted.connect(self.asked.append)
        self.model.show_ids([row.id for row in rows])

    def _answer(self, ids: list[int]) -> None:
        self.asked.append(ids)
        QTimer.singleShot(0, lambda: self.give(ids))

    def give(self, ids: Sequence[int]) -> None:
        self.model.take_rows([self.rows[each] for each in ids if each in self.rows])
