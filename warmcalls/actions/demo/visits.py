"""Visits of the demo's clients to the agency's website."""

from collections.abc import Iterator, Sequence
from typing import Final

from warmcalls.actions.demo import subjects
from warmcalls.actions.demo.acts import Moment, Stage, Trace
from warmcalls.actions.demo.clients import Somebody
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import Evidence
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import SECOND

FURTHER_PAGE: Final = 0.25
BY_CAMPAIGN: Final = 0.4
BY_LINK: Final = 0.6
AGENTS: Final = ("Firefox", "Chrome", "Safari", "Edge")
CAMPAIGNS: Final = (
    "salary-guide", "linkedin-articles", "newsletter", "job-board-profile", "google-ads-temps",
    "linkedin-lead-forms",
)  # fmt: skip

Page = tuple[Kind, str]


class Visits:
    """What clients look at."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.rng = stage.rng

    def article(self, moment: Moment) -> Iterator[Trace]:
        """Read an article."""
        return self.visit(moment, [(Kind.ARTICLE_PAGE, self.rng.choice(subjects.ARTICLES))])

    def home(self, moment: Moment) -> Iterator[Trace]:
        """Look around."""
        return self.visit(moment, [(Kind.OTHER_PAGE, self.rng.choice(subjects.OTHERS))])

    def guide(self, moment: Moment) -> Iterator[Trace]:
        """Read a guide, and perhaps an article."""
        rng = self.rng
        pages = [(Kind.GUIDE_PAGE, subjects.guide_page(rng, self.stage.guide_year(moment.day)))]
        if rng.random() < 0.3:
            pages.append((Kind.ARTICLE_PAGE, rng.choice(subjects.ARTICLES)))
        return self.visit(moment, pages)

    def services(self, moment: Moment) -> Iterator[Trace]:
        """Look at what the agency does and what it costs."""
        names = self.rng.sample(subjects.SERVICES, self.rng.choice((1, 1, 2)))
        return self.visit(moment, [(Kind.SERVICES_PAGE, name) for name in names])

    def contact(self, moment: Moment) -> Iterator[Trace]:
        """Look for the way to get in touch."""
        pages = [(Kind.CONTACT_PAGE, self.rng.choice(subjects.CONTACTS))]
        if self.rng.random() < 0.5:
            pages.insert(0, (Kind.SERVICES_PAGE, "Fees"))
        return self.visit(moment, pages)

    def candidate(self, moment: Moment) -> Iterator[Trace]:
        """Look at a job: perhaps somebody wants to leave."""
        job = self.rng.choice(moment.company.sector.jobs)
        return self.visit(moment, [(Kind.CANDIDATE_PAGE, job)])

    def visit(
        self, moment: Moment, pages: Sequence[Page], who: Somebody | None = None
    ) -> Iterator[Trace]:
        """Yield the pages of one visit; further ones of the same kind count a quarter."""
        rng = self.rng
        identities, person = self._browser(moment, who)
        at = self.stage.calendar.browsing(rng, moment.day)
        campaign = self.stage.campaign(CAMPAIGNS, moment) if rng.random() < BY_CAMPAIGN else ""
        channel = "cpc" if "ads" in campaign else ""
        seen: set[Kind] = set()
        for kind, subject in pages:
            share = FURTHER_PAGE if kind in seen else 1.0
            seen.add(kind)
            key = f"web|{at // SECOND}|{person}|{subject}"
            evidence = Evidence(
                kind, at, identities, subject, person, key, share, campaign, channel
            )
            yield Trace("web", moment.day, evidence)
            at += rng.randint(25, 400) * SECOND

    def _browser(self, moment: Moment, who: Somebody | None) -> tuple[tuple[Identity, ...], str]:
        """Return what a visit shows of who it is: a token, the office's network, or its domain."""
        company, rng, known = moment.company, self.rng, who or self.stage.somebody(moment)
        agent = rng.choice(AGENTS)
        if known and known.token and (who or rng.random() < BY_LINK):
            return (Identity(IdentityKind.TOKEN, known.token),), known.token
        if company.network:
            base, _, last = company.network.partition("/")[0].rpartition(".")
            address = f"{base}.{int(last) + rng.randrange(4)}"
            return (Identity(IdentityKind.ADDRESS, address),), f"{address} {agent}"
        return (Identity(IdentityKind.DOMAIN, company.domain),), f"{company.domain} {agent}"
