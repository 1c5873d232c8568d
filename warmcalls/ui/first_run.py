"""The first run: greet, ask who is there, and make the agency or the demo ready."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from warmcalls.actions.begin import begin
from warmcalls.actions.introduce import introduce
from warmcalls.domain.clients import Role
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader
from warmcalls.ui.start import read_start
from warmcalls.ui.tasks import Step, Tasks
from warmcalls.ui.theme import Theme
from warmcalls.ui.welcome.page import LOOK_AROUND, WelcomePage

SIZE: Final = (1280, 860)
DEMO_DATABASE: Final = "warmcalls.db"


class FirstRun(QObject):
    """Shows the welcome page until somebody has chosen a way on.

    Attributes:
        ready: folder, location, `Start`, and the way on that was chosen.
    """

    ready = Signal(object, str, object, str)

    def __init__(self, theme: Theme, folder: Path, location: str, clock: Callable[[], int]) -> None:
        super().__init__()
        self._folder, self._location, self._clock = folder, location, clock
        self._tasks: Tasks | None = None
        self.page = WelcomePage(theme)
        self.page.setWindowTitle("WarmCalls")
        self.page.resize(*SIZE)
        self.page.chosen.connect(self._chosen)

    def show(self) -> None:
        """Greet."""
        self.page.show()

    def _chosen(self, way: str, name: str, agency: str, role: Role) -> None:
        """Make the agency ready in the background; the page waits, and cannot be pressed twice."""
        now, demo = self._clock(), way == LOOK_AROUND
        folder, location = _demo_place() if demo else (self._folder, self._location)
        self.page.setEnabled(False)
        tasks = Tasks(
            lambda: open_reader(location), lambda: begin(location, now=now, demo=demo), self
        )
        self._tasks = tasks

        def make(db: Writer, _: Step) -> None:
            if not demo:
                introduce(db, name, agency, role, now=now)

        task = tasks.write(make)
        task.finished.connect(lambda _: self._go_on(folder, location, way))
        task.failed.connect(self._refused)

    def _go_on(self, folder: Path, location: str, way: str) -> None:
        self._stop()
        self.page.hide()
        self.ready.emit(folder, location, read_start(location), way)

    def _refused(self, error: Exception) -> None:
        self._stop()
        self.page.setEnabled(True)
        self.page.refuse(str(error))

    def _stop(self) -> None:
        if self._tasks is not None:
            self._tasks.stop()
            self._tasks = None


def _demo_place() -> tuple[Path, str]:
    """Return a folder that is gone when the app ends, and a database in it."""
    folder = Path(tempfile.mkdtemp(prefix="warmcalls-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder, str(folder / DEMO_DATABASE)
