"""Clients by the month they were first seen: what they brought as they aged."""

from datetime import date
from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Behind, Rows
from warmcalls.domain.money import amount_words, round_words, short_words, symbol
from warmcalls.domain.periods import month_after, month_words
from warmcalls.domain.results import Cohort, Results
from warmcalls.reports.charts.legend import HEAD
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import width_of
from warmcalls.reports.charts.shades import between, strongest

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

ROW, HEADS = 24, 18
MOST: Final = 12  # months, the newest; the saved table has all
OLDEST: Final = 12  # months of age
NAME, NUMBER, SO_FAR = 62, 50, 62
FAINT: Final = 0.10  # how much of `good` the palest cell has
ASIDE: Final = "fees in, by months since the first signal"


def draw(canvas: "Canvas", results: Results) -> None:
    """Draw a row a month: clients, leads, fees by age, fees so far, and how ripe it is."""
    shown = results.cohorts[-MOST:]
    if not shown:
        canvas.nothing(_finding(results))
        return
    ages = min(max(len(cohort.fees) for cohort in shown), OLDEST)
    right = canvas.width - SO_FAR
    wide = (right - NAME - 2 * NUMBER - 12) / max(ages, 1)
    _heads(canvas, ages, wide)
    full = strongest(canvas.look.surface, canvas.look.good, canvas.look.text)
    most = max((max(cohort.fees, default=0) for cohort in shown), default=0) or 1
    for number, cohort in enumerate(shown):
        top = HEAD + HEADS + number * ROW
        _facts(canvas, cohort, results, top)
        for age, fees in enumerate(cohort.fees[:ages]):
            left = _left(age, wide)
            shade = FAINT + (full - FAINT) * fees / most if fees > 0 else 0.0
            changed = age == 0 or fees != cohort.fees[age - 1]
            words = _short(fees, results.currency) if changed else ""
            _cell(canvas, (left, top, wide), words, shade)
            title, behind = _behind(cohort, age)
            said = f"{title}: {amount_words(fees, results.currency)}"
            canvas.part(said, behind, Box(left, top, wide, ROW))
        if not cohort.is_ripe:
            _unripe(canvas, cohort, results, (_left(len(cohort.fees), wide), top, right))


def _left(age: int, wide: float) -> float:
    return NAME + 2 * NUMBER + 12 + age * wide


def _heads(canvas: "Canvas", ages: int, wide: float) -> None:
    middle = HEAD + HEADS / 2 - 2
    for right, words in ((NAME + NUMBER, "clients"), (NAME + 2 * NUMBER, "leads")):
        canvas.text(right, middle, words, align="right")
    canvas.text(canvas.width, middle, "so far", align="right")
    for age in range(ages):
        canvas.text(_left(age, wide) + wide / 2, middle, str(age), align="center")


def _facts(canvas: "Canvas", cohort: Cohort, results: Results, top: float) -> None:
    middle, month = top + ROW / 2, date.fromisoformat(f"{cohort.month}-01")
    if not cohort.is_ripe:
        canvas.box(Box(0, top, canvas.width, ROW), "sunken", under=True)
    canvas.text(0, middle, f"{month:%b %Y}", role="text2")
    figures = ((NAME + NUMBER, cohort.first_signals), (NAME + 2 * NUMBER, cohort.leads))
    for right, count in figures:
        canvas.text(right, middle, f"{count:,}", role="text2", align="right")
    name, so_far = month_words(cohort.month), cohort.fees[-1] if cohort.fees else 0
    leads = Behind(Rows.LEADS, f"Leads first seen in {name}", cohort.month, cohort.month)
    said = f"{name}: {cohort.first_signals:,} clients first seen, {cohort.leads:,} became leads"
    canvas.part(said, leads, Box(0, top, NAME + 2 * NUMBER, ROW))
    words = short_words(so_far, results.currency)
    canvas.text(canvas.width, middle, words, role="text", semibold=True, align="right")
    behind = Behind(
        Rows.FEES, f"Fees from clients first seen in {name}", cohort.month, cohort.month
    )
    said = f"{name}: {amount_words(so_far, results.currency)} of fees so far"
    canvas.part(said, behind, Box(canvas.width - SO_FAR, top, SO_FAR, ROW))


def _cell(canvas: "Canvas", place: tuple[float, float, float], words: str, shade: float) -> None:
    left, top, wide = place
    look = canvas.look
    ground = between(look.surface, look.good, shade)
    if shade:
        box = Box(left + 1, top + 1, wide - 2, ROW - 2)
        canvas.box(box, ground, under=True).set_gid("cell")
    ink = "text" if shade else "text3"
    if words and width_of(words, 11) <= wide - 2:
        canvas.text(left + wide / 2, top + ROW / 2, words, role=ink, align="center")


def _short(fees: int, currency: str) -> str:
    """Return an amount without its sign, which the head of the chart has."""
    return short_words(fees, currency).replace(symbol(currency), "") if fees else "–"


def _unripe(
    canvas: "Canvas", cohort: Cohort, results: Results, place: tuple[float, float, float]
) -> None:
    """Say in the row's free end that it is not ripe, and how much is likely still to come."""
    left, top, right = place
    room = right - left - 16
    share = f"{cohort.ripe:.0%}".replace("%", " %")
    more = f"{short_words(cohort.to_come, results.currency)} likely to come"
    for words in (f"not ripe: {share} should be in, {more}", f"not ripe: {share} in", "not ripe"):
        if width_of(words, 11) <= room:
            canvas.text(left + 10, top + ROW / 2, words)
            return


def _behind(cohort: Cohort, age: int) -> tuple[str, Behind]:
    name, until = month_words(cohort.month), month_after(cohort.month, age)
    title = f"Fees by {month_words(until)} from clients first seen in {name}"
    return title, Behind(Rows.FEES, title, cohort.month, cohort.month, until=until)


def _finding(results: Results) -> str:
    if not results.cohorts:
        return "No clients with signals yet."
    ripe = [c for c in results.cohorts if c.is_ripe and c.fees]
    young = len(results.cohorts) - sum(c.is_ripe for c in results.cohorts)
    said = f"{young} of {len(results.cohorts)} months are not ripe yet."
    if not ripe:
        return said
    best = max(ripe, key=lambda c: c.fees[-1])
    words = round_words(best.fees[-1], results.currency)
    return f"Clients first seen in {month_words(best.month)} brought most: {words}. {said}"


def _height(results: Results, _: float) -> int:
    return HEAD + HEADS + ROW * max(min(len(results.cohorts), MOST), 4) + 2


COHORTS: Final = Chart("cohorts", "By month of first signal", _height, draw, _finding, ASIDE)
