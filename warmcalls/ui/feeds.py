"""The status bar's words: how fresh each feed is, and what is stale."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from warmcalls.domain.contact_rules import SCREENING_LASTS
from warmcalls.domain.moments import DAY, day_of, days_between, local
from warmcalls.store.freshness import Freshness, freshness
from warmcalls.ui.status_bar import StatusBar, StatusItem
from warmcalls.ui.tasks import Tasks

STALE_AFTER = 3 * DAY


class Feeds(QObject):
    """Keeps the status bar true."""

    def __init__(
        self, status: StatusBar, tasks: Tasks, clock: Callable[[], int], zone: ZoneInfo
    ) -> None:
        super().__init__(status)
        self._status, self._tasks, self._clock, self.zone = status, tasks, clock, zone

    def refresh(self) -> None:
        """Read how fresh each feed is, and show it."""
        since = self._clock() - SCREENING_LASTS
        self._tasks.read(lambda db: freshness(db, since)).finished.connect(self._show)

    def _show(self, fresh: Freshness) -> None:
        self._status.show_items(feed_items(fresh, self._clock(), self.zone))


def feed_items(fresh: Freshness, now: int, zone: ZoneInfo) -> list[StatusItem]:
    """Return what the status bar says of the feeds."""
    items = [
        _feed("ph.globe", "Website visits", fresh.website, now, zone),
        _feed("ph.envelope-simple", "Other signals", fresh.signals, now, zone),
    ]
    if fresh.numbers:
        items.append(_screening(fresh))
    return items


def _feed(icon: str, name: str, at: int | None, now: int, zone: ZoneInfo) -> StatusItem:
    if at is None:
        return StatusItem(icon, f"{name}: none yet")
    then = local(at, zone)
    if now - at > STALE_AFTER:
        days = days_between(at, now, zone)
        return StatusItem(icon, f"{name}: nothing new for {days:,} days", "notice")
    today = day_of(at, zone) == day_of(now, zone)
    day = "" if today else f"{then:%a} {then.day} {then:%B} "
    return StatusItem(icon, f"{name} up to {day}{then:%H:%M}")


def _screening(fresh: Freshness) -> StatusItem:
    if not fresh.due:
        return StatusItem("ph.shield-check", "All numbers screened with TPS")
    words = f"TPS screening due for {fresh.due:,} of {fresh.numbers:,} numbers"
    return StatusItem("ph.shield-warning", words, "notice")
