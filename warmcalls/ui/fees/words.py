"""What the page of briefs and fees says: how something stands, and what it is."""

from typing import Final, NamedTuple

from warmcalls.actions.money_days import days_apart
from warmcalls.domain.day_words import day_words
from warmcalls.domain.placements import (
    STATE_WORDS,
    FeeRow,
    FeeState,
    Vacancy,
    VacancyState,
)


class Stand(NamedTuple):
    """How something stands.

    Attributes:
        icon: a Phosphor name.
        words: short.
        state: good, bad, notice or empty.
        boxed: drawn as a chip; what needs nobody any more is plain text.
        spoken: the whole of it, for who listens.
    """

    icon: str
    words: str
    state: str = ""
    boxed: bool = True
    spoken: str = ""


BRIEFS: Final = {
    VacancyState.OPEN: Stand("ph.briefcase", "Open"),
    VacancyState.FILLED: Stand("ph.check-circle", "Filled", "good"),
    VacancyState.LOST: Stand("ph.x-circle", "Lost"),
    VacancyState.WITHDRAWN: Stand("ph.prohibit", "Not needed"),
}


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 fee", "1,204 fees"."""
    return f"{count:,} {one if count == 1 else many}"


def days_ago(days: int) -> str:
    """Return how long something lasts: "34 days"; "since today" on its first."""
    return counted(days, "day", "days") if days > 0 else "since today"


def brief_stand(brief: Vacancy) -> Stand:
    """Return what became of a job brief."""
    said = STATE_WORDS[brief.state]
    on = f" on {day_words(brief.closed_on)}" if brief.closed_on else ""
    return BRIEFS[brief.state]._replace(spoken=f"{said}{on}")


def fee_stand(row: FeeRow, today: str) -> Stand:
    """Return how far a placement's money is on a business day."""
    state = row.state(today)
    if state is FeeState.PAID:
        return Stand("ph.check", f"Paid {day_words(row.paid_on)}", "", boxed=False)
    if state is FeeState.NOT_INVOICED:
        return Stand("ph.hourglass-medium", "Not invoiced")
    if state is FeeState.PLANNED:
        said = f"to be invoiced on {day_words(row.invoiced_on)}"
        return Stand("ph.calendar-blank", "Planned", spoken=said)
    if state is FeeState.CREDIT:
        if row.paid_on:
            return Stand("ph.check", f"Settled {day_words(row.paid_on)}", "", boxed=False)
        said = "to be taken off when the fee is paid"
        return Stand("ph.arrow-u-down-left", "Not settled", spoken=said)
    return _unpaid(row, today)


def _unpaid(row: FeeRow, today: str) -> Stand:
    """Return how long a fee is owed; it asks for attention once it is late, or has no due day."""
    words = f"Unpaid {days_ago(days_apart(row.invoiced_on, today))}"
    if not row.due_on:
        return Stand("ph.clock", words, "notice")
    late = days_apart(row.due_on, today)
    if late <= 0:
        return Stand("ph.clock", words, spoken=f"{words}, due {day_words(row.due_on)}")
    over = counted(late, "day", "days")
    return Stand("ph.warning", words, "notice", spoken=f"{words}, {over} overdue")


def what_words(row: FeeRow) -> str:
    """Return what a row of money is: "Invoice HL-0142", "Placement", "Credit note"."""
    if not row.fee_id:
        return "Placement"
    noun = "Credit note" if row.kind == "credit" else "Invoice"
    return f"{noun} {row.number}".strip()


def waiting_words(waiting: dict[str, tuple[int, str]]) -> str:
    """Return the sentence about money without an exchange rate, empty where there is none.

    Args:
        waiting: by currency: how many fees, and their sum in words.
    """
    parts = [
        f"{counted(count, 'fee', 'fees')} in {code} ({amount})"
        for code, (count, amount) in sorted(waiting.items())
    ]
    if not parts:
        return ""
    one = len(parts) == 1 and next(iter(waiting.values()))[0] == 1
    listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    verb, shown = (
        ("waits", "It is shown as it is") if one else ("wait", "They are shown as they are")
    )
    return f"{listed} {verb} for an exchange rate. {shown} and in no sum."
