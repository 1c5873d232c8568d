"""Openers: a first line to say aloud that fits the strongest reason."""

from typing import Final

from warmcalls.domain.calls import CallKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.reasons import Counted, named

LINES: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.CONTACT_PAGE: (
        "{hello}it's {me} from {agency}. Are you hiring at the moment, or thinking about it?",
        "{hello}it's {me} at {agency}. What is on your hiring list this month?",
    ),
    Kind.SERVICES_PAGE: (
        "{hello}it's {me} from {agency}. How are you filling your vacancies just now?",
        "{hello}{me} from {agency}. If a role opened tomorrow, how would you go about it?",
    ),
    Kind.GUIDE_PAGE: (
        "{hello}it's {me} from {agency}. We have new pay figures: shall I take you through them?",
        "{hello}{me} from {agency}. How do your salaries compare this year? I have figures here.",
    ),
    Kind.ARTICLE_PAGE: (
        "{hello}it's {me} from {agency}. What is hiring like for you this quarter?",
        "{hello}{me} at {agency}. Which roles are hardest for you to fill at the moment?",
    ),
    Kind.DOWNLOAD: (
        "{hello}it's {me} from {agency}. You downloaded {subject}: was what you needed in it?",
        "{hello}{me} from {agency}. You downloaded {subject}: which part of it matters to you?",
    ),
    Kind.EMAIL_CLICK: ("{hello}it's {me} from {agency}. We sent you {subject}: was it any use?",),
    Kind.EMAIL_REPLY: ("{hello}it's {me} from {agency}. You wrote back to us, so I am ringing.",),
    Kind.WEBINAR_ATTENDED: (
        "{hello}it's {me} from {agency}. You came to {subject}: what would you do with it first?",
        "{hello}{me} from {agency}. Thank you for coming to {subject}. What did you make of it?",
    ),
    Kind.WEBINAR_REGISTERED: (
        "{hello}it's {me} from {agency}. You signed up for {subject}: what made you choose it?",
    ),
    Kind.WEBINAR_NO_SHOW: (
        "{hello}it's {me} from {agency}. You missed {subject}: shall I give you the short version?",
    ),
    Kind.EVENT_ATTENDED: ("{hello}it's {me} from {agency}. How did you find {subject}?",),
    Kind.EVENT_SPOKE: (
        "{hello}it's {me} from {agency}. You spoke with us at {subject}: shall we go on?",
    ),
    Kind.FORM: (
        "{hello}it's {me} from {agency}. Thank you for your enquiry: what do you need?",
        "{hello}{me} from {agency}, ringing about your enquiry. When should they start?",
    ),
    Kind.CHAT: ("{hello}it's {me} from {agency}. You wrote to us: how can I help?",),
    Kind.AD_LEAD: (
        "{hello}it's {me} from {agency}. You left your details with us: what do you need?",
    ),
    Kind.PHONE_IN: ("{hello}it's {me} from {agency}. You rang us: did you get what you needed?",),
    Kind.JOB_ADVERT: (
        "{hello}it's {me} from {agency}. You advertised {subject}: did you find anybody?",
    ),
    Kind.REFERRAL: (
        "{hello}it's {me} from {agency}. Your name was passed on to me: is now a good time?",
    ),
    Kind.CANDIDATE_HIRING: (
        "{hello}it's {me} from {agency}. Who is hiring in your team at the moment?",
    ),
    Kind.MET: (
        "{hello}it's {me} from {agency}. It was good to meet you: shall we go on from there?",
    ),
    Kind.PAST_PLACEMENT: (
        "{hello}it's {me} from {agency}. How is the person we placed with you getting on?",
    ),
}
PLAIN: Final = (
    "{hello}it's {me} from {agency}. What hiring have you planned for the next few months?",
    "{hello}{me} from {agency}. What would make the next hire easier for you?",
)
FRONT_DESK: Final = (
    "{hello}it's {me} from {agency}. Who looks after hiring on your side, please?",
)
PROMISED: Final = (
    "{hello}it's {me} from {agency}. I promised you a call: is now a good time?",
    "{hello}{me} from {agency}, with the call I promised. Where shall we start?",
)

# "you downloaded …" is said only to the one who did
THEIR_OWN: Final = frozenset(
    {
        *(Kind.DOWNLOAD, Kind.EMAIL_CLICK, Kind.EMAIL_REPLY, Kind.FORM, Kind.CHAT, Kind.AD_LEAD),
        *(Kind.WEBINAR_ATTENDED, Kind.WEBINAR_REGISTERED, Kind.WEBINAR_NO_SHOW),
        *(Kind.EVENT_ATTENDED, Kind.EVENT_SPOKE, Kind.PHONE_IN, Kind.MET),
    }
)


def opener(
    strongest: Counted | None, kind: CallKind, *, name: str, me: str, agency: str, turn: int
) -> str:
    """Return a first line to say.

    A visit to the website is never mentioned: nobody likes to hear that they were watched.

    Args:
        strongest: the count behind the strongest reason, None for none.
        kind: promised calls open with the promise.
        name: the contact's first name, or empty for the front desk.
        me: the recruiter's first name, or empty.
        agency: the agency's name.
        turn: which of several forms to take; the same turn gives the same line.
    """
    forms = PLAIN if strongest is None else LINES.get(strongest.kind, PLAIN)
    if strongest and strongest.kind in THEIR_OWN and strongest.who != name:
        forms = PLAIN
    if not name:
        forms = FRONT_DESK
    if kind is CallKind.CALLBACK:
        forms = PROMISED
    subject = named(strongest.kind, strongest.subject) if strongest else ""
    hello = f"{name}, " if name else "Hello, "
    line = forms[turn % len(forms)].format(
        hello=hello, me=me or "I'm calling", agency=agency, subject=subject
    )
    if not agency:
        line = line.replace(" from .", ".").replace(" at .", ".").replace(" from ,", ",")
    line = line.replace("it's I'm calling", "I'm calling")
    return line.replace("I'm calling at", "I'm calling from").replace("'", "’")
