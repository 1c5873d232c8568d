"""Running the window: the application, who may open it, and the first run."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QSettings
from PySide6.QtWidgets import QApplication

from warmcalls.domain.errors import RefusedError
from warmcalls.store.opening import is_url
from warmcalls.ui.appearance import text_size
from warmcalls.ui.clock import clock_from
from warmcalls.ui.desktop import WINDOW_SETTINGS, Desktop
from warmcalls.ui.logs import catch_errors, start_logging
from warmcalls.ui.start import Start, prepare
from warmcalls.ui.style import Style
from warmcalls.ui.theme import Theme

LOCK: Final = "window.lock"
OPEN_ALREADY: Final = "WarmCalls is open on this data already: look for its window."


def run(
    folder: Path,
    location: str,
    start: int | None,
    *,
    demo: bool = False,
    when_listed: Callable[[], object] | None = None,
) -> int:
    """Open the window on a database and return its exit status when it closes.

    Args:
        folder: where the log and this desk's own settings are kept.
        location: a file or a postgresql:// address.
        start: what the clock shows, UTC microseconds, or None for the computer's time.
        demo: fill a new database with the demo agency.
        when_listed: called when the first list is shown, for measurements.

    Raises:
        RefusedError: the database cannot be opened, or its window is open already.
    """
    app = QApplication.instance() or QApplication(["warmcalls"])
    assert isinstance(app, QApplication)
    lock = QLockFile(str(folder / LOCK))
    if not is_url(location) and not lock.tryLock(0):
        raise RefusedError(OPEN_ALREADY)
    start_logging(folder)
    app.setApplicationName("WarmCalls")
    app.setStyle(Style())
    kept = QSettings(str(folder / WINDOW_SETTINGS), QSettings.Format.IniFormat)
    theme, clock = Theme(app, scale=text_size(kept) / 100), clock_from(start)
    found = prepare(location, clock(), demo=demo)
    opened: list[Desktop] = []

    def open_desktop(at: Path, where: str, what: Start, way: str) -> None:
        desktop = Desktop(theme, at, where, clock, what)
        opened.append(desktop)
        catch_errors(desktop.say)
        if when_listed:
            desktop.workday.listed.connect(when_listed)
        desktop.show()
        desktop.go_on(way)

    if found.is_new:
        from warmcalls.ui.first_run import FirstRun

        first = FirstRun(theme, folder, location, clock)
        first.ready.connect(open_desktop)
        first.show()
    else:
        open_desktop(folder, location, found, "")
    status = app.exec()
    lock.unlock()
    return status
