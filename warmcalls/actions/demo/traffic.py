"""Everybody else: job seekers, strangers, people in chats, and programs that are nobody."""

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Final

from warmcalls.actions.demo import subjects
from warmcalls.actions.demo.acts import Trace
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.campaigns import BY_CODE, MESSENGER
from warmcalls.actions.demo.clients import Company
from warmcalls.actions.demo.files import File
from warmcalls.actions.demo.names import people, slug, stems
from warmcalls.actions.demo.sectors import SECTORS
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import Evidence
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import SECOND

ENQUIRIES: Final = 143
STRANGERS: Final = 36
JOB_SEEKERS_A_WEEK: Final = 18
VISITS_A_WEEK: Final = 14
BOTS: Final = (
    '198.51.100.250 "GET /salary-guide HTTP/1.1" 200 "Mozilla/5.0 (compatible; Googlebot/2.1)"',
    '198.51.100.251 "GET /jobs/ HTTP/1.1" 200 "Mozilla/5.0 (compatible; bingbot/2.0)"',
)
SCANNERS: Final = ("3 links of one letter opened within 2 seconds", "all 11 links, 1 second")


class Traffic:
    """Draws what comes from nobody the agency knows."""

    def __init__(self, rng: Random, calendar: Calendar, scale: float) -> None:
        self.rng = rng
        self.calendar = calendar
        self.scale = scale
        names = stems(rng)
        self.firms = [
            f"{slug(f'{stem} {rng.choice(rng.choice(SECTORS).endings)}')}.example"
            for stem in names[:STRANGERS]
        ]
        self.people = people(rng)

    def week(self, days: list[int]) -> Iterator[Trace]:
        """Yield the visits of a week that lead to no client: homes, other firms, job seekers."""
        rng = self.rng
        for _ in range(round(VISITS_A_WEEK * self.scale)):
            yield from self._visit(rng.choice(days), *self._stranger())
        for _ in range(round(JOB_SEEKERS_A_WEEK * self.scale)):
            job = rng.choice(rng.choice(SECTORS).jobs)
            home = Identity(IdentityKind.ADDRESS, f"192.0.2.{rng.randrange(256)}")
            yield from self._visit(rng.choice(days), home, [(Kind.CANDIDATE_PAGE, job)])

    def _stranger(self) -> tuple[Identity, list[tuple[Kind, str]]]:
        rng = self.rng
        pages = [(Kind.ARTICLE_PAGE, rng.choice(subjects.ARTICLES))]
        if rng.random() < 0.5:
            # a few firms come back often: those that the marketer should look at
            firm = self.firms[int(STRANGERS * rng.random() ** 2)]
            pages = [(Kind.SERVICES_PAGE, rng.choice(subjects.SERVICES)), *pages]
            return Identity(IdentityKind.DOMAIN, firm), pages[: rng.choice((1, 2))]
        return Identity(IdentityKind.ADDRESS, f"203.0.113.{rng.randrange(256)}"), pages

    def _visit(self, day: int, who: Identity, pages: list[tuple[Kind, str]]) -> Iterator[Trace]:
        at = self.calendar.browsing(self.rng, day)
        for kind, subject in pages:
            key = f"web|{at // SECOND}|{who.value}|{subject}"
            yield Trace("web", day, Evidence(kind, at, (who,), subject, who.value, key))
            at += self.rng.randint(20, 300) * SECOND

    def enquiries(self, small: list[Company]) -> Iterator[tuple[Company | None, Trace]]:
        """Yield the enquiries of the chat adverts, each with the little firm behind it, if any."""
        rng, began = self.rng, self.calendar.today - BY_CODE[MESSENGER].began
        count = round(ENQUIRIES * self.scale)
        firms = [*small, *[None] * max(count - len(small), 0)]
        rng.shuffle(firms)
        for n, firm in enumerate(firms):
            day = max(began + n * (self.calendar.today - began) // max(len(firms), 1), 0)
            who = firm.staff_names[0].email if firm else self._private()
            at = self.calendar.at(day, rng.triangular(9 * 60, 23 * 60, 20 * 60))
            key = f"chat|{who}|{at // SECOND}"
            yield firm, Trace("messenger", day, Evidence(
                Kind.CHAT, at, (Identity(IdentityKind.EMAIL, who),), "Messenger", who, key,
                campaign=MESSENGER, channel="chat ad",
            ))  # fmt: skip

    def _private(self) -> str:
        name = self.people.pop().lower().replace(" ", ".")
        return f"{name}{self.rng.randint(60, 99)}@homemail.example"


def add_nobody(rng: Random, file: File) -> None:
    """Add what a file holds beside its signals: programs, pictures, the agency's own staff."""
    if file.source == "web":
        file.left_out = Counter(
            bot=rng.randint(300, 700), asset=len(file.traces) * rng.randint(6, 9),
            scanner=rng.randint(8, 60), own=rng.randint(15, 70), error=rng.randint(4, 30),
        )  # fmt: skip
        file.examples = {"bot": list(BOTS)}
    elif file.source == "newsletter":
        file.left_out = Counter(scanner=rng.randint(30, 80))
        file.examples = {"scanner": list(SCANNERS)}
