"""What a name in a menu or a button of the Clients page does."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from warmcalls.domain.saved_views import View
    from warmcalls.ui.clients.page import ClientsPage

PAIR: Final = 2
NAME, USUAL = "name", "sector"
OF_THE_WINDOW: Final = frozenset("import new undo redo".split())
ABOUT_ONE: Final = frozenset("signal history why_not brief".split())


class Doing(QObject):
    """Carries out what menus, buttons and keys name."""

    def __init__(self, page: "ClientsPage") -> None:
        super().__init__(page)
        self._page = page

    def listen(self) -> None:
        """Hear what every part of the page wants and has done."""
        page, listing = self._page, self._page.listing
        table, panel = listing.table, listing.panel
        for part in (page.head, listing.foot):
            part.wanted.connect(self.carry_out)
        page.empty.pressed.connect(lambda: self.carry_out("import"))
        page.views.save_wanted.connect(lambda: self.carry_out("save_view"))
        page.views.change_wanted.connect(self._change_view)
        table.edited.connect(page.deeds.edit)
        table.pasted.connect(page.deeds.paste)
        table.copy_wanted.connect(page.looking.copy)
        table.refused.connect(page.failed)
        page.deeds.refused.connect(listing.model.revert)
        for hands in (page.deeds, page.pairs, page.looking, panel):
            hands.done.connect(page.finish)
            hands.failed.connect(page.failed)
        for busy in (page.deeds.busy, page.looking.busy, page.looking.output.busy):
            busy.connect(page.loading.show_loading)
        page.looking.said.connect(page.show_said)
        page.host.done.connect(page.finish)
        for over in (page.host.closed, panel.left):
            over.connect(page.focus)
        panel.deeds.client_wanted.connect(page.show_client)
        panel.deeds.merge_wanted.connect(page.pairs.compare)
        for name in ("signal", "history", "brief"):
            wanted = getattr(panel, f"{name}_wanted")
            wanted.connect(lambda client, what=name: self.about(what, client))

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
            "ideal": page.listing.panel.deeds.ideal,
            "panel": page.listing.turn_panel,
            "save_view": lambda: page.deeds.save_view(page.question, page.columns),
            "open": lambda: page.listing.open_client(page.listing.current),
            "tag": lambda: self._tag(chosen),
            "owner": lambda: self._set(chosen, "owner"),
            "set": lambda: self._set(chosen, self._to_set()),
            "merge": lambda: self._merge(chosen),
            "export": page.looking.export,
        }

    def _change_view(self, what: str, view: "View") -> None:
        self._page.deeds.change_view(what, view, self._page.question, self._page.columns)

    def _tag(self, ids: Sequence[int]) -> None:
        found = self._page.found
        there = {tag: None for row in self._page.listing.rows_of(ids) for tag in row.tags}
        if ids and found:
            self._page.deeds.tag(ids, found.choices.tags, tuple(there))

    def _to_set(self) -> str:
        """Return the column that the cursor is in, where many clients can get one value there."""
        column = self._page.listing.table.column
        return column.id if column.editable and column.id != NAME else USUAL

    def _set(self, ids: Sequence[int], column: str) -> None:
        found = self._page.found
        if ids and found:
            self._page.deeds.set_column(ids, column, found.choices)

    def _merge(self, ids: Sequence[int]) -> None:
        if len(ids) == PAIR:
            self._page.pairs.compare(*ids)
        else:
            self._page.failed.emit("Choose two clients to merge them.")
