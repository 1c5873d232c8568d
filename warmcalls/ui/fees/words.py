"""How briefs and fees are spoken of: days, and states as an icon and words."""

from datetime import date
from typing import Final

from warmcalls.actions.briefs_and_fees import BriefsAndFees
from warmcalls.actions.money_days import days_apart
from warmcalls.domain.money import amount_words, round_words
from warmcalls.domain.placements import (
    STATE_WORDS,
    FeeRow,
    FeeState,
    Vacancy,
    VacancyState,
)

Chip = tuple[str, str, str]
"""Icon, words, and good, bad, notice or nothing."""
BRIEF_ICONS: Final = {
    VacancyState.OPEN: ("ph.briefcase", ""),
    VacancyState.FILLED: ("ph.check-circle", "good"),
    VacancyState.LOST: ("ph.x-circle", ""),
    VacancyState.WITHDRAWN: ("ph.prohibit", ""),
}


def short_day(day: str, today: str) -> str:
    """Return a day as a row has it: "3 Mar", with the year where it is another."""
    then = date.fromisoformat(day)
    return f"{then.day} {then:%b}" if day[:4] == today[:4] else f"{then.day} {then:%b %Y}"


def fee_chip(row: FeeRow, today: str) -> Chip:
    """Return how far the money of a row is."""
    state = row.state(today)
    if state is FeeState.PAID:
        return "ph.check-circle", f"Paid {short_day(row.paid_on, today)}", "good"
    if state is FeeState.OVERDUE:
        late = days_apart(row.due_on, today)
        return "ph.warning", f"{late} {'day' if late == 1 else 'days'} overdue", "bad"
    if state is FeeState.NOT_INVOICED:
        return "ph.hourglass", "Not invoiced", "notice"
    if state is FeeState.CREDIT:
        return "ph.arrow-u-down-left", "Credit note", ""
    if state is FeeState.PLANNED:
        return "ph.calendar-blank", f"From {short_day(row.invoiced_on, today)}", ""
    return "ph.clock", f"Due {short_day(row.due_on, today)}" if row.due_on else "Not paid yet", ""


def brief_chip(brief: Vacancy) -> Chip:
    """Return what became of a job brief."""
    icon, state = BRIEF_ICONS[brief.state]
    return icon, STATE_WORDS[brief.state], state


def headline(found: BriefsAndFees) -> str:
    """Return the sentence over the fees."""
    if found.unpaid or found.waiting:
        return f"{round_words(found.unpaid, found.facts.currency)} not paid yet"
    if not found.money:
        return f"Nothing found for “{found.text}”" if found.text else "No fees yet"
    return "Everything invoiced is paid"


def doubt(found: BriefsAndFees) -> str:
    """Return what stands under it."""
    parts = []
    if found.overdue:
        parts.append(f"{round_words(found.overdue, found.facts.currency)} of it overdue")
    if found.not_invoiced:
        what = "placement" if found.not_invoiced == 1 else "placements"
        parts.append(f"{found.not_invoiced} {what} not invoiced")
    parts += [
        f"{amount_words(amount, code)} waits for an exchange rate"
        for code, amount in found.waiting.items()
    ]
    return "  ·  ".join(parts)
