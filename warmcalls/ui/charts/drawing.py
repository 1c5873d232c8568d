"""A thread that draws: matplotlib is loaded there, and never holds the window up."""

from collections.abc import Callable
from typing import TypeVar

from warmcalls.ui.tasks import Lane, Task, Tasks

T = TypeVar("T")


class Drawing:
    """One job after the other, in the background.

    matplotlib keeps global state, so that everything that draws, also into files, goes through
    this one lane.

    Args:
        tasks: whose end drops what has not been drawn yet, and ends the thread.
    """

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._lane: Lane[None] = Lane("warmcalls-draw", _load, lambda _: None)
        tasks.ended.connect(self.stop)

    def warm_up(self) -> None:
        """Load matplotlib before the first figure is there to be drawn."""
        self.do(_load)

    def do(self, job: Callable[[], T]) -> Task[T]:
        """Run a job in the lane; connect to the task that is returned."""
        task: Task[T] = Task(self._tasks, droppable=True)
        self._lane.put(lambda _: task.carry_out(job))
        return task

    def stop(self) -> None:
        """Wait for what is being drawn."""
        self._lane.stop()


def drawing_of(tasks: Tasks) -> Drawing:
    """Return the one lane that draws beside some tasks, made when it is first asked for."""
    there = tasks.beside.get(Drawing)
    if not isinstance(there, Drawing):
        tasks.beside[Drawing] = there = Drawing(tasks)
    return there


def _load() -> None:
    from warmcalls.reports.charts.drawing import empty_figure

    empty_figure(1, 1)
