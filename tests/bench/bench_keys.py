"""Outcome key to next card painted, over a whole day of calls on the demo agency's window.

`python -m tests.bench.bench_keys [--days N]`
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.world import NOW
from warmcalls.ui.desktop import Desktop
from warmcalls.ui.start import prepare
from warmcalls.ui.style import Style
from warmcalls.ui.theme import Theme

A_LIST = 19
KEYS = (Qt.Key.Key_N, Qt.Key.Key_V, Qt.Key.Key_G)


def main() -> None:
    """Work whole lists by one key a call, and print how long each took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5, help="how many agencies to work through")
    rounds = parser.parse_args().rounds
    app = QApplication([])
    app.setStyle(Style())
    theme, times = Theme(app, "light"), []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            times += _a_day(theme, Path(folder))
    median, p99 = statistics.median(times), float(np.percentile(times, 99))
    print(
        f"{len(times)} outcomes: median {median:.1f} ms, p99 {p99:.1f} ms, worst {max(times):.1f} ms"
    )


def _a_day(theme: Theme, folder: Path) -> list[float]:
    """Return the milliseconds from each key to the next card painted."""
    location = str(folder / "warmcalls.db")
    desktop = Desktop(theme, folder, location, lambda: NOW, prepare(location, NOW, demo=True))
    desktop.window.resize(1440, 900)
    shown = QEventLoop()
    desktop.workday.listed.connect(shown.quit)
    desktop.show()
    shown.exec()
    _wait(500)
    times: list[float] = []
    while desktop.page.current() is not None and len(times) < A_LIST:
        key = KEYS[len(times) % len(KEYS)]
        started = time.perf_counter()
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)
        _wait(0)  # paints what the key made stale
        times.append((time.perf_counter() - started) * 1000)
        _wait(400)  # a recruiter needs longer
    desktop.window.close()
    return times


def _wait(milliseconds: int) -> None:
    """Let the window paint and hear; unlike QTest.qWait this lets the background threads run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
