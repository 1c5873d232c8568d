"""Which kind of signal a word in somebody's spreadsheet means."""

import re
from functools import lru_cache

from warmcalls.domain.kinds import Kind

# The first that is found wins, so what says more stands before what says less.
WORDS: tuple[tuple[str, Kind], ...] = (
    (r"no[ -]?show|did ?n[o']?t attend|not attend|missed|absent", Kind.WEBINAR_NO_SHOW),
    (r"unsubscri|opt(ed)?[ -]?out", Kind.EMAIL_UNSUBSCRIBE),
    (r"bounce|undeliver", Kind.EMAIL_BOUNCE),
    (r"past placement|placed (someone|with)|placement", Kind.PAST_PLACEMENT),
    (r"candidate.*(hir|client)|former candidate|ex-candidate", Kind.CANDIDATE_HIRING),
    (r"referr|recommend|introduc", Kind.REFERRAL),
    (r"job advert|job ad\b|advert|vacancy posted|job post|is hiring", Kind.JOB_ADVERT),
    (r"spoke|talked|stand visit|booth|had a chat", Kind.EVENT_SPOKE),
    (r"(webinar|event).*regist|regist|signed up|sign-?up|rsvp|booked", Kind.WEBINAR_REGISTERED),
    (r"webinar|watched live|joined live", Kind.WEBINAR_ATTENDED),
    (r"event|breakfast|round ?table|conference|seminar|attend|checked in", Kind.EVENT_ATTENDED),
    (r"ad lead|lead ad|lead form|lead gen|(facebook|meta|linkedin) lead", Kind.AD_LEAD),
    (r"phone[ -]?in|phoned|inbound call|called us|rang us|rang in|phone enquiry", Kind.PHONE_IN),
    (r"chat|messenger|whats ?app|instant message", Kind.CHAT),
    (r"download|requested (the )?(guide|report)|salary guide|white ?paper|e-?book", Kind.DOWNLOAD),
    (r"contact page|contact us|hire with us|viewed contact", Kind.CONTACT_PAGE),
    (r"services? page|fees? page|pricing|hiring[ -]intent", Kind.SERVICES_PAGE),
    (r"guide page|resource page", Kind.GUIDE_PAGE),
    (r"(job|candidate|career|vacanc|apply)\w* page", Kind.CANDIDATE_PAGE),
    (r"\bforms?\b|enquir|inquir|submission|call ?back request|brief request", Kind.FORM),
    (r"repl(y|ied)|respon(se|ded)|wrote back|answered", Kind.EMAIL_REPLY),
    (r"click", Kind.EMAIL_CLICK),
    (r"open", Kind.EMAIL_OPEN),
    (r"comment", Kind.COMMENT),
    (r"re-?post|shared?\b|re-?tweet", Kind.SHARE),
    (r"follow", Kind.FOLLOW),
    (r"connect", Kind.CONNECTION),
    (r"lik(e|ed)\b|react|celebrat", Kind.REACTION),
    (r"video|watched|played", Kind.VIDEO),
    (r"\bmet\b|meeting|in person|coffee|lunch", Kind.MET),
    (r"article|blog|news|insight|content", Kind.ARTICLE_PAGE),
    (r"visit|page|view|session|web", Kind.OTHER_PAGE),
)
RULES = tuple((re.compile(words), kind) for words, kind in WORDS)


@lru_cache(maxsize=1024)
def kind_of(text: str) -> Kind | None:
    """Return the kind that a word or two mean, or None if they mean none we know."""
    said = " ".join(text.casefold().replace("_", " ").split())
    exact = next((kind for kind in Kind if kind.value.replace("_", " ") == said), None)
    return exact or next((kind for rule, kind in RULES if rule.search(said)), None)
