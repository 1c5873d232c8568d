"""Apache's and nginx's logs: common, combined, and both with the site's host in front."""

import re
from datetime import UTC, datetime
from typing import Final

from warmcalls.importers.weblogs.addresses import forwarded_for
from warmcalls.importers.weblogs.hits import Hit, MalformedError
from warmcalls.importers.weblogs.memo import Memo

MONTHS: Final = {
    month: number
    for number, month in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
HOUR: Final = re.compile(rb"\[(\d\d)/(\w{3})/(\d{4}):(\d\d) ([+-])(\d\d)(\d\d)\] ")
CLOCK: Final = {  # a leap second is the second before it
    b":%02d:%02d" % (minute, second): minute * 60 + min(second, 59)
    for minute in range(60)
    for second in range(61)
}
WHEN_LENGTH: Final = len("[10/Feb/2012:16:42:07 -0500] ")
CLOCK_FROM, CLOCK_TO = len("[10/Feb/2012:16"), len("[10/Feb/2012:16:42:07")
STATUS: Final = re.compile(rb" (\d{3}) ")
STATUS_LENGTH: Final = len(" 200 ")
QUOTED: Final = rb'"((?:[^"\\]++|\\.)*+)"'
LINE: Final = re.compile(
    rb'([^"]*)' + QUOTED + rb'([^"]*)' + QUOTED + b" " + QUOTED + rb"(.*)", re.DOTALL
)
EXTRA: Final = re.compile(rb'"([^"]*)"')
COMBINED_PARTS: Final = 7
COMMON_PARTS: Final = 3
CLIENT_AND_NAMES: Final = 3  # address, ident, user


def hour_of(hour: bytes) -> int:
    """Return an hour, "[10/Feb/2012:16 -0500] ", as seconds since 1970, UTC.

    Raises:
        MalformedError: if it is not one.
    """
    found = HOUR.fullmatch(hour)
    if not found or found[2] not in MONTHS:
        raise MalformedError("The time in square brackets is missing or not one.")
    try:
        local = datetime(int(found[3]), MONTHS[found[2]], int(found[1]), int(found[4]), tzinfo=UTC)
    except ValueError:
        raise MalformedError("The time in square brackets does not exist.") from None
    ahead = (int(found[6]) * 60 + int(found[7])) * 60
    return int(local.timestamp()) - (-ahead if found[5] == b"-" else ahead)


def status_of(start: bytes) -> bytes:
    """Return the status, with which the text after the request starts; its size is no matter.

    Raises:
        MalformedError: if no status is there.
    """
    found = STATUS.fullmatch(start)
    if not found:
        raise MalformedError("No status follows the request.")
    return found[1]


def forwarded_in(extra: bytes) -> bytes | None:
    """Return the address in an X-Forwarded-For field added after the agent, or None."""
    fields = (forwarded_for(field) for field in EXTRA.findall(extra))
    return next(filter(None, fields), None)


def named(head: bytes) -> tuple[bytes, bytes, bytes]:
    """Return host or b"", client and time from what stands before a request.

    Raises:
        MalformedError: if the address or the time is not there.
    """
    names, when = head[:-WHEN_LENGTH].split(), head[-WHEN_LENGTH:]
    if len(names) < CLIENT_AND_NAMES:
        raise MalformedError("The address or the time before the request is missing.")
    if len(names) > CLIENT_AND_NAMES and names[1] != b"-":
        return names[0], names[1], when
    return b"", names[0], when


class ApacheLines:
    """Reads lines of the Apache family, whichever of its formats each has."""

    def __init__(self) -> None:
        self._hours = Memo(hour_of)
        self._seconds = Memo(self._seconds_of)
        self._statuses = Memo(status_of)
        self._forwarded = Memo(forwarded_in)
        self._agents_seen = False

    def hit(self, line: bytes) -> Hit:
        """Return the hit of a line.

        An ordinary line has its quotes where they belong, so cutting at them is enough; only the
        others are worth a regular expression.

        Raises:
            MalformedError: if the line is not a hit.
        """
        agent: bytes | None
        referrer, agent, extra = b"", None, b""
        parts = line.split(b'"')
        if len(parts) == COMBINED_PARTS and parts[4] == b" " and not parts[6]:
            head, request, middle, referrer, _, agent, _ = parts
            self._agents_seen = True
        elif len(parts) == COMMON_PARTS and not self._agents_seen:
            head, request, middle = parts
            middle += b" "
        else:
            head, request, middle, referrer, agent, extra = self._unusual(line)
        host = b""
        client, nameless, when = head.partition(b" - - ")
        if not nameless or b" " in client:
            host, client, when = named(head)
        if extra:
            client = self._forwarded[extra] or client
        at, status = self._seconds[when], self._statuses[middle[:STATUS_LENGTH]]
        # A million times over, a named tuple's own constructor takes twice as long.
        return tuple.__new__(Hit, (at, client, request, status, referrer, agent, host))

    def _unusual(self, line: bytes) -> tuple[bytes, bytes, bytes, bytes, bytes, bytes]:
        """Return the parts of a combined line with escaped quotes, or with more after the agent.

        A line without an agent in a log that has them is cut off: as a hit of its own it would
        count a second time when the whole line is imported later.
        """
        found = LINE.fullmatch(line)
        if not found:
            raise MalformedError("The line is cut off, or not in the format of the log.")
        self._agents_seen = True
        head, request, middle, referrer, agent, extra = found.groups()
        return head, request, middle, referrer, agent, extra

    def _seconds_of(self, when: bytes) -> int:
        """Return a time in brackets as seconds since 1970, UTC.

        Raises:
            MalformedError: if it is not a time.
        """
        clock = CLOCK.get(when[CLOCK_FROM:CLOCK_TO])
        if clock is None:
            raise MalformedError("The time in square brackets is missing or not one.")
        return self._hours[when[:CLOCK_FROM] + when[CLOCK_TO:]] + clock
