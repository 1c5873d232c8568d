"""The status bar's words: how fresh each feed is, and what is stale."""

from zoneinfo import ZoneInfo

from warmcalls.domain.contact_rules import SCREENING_LASTS
from warmcalls.domain.moments import DAY, day_of, days_between, local
from warmcalls.store.freshness import Freshness
from warmcalls.ui.status_bar import StatusItem

STALE_AFTER = 3 * DAY


def feed_items(fresh: Freshness, now: int, zone: ZoneInfo) -> list[StatusItem]:
    """Return what the status bar says of the feeds."""
    items = [
        _feed("ph.globe", "Website visits", fresh.website, now, zone),
        _feed("ph.envelope-simple", "Other signals", fresh.signals, now, zone),
    ]
    if fresh.screened is not None:
        items.append(_screening(fresh.screened, now, zone))
    return items


def _feed(icon: str, name: str, at: int | None, now: int, zone: ZoneInfo) -> StatusItem:
    if at is None:
        return StatusItem(icon, f"{name}: none yet")
    then = local(at, zone)
    today = day_of(at, zone) == day_of(now, zone)
    day = "today" if today else f"{then:%a} {then.day} {then:%B}"
    if now - at > STALE_AFTER:
        days = days_between(at, now, zone)
        return StatusItem(icon, f"{name}: nothing new for {days} days", "notice")
    return StatusItem(icon, f"{name} up to {day} {then:%H:%M}")


def _screening(at: int, now: int, zone: ZoneInfo) -> StatusItem:
    then, left = local(at, zone), (at + SCREENING_LASTS - now) // DAY
    if left <= 0:
        return StatusItem("ph.shield-warning", "TPS screening is due", "notice")
    words = f"TPS list checked {then.day} {then:%B}, good for {left} more days"
    return StatusItem("ph.shield-check", words)
