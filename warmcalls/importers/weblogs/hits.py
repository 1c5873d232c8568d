"""One line of a log, before anything is known about it."""

from typing import NamedTuple


class MalformedError(Exception):
    """A line that is not a hit; the message is one sentence that says why."""


class Hit(NamedTuple):
    """One request as the log tells it, in the log's own bytes.

    Attributes:
        at: seconds since 1970, UTC.
        client: address or host name of whoever asked.
        request: method and URL, and perhaps the protocol, with blanks between.
        status: three digits.
        referrer: empty or `-` where there is none.
        agent: None where the format has no such field.
        host: the site asked for, where the format names it.
    """

    at: int
    client: bytes
    request: bytes
    status: bytes
    referrer: bytes
    agent: bytes | None
    host: bytes
