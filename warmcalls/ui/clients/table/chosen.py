"""Which clients are chosen: by their ids, so that sorting and filtering leave them chosen."""

from collections.abc import Mapping, Sequence
from typing import Final

FEW: Final = 2_000


class Chosen:
    """The chosen clients, and the one that a run of rows begins at.

    Attributes:
        ids: of those that are chosen, also of rows that were never read; never changed in place.
        anchor: the client that Shift counts from; 0 for none.
    """

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self.anchor = 0
        self._before: set[int] = set()

    def only(self, client_id: int) -> None:
        """Choose one and nothing else."""
        self.ids, self._before, self.anchor = {client_id}, set(), client_id

    def turn(self, client_id: int) -> None:
        """Choose one more, or one less."""
        self.ids = self.ids ^ {client_id}
        self._before, self.anchor = self.ids, client_id

    def run(self, ids: Sequence[int], *, adds: bool = False) -> None:
        """Choose a run of rows that begins or ends at the anchor; with Ctrl beside others."""
        self._before = self._before if adds else set()
        self.ids = self._before | set(ids)

    def all(self, ids: Sequence[int]) -> None:
        """Choose all there are."""
        self.ids, self._before = set(ids), set()

    def keep(self, rows: Mapping[int, int]) -> None:
        """Let go of what is no longer in the list: what has no row."""
        self.ids = self.ids & rows.keys()
        self._before = self._before & rows.keys()
        self.anchor = self.anchor if self.anchor in rows else 0

    def in_order(self, ids: Sequence[int], rows: Mapping[int, int]) -> list[int]:
        """Return the chosen ones in the order of the list."""
        if len(self.ids) > FEW:
            return [each for each in ids if each in self.ids]
        return sorted(self.ids, key=rows.__getitem__)
