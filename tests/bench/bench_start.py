"""Process start to the first painted list, beside a bare PySide6 window with an empty table.

`python -m tests.bench.bench_start [--folder DIR]`; the folder holds the database of bench_list.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.world import NOW, build

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
def painted():
    print(time.time(), flush=True)
    app.quit()
app = QApplication(sys.argv)
window, table = Window(), QTableView()
table.setModel(QStandardItemModel(0, 5))
window.setCentralWidget(table)
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from warmcalls.ui.app import run
def painted():
    print(time.time(), flush=True)
    QApplication.quit()
folder, start = Path(sys.argv[1]), int(sys.argv[2])
run(folder, str(folder / "warmcalls.db"), start, when_listed=lambda: QTimer.singleShot(0, painted))
"""
RUNS = 10


def main() -> None:
    """Start both in turn and print medians and their ratio."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", help="where the database of bench_list is")
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--signals", type=int, default=10_000_000)
    options = parser.parse_args()
    folder = Path(options.folder or tempfile.mkdtemp(prefix="warmcalls-bench-"))
    built = folder / f"{options.clients}x{options.signals}.db"
    if not built.exists():
        build(built, options.clients, options.signals)
    data = folder / "start"
    data.mkdir(exist_ok=True)
    (data / "warmcalls.db").unlink(missing_ok=True)
    shutil.copy(built, data / "warmcalls.db")  # closed and checkpointed: a plain copy is whole
    bare, ours = [], []
    for _ in range(RUNS):
        bare.append(_seconds([sys.executable, "-c", BARE]))
        ours.append(_seconds([sys.executable, "-c", OURS, str(data), str(NOW)]))
    one, other = statistics.median(bare), statistics.median(ours)
    print(f"bare window {one * 1000:.0f} ms, first painted list {other * 1000:.0f} ms")
    print(f"ratio {other / one:.2f}")


def _seconds(command: list[str]) -> float:
    """Return how long a program took until it had painted; it prints the moment."""
    started = time.time()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout.strip()) - started


if __name__ == "__main__":
    main()
