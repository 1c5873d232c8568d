"""A field for a day, typed as people say it: "1 Mar", "2026-03-01", "01/03", "today"."""

import re
from datetime import date, timedelta
from typing import Final

from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.periods import month_period
from warmcalls.domain.when import month_of
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme

NEAR: Final = {"today": 0, "now": 0, "yesterday": -1, "tomorrow": 1}
ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
SLASHED: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d\d))?")
NAMED: Final = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? )?"
    r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})(?: (\d{4}|\d\d))?"
)
TURNED: Final = re.compile(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}|\d\d))?")
MONTH: Final = re.compile(r"([a-z]{3,9})(?: (\d{4}))?")
ISO_MONTH: Final = re.compile(r"(\d{4})-(\d{1,2})")
CENTURY: Final = 2000
HALF_A_YEAR: Final = 6
FIRST_YEAR, YEARS_AHEAD = 1990, 10


def read_day(text: str, today: str, *, last: bool = False) -> str:
    """Return a day as ISO text.

    A day without a year is the one nearest to today; a month means its first day.

    Args:
        text: as it was typed.
        today: the business day, ISO.
        last: a month means its last day.

    Raises:
        RefusedError: it is no day; the sentence says how to write one.
    """
    said = " ".join(text.lower().replace(",", " ").split())
    try:
        found = _day(said, date.fromisoformat(today), last=last)
    except (ValueError, OverflowError) as error:
        help_text = "write it as 1 Mar, 2026-03-01 or today."
        raise RefusedError(f"“{text.strip()}” is no day: {help_text}") from error
    if not FIRST_YEAR <= found.year <= int(today[:4]) + YEARS_AHEAD:
        raise RefusedError(f"{day_words(found.isoformat())}? Check the year.")
    return found.isoformat()


def _day(said: str, today: date, *, last: bool) -> date:
    if said in NEAR:
        return today + timedelta(days=NEAR[said])
    if found := ISO.fullmatch(said):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := SLASHED.fullmatch(said):
        return _dated(int(found[1]), int(found[2]), found[3], today)
    if found := NAMED.fullmatch(said):
        return _dated(int(found[1]), month_of(found[2]), found[3], today)
    if found := TURNED.fullmatch(said):
        return _dated(int(found[2]), month_of(found[1]), found[3], today)
    return _month(said, today, last=last)


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    """Return a calendar day; without a year the one nearest to today."""
    if year:
        return date(int(year) + (CENTURY if len(year) == 2 else 0), month, day)  # noqa: PLR2004
    near: list[date] = []
    for number in (today.year, today.year - 1, today.year + 1):
        try:
            near.append(date(number, month, day))
        except ValueError:  # 29 February, most years
            continue
    return min(near, key=lambda each: abs((each - today).days))


def _month(said: str, today: date, *, last: bool) -> date:
    if found := ISO_MONTH.fullmatch(said):
        month = date(int(found[1]), int(found[2]), 1)
    elif (found := MONTH.fullmatch(said)) and found[2]:
        month = date(int(found[2]), month_of(found[1]), 1)
    elif found:
        month = _dated(1, month_of(found[1]), None, today)
    else:
        raise ValueError(said)
    period = month_period(month.isoformat()[:7])
    return date.fromisoformat(period.last if last else period.first)


class DayField(Field):
    """A day; what was understood is shown once it is left, as "1 Mar 2026".

    Args:
        theme: the theme.
        name: the label; also the accessible name.
        today: the business day, ISO.
        hint: shown while nothing is typed.
        needed: the sentence where nothing is typed; without one it may stay empty.
        last: a month means its last day.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        today: str,
        *,
        hint: str = "1 Mar, 2026-03-01, today",
        needed: str = "",
        last: bool = False,
    ) -> None:
        self._today, self._needed, self._last = today, needed, last
        super().__init__(theme, name, hint=hint, check=self._read, longest=40)
        self.line.editingFinished.connect(self._tidy)

    @property
    def day(self) -> str | None:
        """What is typed, ISO; empty where that is nothing, None where it is no day."""
        try:
            return read_day(self.text, self._today, last=self._last) if self.text else ""
        except RefusedError:
            return None

    def show_day(self, day: str) -> None:
        """Put an ISO day there; an empty one for none."""
        self.line.setText(day_words(day) if day else "")
        self.accept()

    def _read(self, text: str) -> str:
        if not text and self._needed:
            raise RefusedError(self._needed)
        return read_day(text, self._today, last=self._last) if text else ""

    def _tidy(self) -> None:
        if self.day:
            self.line.setText(day_words(self.day))
