"""The calls behind a figure of the ranking."""

import numpy as np

from warmcalls.actions.ranking_report import is_test
from warmcalls.domain.behind import CallLine, Calls, CallsBehind
from warmcalls.domain.observed import Promise, View, places
from warmcalls.domain.outcomes import REACH_WORDS, RESULT_WORDS, WHY_WORDS, Why
from warmcalls.domain.periods import Period
from warmcalls.store import promises_kept
from warmcalls.store.engine import Reader


def calls_behind(db: Reader, period: Period, behind: CallsBehind) -> list[CallLine]:
    """Return the calls behind a figure, the newest first.

    Args:
        db: a reader.
        period: that the figure was asked for.
        behind: which of its calls.
    """
    view = View.CONVERSATIONS if behind.calls is Calls.CONVERSATIONS else View.CALLS
    found = promises_kept.promises(db, period.first, period.last)
    wanted = _of_bin(_of(found, behind.calls, view), view, behind.number)
    names = promises_kept.named(db, period.first, period.last)
    return [
        _line(each, view, *names[each.call_id])
        for each in reversed(wanted)
        if each.day.startswith(behind.month)
    ]


def _of(found: list[Promise], calls: Calls, view: View) -> list[Promise]:
    if calls is Calls.TESTS:
        return [each for each in found if is_test(each)]
    return [each for each in found if each.counts(view)]


def _of_bin(found: list[Promise], view: View, number: int | None) -> list[Promise]:
    """Return the calls of a bin, in the order of time."""
    if number is None:
        return found
    bins = places(np.array([each.promised(view) for each in found], dtype=np.float64))
    return [found[at] for at in sorted(bins[number].tolist())] if number < len(bins) else []


def _line(each: Promise, view: View, client: str, who: str, note: str, why: str) -> CallLine:  # noqa: PLR0917  a row of the store
    return CallLine(
        each.call_id,
        each.client_id,
        client,
        each.at,
        each.promised(view),
        each.came or 0.0,
        _words(each, why),
        who,
        note,
    )


def _words(each: Promise, why: str) -> str:
    """Return what came of a call: "Meeting booked, worth the time"."""
    said = RESULT_WORDS[each.result] if each.result else REACH_WORDS[each.reach]
    if each.worth is None:
        return said
    if each.worth:
        return f"{said}, worth the time"
    return f"{said}, not worth it" + (f": {WHY_WORDS[Why(why)].lower()}" if why else "")
