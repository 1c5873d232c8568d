"""What an import changes at clients and contacts that are here: by rule, field by field."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Final

from warmcalls.domain.incoming_rules import FieldChange, Rule, Rules, settle
from warmcalls.store.engine import Row
from warmcalls.store.journal import Journal

FIELD_OF: Final[Mapping[str, str]] = {"owner_id": "owner", "expected_fee": "fee"}
MOST_EXAMPLES: Final = 20

Words = Callable[[str, Any], str]


class Changes:
    """Changes rows as the rules say, and counts the clients that change in each field.

    What the first line of a file says of a field holds for the whole file, so that lines that
    contradict each other change it once, and not again when the file comes a second time. What
    the import itself made is no older client's: later lines fill its blanks.

    Args:
        journal: takes the changes.
        rules: whose value stays.
        words: a column's value as a person reads it.

    Attributes:
        examples: the first changes.
    """

    def __init__(self, journal: Journal, rules: Rules, words: Words) -> None:
        self.journal, self.rules, self._words = journal, rules, words
        self.examples: list[FieldChange] = []
        self._clients: dict[str, set[int]] = defaultdict(set)
        self._told: dict[tuple[str, int], tuple[str, ...]] = {}
        self._made: dict[str, set[int]] = defaultdict(set)

    @property
    def fields(self) -> dict[str, int]:
        """How many clients change in each field."""
        return {name: len(ids) for name, ids in sorted(self._clients.items())}

    def made(self, table: str, item_id: int) -> None:
        """Remember a client or contact that the import made."""
        self._made[table].add(item_id)

    def is_made(self, table: str, item_id: int) -> bool:
        """Tell whether the import made a client or contact."""
        return item_id in self._made[table]

    def tell(self, table: str, item_id: int, *columns: str) -> None:
        """Remember that the file said what some columns of a row hold."""
        key = (table, item_id)
        self._told[key] = tuple(dict.fromkeys((*self._told.get(key, ()), *columns)))

    def is_told(self, table: str, item_id: int, column: str) -> bool:
        """Tell whether the file said already what a column of a row holds."""
        return column in self._told.get((table, item_id), ())

    def rule(self, table: str, item_id: int, name: str) -> Rule:
        """Return the rule for a field of a row: what is new here has no older value to keep."""
        return Rule.FILL if self.is_made(table, item_id) else self.rules.of(name)

    def apply(self, table: str, row: Row, values: Row, who: Callable[[], str]) -> bool:
        """Settle the fields of one row; return whether any changed.

        Args:
            table: client or contact.
            row: as it is kept.
            values: what the file tells, by column; blank where it does not.
            who: names the row, for an example.
        """
        fresh: Row = {}
        for column, theirs in values.items():
            value = self._settled(table, row, column, theirs)
            if value != row[column]:
                fresh[column] = value
        for column, value in fresh.items():
            self._change(table, row, column, value, who)
        return bool(fresh)

    def note(self, client_id: int, name: str, who: Callable[[], str], old: str, new: str) -> None:
        """Count a change of a client, and keep it as an example while there are few."""
        if self.is_made("client", client_id):
            return
        self._clients[name].add(client_id)
        if len(self.examples) < MOST_EXAMPLES:
            self.examples.append(FieldChange(who(), name, old, new))

    def _settled(self, table: str, row: Row, column: str, theirs: object) -> object:
        name = FIELD_OF.get(column, column)
        rule = self.rule(table, row["id"], name)
        if rule is Rule.THEIRS and theirs not in ("", None):
            if self.is_told(table, row["id"], column):
                return row[column]
            self.tell(table, row["id"], column)
        return settle(name, rule, row[column], theirs)

    def _change(
        self, table: str, row: Row, column: str, value: object, who: Callable[[], str]
    ) -> None:
        """Change one field, so that taking back leaves those alone that were changed since."""
        self.journal.change(table, row["id"], **{column: value})
        name = FIELD_OF.get(column, column)
        old, new = (self._words(column, each) for each in (row[column], value))
        if table == "client":
            self.note(row["id"], name, who, old, new)
        elif not self.is_made(table, row["id"]):
            self.note(row["client_id"], name, who, old, new)
