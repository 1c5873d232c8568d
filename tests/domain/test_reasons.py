"""Reasons and openers: true, short, and in a recruiter's words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, HOUR, moment
from warmcalls.domain.reasons import Counted, clause, reached_nobody, refused, sentence

LONDON = ZoneInfo("Europe/London")
NOW = moment(datetime(2026, 3, 3, 8, 30, tzinfo=LONDON))


def seen(  # what the tests vary, the rest being plain
    kind: Kind, subject: str = "", *, n: int = 1, people: int = 1, ago: int = 4, last: int = 4,
    subjects: int = 1, who: str = "",
) -> Counted:  # fmt: skip
    return Counted(kind, n, people, NOW - ago * DAY, NOW - last * DAY, subject, subjects, who)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (
            seen(Kind.GUIDE_PAGE, "Pay Guide", n=3, people=3, last=1),
            "3 people read “Pay Guide” since Friday",
        ),
        (
            seen(Kind.WEBINAR_ATTENDED, "Pay", n=2, people=2),
            "2 people attended the webinar “Pay” on Friday",
        ),
        (
            seen(Kind.SERVICES_PAGE, "Fees", n=3, people=2, subjects=2, last=1),
            "2 people looked at what we do, 3 times in all, since Friday, the “Fees” page among them",
        ),
        (
            seen(Kind.GUIDE_PAGE, "Pay Guide", n=2, subjects=2, who="Jo"),
            "Jo read “Pay Guide” and another on Friday",
        ),
        (
            seen(Kind.EMAIL_CLICK, "May news", n=5, subjects=3, who="Jo", last=1),
            "Jo clicked “May news” and others in our e-mails, 5 times in all, since Friday",
        ),
        (seen(Kind.VIDEO, "Pay", n=3, who="Jo"), "Jo watched the video “Pay” 3 times on Friday"),
        (seen(Kind.OTHER_PAGE, "Home page"), "somebody looked at the “Home page” on Friday"),
        (seen(Kind.EMAIL_REPLY, who="Priya"), "Priya replied to an e-mail on Friday"),
        (
            seen(Kind.EMAIL_REPLY, "May news", who="Jo"),
            "Jo replied to our e-mail “May news” on Friday",
        ),
        (seen(Kind.CHAT, "Messenger", who="Jo"), "Jo wrote to us in Messenger on Friday"),
        (seen(Kind.REFERRAL, n=2, last=1), "they were recommended to us twice since Friday"),
        (
            seen(Kind.CANDIDATE_HIRING, n=2, ago=30),
            "we heard on Friday that a former candidate of ours hires there",
        ),
        (
            seen(Kind.JOB_ADVERT, "Nurse", n=3, last=1),
            "they put out 3 job adverts since Friday, “Nurse” among them",
        ),
        (
            seen(Kind.PAST_PLACEMENT, ago=474, last=474),
            "we placed somebody there on 14 November 2024",
        ),
    ],
)
def test_a_clause_says_who_what_and_when(counted: Counted, said: str) -> None:
    assert clause(counted, NOW, LONDON) == said


def test_one_person_is_named_once_but_two_somebodies_may_be_two() -> None:
    def said(*clauses: str) -> str:
        return sentence(list(clauses), last_contact=None, now=NOW, zone=LONDON)

    assert said("Jo read X on 3 May", "Jo rang us today") == "Jo read X on 3 May and rang us today."
    assert said("Jo read X since 3 May", "Jo rang us today") == (
        "Jo read X since 3 May, and rang us today."
    )
    assert said("Jo read X today", "Jo rang us today") == "Jo read X and rang us today."
    assert said("Jo read “Pay since May” since Friday", "Jo rang us since Friday") == (
        "Jo read “Pay since May” and rang us since Friday."
    )
    assert said("somebody read X", "somebody read Y") == "Somebody read X; somebody read Y."


def test_an_hour_ago_is_today() -> None:
    counted = Counted(Kind.FORM, 1, 1, NOW - HOUR, NOW - HOUR, "", 1, "Jo")
    assert clause(counted, NOW, LONDON) == "Jo sent an enquiry through the website today"


@pytest.mark.parametrize(
    ("clauses", "against", "said"),
    [
        (
            ["Jo rang us today"],
            "they were not interested on 3 May",
            "Jo rang us today, but they were not interested on 3 May; last spoke yesterday.",
        ),
        (
            [],
            "somebody unsubscribed from e-mails today",
            "Somebody unsubscribed from e-mails today; last spoke yesterday.",
        ),
    ],
)
def test_what_is_against_a_call_follows_what_speaks_for_it(
    clauses: list[str], against: str, said: str
) -> None:
    whole = sentence(clauses, against=against, last_contact=NOW - DAY, now=NOW, zone=LONDON)
    assert whole == said


def test_past_calls_are_told_in_words() -> None:
    assert reached_nobody(1) == "nobody was reached last time"
    assert reached_nobody(4) == "the last 4 calls reached nobody"
    assert refused(NOW - 40 * DAY, NOW, LONDON) == "they were not interested on 22 January"
