"""The files the demo's marketer imports: one a week of the web log, one a month of the rest."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from warmcalls.actions.demo.acts import Trace
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.import_parties import PartyIntake
from warmcalls.actions.import_signals import SignalIntake
from warmcalls.domain.incoming import Party
from warmcalls.domain.moments import MINUTE
from warmcalls.domain.settings import Settings
from warmcalls.store import imports, standing
from warmcalls.store.engine import Row, Writer
from warmcalls.store.imports import Tally
from warmcalls.store.journal import entry

WEEKLY: Final = frozenset({"web", "messenger", "enquiries"})
WEEK: Final = 7
IMPORTED_AT: Final = 7 * 60 + 50
STEMS: Final = {
    "web": "access.log-{day}.gz",
    "messenger": "messenger-leads-{day}.csv",
    "enquiries": "website-enquiries-{day}.csv",
}


@dataclass(slots=True)
class File:
    """One file: when it is imported, and what it holds."""

    name: str
    at: int
    traces: list[Trace] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """What the file is an export of."""
        return self.traces[0].source if self.traces else "clients"


class Shelf:
    """Sorts signals into the files in which they come."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.files: dict[str, File] = {}

    def put(self, trace: Trace) -> None:
        """Put a signal into its file, unless it lies in the hour to come."""
        if trace.evidence.at < self.calendar.now - 20 * MINUTE:
            self.file(trace.source, trace.day).traces.append(trace)

    def file(self, source: str, day: int) -> File:
        """Return the file that a day's signals of a source come in."""
        last = self._last_day(source, day)
        name = STEMS.get(source, f"{source}-{{month}}.csv").format(
            day=f"{self.calendar.days[last]:%Y%m%d}", month=f"{self.calendar.days[day]:%Y-%m}"
        )
        if name not in self.files:
            after = (day for day in self.calendar.working if day > last)
            at = self.calendar.at(next(after, self.calendar.today), IMPORTED_AT)
            if last == self.calendar.today or at > self.calendar.now:
                at = self.calendar.now - 10 * MINUTE
            self.files[name] = File(name, at)
        return self.files[name]

    def _last_day(self, source: str, day: int) -> int:
        """Return the last day of the week or month in which a day lies, at most today."""
        today, days = self.calendar.today, self.calendar.days
        if source in WEEKLY:
            return min(day + (today - day) % WEEK, today)
        rest = (i for i in range(day, today) if days[i + 1].month != days[day].month)
        return next(rest, today)


def take_in(db: Writer, agency: Settings, file: File, marketer: int) -> int:
    """Import a file as any other is; return how many signals or clients it added."""
    log, tally = file.source == "web", Tally(left_out=file.left_out, examples=file.examples)
    with entry(db, "import", file.at, marketer) as journal:
        row: Row = {"file": file.name, "format": "weblog" if log else "table", "kind": "clients"}
        row |= {"content": hashlib.sha256(file.name.encode()).hexdigest()}
        row |= {"at": file.at, "person_id": marketer, "entry_id": journal.entry_id}
        import_id = imports.begin(db, row)
        intake = PartyIntake(journal, agency, import_id, file.at)
        states = Counter(intake.take(party) for party in file.parties)
        standing.refresh(db, sorted(intake.touched), agency)
        tally.added, tally.changed, tally.known = (
            states.pop(state, 0) for state in ("added", "changed", "known")
        )
        tally.left_out.update(states)
        if file.traces:
            signals = SignalIntake(db, agency, import_id)
            added, known = signals.take([trace.evidence for trace in file.traces])
            tally.added += added
            tally.known += known
        tally.read = tally.added + tally.changed + tally.known + tally.left_out.total()
        imports.finish(db, import_id, "signals" if file.traces else "clients", tally)
        journal.said = f"import of {file.name}"
    return tally.added
