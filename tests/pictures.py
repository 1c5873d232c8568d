"""Take the documentation's pictures anew from the demo agency: `python -m tests.pictures`."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import NOW
from warmcalls.ui.campaigns.page import CampaignsPage
from warmcalls.ui.desktop import Desktop
from warmcalls.ui.settings.page import SettingsPage
from warmcalls.ui.start import prepare
from warmcalls.ui.style import Style
from warmcalls.ui.theme import Theme
from warmcalls.ui.welcome.page import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable

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
        pages: dict[str, Callable[[], object]] = {
            "today": desktop.page.focus,
            "why-not": lambda: desktop.sheets.why_not(30),
        }
        for name, go in pages.items():
            go()
            _both(theme, desktop.window, name)
        if desktop.sheets.sheet:
            desktop.sheets.sheet.leave()
        for page in ("campaigns", "results", "fees"):
            desktop.window.run(f"page.{page}")
            _wait(READ)
            _both(theme, desktop.window, page)
        campaigns = desktop.window.page("campaigns")
        assert isinstance(campaigns, CampaignsPage)
        desktop.window.run("page.campaigns")
        _wait(READ)
        campaigns.open_campaign(campaigns.report.alarms[0].campaign_id)
        _wait(READ)
        _both(theme, desktop.window, "campaign")
        settings = desktop.window.page("settings")
        assert isinstance(settings, SettingsPage)
        desktop.window.run("settings")
        for section in ("signals", "imports"):
            settings.show_section(section)
            _both(theme, desktop.window, f"settings-{section}")
        desktop.window.close()
    welcome = WelcomePage(theme)
    welcome.resize(*SIZE)
    welcome.show()
    _both(theme, welcome, "welcome")


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
