"""Take the documentation's pictures anew from the demo agency: `python -m tests.pictures`."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import NOW
from warmcalls.domain.client_query import Order, Question
from warmcalls.ui.campaigns.page import CampaignsPage
from warmcalls.ui.clients.page import ClientsPage
from warmcalls.ui.desktop import Desktop
from warmcalls.ui.settings.page import SettingsPage
from warmcalls.ui.start import prepare
from warmcalls.ui.style import Style
from warmcalls.ui.theme import Theme
from warmcalls.ui.welcome.page import WelcomePage

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (1440, 900)
READ = 2_500  # milliseconds in which a page is read and drawn


def main() -> None:
    """Write one picture a page and scheme."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setStyle(Style())
    theme = Theme(app, "light")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        location = str(Path(folder) / "warmcalls.db")
        found = prepare(location, NOW, demo=True)
        desktop = Desktop(theme, Path(folder), location, lambda: NOW, found)
        listed = QEventLoop()
        desktop.workday.listed.connect(listed.quit)
        desktop.window.resize(*SIZE)
        desktop.show()
        listed.exec()
        _today(theme, desktop)
        _clients(theme, desktop)
        _marketing(theme, desktop)
        _settings(theme, desktop)
        desktop.window.close()
    welcome = WelcomePage(theme)
    welcome.resize(*SIZE)
    welcome.show()
    _both(theme, welcome, "welcome")


def _today(theme: Theme, desktop: Desktop) -> None:
    desktop.page.focus()
    _both(theme, desktop.window, "today")
    desktop.sheets.why_not(30)
    _both(theme, desktop.window, "why-not")
    if desktop.sheets.sheet:
        desktop.sheets.sheet.leave()


def _clients(theme: Theme, desktop: Desktop) -> None:
    desktop.window.run("page.clients")
    _wait(READ)
    page = desktop.window.page("clients")
    assert isinstance(page, ClientsPage)
    page.ask(Question(order=Order("warmth", descending=True)))
    _wait(READ)
    _both(theme, desktop.window, "clients")
    for name, show in (("week", page.looking.week), ("duplicates", page.pairs.show_duplicates)):
        show()
        _wait(READ)
        _both(theme, desktop.window, name)
        if page.host.sheet:
            page.host.sheet.leave()


def _marketing(theme: Theme, desktop: Desktop) -> None:
    for name in ("results", "ranking", "fees", "campaigns"):
        desktop.window.run(f"page.{name}")
        _wait(READ)
        _both(theme, desktop.window, name)
    page = desktop.window.page("campaigns")
    assert isinstance(page, CampaignsPage)
    page.open_campaign(page.found.report.alarms[0].campaign_id)
    _wait(READ)
    _both(theme, desktop.window, "campaign")


def _settings(theme: Theme, desktop: Desktop) -> None:
    page = desktop.window.page("settings")
    assert isinstance(page, SettingsPage)
    desktop.window.run("settings")
    for section in ("signals", "imports"):
        page.show_section(section)
        _both(theme, desktop.window, f"settings-{section}")


def _both(theme: Theme, widget: QWidget, name: str) -> None:
    """Take a picture in light and in dark."""
    for scheme in ("light", "dark"):
        theme.choose(scheme)
        _wait(800)
        widget.grab().save(str(FOLDER / f"{name}-{scheme}.png"))
    theme.choose("light")


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
