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
WHEN: Final = re.compile(rb"\[(\d\d)/(\w{3})/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\] ")
WHEN_LENGTH: Final = len("[10/Feb/2012:16:42:07 -0500] ")
STATUS: Final = re.compile(rb" (\d{3}) (?:\d+|-) [^\"]*")
QUOTED: Final = rb'"((?:[^"\\]++|\\.)*+)"'
LINE: Final = re.compile(
    rb'([^"]*)' + QUOTED + rb'([^"]*)' + QUOTED + b" " + QUOTED + rb"(.*)", re.DOTALL
)
EXTRA: Final = re.compile(rb'"([^"]*)"')
COMBINED_PARTS: Final = 7
COMMON_PARTS: Final = 3
CLIENT_AND_NAMES: Final = 3  # address, ident, user


def seconds_of(when: bytes) -> int:
    """Return a time in brackets as seconds since 1970, UTC.

    Raises:
        MalformedError: if it is not a time.
    """
    found = WHEN.fullmatch(when)
    if not found or found[2] not in MONTHS:
        raise MalformedError("The time in square brackets is missing or not one.")
    day, year, hour, minute, second = (int(found[n]) for n in (1, 3, 4, 5, 6))
    ahead = (int(found[8]) * 60 + int(found[9])) * 60
    try:
        # A leap second is the second before it.
        local = datetime(year, MONTHS[found[2]], day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        raise MalformedError("The time in square brackets does not exist.") from None
    return int(local.timestamp()) - (-ahead if found[7] == b"-" else ahead)


def status_of(middle: bytes) -> bytes:
    """Return the status in what stands between the request and the referrer.

    Raises:
        MalformedError: if status and size are not there.
    """
    found = STATUS.fullmatch(middle)
    if not found:
        raise MalformedError("Status and size do not follow the request.")
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
        self._seconds = Memo(seconds_of)
        self._statuses = Memo(status_of)
        self._forwarded = Memo(forwarded_in)
        self._agents_seen = False

    def __call__(self, line: bytes) -> Hit:
        """Return the hit of a line.

        An ordinary line has its quotes where they belong, so cutting at them is enough; only the
        others are worth a regular expression.

        Raises:
            MalformedError: if the line is not a hit.
        """
        parts = line.split(b'"')
        if len(parts) == COMBINED_PARTS and parts[4] == b" " and not parts[6]:
            head, request, middle, referrer, _, agent, _ = parts
            self._agents_seen = True
            return self._hit(head, request, middle, referrer, agent)
        if len(parts) == COMMON_PARTS and not self._agents_seen:
            head, request, middle = parts
            return self._hit(head, request, middle + b" ", b"", None)
        return self._unusual(line)

    def _unusual(self, line: bytes) -> Hit:
        """Return the hit of a combined line with escaped quotes or with more after the agent.

        A line without an agent in a log that has them is cut off: as a hit of its own it would
        count a second time when the whole line is imported later.
        """
        found = LINE.fullmatch(line)
        if not found:
            raise MalformedError("The line is cut off, or not in the format of the log.")
        head, request, middle, referrer, agent, extra = found.groups()
        self._agents_seen = True
        hit = self._hit(head, request, middle, referrer, agent)
        client = self._forwarded[extra]
        return hit._replace(client=client) if client else hit

    def _hit(
        self, head: bytes, request: bytes, middle: bytes, referrer: bytes, agent: bytes | None
    ) -> Hit:
        """Return a hit from the parts of its line; a host stands before the address, if at all."""
        host = b""
        client, nameless, when = head.partition(b" - - ")
        if not nameless or b" " in client:
            host, client, when = named(head)
        at, status = self._seconds[when], self._statuses[middle]
        # A million times over, a named tuple's own constructor takes twice as long.
        return tuple.__new__(Hit, (at, client, request, status, referrer, agent, host))
