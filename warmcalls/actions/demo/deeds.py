"""The things that the demo's clients do, and how likely each is in each hidden state."""

from collections.abc import Callable, Iterable
from typing import Final

from warmcalls.actions.demo.acts import Moment, Stage, Trace
from warmcalls.actions.demo.gatherings import Gatherings
from warmcalls.actions.demo.responses import Responses
from warmcalls.actions.demo.visits import Visits

TALK: Final = "talk"
# weights for clients that are cold, researching and hot
DEEDS: Final[dict[str, tuple[float, float, float]]] = {
    "article": (5.0, 4.0, 2.0),
    "home": (2.0, 1.0, 0.5),
    "guide": (1.0, 5.0, 4.0),
    "services": (0.2, 1.6, 4.5),
    "contact": (0.0, 0.2, 0.6),
    "open": (4.0, 3.0, 2.0),
    "click": (0.8, 3.0, 3.0),
    "reply": (0.0, 0.1, 0.4),
    "download": (0.2, 1.5, 1.5),
    "video": (0.2, 0.8, 0.8),
    "webinar": (0.1, 1.4, 1.6),
    "event": (0.0, 0.5, 0.6),
    "social": (1.2, 1.4, 1.0),
    "lead_form": (0.1, 0.3, 0.3),
    "form": (0.0, 0.0, 0.3),
    "advert": (0.8, 1.0, 2.0),
    "candidate": (1.0, 0.6, 0.4),
    "referral": (0.0, 0.1, 0.2),
    TALK: (0.0, 0.03, 0.13),
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
        "social": responses.social,
        "form": responses.form,
        "lead_form": responses.lead_form,
        "referral": responses.referral,
        "advert": responses.advert,
        "webinar": gatherings.webinar,
        "event": gatherings.event,
    }
