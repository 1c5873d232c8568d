"""The things that the demo's clients do, and the kind of signal whose rate each has."""

from collections.abc import Callable, Iterable
from typing import Final

from warmcalls.actions.demo.acts import Moment, Stage, Trace
from warmcalls.actions.demo.gatherings import Gatherings
from warmcalls.actions.demo.responses import Responses
from warmcalls.actions.demo.visits import Visits
from warmcalls.domain.kinds import Kind

TALK: Final = "talk"
# chats are left to the little firms that the adverts for them bring
DEED_OF: Final[dict[Kind, str]] = {
    Kind.CONTACT_PAGE: "contact",
    Kind.SERVICES_PAGE: "services",
    Kind.GUIDE_PAGE: "guide",
    Kind.ARTICLE_PAGE: "article",
    Kind.OTHER_PAGE: "home",
    Kind.CANDIDATE_PAGE: "candidate",
    Kind.EMAIL_REPLY: "reply",
    Kind.DOWNLOAD: "download",
    Kind.VIDEO: "video",
    Kind.FORM: "form",
    Kind.AD_LEAD: "lead_form",
    Kind.PHONE_IN: TALK,
    Kind.REACTION: "reaction",
    Kind.COMMENT: "comment",
    Kind.SHARE: "share",
    Kind.FOLLOW: "follow",
    Kind.CONNECTION: "connection",
    Kind.JOB_ADVERT: "advert",
    Kind.REFERRAL: "referral",
}
# what the simulator has no rate for, as a share of what is most like it
LIKE: Final[dict[Kind, tuple[Kind, float]]] = {
    Kind.AD_LEAD: (Kind.DOWNLOAD, 0.3),
    Kind.SHARE: (Kind.COMMENT, 0.5),
    Kind.CONNECTION: (Kind.FOLLOW, 1.0),
    # a year of 400 clients has hardly any: an agency that asks for them has more
    Kind.REFERRAL: (Kind.REFERRAL, 4.0),
}

Deed = Callable[[Moment], Iterable[Trace]]


def deeds(stage: Stage) -> dict[str, Deed]:
    """Return what leaves traces in files; a talk is written down by hand instead."""
    visits, responses, gatherings = Visits(stage), Responses(stage), Gatherings(stage)
    return {
        "article": visits.article,
        "home": visits.home,
        "guide": visits.guide,
        "services": visits.services,
        "contact": visits.contact,
        "candidate": visits.candidate,
        "open": responses.opened,
        "click": responses.click,
        "reply": responses.reply,
        "download": responses.download,
        "video": responses.video,
        **responses.social(),
        "form": responses.form,
        "lead_form": responses.lead_form,
        "referral": responses.referral,
        "advert": responses.advert,
        "webinar": gatherings.webinar,
        "event": gatherings.event,
    }
