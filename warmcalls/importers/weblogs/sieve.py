"""The sieve: which hits are people reading pages, and for each other one, why it is not."""

from collections import deque
from typing import Final

from warmcalls.domain.identities import clean_host
from warmcalls.domain.incoming import Evidence, Incoming
from warmcalls.domain.moments import SECOND
from warmcalls.domain.pages import WebRules
from warmcalls.importers.weblogs.addresses import is_inside, networks
from warmcalls.importers.weblogs.bots import is_bot
from warmcalls.importers.weblogs.hits import Hit
from warmcalls.importers.weblogs.memo import Memo
from warmcalls.importers.weblogs.requests import Request, RequestReader, query_facts
from warmcalls.importers.weblogs.visits import CLICKS_WITHIN, Visit, Visits

ANSWERED: Final = frozenset({b"200", b"304"})
DAY: Final = 24 * 60 * 60
MOST_MISSES: Final = 20
MOST_REMEMBERED: Final = 50_000
MOST_HELD: Final = 1000


class Sieve:
    """Takes hits one after another and keeps the page views among them.

    A page reached by a tracking link waits some seconds of the log's time, since only the links
    after it show whether a mail-security program follows them all.
    """

    def __init__(self, rules: WebRules) -> None:
        own = networks(rules.own_addresses)
        hosts = {clean_host(host) for host in rules.own_hosts} - {None}
        self._knows_own, self._knows_hosts = bool(own), bool(hosts)
        self._owned = Memo[bytes, bool](lambda client: is_inside(client, own))
        self._ours = Memo[str, bool](lambda host: not host or clean_host(host) in hosts)
        self._bots = Memo(is_bot)
        self._requests = Memo(RequestReader(rules))
        self._referrers = Memo(self._campaign_in)
        self._visits = Visits()
        self._misses: dict[bytes, int] = {}
        self._missed_on = 0
        self._held: deque[tuple[int, Visit, Evidence]] = deque()
        self._scanned = 0
        self._rows: list[Incoming] = []

    def take(self, hit: Hit) -> str:
        """Keep a hit if a person reads a page with it; else return why not.

        The first reason counts. Empty means that it was kept, or is held back.
        """
        if self._knows_hosts and not self._ours[self._host_of(hit)]:
            return "other_site"
        if self._knows_own and self._owned[hit.client]:
            return "own"
        if self._bots[hit.agent]:
            return "bot"
        request = self._requests[hit.request]
        if request.left_out == "scanner" or self._misses.get(hit.client, 0) >= MOST_MISSES:
            return "scanner"
        if hit.status not in ANSWERED:
            self._note_error(hit, request)
            return "error"
        return request.left_out or self._view(hit, request)

    def sifted(self, *, last: bool = False) -> tuple[list[Incoming], int]:
        """Return the rows so far, and how many held back turned out to be a scanner's.

        The last time, nothing is held back.
        """
        if last:
            self._release(len(self._held))
        rows, scanned = self._rows, self._scanned
        self._rows, self._scanned = [], 0
        return rows, scanned

    def _host_of(self, hit: Hit) -> str:
        """Return the site a hit asked for, or empty where the log does not say."""
        return hit.host.decode("latin-1") or self._requests[hit.request].host

    def _note_error(self, hit: Hit, request: Request) -> None:
        """Count pages that are not there, by address and day; heed the token of a redirect."""
        if hit.status == b"404" and request.left_out != "asset":
            day = hit.at // DAY
            if day != self._missed_on or len(self._misses) > MOST_REMEMBERED:
                self._misses.clear()
                self._missed_on = day
            self._misses[hit.client] = self._misses.get(hit.client, 0) + 1
        elif hit.status.startswith(b"3") and request.token:
            self._visit(hit, request)

    def _visit(self, hit: Hit, request: Request) -> Visit:
        """Return the visit of a hit, which knows all that the hit tells."""
        visit = self._visits.of(hit)
        if request.token or request.email:
            visit.know(request.token, request.email)
        if request.campaign or request.channel:
            visit.came_by(request.campaign, request.channel)
        elif b"utm_" in hit.referrer and not (visit.campaign or visit.channel):
            visit.came_by(*self._referrers[hit.referrer])
        return visit

    def _view(self, hit: Hit, request: Request) -> str:
        """Add a page view as a row, perhaps a little later; return why if it is none after all."""
        if self._held:
            self._release_before(hit.at)
        visit = self._visit(hit, request)
        if request.token:
            visit.click(hit.at, request.path)
        if visit.scanner:
            return "scanner"
        if not visit.identities:
            return "no_address"
        row = _evidence(hit, request, visit)
        if request.token:
            self._held.append((hit.at, visit, row))
        else:
            self._rows.append(row)
        return ""

    def _release_before(self, at: int) -> None:
        """Decide on the tracking links whose seconds are over."""
        held = self._held
        while held and (held[0][0] + CLICKS_WITHIN < at or len(held) > MOST_HELD):
            self._release(1)

    def _release(self, count: int) -> None:
        for _ in range(count):
            _, visit, row = self._held.popleft()
            if visit.scanner:
                self._scanned += 1
            else:
                self._rows.append(row)

    def _campaign_in(self, referrer: bytes) -> tuple[str, str]:
        """Return campaign and channel of our own page's address; others' are not ours to count."""
        text = referrer.decode("latin-1")
        if self._knows_hosts and not self._ours[text]:
            return "", ""
        facts = query_facts(text.partition("?")[2].partition("#")[0])
        return facts.get("campaign", ""), facts.get("channel", "")


def _evidence(hit: Hit, request: Request, visit: Visit) -> Evidence:
    """Return the row of a page view."""
    return Evidence(
        request.kind,
        hit.at * SECOND,
        visit.identities,
        request.subject,
        visit.person,
        f"web|{hit.at}|{visit.client}|{request.method}|{request.url}|{hit.host.decode('latin-1')}",
        visit.share_of(request.kind),
        visit.campaign,
        visit.channel,
    )
