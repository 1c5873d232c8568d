"""What the Clients page reads, in the background: a first page at once, the rest behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from warmcalls.domain.client_columns import ClientRow
from warmcalls.domain.client_query import Question
from warmcalls.store.engine import Reader
from warmcalls.ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from warmcalls.actions.client_rows import Listed
    from warmcalls.actions.saved_views import Choices
    from warmcalls.actions.undo import Names
    from warmcalls.domain.clients import Person
    from warmcalls.domain.reach import TargetCoverage
    from warmcalls.domain.saved_views import View

FIRST: Final = 200  # clients of a question that are asked for at once
SCREEN: Final = 60  # rows that a screen may show


@dataclass(frozen=True, slots=True)
class First:
    """The beginning of an answer.

    Attributes:
        ids: of the first clients, in the order of the question.
        rows: of those that a screen shows.
        count: how many clients the whole answer has.
        total: how many clients there are.
        listed: today's list, to be reused until something changes.
    """

    question: Question
    ids: tuple[int, ...]
    rows: tuple[ClientRow, ...]
    count: int
    total: int
    listed: "Listed"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the table.

    Attributes:
        pairs: how many pairs of clients may be one.
    """

    views: tuple["View", ...]
    choices: "Choices"
    coverage: "TargetCoverage"
    names: "Names"
    pairs: int
    currency: str


class Reading(QObject):
    """Asks the database in the reading lane; an answer that nobody waits for is dropped.

    Attributes:
        begun: a `First`.
        told: the ids of the whole answer, in order.
        fetched: rows that were asked for.
        around: an `Around`.
        failed: the exception.
    """

    begun = Signal(object)
    told = Signal(object)
    fetched = Signal(object)
    around = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._clock = tasks, clock
        self.person: Person | None = None
        self._listed: Listed | None = None
        self._asking: Task[First] | None = None
        self._telling: Task[list[int]] | None = None

    @property
    def is_idle(self) -> bool:
        """Whether no question waits for its answer."""
        return self._asking is None and self._telling is None

    def forget(self) -> None:
        """Something changed: today's list is asked for again."""
        self._listed = None

    def ask(self, question: Question, *, whole: bool = False) -> None:
        """Ask a question; what is under way for another one is dropped.

        Args:
            question: what is asked.
            whole: all ids at once, where a list is shown already that shall not jump.
        """
        for task in (self._asking, self._telling):
            if task is not None:
                task.cancel()
        self._telling = None
        now, person, kept = self._clock(), self.person, self._listed

        def read(db: Reader) -> First:
            from warmcalls.actions.client_list import client_ids, count_clients
            from warmcalls.actions.client_rows import client_rows, listed
            from warmcalls.actions.desk import desk
            from warmcalls.store import clients

            asked = desk(db, now, person)
            day = kept or listed(asked)
            ids = client_ids(asked, question, None if whole else FIRST, day)
            is_all = whole or len(ids) < FIRST
            count = len(ids) if is_all else count_clients(asked, question, day)
            rows = client_rows(asked, ids[:SCREEN], day)
            return First(question, tuple(ids), tuple(rows), count, clients.count(db), day)

        self._asking = self._tasks.read(read)
        self._asking.finished.connect(self._begin)
        self._asking.failed.connect(self._fail)

    def _begin(self, first: First) -> None:
        self._asking, self._listed = None, first.listed
        self.begun.emit(first)
        if first.count > len(first.ids):
            self._tell(first.question)

    def _tell(self, question: Question) -> None:
        """Read the ids of a whole long answer."""
        now, person, kept = self._clock(), self.person, self._listed

        def read(db: Reader) -> list[int]:
            from warmcalls.actions.client_list import client_ids
            from warmcalls.actions.desk import desk

            return client_ids(desk(db, now, person), question, on=kept)

        self._telling = self._tasks.read(read)
        self._telling.finished.connect(self._tell_whole)
        self._telling.failed.connect(self._fail)

    def _tell_whole(self, ids: list[int]) -> None:
        self._telling = None
        self.told.emit(ids)

    def fetch(self, ids: Sequence[int]) -> None:
        """Read rows that the table is about to show."""
        now, person, kept = self._clock(), self.person, self._listed

        def read(db: Reader) -> list[ClientRow]:
            from warmcalls.actions.client_rows import client_rows, listed
            from warmcalls.actions.desk import desk

            asked = desk(db, now, person)
            return client_rows(asked, list(ids), kept or listed(asked))

        task = self._tasks.read(read)
        task.finished.connect(self.fetched)
        task.failed.connect(self._fail)

    def look_around(self) -> None:
        """Read views, choices, coverage, and what could be undone."""
        now, person = self._clock(), self.person

        def read(db: Reader) -> Around:
            from warmcalls.actions.coverage import tier_coverage
            from warmcalls.actions.desk import desk
            from warmcalls.actions.find_duplicates import count
            from warmcalls.actions.saved_views import choices, views
            from warmcalls.actions.undo import names

            asked = desk(db, now, person)
            return Around(
                tuple(views(db)),
                choices(db),
                tier_coverage(asked),
                names(db, person.id if person else None),
                count(db).all,
                asked.agency.currency,
            )

        task = self._tasks.read(read)
        task.finished.connect(self.around)
        task.failed.connect(self._fail)

    def _fail(self, error: Exception) -> None:
        self._asking = None
        self.failed.emit(error)


def with_text(question: Question, text: str) -> Question:
    """Return a question that looks for another text."""
    return replace(question, text=text)
