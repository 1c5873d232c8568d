"""Visits: hits by one address and agent close together, and what the earlier ones tell."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.kinds import Kind
from warmcalls.importers.weblogs.addresses import identity_of
from warmcalls.importers.weblogs.hits import Hit
from warmcalls.importers.weblogs.memo import Memo

GAP: Final = 30 * 60
EXTRA_SHARE: Final = 0.25
MOST_EXTRAS: Final = 3
CLICKS_WITHIN: Final = 3
SCANNER_CLICKS: Final = 3
MOST_OPEN: Final = 100_000


@dataclass(slots=True)
class Visit:
    """One visit, as far as it has been read.

    Attributes:
        last: seconds of its latest page.
        client: address and agent as they stand in the log, a part of every key.
        person: token or e-mail once known, else address and agent.
        pages: how many of each kind so far.
        clicks: seconds and path of links with a token, of the last few seconds.
        scanner: a mail-security program that follows every link of a message.
    """

    last: int
    client: str
    person: str
    address: Identity | None
    identities: tuple[Identity, ...]
    token: str = ""
    email: str = ""
    campaign: str = ""
    channel: str = ""
    pages: Counter[Kind] = field(default_factory=Counter)
    clicks: list[tuple[int, str]] = field(default_factory=list)
    scanner: bool = False

    def know(self, token: str, email: str) -> None:
        """Remember who the visitor is: later pages carry it too."""
        self.token = token or self.token
        self.email = email or self.email
        known = []
        if self.token:
            known.append(Identity(IdentityKind.TOKEN, self.token))
        if self.email:
            known.append(Identity(IdentityKind.EMAIL, self.email))
        self.person = self.token or self.email
        self.identities = (*known, self.address) if self.address else tuple(known)

    def came_by(self, campaign: str, channel: str) -> None:
        """Remember what brought the visitor."""
        self.campaign, self.channel = campaign, channel

    def share_of(self, kind: Kind) -> float:
        """Count a page and return what it is worth beside the first of its kind."""
        before = self.pages[kind]
        self.pages[kind] = before + 1
        if not before:
            return 1.0
        return EXTRA_SHARE if before <= MOST_EXTRAS else 0.0

    def click(self, at: int, path: str) -> None:
        """Note a link with a token; nobody reads three pages in three seconds."""
        self.clicks = [c for c in self.clicks if abs(at - c[0]) <= CLICKS_WITHIN]
        self.clicks.append((at, path.rstrip("/").lower()))
        if len({path for _, path in self.clicks}) >= SCANNER_CLICKS:
            self.scanner = True


class Visits:
    """The visits still open; older ones are forgotten, so that memory stays flat."""

    def __init__(self) -> None:
        self._open: dict[tuple[bytes, bytes | None], Visit] = {}
        self._room = 1000
        self._addresses = Memo(identity_of)

    def of(self, hit: Hit) -> Visit:
        """Return the visit a hit belongs to, a new one after half an hour without a page."""
        key = (hit.client, hit.agent)
        visit = self._open.get(key)
        if visit is None or abs(hit.at - visit.last) >= GAP:
            visit = self._open[key] = self._started(hit)
            if len(self._open) > self._room:
                self._forget(hit.at)
        elif hit.at > visit.last:
            visit.last = hit.at
        return visit

    def _started(self, hit: Hit) -> Visit:
        address = self._addresses[hit.client]
        name, agent = hit.client.decode("latin-1"), (hit.agent or b"").decode("latin-1")
        person = f"{address.value if address else name} {agent}".rstrip()
        identities = (address,) if address else ()
        return Visit(hit.at, f"{name}|{agent}", person, address, identities)

    def _forget(self, at: int) -> None:
        """Drop the visits that ended; done when their number has doubled, so it costs little."""
        live = [(key, visit) for key, visit in self._open.items() if abs(at - visit.last) < GAP]
        self._open = dict(live[-MOST_OPEN:])
        self._room = max(1000, 2 * len(self._open))
