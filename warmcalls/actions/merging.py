"""The steps of merging two clients, inside the caller's transaction and journal."""

from collections.abc import Mapping

from warmcalls.actions.objections import bound, keep_for_good
from warmcalls.domain.client_merge import one_number, one_person, same_people, taken
from warmcalls.domain.identities import name_key
from warmcalls.store import client_merge, clients
from warmcalls.store.engine import Row
from warmcalls.store.journal import Journal
from warmcalls.store.undoing import MERGED


class Merging:
    """Makes one client of two.

    Args:
        journal: where every step is noted, so that it can be taken back.
        keep: the client that stays, as it is kept.
        gone: the client that goes.
    """

    def __init__(self, journal: Journal, keep: Row, gone: Row) -> None:
        self.journal, self.db = journal, journal.db
        self.keep, self.gone = keep, gone
        self.keep_id, self.gone_id = int(keep["id"]), int(gone["id"])

    def merge(self, take: Mapping[str, str]) -> str:
        """Merge; return the name it goes by from now on."""
        self.journal.mark(MERGED, self.keep_id)
        # the version says that somebody worked on it: no revert of an import takes it away
        fields = taken(self.keep, self.gone, take) | {"version": self.keep["version"] + 1}
        self.journal.change("client", self.keep_id, **fields)
        name = str(fields.get("name", self.keep["name"]))
        people = self._join_contacts()
        self._join_numbers()
        self._join_samples()
        self._move_all()
        self._move_pairs()
        for each in (self.keep, self.gone):
            self._name(str(each["name"]), name)
        self._object(set(people.values()))
        clients.forget(self.db, [self.gone_id])
        self.journal.remove("client", self.gone_id)
        return name

    def _join_contacts(self) -> dict[int, int]:
        """Make one contact of two who are the same person, and move the others."""
        mine = {row["id"]: row for row in clients.contact_rows(self.db, self.keep_id)}
        theirs = {row["id"]: row for row in clients.contact_rows(self.db, self.gone_id)}
        people = same_people(mine.values(), list(theirs.values()))
        for other, kept in people.items():
            fields = one_person(mine[kept], theirs[other])
            self.journal.change("contact", kept, **fields)
            mine[kept] = mine[kept] | fields
            for table in client_merge.OF_A_CONTACT:
                self._point(table, "contact_id", other, kept)
            self.journal.remove("contact", other)
        for other in theirs.keys() - people.keys():
            self.journal.change("contact", other, client_id=self.keep_id)
        return people

    def _join_numbers(self) -> None:
        """Keep a number once that both had; calls to either are calls to it."""
        mine: dict[str, Row] = {}
        for row in client_merge.numbers(self.db, self.keep_id):
            mine.setdefault(row["number"], row)
        for other in client_merge.numbers(self.db, self.gone_id):
            kept = mine.setdefault(other["number"], other)
            if kept is other:
                continue
            fields = one_number(kept, other, other["contact_id"])
            self.journal.change("phone", kept["id"], **fields)
            mine[other["number"]] = kept | fields
            for table in client_merge.OF_A_PHONE:
                self._point(table, "phone_id", other["id"], kept["id"])
            self.journal.remove("phone", other["id"])

    def _join_samples(self) -> None:
        """Keep one of two samples of the same campaign: the one that runs longer."""
        for pair in client_merge.samples_beside(self.db, self.gone_id, self.keep_id):
            if pair["kept"] is None:
                self.journal.change("sample", pair["gone"], client_id=self.keep_id)
                continue
            until = max(pair["gone_until"], pair["kept_until"])
            self.journal.remove("sample", pair["gone"])
            self.journal.change("sample", pair["kept"], until=until)

    def _move_all(self) -> None:
        for table in client_merge.OF_A_CLIENT:
            self._point(table, "client_id", self.gone_id, self.keep_id)
        for table in client_merge.ONE_BY_ONE:
            for row_id in client_merge.rows_of(self.db, table, "client_id", self.gone_id):
                self.journal.change(table, row_id, client_id=self.keep_id)

    def _point(self, table: str, column: str, other: int, kept: int) -> None:
        """Let every row that names one thing name another."""
        ids = client_merge.rows_of(self.db, table, column, other)
        self.journal.move_rows(table, ids, **{column: kept})

    def _move_pairs(self) -> None:
        """Let pairs with others go on as the kept one's; that the two were one is settled."""
        for table in ("not_duplicate", "duplicate"):
            for pair in client_merge.pairs_of(self.db, table, self.gone_id):
                third = pair["other_id"] if pair["one_id"] == self.gone_id else pair["one_id"]
                if third == self.keep_id or self._is_known(table, third):
                    self.journal.remove(table, pair["id"])
                else:
                    one, other = sorted((third, self.keep_id))
                    self.journal.change(table, pair["id"], one_id=one, other_id=other)
                    self._settle(table, third)

    def _settle(self, table: str, third: int) -> None:
        """Ask no more about the kept one and a third, where the other one was surely none."""
        if table == "not_duplicate":
            for pair in client_merge.pairs_of(self.db, "duplicate", self.keep_id):
                if third in (pair["one_id"], pair["other_id"]):
                    self.journal.remove("duplicate", pair["id"])

    def _is_known(self, table: str, third: int) -> bool:
        """Tell whether the kept one is such a pair with a third, or surely none."""
        tables = {table, "not_duplicate"}
        return any(client_merge.is_pair(self.db, each, self.keep_id, third) for each in tables)

    def _name(self, said: str, name: str) -> None:
        """Let a name mean the kept one; one that it does not go by is kept as it was written."""
        key = name_key(said)
        held = client_merge.name_holder(self.db, key)
        alias = "" if said == name else said
        if held is None:
            row = {"client_id": self.keep_id, "kind": "name", "value": key, "said": alias}
            self.journal.add("identifier", row)
            return
        is_free = key != name_key(name) or held["said"] in ("", name)
        if held["client_id"] == self.keep_id and alias and is_free:
            self.journal.change("identifier", held["id"], said=alias)

    def _object(self, joined: set[int]) -> None:
        """Let objections hold for all of the kept one, and for numbers of a joined contact."""
        client = clients.by_id(self.db, self.keep_id)
        assert client is not None
        values = bound(client, lambda _, contact_id: contact_id is None or contact_id in joined)
        for kind, value, at in dict.fromkeys(values):
            keep_for_good(self.journal, kind, value, self.keep_id, at)
