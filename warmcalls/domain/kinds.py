"""The kinds of signal, what each is worth when the app is new, and how fast it fades."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Family(StrEnum):
    """Where a signal comes from."""

    WEBSITE = "website"
    EMAIL = "e-mail"
    CONTENT = "content"
    EVENT = "event"
    ENQUIRY = "enquiry"
    SOCIAL = "social"
    HIRING = "hiring"
    RELATIONSHIP = "relationship"


class Kind(StrEnum):
    """One sort of evidence of interest; the value is how files and the database spell it."""

    CONTACT_PAGE = "contact_page"
    SERVICES_PAGE = "services_page"
    GUIDE_PAGE = "guide_page"
    ARTICLE_PAGE = "article_page"
    CANDIDATE_PAGE = "candidate_page"
    OTHER_PAGE = "other_page"
    EMAIL_OPEN = "email_open"
    EMAIL_CLICK = "email_click"
    EMAIL_REPLY = "email_reply"
    EMAIL_UNSUBSCRIBE = "email_unsubscribe"
    EMAIL_BOUNCE = "email_bounce"
    DOWNLOAD = "download"
    VIDEO = "video"
    WEBINAR_REGISTERED = "webinar_registered"
    WEBINAR_ATTENDED = "webinar_attended"
    WEBINAR_NO_SHOW = "webinar_no_show"
    EVENT_ATTENDED = "event_attended"
    EVENT_SPOKE = "event_spoke"
    FORM = "form"
    CHAT = "chat"
    AD_LEAD = "ad_lead"
    PHONE_IN = "phone_in"
    REACTION = "reaction"
    COMMENT = "comment"
    SHARE = "share"
    FOLLOW = "follow"
    CONNECTION = "connection"
    JOB_ADVERT = "job_advert"
    REFERRAL = "referral"
    CANDIDATE_HIRING = "candidate_hiring"
    MET = "met"
    PAST_PLACEMENT = "past_placement"


@dataclass(frozen=True, slots=True)
class Worth:
    """What a kind of signal adds to the log-odds per unit of ln(1 + decayed count).

    Attributes:
        weight: log-odds; 0.69 doubles the odds of a call worth the time.
        half_life_days: days after which a signal counts half.
    """

    weight: float
    half_life_days: float


FAMILY: dict[Kind, Family] = {
    Kind.CONTACT_PAGE: Family.WEBSITE,
    Kind.SERVICES_PAGE: Family.WEBSITE,
    Kind.GUIDE_PAGE: Family.WEBSITE,
    Kind.ARTICLE_PAGE: Family.WEBSITE,
    Kind.CANDIDATE_PAGE: Family.WEBSITE,
    Kind.OTHER_PAGE: Family.WEBSITE,
    Kind.EMAIL_OPEN: Family.EMAIL,
    Kind.EMAIL_CLICK: Family.EMAIL,
    Kind.EMAIL_REPLY: Family.EMAIL,
    Kind.EMAIL_UNSUBSCRIBE: Family.EMAIL,
    Kind.EMAIL_BOUNCE: Family.EMAIL,
    Kind.DOWNLOAD: Family.CONTENT,
    Kind.VIDEO: Family.CONTENT,
    Kind.WEBINAR_REGISTERED: Family.EVENT,
    Kind.WEBINAR_ATTENDED: Family.EVENT,
    Kind.WEBINAR_NO_SHOW: Family.EVENT,
    Kind.EVENT_ATTENDED: Family.EVENT,
    Kind.EVENT_SPOKE: Family.EVENT,
    Kind.FORM: Family.ENQUIRY,
    Kind.CHAT: Family.ENQUIRY,
    Kind.AD_LEAD: Family.ENQUIRY,
    Kind.PHONE_IN: Family.ENQUIRY,
    Kind.REACTION: Family.SOCIAL,
    Kind.COMMENT: Family.SOCIAL,
    Kind.SHARE: Family.SOCIAL,
    Kind.FOLLOW: Family.SOCIAL,
    Kind.CONNECTION: Family.SOCIAL,
    Kind.JOB_ADVERT: Family.HIRING,
    Kind.REFERRAL: Family.RELATIONSHIP,
    Kind.CANDIDATE_HIRING: Family.RELATIONSHIP,
    Kind.MET: Family.RELATIONSHIP,
    Kind.PAST_PLACEMENT: Family.RELATIONSHIP,
}

DEFAULT_WORTH: dict[Kind, Worth] = {
    Kind.CONTACT_PAGE: Worth(1.2, 21),
    Kind.SERVICES_PAGE: Worth(0.48, 21),
    Kind.GUIDE_PAGE: Worth(0.3, 21),
    Kind.ARTICLE_PAGE: Worth(0.12, 10),
    Kind.CANDIDATE_PAGE: Worth(-0.3, 14),
    Kind.OTHER_PAGE: Worth(0.06, 10),
    Kind.EMAIL_OPEN: Worth(0.0, 10),  # mail programs open by themselves
    Kind.EMAIL_CLICK: Worth(0.3, 14),
    Kind.EMAIL_REPLY: Worth(1.2, 21),
    Kind.EMAIL_UNSUBSCRIBE: Worth(-0.6, 60),
    Kind.EMAIL_BOUNCE: Worth(0.0, 10),
    Kind.DOWNLOAD: Worth(0.48, 30),
    Kind.VIDEO: Worth(0.3, 21),
    Kind.WEBINAR_REGISTERED: Worth(0.3, 21),
    Kind.WEBINAR_ATTENDED: Worth(0.72, 30),
    Kind.WEBINAR_NO_SHOW: Worth(0.12, 14),
    Kind.EVENT_ATTENDED: Worth(0.72, 30),
    Kind.EVENT_SPOKE: Worth(1.2, 30),
    Kind.FORM: Worth(2.4, 30),
    Kind.CHAT: Worth(0.6, 14),
    Kind.AD_LEAD: Worth(0.6, 14),
    Kind.PHONE_IN: Worth(2.4, 30),
    Kind.REACTION: Worth(0.1, 14),
    Kind.COMMENT: Worth(0.3, 14),
    Kind.SHARE: Worth(0.3, 14),
    Kind.FOLLOW: Worth(0.18, 14),
    Kind.CONNECTION: Worth(0.18, 14),
    Kind.JOB_ADVERT: Worth(0.3, 21),  # counts only for a client that is warm already
    Kind.REFERRAL: Worth(1.8, 60),
    Kind.CANDIDATE_HIRING: Worth(1.8, 60),
    Kind.MET: Worth(1.2, 45),
    Kind.PAST_PLACEMENT: Worth(0.6, 365),
}

KINDS: tuple[Kind, ...] = tuple(Kind)
# a client is seen, counts as reached and has people who came by what it did out of interest in us:
# mail programs open by themselves, candidates read job pages, and it advertises for its own sake
SHOWS_NONE: Final = frozenset(
    {
        Kind.CANDIDATE_PAGE,
        Kind.EMAIL_OPEN,
        Kind.EMAIL_BOUNCE,
        Kind.EMAIL_UNSUBSCRIBE,
        Kind.JOB_ADVERT,
    }
)
INTEREST: Final = frozenset(Kind) - SHOWS_NONE
PAGE_KINDS: frozenset[Kind] = frozenset(k for k in Kind if k.value.endswith("_page"))


class PageClass(StrEnum):
    """What a page of a recruitment website says about the person who reads it."""

    HIRING_INTENT = "hiring-intent"
    CONTENT = "content"
    CANDIDATE = "candidate"
    OTHER = "other"


PAGE_CLASS: dict[Kind, PageClass] = {
    Kind.CONTACT_PAGE: PageClass.HIRING_INTENT,
    Kind.SERVICES_PAGE: PageClass.HIRING_INTENT,
    Kind.GUIDE_PAGE: PageClass.CONTENT,
    Kind.ARTICLE_PAGE: PageClass.CONTENT,
    Kind.CANDIDATE_PAGE: PageClass.CANDIDATE,
    Kind.OTHER_PAGE: PageClass.OTHER,
}
