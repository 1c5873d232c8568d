"""Days and runs of days in words: "3 Oct 2026", "1–15 Oct 2026", "27 Jan – 23 Feb 2026"."""

from datetime import date


def day_words(day: str) -> str:
    """Return an ISO day as a table has it: "3 Oct 2026"."""
    then = date.fromisoformat(day)
    return f"{then.day} {then:%b %Y}"


def days_words(starts: str, ends: str) -> str:
    """Return days from one to another, both included."""
    first, last = date.fromisoformat(starts), date.fromisoformat(ends)
    if first == last:
        return day_words(starts)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {first:%b %Y}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:%b}{year} – {day_words(ends)}"
