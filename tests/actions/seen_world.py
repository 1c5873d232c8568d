"""A handful of clients and signals at random, kept as an import keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.domain.incoming import digest
from warmcalls.domain.kinds import KINDS, Kind
from warmcalls.domain.moments import DAY, MINUTE
from warmcalls.store import client_lines, signals, touches, warmth
from warmcalls.store import settings as kept

TIERS = ("A", "A", "B", "C", "")
TABLES = ("touch", "warmth", "signal", "alert")


@dataclass(frozen=True, slots=True)
class Seen:
    """One signal; `client` and `campaign` are places in lists, a campaign below 0 is none."""

    client: int
    kind: Kind
    at: int
    person: int
    subject: str = "Guide"
    campaign: int = -1


def seen(now: int) -> st.SearchStrategy[list[Seen]]:
    """Signals of some months, often right at the edges of a day, a week, 30 and 90 days."""
    edges = st.sampled_from([0, 1, 7, 14, 21, 30, 90]).map(lambda n: n * DAY)
    ago = st.one_of(
        st.builds(lambda edge, by: max(edge + by, 0), edges, st.sampled_from([-1, 0, 1])),
        st.integers(0, 40).map(lambda n: n * DAY // 2 + 7 * MINUTE),
        st.integers(0, 200).map(lambda n: n * DAY),
    )
    one = st.builds(
        Seen,
        client=st.integers(0, len(TIERS) - 1),
        kind=st.sampled_from(KINDS),
        at=ago.map(lambda back: now - back),
        person=st.integers(1, 4),
        subject=st.sampled_from(["Guide", "Fees", ""]),
        campaign=st.integers(-1, 1),
    )
    return st.lists(one, max_size=40)


@dataclass
class World:
    """Five clients and two campaigns; `fill` replaces everything that was seen of them."""

    agency: Agency
    clients: list[int]
    campaigns: list[int]

    def fill(self, rows: Sequence[Seen]) -> None:
        db = self.agency.db
        with db.atomic():
            for table in TABLES:
                db.execute(f"delete from {table}")
            owned = [(self.clients[s.client], self._campaign(s), s) for s in rows]
            signals.add_many(
                db,
                (
                    (c, None, None, s.kind.value, s.at, s.subject, s.person, 1.0, g, None,
                     digest(f"seen {n}"))
                    for n, (c, g, s) in enumerate(owned)
                ),
            )  # fmt: skip
            warmth.add(
                db, [warmth.Arrival(c, s.kind, s.at, 1.0) for c, _, s in owned], kept.load(db)
            )
            touches.add(db, [touches.Arrival(c, g, s.kind, s.at) for c, g, s in owned])
            client_lines.warmed(db)  # also of those that are not seen any more

    def _campaign(self, row: Seen) -> int | None:
        return self.campaigns[row.campaign] if row.campaign >= 0 else None


def world(agency: Agency) -> World:
    clients = [agency.client(f"Client {n}", tier=tier) for n, tier in enumerate(TIERS)]
    return World(agency, clients, [agency.campaign("Salary Guide"), agency.campaign("Webinars")])
