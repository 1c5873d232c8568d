"""What the demo's clients answer, download and say about themselves."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from warmcalls.actions.demo import subjects
from warmcalls.actions.demo.acts import Moment, Stage, Trace
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import Evidence
from warmcalls.domain.kinds import Kind

SOCIAL: Final = (Kind.REACTION, Kind.COMMENT, Kind.SHARE, Kind.FOLLOW, Kind.CONNECTION)
ABOUT_A_POST: Final = frozenset({Kind.REACTION, Kind.COMMENT, Kind.SHARE})
SEEN_ON_THE_BOARD: Final = 0.3
FORTNIGHT: Final = 15


class Responses:
    """What clients do that tells who they are."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.rng = stage.rng
        self.recommended: set[str] = set()

    def opened(self, moment: Moment) -> Iterator[Trace]:
        """Open the newsletter, or let the mail program do it."""
        letter = self._letter(moment.day)
        return self._respond(moment, "newsletter", Kind.EMAIL_OPEN, letter, "newsletter")

    def click(self, moment: Moment) -> Iterator[Trace]:
        """Click a guide in an e-mail."""
        what = subjects.guide_page(self.rng, self.stage.guide_year(moment.day))
        codes = ("newsletter", "peak-season")
        return self._respond(moment, "newsletter", Kind.EMAIL_CLICK, what, *codes)

    def reply(self, moment: Moment) -> Iterator[Trace]:
        """Reply to the newsletter."""
        letter = self._letter(moment.day)
        return self._respond(moment, "newsletter", Kind.EMAIL_REPLY, letter, "newsletter")

    def download(self, moment: Moment) -> Iterator[Trace]:
        """Download a guide, leaving an e-mail address."""
        who, code = self.stage.somebody(moment), self._code(
            moment, "salary-guide", "interview-kit"
        )  # fmt: skip
        guide = subjects.guide(self.stage.guide_year(moment.day))
        subject = "Interview Kit" if code == "interview-kit" else guide
        if who:
            yield self.stage.by(who, "downloads", moment, Kind.DOWNLOAD, subject, code)

    def video(self, moment: Moment) -> Iterator[Trace]:
        """Watch a video."""
        return self._respond(moment, "downloads", Kind.VIDEO, self.rng.choice(subjects.VIDEOS))

    def social(self) -> dict[str, Callable[[Moment], Iterator[Trace]]]:
        """Return reacting to a post, or following the agency, in all its ways."""
        return {kind.value: partial(self._social, kind) for kind in SOCIAL}

    def form(self, moment: Moment) -> Iterator[Trace]:
        """Send an enquiry through the website."""
        codes = ("salary-guide", "google-ads-temps", "newsletter")
        return self._respond(moment, "enquiries", Kind.FORM, "Hire with Us", *codes)

    def lead_form(self, moment: Moment) -> Iterator[Trace]:
        """Fill in the form of an advert, while it runs."""
        who, code = self.stage.somebody(moment), self._code(moment, "linkedin-lead-forms")
        if who and code:
            subject = "Call me about hiring"
            yield self.stage.by(who, "lead-forms", moment, Kind.AD_LEAD, subject, code)

    def referral(self, moment: Moment) -> Iterator[Trace]:
        """Come recommended, or turn out to be led by a former candidate; once a client."""
        who, code = self.stage.somebody(moment), self._code(moment, "former-candidates")
        if not (who and code) or moment.company.name in self.recommended:
            return
        self.recommended.add(moment.company.name)
        kind = self.rng.choice((Kind.CANDIDATE_HIRING, Kind.REFERRAL))
        yield self.stage.by(who, "former-candidates", moment, kind, "", code)

    def advert(self, moment: Moment) -> Iterator[Trace]:
        """Advertise a job."""
        company, job = moment.company, self.rng.choice(moment.company.sector.jobs)
        seen = self.rng.random() < SEEN_ON_THE_BOARD
        yield Trace("job-adverts", moment.day, Evidence(
            Kind.JOB_ADVERT,
            self.stage.calendar.at(moment.day, 6 * 60),
            (Identity(IdentityKind.NAME, company.name),),
            job,
            company.name,
            f"advert|{company.name}|{job}|{moment.day}",
            campaign=self._code(moment, "job-board-profile") if seen else "",
        ))  # fmt: skip

    def _social(self, kind: Kind, moment: Moment) -> Iterator[Trace]:
        post = self.rng.choice(subjects.POSTS) if kind in ABOUT_A_POST else ""
        return self._respond(moment, "linkedin", kind, post, "linkedin-articles")

    def _respond(
        self, moment: Moment, source: str, kind: Kind, subject: str, *codes: str
    ) -> Iterator[Trace]:
        who, code = self.stage.somebody(moment), self._code(moment, *codes)
        if who:
            yield self.stage.by(who, source, moment, kind, subject, code)

    def _code(self, moment: Moment, *codes: str) -> str:
        return self.stage.campaign(codes, moment)

    def _letter(self, day: int) -> str:
        sent = self.stage.calendar.days[day]
        return subjects.newsletter(f"{sent:%B}", first=sent.day <= FORTNIGHT)
