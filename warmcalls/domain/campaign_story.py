"""One campaign told: its figures, how long things took, and what recruiters said of its leads."""

from dataclasses import dataclass

from warmcalls.domain.behind import LeadLine
from warmcalls.domain.campaigns import CampaignFigures


@dataclass(frozen=True, slots=True)
class Quote:
    """What a recruiter wrote of a lead.

    Attributes:
        at: UTC microseconds.
    """

    text: str
    who: str
    client: str
    at: int
    outcome_id: int


@dataclass(frozen=True, slots=True)
class CampaignStory:
    """The page of one campaign, for one period.

    Attributes:
        people: different people seen at its clients, and those who enquired and are nobody's.
        days_to_call, days_to_brief, days_to_fee: median days from its first signal at a client
            to what came next there, of its leads that got so far; None where none did.
        rejected, disqualified: reasons in words with how many leads, most frequent first.
        quotes: in the recruiters' words, newest first; those not worth the time before others.
        months: month, spend and fees invoiced that are credited to it, minor units.
        feedback: leads not worth the time that marketing has not settled, newest first.
        experiments: id, name and where it stands.
    """

    figures: CampaignFigures
    people: int = 0
    days_to_call: float | None = None
    days_to_brief: float | None = None
    days_to_fee: float | None = None
    rejected: tuple[tuple[str, int], ...] = ()
    disqualified: tuple[tuple[str, int], ...] = ()
    quotes: tuple[Quote, ...] = ()
    months: tuple[tuple[str, int, int], ...] = ()
    feedback: tuple[LeadLine, ...] = ()
    experiments: tuple[tuple[int, str, str], ...] = ()
    codes: tuple[str, ...] = ()
