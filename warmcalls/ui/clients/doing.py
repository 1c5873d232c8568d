"""What a name in a menu or a button of the Clients page does."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from warmcalls.ui.clients.page import ClientsPage

PAIR: Final = 2
OF_THE_WINDOW: Final = frozenset("import new undo redo".split())
ABOUT_ONE: Final = frozenset("signal history why_not brief".split())


class Doing(QObject):
    """Carries out what menus, buttons and keys name."""

    def __init__(self, page: "ClientsPage") -> None:
        super().__init__(page)
        self._page = page

    def carry_out(self, what: str) -> None:
        """Do something about the page, or about the clients that are chosen."""
        page = self._page
        if what in OF_THE_WINDOW:
            page.wanted.emit(what, 0, "")
        elif what in ABOUT_ONE:
            self.about(what, page.listing.current)
        else:
            self._own()[what]()

    def about(self, what: str, client_id: int) -> None:
        """Ask the window for something about one client."""
        if client_id:
            row = next(iter(self._page.listing.rows_of([client_id])), None)
            self._page.wanted.emit(what, client_id, row.name if row else "this client")

    def _own(self) -> dict[str, Callable[[], object]]:
        page = self._page
        chosen = page.listing.chosen
        return {
            "week": page.looking.week,
            "duplicates": page.pairs.show_duplicates,
            "ideal": page.looking.ideal,
            "panel": page.listing.turn_panel,
            "save_view": lambda: page.deeds.save_view(page.question, page.columns),
            "open": lambda: page.listing.open_client(page.listing.current),
            "tag": lambda: self._tag(chosen),
            "owner": lambda: self._set(chosen, "owner"),
            "set": lambda: self._set(chosen, "sector"),
            "merge": lambda: self._merge(chosen),
            "export": page.looking.export,
        }

    def _tag(self, ids: Sequence[int]) -> None:
        found = self._page.found
        there = {tag: None for row in self._page.listing.rows_of(ids) for tag in row.tags}
        if ids and found:
            self._page.deeds.tag(ids, found.choices.tags, tuple(there))

    def _set(self, ids: Sequence[int], column: str) -> None:
        found = self._page.found
        if ids and found:
            self._page.deeds.set_column(ids, column, found.choices)

    def _merge(self, ids: Sequence[int]) -> None:
        if len(ids) == PAIR:
            self._page.pairs.compare(*ids)
        else:
            self._page.failed.emit("Choose two clients to merge them.")
