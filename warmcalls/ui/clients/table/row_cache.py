"""Rows of clients that were read, the ones on their way, and edits that are not saved yet."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from warmcalls.domain.client_columns import ClientRow
from warmcalls.domain.client_edits import Edit
from warmcalls.ui.clients.table.typed import with_text

if TYPE_CHECKING:
    from datetime import date

MOST: Final = 5_000


class RowCache:
    """Keeps the rows that were seen last; one request is under way at a time.

    Args:
        most: how many rows are kept.

    Attributes:
        owners: who may own a client, name to id: edits are shown by it.
        today: the agency's day: days that are typed without a year are shown by it.
        top: the warmest any kept row ever was: the one scale of all sparklines.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._rows: OrderedDict[int, ClientRow] = OrderedDict()
        self._stale: set[int] = set()
        self._gone: set[int] = set()
        self._missed: set[int] = set()
        self._late: set[int] = set()
        self._edits: dict[int, list[Edit]] = {}
        self._shown: dict[int, ClientRow] = {}
        self.under_way: set[int] = set()
        self.owners: Mapping[str, int] = {}
        self.today: Callable[[], date | None] = lambda: None
        self.top = 0.0

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, client_id: int) -> ClientRow | None:
        """Return a row as it is shown: with what was typed, saved or not."""
        row = self._rows.get(client_id)
        if row is None:
            return None
        self._rows.move_to_end(client_id)
        return self._shown.get(client_id, row)

    def is_gone(self, client_id: int) -> bool:
        """Tell whether a row was asked for, and there was none."""
        return client_id in self._gone

    def missing(self, ids: Iterable[int]) -> list[int]:
        """Return those of some ids that have to be read, and nobody has asked for."""
        return [
            each
            for each in ids
            if (each not in self._rows or each in self._stale)
            and each not in self.under_way
            and each not in self._gone
        ]

    def take(self, rows: Sequence[ClientRow]) -> bool:
        """Keep rows that were read; tell whether that answers what is under way.

        What was asked for twice and did not come is gone: once may be a page of rows that was read
        for something else.
        """
        came = {row.id for row in rows}
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
            self._drop_edits(row.id)
            self.top = max(self.top, max(row.warmth, default=0.0))
        self._stale -= came
        self._gone -= came
        answers = not came or not came.isdisjoint(self.under_way)
        if answers:
            missed = self.under_way - came
            self._gone |= missed & self._missed
            self._missed = missed
            self._stale |= self._late & came  # read before what made them stale, perhaps
            self._late.clear()
            self.under_way.clear()
        while len(self._rows) > self._most:
            old, _ = self._rows.popitem(last=False)
            self._stale.discard(old)
            self._drop_edits(old)
        return answers

    def forget(self) -> None:
        """Have every row read again; until then it is shown as it was."""
        self._stale = set(self._rows)
        self._late = set(self.under_way)
        self._gone.clear()
        self._missed.clear()

    def edit(self, edits: Iterable[Edit]) -> list[int]:
        """Show edits before they are saved; return the clients that look different now."""
        touched = {}
        for edit in edits:
            if edit.client_id in self._rows:
                self._edits.setdefault(edit.client_id, []).append(edit)
                touched[edit.client_id] = True
        return self._redo(touched)

    def revert(self, edits: Iterable[Edit]) -> list[int]:
        """Take edits back that were refused; return the clients that look different now."""
        touched = {}
        for edit in edits:
            kept = self._edits.get(edit.client_id, [])
            if edit in kept:
                kept.remove(edit)
                touched[edit.client_id] = True
        return self._redo(touched)

    def _redo(self, ids: Iterable[int]) -> list[int]:
        """Work out again how some rows are shown."""
        for each in ids:
            edits = self._edits.get(each)
            if not edits:
                self._drop_edits(each)
                continue
            row = self._rows[each]
            for edit in edits:
                row = with_text(row, edit.column, edit.text, self.owners, self.today())
            self._shown[each] = row
        return list(ids)

    def _drop_edits(self, client_id: int) -> None:
        self._edits.pop(client_id, None)
        self._shown.pop(client_id, None)
