"""Work off the GUI thread: one lane that reads, one that writes, a task for each job."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.store.engine import Reader, Writer

BREATH: Final = 0.05  # seconds between two words about progress
T = TypeVar("T")
R = TypeVar("R")
Step = Callable[[int, int], None]
log = logging.getLogger(__name__)


class Lane(Generic[R]):
    """A thread that owns one resource: made there at first use, closed there at the end.

    Args:
        name: of the thread.
        make: opens the resource; what it raises goes to the job that wanted it.
        close: closes it.
    """

    def __init__(self, name: str, make: Callable[[], R], close: Callable[[R], None]) -> None:
        self._make, self._close = make, close
        self._jobs: queue.SimpleQueue[Callable[[Callable[[], R]], None] | None] = (
            queue.SimpleQueue()
        )
        self._held: list[R] = []
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._started = False

    def put(self, job: Callable[[Callable[[], R]], None]) -> None:
        """Queue a job; it is handed a function that returns the resource, and must not raise."""
        if not self._started:
            self._started = True
            self._thread.start()
        self._jobs.put(job)

    def stop(self) -> None:
        """Wait until everything queued has been done and the resource is closed."""
        if self._started:
            self._jobs.put(None)
            self._thread.join()

    def _resource(self) -> R:
        if not self._held:
            self._held.append(self._make())
        return self._held[0]

    def _run(self) -> None:
        try:
            while (job := self._jobs.get()) is not None:
                job(self._resource)
                del job  # an idle lane keeps no page and no answer alive
        finally:
            while self._held:
                self._close(self._held.pop())


class Task(QObject, Generic[T]):
    """One job: made on the GUI thread, where all its signals arrive.

    Exactly one of `finished`, `failed` and `cancelled` comes, and nothing after it.

    Attributes:
        progressed: done and total, at most twenty times a second.
        finished: what the job returned.
        failed: the exception that the job raised.
        cancelled: it was cancelled; whatever it wrote is rolled back.
    """

    progressed = Signal(object, object)  # not int: files have more than 2**31 bytes
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _told = Signal(str, object)

    def __init__(self, parent: "Tasks", *, droppable: bool) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self.droppable = droppable
        self._spoken = 0.0
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Never start it, or stop it at its next step; a read that runs on is not listened to."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to cancel it."""
        return self._stop.is_set()

    def step(self, done: int, total: int) -> None:
        """Say how far a job is; called by the job in its lane.

        Raises:
            CancelledError: nobody wants it any more.
        """
        if self._stop.is_set():
            raise CancelledError
        now = time.monotonic()
        if total and now - self._spoken >= BREATH:
            self._spoken = now
            self._told.emit("progressed", (done, total))

    def carry_out(self, job: Callable[[], T]) -> None:
        """Run a job in its lane and tell the GUI thread what came of it."""
        if self._stop.is_set():
            self._told.emit("cancelled", None)
            return
        try:
            result = job()
        except CancelledError:
            self._told.emit("cancelled", None)
        except Exception as error:
            if not isinstance(error, RefusedError):
                log.exception("A background job failed")
            self._told.emit("failed", error)
        else:
            self._told.emit("finished", result)

    def _hear(self, what: str, said: Any) -> None:
        if what == "progressed":
            if not self._stop.is_set():
                self.progressed.emit(*said)
            return
        if what == "cancelled" or (self.droppable and self._stop.is_set()):
            self.cancelled.emit()
        else:
            getattr(self, what).emit(said)
        self.deleteLater()


class Tasks(QObject):
    """The two lanes, and one for what reads so long that short reads must not wait for it.

    Args:
        open_reader: opens what reads; called in the reading thread at first use.
        open_writer: opens what writes; called in the writing thread at first use.
        parent: the owner.

    Attributes:
        beside: lanes of other things, one of a kind, such as the one that draws.
        ended: all lanes are at their end; who has a lane of their own ends it, too.
    """

    ended = Signal()

    def __init__(
        self,
        open_reader: Callable[[], Reader],
        open_writer: Callable[[], Writer],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading: Lane[Reader] = Lane("warmcalls-read", open_reader, lambda db: db.close())
        self._reading_on: Lane[Reader] = Lane(
            "warmcalls-read-on", open_reader, lambda db: db.close()
        )
        self._writing: Lane[Writer] = Lane("warmcalls-write", open_writer, lambda db: db.close())
        self._stopping = threading.Event()
        self.beside: dict[type, object] = {}

    def read(self, job: Callable[[Reader], T]) -> Task[T]:
        """Run a job that reads; connect to the task that is returned, which is never too late."""
        task: Task[T] = Task(self, droppable=True)
        self._reading.put(lambda reader: task.carry_out(lambda: job(reader())))
        return task

    def read_on(self, job: Callable[[Reader, Step], T]) -> Task[T]:
        """Run a job that reads for seconds; it calls its second argument to say how far it is."""
        task: Task[T] = Task(self, droppable=True)
        step = self._step(task)
        self._reading_on.put(lambda reader: task.carry_out(lambda: job(reader(), step)))
        return task

    def write(self, job: Callable[[Writer, Step], T]) -> Task[T]:
        """Run a job that writes; it calls its second argument to say how far it is."""
        task: Task[T] = Task(self, droppable=False)
        step = self._step(task)
        self._writing.put(lambda writer: task.carry_out(lambda: job(writer(), step)))
        return task

    def _step(self, task: Task[T]) -> Step:
        """Return what a long job says how far it is with; it ends the job when all ends."""

        def step(done: int, total: int) -> None:
            if self._stopping.is_set():
                raise CancelledError
            task.step(done, total)

        return step

    def stop(self) -> None:
        """End all lanes: short writes are still done, long ones roll back, reads are dropped."""
        self._stopping.set()
        for task in self.findChildren(Task):
            if task.droppable:
                task.cancel()
        self._reading.stop()
        self._reading_on.stop()
        self._writing.stop()
        self.ended.emit()
