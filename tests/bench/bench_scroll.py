"""Scrolling through 100,000 clients, beside a plain table of strings in the same run.

`python -m tests.bench.bench_scroll [--clients N] [--frames N] [--size 1440x900]`

A frame is one step of the scroll bar and everything it has painted; rows arrive in between, a
page at a time, as a database would hand them over. It also prints how long it takes to show
another order, to choose all, and how many rows are kept.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from tests.ui.clients.table_world import usual
from warmcalls.domain.client_columns import SHOWN, ClientRow
from warmcalls.ui.clients.table.model import ClientModel
from warmcalls.ui.clients.table.table import ClientTable
from warmcalls.ui.style import Style
from warmcalls.ui.theme import Theme

READING = 8  # milliseconds that a page of rows takes, off the window's thread
WHEEL, PAGE = 96, 700


class Plain(QAbstractTableModel):
    """The same cells as ready strings."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self._texts = [[str(getattr(row, c, "4 of 4")) for c in SHOWN] for row in usual()]

    def rowCount(self, _parent: Any = None) -> int:  # noqa: N802
        return self._count

    def columnCount(self, _parent: Any = None) -> int:  # noqa: N802
        return len(SHOWN)

    def data(self, index: Any, role: int = 0) -> str | None:
        return self._texts[index.row() % 18][index.column()] if role == 0 else None


def main() -> None:
    """Scroll both tables by wheel and by page, and print how long a frame took."""
    options = _options()
    app = QApplication([])
    app.setStyle(Style())
    theme = Theme(app, "light")
    width, height = (int(part) for part in options.size.split("x"))
    plain, plain_model = QTableView(), Plain(options.clients)
    plain.setModel(plain_model)
    model = ClientModel()
    table = ClientTable(theme, model)
    made = usual()
    model.rows_wanted.connect(lambda ids: _read_soon(model, ids, made))
    for view in (plain, table):
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().setDefaultSectionSize(32)
        view.resize(width, height)
        view.show()
    ids = list(range(1, options.clients + 1))
    _timed("the list is shown", lambda: model.show_ids(ids))
    _wait(200)
    for name, step in (("wheel", WHEEL), ("page", PAGE), ("jump", 0)):
        base = _frames(plain, step, options.frames)
        ours = _frames(table, step, options.frames)
        print(f"{name}: {_said(ours)}; plain strings {_said(base)}")
    print(f"rows kept: {len(model.cache):,}")
    random.Random(4).shuffle(ids)
    _timed("another order is shown", lambda: model.show_ids(ids))
    _timed("all are chosen", table.picker.all)
    _timed("half of them, after a sort", lambda: model.show_ids(ids[::2]))
    table.close()
    plain.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--size", default="1440x900")
    return parser.parse_args()


def _read_soon(model: ClientModel, ids: list[int], made: Sequence[ClientRow]) -> None:
    rows = [replace(made[each % 18], id=each, name=f"Client {each:,}") for each in ids]
    QTimer.singleShot(READING, lambda: model.take_rows(rows))


def _frames(view: QTableView, step: int, count: int) -> list[float]:
    """Return the milliseconds of each frame: a step of the scroll bar, all of it painted."""
    bar, times, where = view.verticalScrollBar(), [], random.Random(7)
    bar.setValue(bar.maximum() // 3)
    _wait(100)
    for _ in range(count):
        to = bar.value() + step if step else where.randrange(bar.maximum())
        started = time.perf_counter()
        bar.setValue(to)
        view.viewport().repaint() if not step else None
        _wait(0)
        times.append((time.perf_counter() - started) * 1000)
        _wait(READING + 2)
    return times


def _timed(name: str, run: Callable[[], object]) -> None:
    started = time.perf_counter()
    run()
    _wait(0)
    print(f"{name}: {(time.perf_counter() - started) * 1000:.0f} ms")


def _said(times: list[float]) -> str:
    p95 = float(np.percentile(times, 95))
    return f"median {statistics.median(times):.1f} ms, p95 {p95:.1f}, worst {max(times):.1f}"


def _wait(milliseconds: int) -> None:
    """Let the table paint and hear."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
