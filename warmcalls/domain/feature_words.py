"""Feature words: what the ranking looks at of a client, in plain English."""

from typing import Final

from warmcalls.domain.kinds import KINDS, Family, Kind
from warmcalls.domain.warmth import PACES, Pace
from warmcalls.domain.warmth_year import NOUNS

SIGNALS: Final[dict[str, str]] = {kind.value: NOUNS[kind] for kind in KINDS} | {
    Kind.CONTACT_PAGE.value: "our contact page",
    Kind.SERVICES_PAGE.value: "our services pages",
    Kind.OTHER_PAGE.value: "other pages of our website",
    Kind.WEBINAR_REGISTERED.value: "signing up for a webinar",
    Kind.WEBINAR_ATTENDED.value: "coming to a webinar",
    Kind.WEBINAR_NO_SHOW.value: "missing a webinar",
    Kind.EVENT_ATTENDED.value: "coming to an event",
    Kind.EVENT_SPOKE.value: "talking to us at an event",
    Kind.FORM.value: "an enquiry",
    Kind.CHAT.value: "writing to us in a chat",
    Kind.AD_LEAD.value: "filling in an ad form",
    Kind.CANDIDATE_HIRING.value: "a former candidate of ours who hires there",
    Kind.PAST_PLACEMENT.value: "a past placement",
}
CONTEXT: Final[dict[str, str]] = {
    "kinds": "more than one sort of interest",
    "people": "several people this week",
    "promised": "you promised them a call",
    "placed": "you placed somebody there before",
    "keen": "a talk there that was worth the time",
    "unanswered": "calls in a row that reached nobody",
    "refused": "they were not interested",
    "crowd": "so many signs, for months, that others may share their network",
}
# by what they stand at: above 0, and below
BOTH_WAYS: Final[dict[str, tuple[str, str]]] = {
    "surge": ("busier than usual for them", "quieter than usual for them"),
    "fit": ("like the client you want", "unlike the client you want"),
    "campaign": (
        "came by a campaign that brings better leads than most",
        "came by a campaign that brings worse leads than most",
    ),
}
MONTHS: Final = 2.0
WEEKS: Final = 14.0  # half-lives of paces, in days, below which they tell of weeks
FAMILIES: Final[dict[Family, str]] = {
    Family.WEBSITE: "on our website",
    Family.EMAIL: "with our e-mails",
    Family.CONTENT: "with downloads and videos",
    Family.EVENT: "with our events",
    Family.ENQUIRY: "with enquiries",
}
OF_PACE: Final = {pace.name: pace for pace in PACES}


def feature_words(name: str, value: float) -> str:
    """Return what a feature says of a client where it stands at a value.

    Args:
        name: as `FEATURES` spells it.
        value: of the feature, not 0.
    """
    if name in SIGNALS:
        return SIGNALS[name]
    if name in OF_PACE:
        return _pace(OF_PACE[name])
    if name in BOTH_WAYS:
        more, less = BOTH_WAYS[name]
        return more if value > 0.0 else less
    if name == "silent_months":
        return "silent for months" if value >= MONTHS else "time since their last sign"
    return CONTEXT[name]


def _pace(pace: Pace) -> str:
    lately = "in the last days" if pace.half_life_days < WEEKS else "in the last months"
    return f"busy {FAMILIES[pace.family]} {lately}"
