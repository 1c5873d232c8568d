"""Reasons: the strongest contributions as a sentence in a recruiter's words."""

import re
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.calls import Reason
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import ago_words, days_between, local, since_words

BOTH: Final = 2
VERBS: Final[dict[Kind, str]] = {
    Kind.CONTACT_PAGE: "looked at {subject}",
    Kind.SERVICES_PAGE: "looked at {subject}",
    Kind.GUIDE_PAGE: "read {subject}",
    Kind.ARTICLE_PAGE: "read {subject}",
    Kind.CANDIDATE_PAGE: "looked at job pages",
    Kind.OTHER_PAGE: "looked at {subject}",
    Kind.EMAIL_CLICK: "clicked {subject} in an e-mail",
    Kind.EMAIL_REPLY: "replied to {subject}",
    Kind.EMAIL_OPEN: "opened {subject}",
    Kind.EMAIL_UNSUBSCRIBE: "unsubscribed from e-mails",
    Kind.EMAIL_BOUNCE: "had an e-mail bounce",
    Kind.DOWNLOAD: "downloaded {subject}",
    Kind.VIDEO: "watched {subject}",
    Kind.WEBINAR_REGISTERED: "signed up for {subject}",
    Kind.WEBINAR_ATTENDED: "attended {subject}",
    Kind.WEBINAR_NO_SHOW: "missed {subject} after signing up",
    Kind.EVENT_ATTENDED: "came to {subject}",
    Kind.EVENT_SPOKE: "spoke with us at {subject}",
    Kind.FORM: "sent an enquiry through {subject}",
    Kind.CHAT: "wrote to us in {subject}",
    Kind.AD_LEAD: "filled in the ad form {subject}",
    Kind.PHONE_IN: "rang us",
    Kind.REACTION: "reacted to {subject}",
    Kind.COMMENT: "commented on {subject}",
    Kind.SHARE: "shared {subject}",
    Kind.FOLLOW: "followed us",
    Kind.CONNECTION: "accepted a connection",
    Kind.JOB_ADVERT: "advertised {subject}",
    Kind.REFERRAL: "were recommended to us",
    Kind.CANDIDATE_HIRING: "a former candidate of ours hires there",
    Kind.MET: "met us in person",
    Kind.PAST_PLACEMENT: "we placed somebody there",
}
OF_SEVERAL: Final = {Kind.EMAIL_CLICK: "clicked {subject} in our e-mails"}
DAY: Final = re.compile(r" (?:today|yesterday|(?:on|since) [^“”,]+)$")
SINCE: Final = re.compile(r" since [^“”]+$")
# how a subject is told apart from the words around it; all others are only quoted
FRAMES: Final[dict[Kind, str]] = {
    Kind.CONTACT_PAGE: "the “{}” page",
    Kind.SERVICES_PAGE: "the “{}” page",
    Kind.OTHER_PAGE: "the “{}” page",
    Kind.EMAIL_REPLY: "our e-mail “{}”",
    Kind.VIDEO: "the video “{}”",
    Kind.WEBINAR_REGISTERED: "the webinar “{}”",
    Kind.WEBINAR_ATTENDED: "the webinar “{}”",
    Kind.WEBINAR_NO_SHOW: "the webinar “{}”",
    Kind.CHAT: "{}",
}
NAMELESS: Final[dict[Kind, str]] = {
    Kind.CONTACT_PAGE: "our contact page",
    Kind.SERVICES_PAGE: "our services",
    Kind.GUIDE_PAGE: "a guide",
    Kind.ARTICLE_PAGE: "an article",
    Kind.OTHER_PAGE: "our website",
    Kind.DOWNLOAD: "a guide",
    Kind.VIDEO: "a video",
    Kind.WEBINAR_REGISTERED: "a webinar",
    Kind.WEBINAR_ATTENDED: "a webinar",
    Kind.WEBINAR_NO_SHOW: "a webinar",
    Kind.EVENT_ATTENDED: "an event",
    Kind.EVENT_SPOKE: "an event",
    Kind.FORM: "the website",
    Kind.CHAT: "the chat",
    Kind.AD_LEAD: "on social media",
    Kind.JOB_ADVERT: "a job",
    Kind.EMAIL_CLICK: "a link",
    Kind.EMAIL_REPLY: "an e-mail",
    Kind.EMAIL_OPEN: "an e-mail",
}
# what is said of the client as a whole: these verbs need no name before them, or "they"
WHOLE: Final[dict[Kind, str]] = {
    Kind.JOB_ADVERT: "they ",
    Kind.REFERRAL: "they ",
    Kind.CANDIDATE_HIRING: "",
    Kind.PAST_PLACEMENT: "",
}
# several people and several things: nobody says that each of them did each
SEVERAL: Final[dict[Kind, str]] = {
    Kind.CONTACT_PAGE: "looked at our contact pages",
    Kind.SERVICES_PAGE: "looked at what we do",
    Kind.GUIDE_PAGE: "read guides",
    Kind.ARTICLE_PAGE: "read articles",
    Kind.OTHER_PAGE: "looked at our website",
    Kind.EMAIL_CLICK: "clicked links in our e-mails",
    Kind.EMAIL_REPLY: "replied to our e-mails",
    Kind.EMAIL_OPEN: "opened our e-mails",
    Kind.DOWNLOAD: "downloaded guides",
    Kind.VIDEO: "watched videos",
    Kind.WEBINAR_REGISTERED: "signed up for webinars",
    Kind.WEBINAR_ATTENDED: "attended webinars",
    Kind.WEBINAR_NO_SHOW: "missed webinars after signing up",
    Kind.EVENT_ATTENDED: "came to events",
    Kind.EVENT_SPOKE: "spoke with us at events",
    Kind.FORM: "sent enquiries",
    Kind.AD_LEAD: "filled in ad forms",
    Kind.REACTION: "reacted to posts",
    Kind.COMMENT: "commented on posts",
    Kind.SHARE: "shared posts",
}
SAME_AGAIN: Final = ("read ", "looked at ", "attended ", "downloaded ", "watched ")
NEEDS_A_YEAR: Final = 300  # days after which "on 14 November" could be another November


@dataclass(frozen=True, slots=True)
class Counted:
    """One kind of signal of one client, as SQL counted it.

    Attributes:
        since: moment of the first one counted; last: of the latest, UTC microseconds.
        subject: the subject most of them had; subjects: how many different ones.
        who: first name of the contact, where it was one known person.
    """

    kind: Kind
    count: int
    people: int
    since: int
    last: int
    subject: str
    subjects: int
    who: str = ""


def reason(counted: Counted, contribution: float, now: int, zone: ZoneInfo) -> Reason:
    """Return the reason that a count makes; every number in its text is in the count."""
    return Reason(
        kind=counted.kind.value,
        count=counted.count,
        since=counted.since,
        text=clause(counted, now, zone),
        people=counted.people,
        contribution=contribution,
        subject=counted.subject,
    )


def clause(counted: Counted, now: int, zone: ZoneInfo) -> str:
    """Return a clause such as "3 people read “Salary Guide 2026” since Tuesday"."""
    if counted.kind is Kind.CANDIDATE_HIRING:
        return f"we heard {on(counted.last, now, zone)} that {VERBS[counted.kind]}"
    if counted.kind is Kind.JOB_ADVERT and counted.count > 1:
        job = f", {named(counted.kind, counted.subject)} among them" if counted.subject else ""
        said = since_words(counted.since, now, zone)
        return f"they put out {counted.count} job adverts {said}{job}"
    subject = named(counted.kind, counted.subject)
    if min(counted.people, counted.subjects) > 1 and counted.kind in SEVERAL and counted.subject:
        did = f"{who(counted)}{SEVERAL[counted.kind]}{times(counted)}"
        return f"{did} {when(counted, now, zone)}, {subject} among them"
    if counted.subjects > 1:
        subject = f"{subject} and {'others' if counted.subjects > BOTH else 'another'}"
    verbs = VERBS if counted.subjects == 1 else VERBS | OF_SEVERAL
    what = verbs[counted.kind].format(subject=subject)
    return f"{who(counted)}{what}{times(counted)} {when(counted, now, zone)}"


def named(kind: Kind, subject: str) -> str:
    """Return a subject as it stands in a sentence: "the webinar “Pay in logistics”"."""
    if not subject:
        return NAMELESS.get(kind, "something")
    frame = FRAMES.get(kind, "“{}”")
    if subject.lower().endswith("page"):
        frame = frame.replace("” page", "”")
    return frame.format(subject)


def who(counted: Counted) -> str:
    """Return who did it, with a space after: a name, a number of people, or somebody."""
    if counted.kind in WHOLE:
        return WHOLE[counted.kind]
    if counted.people > 1:
        return f"{counted.people} people "
    return f"{counted.who or 'somebody'} "


def times(counted: Counted) -> str:
    """Return how often, where it was more often than once each and is not told by what it was."""
    if counted.count <= counted.people or counted.count == counted.subjects == BOTH:
        return ""
    if counted.people > 1 or counted.subjects > 1:
        return f", {counted.count} times in all,"
    return " twice" if counted.count == BOTH else f" {counted.count} times"


def when(counted: Counted, now: int, zone: ZoneInfo) -> str:
    """Return the day it all was on, or since when."""
    if not days_between(counted.since, counted.last, zone):
        return on(counted.since, now, zone)
    return since_words(counted.since, now, zone) + _year(counted.since, now, zone)


def on(at: int, now: int, zone: ZoneInfo) -> str:
    """Return a day: "today", "yesterday", "on Tuesday", "on 3 March", "on 3 March 2024"."""
    said = since_words(at, now, zone).removeprefix("since ")
    return said if said in {"today", "yesterday"} else f"on {said}{_year(at, now, zone)}"


def _year(at: int, now: int, zone: ZoneInfo) -> str:
    return f" {local(at, zone).year}" if days_between(at, now, zone) >= NEEDS_A_YEAR else ""


def sentence(
    clauses: list[str],
    *,
    against: str = "",
    promised: str = "",
    last_contact: int | None,
    now: int,
    zone: ZoneInfo,
) -> str:
    """Return the reasons as one sentence, the promise first and the last contact last.

    Args:
        clauses: what speaks for a call.
        against: what speaks against it, after "but".
        promised: a sentence of its own that comes first.
        last_contact: when somebody last spoke with them, UTC microseconds.
        now: UTC microseconds.
        zone: of the agency.
    """
    parts = "; ".join(merged(clauses))
    parts = ", but ".join(part for part in (parts, against) if part)
    spoke = f"last spoke {ago_words(last_contact, now, zone)}" if last_contact else ""
    body = "; ".join(part for part in (parts, spoke) if part)
    text = f"{promised} {body[:1].upper()}{body[1:]}" if promised and body else promised or body
    text = text.strip()
    if not text:
        return "No sign of interest yet."
    return text[0].upper() + text[1:] + ("" if text.endswith(".") else ".")


def reached_nobody(calls: int) -> str:
    """Return that calls in a row reached nobody."""
    return (
        "nobody was reached last time" if calls == 1 else f"the last {calls} calls reached nobody"
    )


def refused(at: int, now: int, zone: ZoneInfo) -> str:
    """Return that they said no, and when."""
    return f"they were not interested {on(at, now, zone)}"


def merged(clauses: list[str]) -> list[str]:
    """Return clauses with those joined that begin with the same person's name.

    "Priya read …; Priya attended …" becomes "Priya read … and attended …", with the day once where
    it is the same. Two that begin with "somebody" may be two people and stay apart.
    """
    joined: list[str] = []
    for text in clauses:
        name, _, rest = text.partition(" ")
        if joined and name[:1].isupper() and joined[-1].partition(" ")[0] == name:
            said, rest = _once(joined[-1], rest), _shorter(joined[-1], rest)
            joined[-1] = f"{said}{',' if SINCE.search(said) else ''} and {rest}"
        else:
            joined.append(text)
    return joined


def _shorter(text: str, follows: str) -> str:
    """Return what follows without its verb where the clause before has the same."""
    before = text.partition(" ")[2]
    again = next((v for v in SAME_AGAIN if before.startswith(v) and follows.startswith(v)), "")
    return follows.removeprefix(again)


def _once(text: str, follows: str) -> str:
    """Return a clause without its day where what follows ends with the same."""
    day = DAY.search(text)
    return text[: day.start()] if day and follows.endswith(day.group()) else text
