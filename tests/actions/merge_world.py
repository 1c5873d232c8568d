"""Two clients that are one, with everything a client may have."""

from dataclasses import dataclass
from typing import Any

from tests.agency import Agency
from warmcalls.actions.record_placement import record_placement
from warmcalls.actions.vacancies import add_vacancy
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach
from warmcalls.store import settings, standing, warmth
from warmcalls.store.engine import Row


@dataclass
class MergeWorld:
    """Two clients in an agency."""

    agency: Agency
    keep: int
    gone: int

    @classmethod
    def bare(cls, agency: Agency) -> "MergeWorld":
        turn = next(agency.keys)
        return cls(
            agency,
            agency.client(f"Keep {turn}", phone="", notes="Kept"),
            agency.client(f"Gone {turn}", phone="", tier="A", notes="Went"),
        )

    def add(self, what: str, whose: str, n: int) -> None:
        """Give one of the two something; the same number means the same thing at both."""
        client: int = getattr(self, whose)
        agency = self.agency
        if what == "signal":
            agency.signal(client, Kind.GUIDE_PAGE, n)
        elif what == "outcome":
            agency.outcome(client, Reach.NO_ANSWER, at=agency.now - n * DAY)
        elif what == "brief":
            add_vacancy(agency.db, client, f"Planner {n}", now=agency.now)
        else:
            self._insert(what, client, n)

    def _insert(self, what: str, client: int, n: int) -> None:
        rows: dict[str, tuple[str, Row]] = {
            "phone": ("phone", {"number": f"+4420794600{n}{n}", "dead": n % 2, "screened_at": n}),
            "contact": ("contact", {"name": f"Person {n}", "made_at": 1, "notes": f"{client}"}),
        }
        with self.agency.db.atomic():
            if what == "objection":
                sql = "update client set objected_at = :n where id = :i"
                self.agency.db.execute(sql, n=n, i=client)
            else:
                table, row = rows[what]
                self.agency.db.insert(table, row | {"client_id": client})
            standing.refresh(self.agency.db, [client], settings.load(self.agency.db))

    def sums(self) -> dict[str, Any]:
        """What a merge keeps: how many of everything both have together."""
        found: dict[str, Any] = {}
        both = (self.keep, self.gone)
        for table in ("signal", "outcome", "call", "vacancy", "fee"):
            sql = f"select count(*) from {table} where client_id in (:ids)"
            found[table] = self.agency.db.tuples(sql, ids=both)[0][0]
        for table, column in (("phone", "number"), ("contact", "name")):
            sql = f"select distinct {column} from {table} where client_id in (:ids)"
            found[table] = {row[0] for row in self.agency.db.tuples(sql, ids=both)}
        sql = "select min(objected_at) from client where id in (:ids)"
        found["objected"] = self.agency.db.tuples(sql, ids=both)[0][0]
        return found


def counted(agency: Agency) -> list[Row]:
    """The counters of warmth, worked out anew from the signals; nothing is kept of it."""
    with agency.db.atomic():
        warmth.recount_all(agency.db, settings.load(agency.db))
    return agency.dump()["warmth"]


def two_clients(agency: Agency) -> MergeWorld:
    """Two clients that are one, each with all a client may have, in tables of every sort."""
    keep = agency.client("Northmoor Logistics", contact="Priya Nair", town="Leeds")
    gone = agency.client(
        "Northmoor Logistic Ltd", contact="Priya Nair", tier="A", domains=("northmoor.example",)
    )
    campaigns = [agency.campaign("Guide"), agency.campaign("Webinar")]
    for client in (keep, gone):
        agency.signal(client, Kind.GUIDE_PAGE, 3, campaigns[0])
        agency.outcome(client, Reach.NO_ANSWER, at=agency.now - 9 * DAY)
    agency.signal(gone, Kind.FORM, 2, campaigns[1])
    agency.signal(gone, Kind.MET, 1)
    agency.outcome(gone, at=agency.now - DAY, worth=True)
    add_vacancy(agency.db, gone, "Planner", now=agency.now, fee=840_000)
    day = "2026-02-02"
    record_placement(agency.db, gone, "Driver", placed_on=day, fee=790_000, now=agency.now)
    with agency.db.atomic():
        _people(agency, keep, gone)
        pairs = ((campaigns[0], keep), (campaigns[0], gone), (campaigns[1], gone))
        for n, (campaign, client) in enumerate(pairs, 1):
            until = agency.now + n * DAY
            row = {"campaign_id": campaign, "client_id": client, "at": n, "until": until}
            agency.db.insert("sample", row)
        standing.refresh(agency.db, [keep, gone], settings.load(agency.db))
    return MergeWorld(agency, keep, gone)


def _people(agency: Agency, keep: int, gone: int) -> None:
    db = agency.db
    db.execute(
        "update contact set role = 'HR Director', notes = 'Likes mornings' where client_id = :i",
        i=keep,
    )
    db.execute(
        "update contact set email = 'priya@northmoor.example', notes = 'Left-handed'"
        " where client_id = :i",
        i=gone,
    )
    db.execute("update phone set screened_at = 5, registered = 1 where client_id = :i", i=keep)
    db.execute(
        "update phone set screened_at = 77, screened_by = 'CTPS', dead = 1 where client_id = :i",
        i=gone,
    )
    people = {
        (row["client_id"], row["name"]): row["id"] for row in db.query("select * from contact")
    }
    priya = people[gone, "Priya Nair"]
    person: Row = {"role": "", "email": "", "notes": "", "made_at": agency.now}
    tom = db.insert("contact", person | {"client_id": gone, "name": "Tom Hale"})
    db.insert("contact", person | {"client_id": gone, "name": "Ann Cole"})
    db.insert("phone", {"client_id": gone, "contact_id": tom, "number": "+442079460002"})
    db.insert("phone", {"client_id": gone, "contact_id": priya, "number": "+442079460003"})
    visitor: Row = {"kind": "email", "value": "priya@northmoor.example", "domain": ""}
    seen = db.insert("visitor", visitor | {"client_id": gone, "contact_id": priya})
    db.execute(
        "update signal set contact_id = :p, visitor_id = :v where client_id = :i and kind = 'form'",
        p=priya,
        v=seen,
        i=gone,
    )
    db.execute(
        "update signal set contact_id = :p where client_id = :i and kind = 'met'", p=tom, i=gone
    )
    db.execute("update outcome set contact_id = :p where client_id = :i", p=priya, i=gone)
    (phone,) = db.tuples("select min(id) from phone where client_id = :i", i=gone)
    db.execute(
        "update call set phone_id = :p, contact_id = :c where client_id = :i",
        p=phone[0],
        c=priya,
        i=gone,
    )
    db.insert("objection", {"kind": "email", "value": "old@northmoor.example", "at": 1,
                            "client_id": gone, "contact_id": priya})  # fmt: skip
    db.insert("alert", {"client_id": gone, "signal_at": 1, "at": 1})
