"""The rows behind a figure: which are meant, and what each says."""

from dataclasses import dataclass
from enum import StrEnum


class By(StrEnum):
    """Which month a fee is counted in."""

    FIRST_SIGNAL = "first signal"
    INVOICED = "invoiced"
    PAID = "paid"


class Calls(StrEnum):
    """Which calls stand behind a figure of the ranking."""

    LIST = "list"
    CONVERSATIONS = "conversations"
    TESTS = "tests"


@dataclass(frozen=True, slots=True)
class CallsBehind:
    """Which calls stand behind a figure of the ranking, within the period asked for.

    Attributes:
        title: of the figure, as the sheet with its rows is headed.
        number: of the bin, from 0 by what was promised; None for all of them.
        month: "2026-02"; empty for all.
    """

    calls: Calls
    title: str
    number: int | None = None
    month: str = ""


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call behind a figure of the ranking.

    Attributes:
        promised: the chance, of the call or of the conversation as the figure has it.
        came: what came of it, from 0 to 1.
        words: the outcome in words.
        who: who rang.
    """

    call_id: int
    client_id: int
    client: str
    at: int
    promised: float
    came: float
    words: str
    who: str = ""
    note: str = ""


class Rows(StrEnum):
    """What kind of rows stand behind a figure."""

    FEES = "fees"
    LEADS = "leads"
    SPEND = "spend"


@dataclass(frozen=True, slots=True)
class Behind:
    """Which rows stand behind a figure, within what was asked; empty means all of that.

    Attributes:
        title: of the figure, as the sheet with its rows is headed.
        first, last: months, "2026-02"; empty for the whole period.
        by: which month of a fee lies in them.
        credited: only fees credited to a campaign; else all fees of the agency.
        step: the step of the funnel, as `FunnelStep.id`.
        until: only fees placed up to the end of this month, as `Cohort.fees` counts them.
        campaigns: only fees that one of these is credited with: the campaigns without a channel,
            which no channel names. The page keeps to them by itself.
    """

    rows: Rows
    title: str
    first: str = ""
    last: str = ""
    by: By = By.FIRST_SIGNAL
    credited: bool = True
    campaign_id: int | None = None
    channel: str = ""
    step: str = ""
    until: str = ""
    campaigns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee behind a figure.

    Attributes:
        amount: minor units of the agency's currency; negative for a credit note.
        credits: campaign name and credited minor units; they add up to `amount`.
        by: who rang the client (the recruiter of the first call that was worth the time).
    """

    fee_id: int
    client_id: int
    client: str
    title: str
    number: str
    amount: int
    invoiced_on: str
    paid_on: str
    by: str = ""
    credits: tuple[tuple[str, int], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class LeadLine:
    """One lead behind a figure.

    Attributes:
        at: when it became a lead, UTC microseconds.
        state: a `LeadState` value.
        words: the last outcome in words, with its reason, or empty.
        note: what the recruiter wrote.
        answer: what marketing answered, or empty.
    """

    client_id: int
    client: str
    tier: str
    sector: str
    campaign: str
    at: int
    state: str
    words: str = ""
    who: str = ""
    note: str = ""
    outcome_id: int = 0
    answer: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class SpendLine:
    """One spend behind a figure; amount in minor units of the agency's currency."""

    spend_id: int
    campaign: str
    channel: str
    starts: str
    ends: str
    amount: int
    note: str = ""
    source: str = ""
