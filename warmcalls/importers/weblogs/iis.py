"""IIS's logs, in W3C's format: directives say which fields follow, and may say so again."""

import re
from datetime import UTC, datetime
from typing import Final

from warmcalls.importers.weblogs.addresses import forwarded_for
from warmcalls.importers.weblogs.hits import Hit, MalformedError
from warmcalls.importers.weblogs.memo import Memo

TOKEN: Final = re.compile(rb'"[^"]*"|\S+')
SPELLINGS: Final = {
    b"date-utc": b"date",
    b"time-utc": b"time",
    b"cs(host)": b"cs-host",
    b"cs(x-forwarded-for)": b"x-forwarded-for",
}
FIELDS: Final = (
    *(b"date", b"time", b"c-ip", b"cs-method", b"cs-uri-stem", b"cs-uri-query", b"sc-status"),
    *(b"cs(referer)", b"cs(user-agent)", b"cs-host", b"x-forwarded-for"),
)
NEEDED: Final = (b"time", b"c-ip", b"cs-method", b"cs-uri-stem", b"sc-status")
ABSENT: Final = b"-"
LENGTH_OF_TIME: Final = len("2009-09-02 04:41:19")


def seconds_of(when: bytes) -> int:
    """Return "2009-09-02 04:41:19", which is UTC, as seconds since 1970.

    Raises:
        MalformedError: if it is not a time.
    """
    try:
        text = when[:LENGTH_OF_TIME].decode("ascii")
        return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())
    except ValueError:
        raise MalformedError("Its date and time are missing or not such.") from None


class IisLines:
    """Reads data lines by the directives before them."""

    def __init__(self) -> None:
        self._width = 0
        self._places: tuple[int, ...] = ()
        self._lacking: list[str] = []
        self._date = b""
        self._has_agents = False
        self._seconds = Memo(seconds_of)
        self._forwarded = Memo(forwarded_for)

    def directive(self, line: bytes) -> bool:
        """Heed a line that begins with `#`; tell whether it says which fields follow."""
        name, _, value = line.partition(b":")
        if name.lower() == b"#date":
            self._date = value.strip()[: len("2009-09-02")]
        if name.lower() != b"#fields":
            return False
        fields = [SPELLINGS.get(f, f) for f in value.lower().split()]
        self._width = len(fields)
        # What the log does not have stands behind its last field, as `-`.
        self._places = tuple(fields.index(f) if f in fields else self._width for f in FIELDS)
        self._lacking = [f.decode() for f in NEEDED if f not in fields]
        self._has_agents = b"cs(user-agent)" in fields
        return True

    def hit(self, line: bytes) -> Hit:
        """Return the hit of a line.

        Raises:
            MalformedError: if the line does not have the fields that were announced.
        """
        values = line.split()
        if len(values) != self._width:
            # Some servers write cookies with blanks, but then in quotes.
            values = TOKEN.findall(line)
        if len(values) != self._width:
            raise MalformedError(f"It has {len(values)} values where {self._width} were announced.")
        if self._lacking:
            raise MalformedError(f"The log does not say {', '.join(self._lacking)}.")
        values.append(ABSENT)
        date, time, client, method, stem, query, status, referrer, agent, host, through = (
            values[place] for place in self._places
        )
        at = self._seconds[(self._date if date == ABSENT else date) + b" " + time]
        url = stem if query == ABSENT else stem + b"?" + query
        return Hit(
            at,
            (through != ABSENT and self._forwarded[through]) or client,
            method + b" " + url,
            status,
            referrer,
            agent.strip(b'"').replace(b"+", b" ") if self._has_agents else None,
            b"" if host == ABSENT else host,
        )
