"""What the pages ask of the window: its sheets about a client, undo and redo, another page."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmcalls.ui.clients.page import ClientsPage
    from warmcalls.ui.desktop import Desktop
    from warmcalls.ui.settings.page import SettingsPage

CLIENTS, SETTINGS = "clients", "settings"


class PageDeeds(QObject):
    """Carries out what a page wants and cannot do by itself."""

    def __init__(self, desktop: "Desktop") -> None:
        super().__init__(desktop)
        self._desktop = desktop

    def carry_out(self, what: str, client_id: int, name: str) -> None:
        """Do what a page asks of the window, about a client where it names one."""
        desktop = self._desktop
        does: dict[str, Callable[[], object]] = {
            "import": desktop.sheets.choose_files,
            "new": desktop.sheets.add_client,
            "undo": desktop.workday.undo_newest,
            "redo": desktop.workday.redo,
            "signal": lambda: desktop.sheets.add_signal(client_id, name),
            "history": lambda: desktop.sheets.show_history(client_id),
            "why_not": lambda: desktop.sheets.why_not(client_id),
            "brief": lambda: desktop.money.brief(client_id, name),
        }
        does[what]()

    def show_added(self, client_id: int) -> None:
        """Show a client that was just added, where all of them are seen."""
        if self._desktop.window.shown == CLIENTS:
            self.show_client(client_id)

    def choose(self, client_id: int) -> None:
        """Go to a client: on today's list where one works on it, else among all of them."""
        desktop = self._desktop
        if desktop.page.isVisible() and desktop.workday.lists(client_id):
            desktop.page.select_client(client_id)
            desktop.page.focus()
        else:
            self.show_client(client_id)

    def show_client(self, client_id: int) -> None:
        """Show a client among all of them, with its panel."""
        window = self._desktop.window
        window.show_page(CLIENTS)
        page = cast("ClientsPage", window.page(CLIENTS))
        page.show_client(client_id)

    def show_settings(self, section: str) -> None:
        """Show a section of the settings."""
        window = self._desktop.window
        window.show_page(SETTINGS)
        cast("SettingsPage", window.page(SETTINGS)).show_section(section)
