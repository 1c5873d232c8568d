"""Plan the budget: what each channel is to cost in each month, and how spend stands against it."""

from collections import defaultdict
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.domain.money import amount_words
from warmcalls.domain.periods import Period, month_period, month_words
from warmcalls.domain.plan import PlanLine
from warmcalls.domain.settings import Settings
from warmcalls.store import exchange_rates, plans, settings, spends
from warmcalls.store.engine import Reader, Writer
from warmcalls.store.journal import Journal, entry

CHANGED: Final = frozenset({"plan", "campaigns"})


def plan_budget(
    db: Writer, month: str, channel: str, amount: int, *, now: int, person_id: int | None = None
) -> Done:
    """Plan what a channel is to cost in a month, instead of what was planned before.

    Args:
        db: the writer.
        month: "2026-02".
        channel: as campaigns name it; compared without case.
        amount: minor units of the agency's currency; 0 takes the plan away.
        now: UTC microseconds.
        person_id: who plans.

    Raises:
        RefusedError: it is no month, no channel is named, or the amount is below nought.
    """
    month_period(month)
    channel = " ".join(clean_text(channel).split())
    if not channel:
        raise RefusedError("Say which channel the budget is for.")
    if amount < 0:
        raise RefusedError("A budget is a sum of nought or more.")
    with entry(db, "plan_budget", now, person_id) as journal:
        currency = settings.load(db).currency
        set_plan(journal, month, channel, amount, currency)
        money, when = amount_words(amount, currency), month_words(month)
        journal.said = f"Planned {money} for {channel} in {when}"
        if not amount:
            journal.said = f"No plan for {channel} in {when} any more"
    return Done(journal.said, CHANGED, journal.undo)


def set_plan(journal: Journal, month: str, channel: str, amount: int, currency: str) -> None:
    """Write down what a channel is to cost in a month, inside another action's entry."""
    kept = plans.row_of(journal.db, month, channel)
    if kept and not amount:
        journal.remove("plan", kept["id"])
    elif kept:
        journal.change("plan", kept["id"], amount=amount, currency=currency)
    elif amount:
        row = {"month": month, "channel": channel, "amount": amount, "currency": currency}
        journal.add("plan", row)


def planned(db: Reader, month: str, channel: str) -> int:
    """Return what a channel is to cost in a month, minor units, 0 for no plan."""
    kept = plans.row_of(db, month, channel)
    return int(kept["amount"]) if kept else 0


def plan(db: Reader, asked: Period | str) -> list[PlanLine]:
    """Return what was planned and spent, per month and channel.

    Channels that were spent on without a plan stand there too, and spend that says no channel
    stands under an empty one.

    Args:
        db: a reader.
        asked: whole months, or a year as "2026".

    Raises:
        RefusedError: it is no year.
    """
    period = _year(asked) if isinstance(asked, str) else asked
    agency = settings.load(db)
    lines: dict[tuple[str, str], str] = {}
    wanted: dict[tuple[str, str], int] = {}
    for row in plans.in_period(db, period):
        key = (row["month"], row["channel"].lower())
        lines[key], wanted[key] = row["channel"], row["amount"]
    cost = spent(db, agency, period)
    for month, channel in cost:
        lines.setdefault((month, channel.lower()), channel)
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for (month, channel), amount in cost.items():
        sums[month, channel.lower()] += amount
    ordered = sorted(lines, key=lambda key: (key[0], key[1] == "", key[1]))
    return [PlanLine(key[0], lines[key], wanted.get(key, 0), sums[key]) for key in ordered]


def spent(db: Reader, agency: Settings, period: Period) -> dict[tuple[str, str], int]:
    """Return what each channel cost in each month, minor units of the agency's currency."""
    rates = exchange_rates.load(db, agency.currency)
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for spend in spends.in_period(db, period):
        amount = rates.home_amount(spend.amount, spend.currency, spend.starts)
        if amount is not None:
            for month, share in spend.by_month(period, amount).items():
                sums[month, spend.channel] += share
    return dict(sums)


def _year(text: str) -> Period:
    try:
        return Period(month_period(f"{text}-01").first, month_period(f"{text}-12").last)
    except RefusedError as error:
        raise RefusedError(f'"{text}" is no year: write it as 2026.') from error
