"""What the page reads in the background."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from warmcalls.domain.behind import Behind, FeeLine, LeadLine, Rows, SpendLine
from warmcalls.domain.moments import day_of
from warmcalls.domain.periods import Period, last_months
from warmcalls.domain.results import Asked, Model, Results
from warmcalls.domain.statements import Statement
from warmcalls.store import campaigns, clients, settings
from warmcalls.store.choices import Choices, choices
from warmcalls.store.engine import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 5_000  # rows behind a figure that are shown
Line = FeeLine | LeadLine | SpendLine


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked; without a period the last twelve months are meant."""

    period: Period | None = None
    model: Model = Model.LINEAR
    channel: str = ""
    person_id: int | None = None
    sector: str = ""
    campaign_id: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows.

    Attributes:
        today: the agency's day.
        zone: in which a moment is a day.
    """

    results: Results
    choices: Choices
    period: Period
    today: str
    zone: ZoneInfo


def read(db: Reader, wanted: Wanted, now: int) -> Found:
    """Read everything the page shows.

    Raises:
        RefusedError: what is asked cannot be.
    """
    from warmcalls.actions.results import results

    agency = settings.load(db)
    today = day_of(now, agency.zone)
    period = wanted.period or last_months(today)
    asked = Asked(
        period.first,
        period.last,
        wanted.model,
        wanted.channel,
        wanted.person_id,
        wanted.sector,
        wanted.campaign_id,
    )
    return Found(results(db, asked, now=now), choices(db), period, today, agency.zone)


def rows_behind(db: Reader, asked: Asked, behind: Behind, now: int) -> "Sequence[Line]":
    """Read the rows behind a figure.

    Raises:
        RefusedError: what is asked cannot be.
    """
    from warmcalls.actions.fees_behind import fees_behind, spend_behind

    if behind.rows is Rows.FEES:
        found = fees_behind(db, asked, behind, now=now)
        names = {campaigns.name_of(db, each) for each in behind.campaigns}
        return [line for line in found if not names or names & dict(line.credits).keys()]
    if behind.rows is Rows.SPEND:
        return spend_behind(db, asked, behind, now=now)
    return leads_behind_figure(db, asked, behind, now)


def leads_behind_figure(db: Reader, asked: Asked, behind: Behind, now: int) -> list[LeadLine]:
    """Read the clients behind a figure with what became of them, leads first.

    The figures count clients by the month of their first signal, whenever they became leads; a
    client that never became one stands at the end, by name.
    """
    from warmcalls.actions.leads_behind import leads_behind
    from warmcalls.actions.results import clients_at

    step = behind.step or "leads"
    months = {"first": behind.first, "last": behind.last}
    ids = clients_at(db, asked, step, **months, now=now)
    today = day_of(now, settings.load(db).zone)
    since = Period(asked.first, max(today, asked.last))
    campaign = behind.campaign_id or asked.campaign_id
    found = leads_behind(db, now=now, period=since, campaign_id=campaign, limit=10 * MOST)
    leads = [line for line in found if line.client_id in ids]
    others = sorted(ids - {line.client_id for line in leads})[:MOST]
    silent = clients.by_ids(db, others) if others else {}
    rest = (LeadLine(c.id, c.name, c.tier or "", c.sector, "", 0, "") for c in silent.values())
    return [*leads, *sorted(rest, key=lambda line: line.client.casefold())][:MOST]


def read_statement(db: Reader, month: str, now: int) -> Statement:
    """Read a month's statement.

    Raises:
        RefusedError: it is no month.
    """
    from warmcalls.actions.statement import statement

    return statement(db, month, now=now)
