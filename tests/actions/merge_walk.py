"""A walk through what people do with three clients, for what must hold whatever is done."""

from contextlib import suppress
from pathlib import Path

from tests.agency import Agency
from warmcalls.actions.edit_client import save_notes
from warmcalls.actions.edit_contacts import add_contact, change_front_desk, remove_contact
from warmcalls.actions.edit_identifiers import add_identifier, remove_identifier
from warmcalls.actions.import_files import import_file
from warmcalls.actions.merge_clients import merge_clients
from warmcalls.actions.redo import redo
from warmcalls.actions.undo import undo
from warmcalls.domain.contact_said import ContactSaid, PhoneSaid
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import IdentityKind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Result

SIGNALS = "Date,Email,Kind,Page\n2026-03-02 10:56,{},email reply,/x{}\n"
STEPS = (
    "merge merge merge call call signal contact contact remove tie untie desk note undo undo any"
    " redo"
).split()


def came_in(agency: Agency, folder: Path, email: str) -> None:
    path = folder / "signals.csv"
    path.write_text(SIGNALS.format(email, next(agency.keys)))
    import_file(agency.db, path, now=agency.now)


def of(agency: Agency, table: str, column: str = "client_id") -> list[int | None]:
    return [row[0] for row in agency.db.tuples(f"select {column} from {table} order by id")]


class Walk:
    """A walk through what people do with three clients."""

    def __init__(self, agency: Agency, folder: Path) -> None:
        self.agency, self.folder, self.turn = agency, folder, next(agency.keys)
        for n, name in enumerate(("A", "B", "C")):
            domain = f"{name.lower()}{self.turn}.example"
            agency.client(f"{name} {self.turn}", phone="", domains=(domain,))
            said = self._said(n)
            with suppress(RefusedError):
                add_contact(agency.db, agency.last("client"), said, now=agency.now)

    def _said(self, n: int) -> ContactSaid:
        name = ("Tom Hale", "Kim Bell", "Zoe Day")[n % 3]
        email = f"{name[:3].lower()}{n % 2}@{'abc'[n % 3]}{self.turn}.example"
        return ContactSaid(name, "", email, (PhoneSaid(f"020 7946 010{n % 4}"),))

    def _pick(self, table: str, n: int) -> int:
        ids = of(self.agency, table, "id")[-6:]
        if not ids:
            raise RefusedError("none")
        return int(ids[n % len(ids)] or 0)

    def step(self, what: str, n: int, m: int) -> None:
        agency, db = self.agency, self.agency.db
        agency.now += DAY // 24
        now = agency.now
        if what == "merge":
            merge_clients(db, self._pick("client", n), self._pick("client", m), now=now)
        elif what == "call":
            client = self._pick("client", n)
            people = db.tuples("select id from contact where client_id = :i", i=client)
            named = [*(row[0] for row in people), None]
            result = (Result.JOB_BRIEF, Result.SEND_INFORMATION)[m % 2]
            agency.outcome(client, result=result, contact_id=named[m % len(named)])
        elif what == "signal":
            came_in(agency, self.folder, self._said(n).email)
        elif what == "contact":
            add_contact(db, self._pick("client", n), self._said(m), now=now)
        elif what == "remove":
            remove_contact(db, self._pick("contact", n), now=now)
        else:
            self._edit(what, n, m)

    def _edit(self, what: str, n: int, m: int) -> None:
        db, now = self.agency.db, self.agency.now
        if what == "tie":
            domain = f"{'abc'[m % 3]}{self.turn}.example"
            client = self._pick("client", n)
            add_identifier(db, client, IdentityKind.DOMAIN, domain, now=now)
        elif what == "untie":
            remove_identifier(db, self._pick("identifier", n), now=now)
        elif what == "desk":
            numbers = (PhoneSaid(f"020 7946 011{m % 4}"),)
            change_front_desk(db, self._pick("client", n), numbers, now=now)
        elif what == "note":
            save_notes(db, self._pick("client", n), f"Note {m}", now=now)
        elif what == "any":
            undo(db, now=now, entry_id=self._pick("entry", n))
        else:
            (undo if what == "undo" else redo)(db, now=now)
