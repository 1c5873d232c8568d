"""A small agency for tests, made through the same actions as users."""

import itertools
from dataclasses import dataclass, field

from warmcalls.actions.add_campaign import add_campaign
from warmcalls.actions.add_client import add_client
from warmcalls.actions.add_signal import add_signal
from warmcalls.actions.record_outcome import record_outcome
from warmcalls.actions.todays_list import todays_list
from warmcalls.domain.calls import Day
from warmcalls.domain.clients import Person, Role
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Outcome, Reach, Result
from warmcalls.store import people
from warmcalls.store.engine import Row, Writer

TABLES = (
    "client contact phone identifier objection visitor signal call outcome vacancy placement fee "
    "standing setting campaign campaign_code spend touch sample answer dismissal experiment "
    "experiment_arm plan month_figure exchange_rate duplicate not_duplicate alert client_line "
    "client_digest saved_view learned"
).split()
KEYS = {
    "standing": "client_id",
    "client_line": "client_id",
    "client_digest": "client_id",
    "touch": "client_id, campaign_id",
}


@dataclass
class Agency:
    """Short words for what tests do over and over."""

    db: Writer
    now: int
    keys: "itertools.count[int]" = field(default_factory=itertools.count)

    def recruiter(self, name: str = "Beth Okafor", capacity: int = 20) -> Person:
        with self.db.atomic():
            return people.add(self.db, name, Role.RECRUITER, capacity)

    def client(
        self, name: str, *, phone: str = "020 7946 0001", contact: str = "", **fields: object
    ) -> int:
        numbers = (IncomingPhone(phone),) if phone else ()
        person = IncomingContact(contact, phones=()) if contact else None
        client = IncomingClient(name=name, phones=numbers, **fields)  # type: ignore[arg-type]
        return add_client(self.db, Party(0, client, contact=person), now=self.now).id

    def campaign(self, name: str = "Pay guide", **fields: object) -> int:
        return add_campaign(self.db, name, now=self.now, **fields).id  # type: ignore[arg-type]

    def signal(
        self,
        client_id: int,
        kind: Kind = Kind.FORM,
        days_ago: float = 1.0,
        campaign: int | None = None,
    ) -> int:
        at = self.now - round(days_ago * DAY)
        subject = f"thing {next(self.keys)}"
        done = add_signal(
            self.db, client_id, kind, at=at, now=self.now, subject=subject, campaign_id=campaign
        )
        assert done.undo is not None
        return done.undo

    def outcome(
        self,
        client_id: int,
        reach: Reach = Reach.SPOKE,
        result: Result | None = None,
        **more: object,
    ) -> int:
        if reach is Reach.SPOKE and result is None:
            result = Result.SEND_INFORMATION
        at = more.pop("at", self.now)
        facts = Outcome(
            key=f"key-{next(self.keys)}",
            client_id=client_id,
            at=at,  # type: ignore[arg-type]
            reach=reach,
            result=result,
            **more,  # type: ignore[arg-type]
        )
        done = record_outcome(self.db, facts)
        assert done.undo is not None
        return done.undo

    def last(self, table: str, column: str = "id") -> int:
        """What stands in the newest row of a table."""
        found = self.db.tuples(f"select {column} from {table} order by id desc limit 1")
        return int(found[0][0])

    def today(self, person: Person | None = None, days_later: float = 0.0) -> Day:
        return todays_list(self.db, now=self.now + round(days_later * DAY), person=person)

    def warm_names(self, days_later: float = 0.0) -> list[str]:
        day = self.today(days_later=days_later)
        return [call.client for call in day.calls if call.kind != "test"]

    def dump(self) -> dict[str, list[Row]]:
        """Everything users see, table by table, so that states can be compared."""
        tables = {name: self._table(name) for name in TABLES}
        for row in tables["client_line"]:
            row["heat"] = row["heat"] and float(f"{row['heat']:.9g}")
        for row in tables["standing"]:
            row["prospect"] = row["prospect"] and float(f"{row['prospect']:.9g}")
        return tables | {"warmth": self._warmth()}

    def _table(self, name: str) -> list[Row]:
        return self.db.query(f"select * from {name} order by {KEYS.get(name, 'id')}")

    def _warmth(self) -> list[Row]:
        rows = self.db.query("select * from warmth where n > 0 order by client_id")
        return [{k: float(f"{v:.9g}") for k, v in row.items()} for row in rows]
