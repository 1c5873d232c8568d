"""Campaigns, the leads they hand to sales, and what became of them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from warmcalls.domain.kinds import Kind

LEAD_KINDS: Final = frozenset({
    Kind.CONTACT_PAGE, Kind.SERVICES_PAGE, Kind.GUIDE_PAGE, Kind.EMAIL_CLICK, Kind.EMAIL_REPLY,
    Kind.DOWNLOAD, Kind.VIDEO, Kind.WEBINAR_REGISTERED, Kind.WEBINAR_ATTENDED,
    Kind.EVENT_ATTENDED, Kind.EVENT_SPOKE, Kind.FORM, Kind.CHAT, Kind.AD_LEAD, Kind.PHONE_IN,
    Kind.COMMENT, Kind.SHARE, Kind.REFERRAL, Kind.CANDIDATE_HIRING, Kind.MET,
})  # fmt: skip
"""What makes a client a campaign's lead: it clicked, came, wrote or asked, rather than glanced."""


class LeadState(StrEnum):
    """What became of a lead; the five are different things, so that nobody can hide."""

    WORTH = "worth"
    DISQUALIFIED = "disqualified"
    CALLED = "called"
    REJECTED = "rejected"
    UNWORKED = "unworked"


WORKED: Final = (LeadState.WORTH, LeadState.DISQUALIFIED, LeadState.CALLED)
FEW_WORKED: Final = 12
LEAD_WORDS: Final = {
    LeadState.WORTH: "worth the time",
    LeadState.DISQUALIFIED: "disqualified after a call",
    LeadState.CALLED: "called, no verdict yet",
    LeadState.REJECTED: "rejected before a call",
    LeadState.UNWORKED: "not worked yet",
}


class Alert(StrEnum):
    """What the early warning says of a campaign."""

    NONE = "none"
    WEAK = "weak"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Campaign:
    """Marketing with a channel, dates, a budget and what it hopes to show.

    Attributes:
        starts, ends: ISO days, or empty.
        budget: for the whole of it, minor units of the agency's currency.
        codes: the spellings that mean it (utm_campaign, names in ad tools), lower case.
    """

    id: int
    name: str
    channel: str = ""
    starts: str = ""
    ends: str = ""
    budget: int | None = None
    hypothesis: str = ""
    codes: tuple[str, ...] = ()
    stopped_why: str = ""

    def runs(self, day: str) -> bool:
        """Tell whether it runs on a day."""
        return (not self.starts or self.starts <= day) and (not self.ends or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its 90 % credible interval, from 0 to 1."""

    hits: int
    trials: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Return:
    """Fees per unit of money spent.

    Attributes:
        so_far: fees credited so far per unit spent, the figure that is shown and sorted by; None
            where nothing was spent. It may lie under the interval while fees are still to come.
        likely: what such leads bring on average per unit spent once all their fees are in, the
            median; None where nothing was spent.
        low, high: the 90 % interval of that.
        ripe: share of these leads' fees that should be in already, 0 to 1.
        without_largest: `so_far` without the largest fee.
        fees: how many fees, credits of a fee added up.
        loses: chance that it brings back less than it cost.
        too_few: so few fees that the figure says little.
    """

    so_far: float | None
    likely: float | None = None
    low: float = 0.0
    high: float = 0.0
    ripe: float = 1.0
    without_largest: float | None = None
    fees: float = 0.0
    loses: float = 0.5
    too_few: bool = True


NOTHING_KNOWN: Final = Rate(0, 0, 0.0, 0.0, 1.0)
NOTHING_SPENT: Final = Return(None)


@dataclass(frozen=True, slots=True)
class CampaignFigures:
    """One row of the Campaigns page; leads are those that came in the period.

    Attributes:
        spend, invoiced, paid: minor units of the agency's currency; fees as credited by the model.
        reached: clients with any signal of it in the period.
        states: how many of the leads are in each state; they add up to `leads`.
        worth: worth the time, of worked.
        meeting: meeting or job brief, of worked.
        acceptance: not rejected, of those looked at (worked or rejected).
        e_value: evidence against it: 20 is weak, 100 is stop.
        worse_than_half: chance that its worth-rate is under half the normal one.
        normal: the worth-rate of the other campaigns in the same period.
        meets_criteria: share of its leads that meet the written lead criteria; None without any.
        sample: calls that would settle it within 48 hours, 0 where enough is known.
        sampled: leads of it that are on call lists as a sample now.
        advice: sentences for the marketer; empty where there is nothing to say.
        unmatched: people who enquired through it and are nobody's contact yet; not in `leads`.
    """

    campaign: Campaign
    spend: int = 0
    reached: int = 0
    leads: int = 0
    states: dict[LeadState, int] = field(default_factory=dict)
    worth: Rate = NOTHING_KNOWN
    meeting: Rate = NOTHING_KNOWN
    acceptance: Rate = NOTHING_KNOWN
    meetings: int = 0
    briefs: int = 0
    placements: float = 0.0
    invoiced: int = 0
    paid: int = 0
    returns: Return = NOTHING_SPENT
    warning: Alert = Alert.NONE
    e_value: float = 1.0
    worse_than_half: float = 0.5
    normal: float = 0.0
    meets_criteria: float | None = None
    sample: int = 0
    sampled: int = 0
    advice: str = ""
    unmatched: int = 0

    @property
    def too_early(self) -> bool:
        """Whether too few of its leads were worked to say anything of it."""
        few = self.worked < FEW_WORKED and self.leads > 0
        return few and self.warning is Alert.NONE

    @property
    def worked(self) -> int:
        """Leads that somebody called."""
        return sum(self.states.get(state, 0) for state in WORKED)

    def count(self, state: LeadState) -> int:
        """Return how many leads are in a state."""
        return self.states.get(state, 0)


@dataclass(frozen=True, slots=True)
class Alarm:
    """The early warning in words: what the Campaigns page shows above its table.

    Attributes:
        headline: what was seen and what is normal.
        sure: how sure, what stopping saves, and where the money has earned more.
        doubt: not-worked leads, and what would settle it.
        saves: budget a month that stopping frees, minor units.
        moves: of that, what goes to `move_to`: at most as much again as that one costs.
        move_to: the campaign id that has earned more, None where none has enough evidence.
        sample: calls that would settle it.
    """

    campaign_id: int
    warning: Alert
    headline: str
    sure: str
    doubt: str = ""
    saves: int = 0
    moves: int = 0
    move_to: int | None = None
    move_to_name: str = ""
    sample: int = 0


@dataclass(frozen=True, slots=True)
class CampaignReport:
    """The Campaigns page.

    Attributes:
        rows: by spend and leads as the page sorts them first: best return first, none last.
        alarms: strongest first; those dismissed are left out.
        normal: the agency's worth-rate in the period, of worked.
        spelled_alike: pairs of campaigns whose spellings seem to mean one: ids and the reason.
        unassigned: spend that belongs to no campaign, minor units.
        waiting: leads that nobody worked yet, each client once.
    """

    rows: tuple[CampaignFigures, ...]
    alarms: tuple[Alarm, ...] = ()
    normal: float = 0.0
    spelled_alike: tuple[tuple[int, int, str], ...] = ()
    unassigned: int = 0
    waiting: int = 0
    notes: tuple[str, ...] = ()
