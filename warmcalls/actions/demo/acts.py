"""What a client does in a week, as the signals it leaves behind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Final

from warmcalls.actions.demo import subjects
from warmcalls.actions.demo.calendar import Calendar
from warmcalls.actions.demo.campaigns import PLANS
from warmcalls.actions.demo.clients import Company, Somebody
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import Evidence
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import MINUTE, SECOND

FURTHER_PAGE: Final = 0.25
MOST_PAGES: Final = 3
THURSDAY: Final = 3
GUIDE_OUT: Final = 150
WEB_CAMPAIGNS: Final = (
    "salary-guide", "linkedin-articles", "newsletter", "job-board-profile", "google-ads-temps",
    "linkedin-lead-forms",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trace:
    """A signal with the export it comes in and the day it was left."""

    source: str
    day: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Moment:
    """Who does something, when, and in which hidden state."""

    company: Company
    day: int
    state: int


class Acts:
    """Turns what clients do into signals; every draw is from one generator."""

    def __init__(self, rng: Random, calendar: Calendar) -> None:
        self.rng = rng
        self.calendar = calendar
        self.webinars = webinar_days(calendar)
        self.doing: dict[str, Callable[[Moment], Iterable[Trace]]] = {
            "article": self._article,
            "home": lambda m: self._visit(m, [(Kind.OTHER_PAGE, rng.choice(subjects.OTHERS))]),
            "guide": self._guide,
            "services": self._services,
            "contact": self._contact,
            "open": lambda m: self._mail(m, Kind.EMAIL_OPEN, self._letter(m.day)),
            "click": self._click,
            "reply": lambda m: self._mail(m, Kind.EMAIL_REPLY, self._letter(m.day)),
            "download": self._download,
            "video": self._video,
            "webinar": self._webinar,
            "event": self._event,
            "social": self._social,
            "lead_form": self._lead_form,
            "form": self._form,
            "advert": self._advert,
            "candidate": self._candidate,
            "referral": self._referral,
        }

    def traces(self, activity: str, moment: Moment) -> Iterable[Trace]:
        """Return the signals of one activity."""
        return self.doing[activity](moment)

    def campaign(self, codes: Iterable[str], moment: Moment) -> str:
        """Draw the campaign that brought somebody, among those that ran on the day."""
        ago = self.calendar.today - moment.day
        running = [p for p in PLANS if p.code in codes and p.began >= ago >= p.ended]
        weights = [plan.draws[moment.state] for plan in running]
        return self.rng.choices(running, weights)[0].code if sum(weights) else ""

    def guide_year(self, day: int) -> int:
        """Return the year of the salary guide that was out on a day."""
        year = self.calendar.days[-1].year
        return year if self.calendar.today - day <= GUIDE_OUT else year - 1

    def somebody(self, company: Company) -> Somebody | None:
        """Draw a person of a client, the first one more often."""
        who = company.staff_names
        if not who:
            return None
        return who[0] if self.rng.random() < 0.45 else self.rng.choice(who)  # noqa: PLR2004

    def _visit(self, moment: Moment, pages: list[tuple[Kind, str]]) -> Iterable[Trace]:
        """Yield the pages of one visit; further ones of the same kind count a quarter."""
        identities, person = self._browser(moment.company)
        at = self.calendar.browsing(self.rng, moment.day)
        campaign = ""
        if self.rng.random() < 0.4:  # noqa: PLR2004
            campaign = self.campaign(WEB_CAMPAIGNS, moment)
        seen: list[Kind] = []
        for kind, subject in pages[:MOST_PAGES]:
            share = FURTHER_PAGE if kind in seen else 1.0
            seen.append(kind)
            key = f"web|{at // SECOND}|{person}|{subject}"
            yield Trace("web", moment.day, Evidence(
                kind, at, identities, subject, person, key, share, campaign,
                "cpc" if "ads" in campaign else "",
            ))  # fmt: skip
            at += self.rng.randint(25, 400) * SECOND

    def _browser(self, company: Company) -> tuple[tuple[Identity, ...], str]:
        """Return what a visit shows of who it is: a token, the office's network, or its domain."""
        rng, who = self.rng, self.somebody(company)
        agent = rng.choice(("Firefox", "Chrome", "Safari", "Edge"))
        if who and who.token and rng.random() < 0.6:  # noqa: PLR2004
            return (Identity(IdentityKind.TOKEN, who.token),), who.token
        if company.network:
            base, _, last = company.network.partition("/")[0].rpartition(".")
            address = f"{base}.{int(last) + rng.randrange(4)}"
            return (Identity(IdentityKind.ADDRESS, address),), f"{address} {agent}"
        host = company.domain or "homemail.example"
        return (Identity(IdentityKind.DOMAIN, host),), f"{host} {agent}"

    def _article(self, moment: Moment) -> Iterable[Trace]:
        return self._visit(moment, [(Kind.ARTICLE_PAGE, self.rng.choice(subjects.ARTICLES))])

    def _guide(self, moment: Moment) -> Iterable[Trace]:
        rng = self.rng
        pages = [(Kind.GUIDE_PAGE, subjects.guide_page(rng, self.guide_year(moment.day)))]
        if rng.random() < 0.3:  # noqa: PLR2004
            pages.append((Kind.ARTICLE_PAGE, rng.choice(subjects.ARTICLES)))
        return self._visit(moment, pages)

    def _services(self, moment: Moment) -> Iterable[Trace]:
        rng = self.rng
        names = rng.sample(subjects.SERVICES, rng.choice((1, 1, 2)))
        return self._visit(moment, [(Kind.SERVICES_PAGE, name) for name in names])

    def _contact(self, moment: Moment) -> Iterable[Trace]:
        pages = [(Kind.SERVICES_PAGE, "Fees"), (Kind.CONTACT_PAGE, self._pick(subjects.CONTACTS))]
        return self._visit(moment, pages if self.rng.random() < 0.5 else pages[1:])  # noqa: PLR2004

    def _candidate(self, moment: Moment) -> Iterable[Trace]:
        return self._visit(moment, [(Kind.CANDIDATE_PAGE, self._pick(moment.company.sector.jobs))])

    def _pick(self, among: tuple[str, ...]) -> str:
        return self.rng.choice(among)

    def _letter(self, day: int) -> str:
        return subjects.newsletter(f"{self.calendar.days[day]:%B}")

    def _mail(
        self, moment: Moment, kind: Kind, subject: str, codes: tuple[str, ...] = ("newsletter",)
    ) -> Iterable[Trace]:
        who, campaign = self.somebody(moment.company), self.campaign(codes, moment)
        return [self._by(who, "newsletter", moment, kind, subject, campaign)] if who else []

    def _click(self, moment: Moment) -> Iterable[Trace]:
        what = subjects.guide_page(self.rng, self.guide_year(moment.day))
        return self._mail(moment, Kind.EMAIL_CLICK, what, ("newsletter", "peak-season"))

    def _download(self, moment: Moment) -> Iterable[Trace]:
        who, code = (
            self.somebody(moment.company),
            self.campaign(("salary-guide", "interview-kit"), moment),
        )
        year = self.guide_year(moment.day)
        subject = "Interview Kit" if code == "interview-kit" else subjects.guide(year)
        return [self._by(who, "downloads", moment, Kind.DOWNLOAD, subject, code)] if who else []

    def _video(self, moment: Moment) -> Iterable[Trace]:
        who = self.somebody(moment.company)
        subject = self._pick(subjects.VIDEOS)
        return [self._by(who, "downloads", moment, Kind.VIDEO, subject)] if who else []

    def _webinar(self, moment: Moment) -> Iterable[Trace]:
        """Yield a registration for the next webinar, and whether they came."""
        who = self.somebody(moment.company)
        after = [day for day in self.webinars if moment.day < day <= moment.day + 31]
        if not who or not after or moment.company.small:
            return
        day, title = after[0], self.webinars[after[0]]
        code = self.campaign(("hiring-webinars",), moment)
        yield self._by(who, "webinars", moment, Kind.WEBINAR_REGISTERED, title, code)
        if day <= self.calendar.today - 1:
            came = self.rng.random() < 0.62  # noqa: PLR2004
            kind = Kind.WEBINAR_ATTENDED if came else Kind.WEBINAR_NO_SHOW
            at = self.calendar.at(day, 12 * 60 + 30) + self.rng.randrange(600) * SECOND
            yield self._by(who, "webinars", Moment(moment.company, day, 0), kind, title, code, at)

    def _event(self, moment: Moment) -> Iterable[Trace]:
        who, code = self.somebody(moment.company), self.campaign(("breakfast-events",), moment)
        if not (who and code):
            return []
        spoke = self.rng.random() < 0.4  # noqa: PLR2004
        kind = Kind.EVENT_SPOKE if spoke else Kind.EVENT_ATTENDED
        subject = subjects.EVENTS[moment.day // 30 % len(subjects.EVENTS)]
        at = self.calendar.at(moment.day, 8 * 60) + self.rng.randrange(30) * MINUTE
        return [self._by(who, "events", moment, kind, subject, code, at)]

    def _social(self, moment: Moment) -> Iterable[Trace]:
        kind = self.rng.choices(
            (Kind.REACTION, Kind.COMMENT, Kind.SHARE, Kind.FOLLOW, Kind.CONNECTION),
            (6, 2, 1, 2, 2),
        )[0]
        who, posts = self.somebody(moment.company), kind not in {Kind.FOLLOW, Kind.CONNECTION}
        subject = self._pick(subjects.POSTS) if posts else ""
        code = self.campaign(("linkedin-articles",), moment)
        return [self._by(who, "linkedin", moment, kind, subject, code)] if who else []

    def _lead_form(self, moment: Moment) -> Iterable[Trace]:
        who, code = self.somebody(moment.company), self.campaign(("linkedin-lead-forms",), moment)
        return (
            [self._by(who, "lead-forms", moment, Kind.AD_LEAD, "on LinkedIn", code)]
            if who and code
            else []
        )

    def _form(self, moment: Moment) -> Iterable[Trace]:
        who = self.somebody(moment.company)
        code = self.campaign(("salary-guide", "google-ads-temps", "newsletter"), moment)
        return [self._by(who, "enquiries", moment, Kind.FORM, "Hire with Us", code)] if who else []

    def _advert(self, moment: Moment) -> Iterable[Trace]:
        company, job = moment.company, self._pick(moment.company.sector.jobs)
        named = (Identity(IdentityKind.NAME, company.name),)
        at = self.calendar.at(moment.day, 6 * 60)
        key = f"advert|{company.name}|{job}|{moment.day}"
        yield Trace("job-adverts", moment.day, Evidence(
            Kind.JOB_ADVERT, at, named, job, company.name, key,
            campaign=self.campaign(("job-board-profile",), moment) if self.rng.random() < 0.3 else "",  # noqa: PLR2004
        ))  # fmt: skip

    def _referral(self, moment: Moment) -> Iterable[Trace]:
        who, code = self.somebody(moment.company), self.campaign(("former-candidates",), moment)
        kind = Kind.CANDIDATE_HIRING if self.rng.random() < 0.5 else Kind.REFERRAL  # noqa: PLR2004
        return [self._by(who, "former-candidates", moment, kind, "", code)] if who and code else []

    def _by(
        self,
        who: Somebody,
        source: str,
        moment: Moment,
        kind: Kind,
        subject: str,
        campaign: str = "",
        at: int | None = None,
    ) -> Trace:
        """Return what a known person did."""
        at = at or self.calendar.browsing(self.rng, moment.day)
        identities = (Identity(IdentityKind.EMAIL, who.email),)
        key = f"row|{kind}|{at // SECOND}|{who.email}|{subject}"
        return Trace(source, moment.day, Evidence(
            kind, at, identities, subject, who.email, key, campaign=campaign
        ))  # fmt: skip


def webinar_days(calendar: Calendar) -> dict[int, str]:
    """Return the webinars, one every four weeks on a Thursday; the next is still to come."""
    thursdays = [i for i in calendar.working if calendar.days[i].weekday() == THURSDAY]
    held = thursdays[::-4][::-1]
    chosen = [*held, held[-1] + 28] if held else []
    names = subjects.WEBINARS
    return {day: names[-1 - i % len(names)] for i, day in enumerate(reversed(chosen))}
