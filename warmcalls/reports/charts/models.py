"""How much credit each campaign gets, by each way of sharing it; and whether that is noise."""

from typing import TYPE_CHECKING, Final

from warmcalls.domain.behind import Behind, Rows
from warmcalls.domain.money import round_words, short_words
from warmcalls.domain.results import ENOUGH_FOR_MARKOV, MODEL_WORDS, Earner, Model, Results
from warmcalls.reports.charts.axis import ticks
from warmcalls.reports.charts.canvas import LINE, wrapped
from warmcalls.reports.charts.legend import HEAD, Sign, legend
from warmcalls.reports.charts.parts import Box, Chart
from warmcalls.reports.charts.setting_up import width_of
from warmcalls.reports.result_words import model_words

if TYPE_CHECKING:
    from warmcalls.reports.charts.canvas import Canvas

ROW, FOOT = 28, 28
MOST: Final = 10
LEGEND: Final = 46  # the legend's rows, at most
LONGEST_NAME, SHARE_OF_NAME = 200, 0.3
MARKS: Final = {
    Model.FIRST: ("<", "data1", False),
    Model.LAST: (">", "data1", False),
    Model.LINEAR: ("o", "text", False),
    Model.POSITION: ("s", "text2", True),
    Model.DECAY: ("D", "text2", True),
    Model.MARKOV: ("^", "data2", False),
}


def draw(canvas: "Canvas", results: Results) -> None:
    """Draw a row a campaign, a mark a model, and under it the sentence on noise."""
    earners = compared(results)
    if not earners:
        canvas.nothing(_finding(results))
        return
    signs = [_sign(model) for model in MARKS if any(model in e.credits for e in earners)]
    top = legend(canvas, signs) + 2
    left = min(
        max((width_of(e.name, 13) for e in earners), default=0.0),
        LONGEST_NAME,
        canvas.width * SHARE_OF_NAME,
    )
    at = ticks(0, max((max(e.credits.values()) for e in earners), default=0), 5)
    bottom = top + ROW * len(earners)
    start, share = left + 24, (canvas.width - left - 24 - 18) / at[-1]
    for value in at:
        x = start + value * share
        canvas.line((x, top), (x, bottom + 2))
        words = short_words(value, results.currency)
        canvas.text(x, bottom + 14, words, role="text2", align="center")
    for number, earner in enumerate(earners):
        y = top + ROW * (number + 0.5)
        canvas.text(0, y, earner.name, size=13, role="text", room=left)
        places = [start + max(credit, 0) * share for credit in earner.credits.values()]
        canvas.line((min(places), y), (max(places), y), "data2", width=1.5, over=True)
        for model, credit in earner.credits.items():
            _mark(canvas, model, start + max(credit, 0) * share, y, chosen=results.asked.model)
        behind = Behind(Rows.FEES, f"Fees of {earner.name}", campaign_id=earner.id)
        canvas.part(_words(earner, results), behind, Box(0, y - ROW / 2, canvas.width, ROW))
    below = bottom + FOOT
    for sentence in remarks(results):
        below = canvas.paragraph(0, below, sentence, canvas.width)


def compared(results: Results) -> list[Earner]:
    """Return the campaigns that any model credits, most credited first."""
    credited = [e for e in results.campaigns if any(e.credits.values())]
    return sorted(credited, key=lambda e: (-max(e.credits.values()), e.name))[:MOST]


def remarks(results: Results) -> list[str]:
    """Return what must be said under the marks."""
    said = [results.noise] if results.noise else []
    shown = any(Model.MARKOV in earner.credits for earner in results.campaigns)
    if shown and results.conversions < ENOUGH_FOR_MARKOV:
        said.append(
            f"The removal effect says little under {ENOUGH_FOR_MARKOV} fees; "
            f"here are {results.conversions:.0f}."
        )
    return said


def _sign(model: Model) -> Sign:
    marker, role, hollow = MARKS[model]
    words = MODEL_WORDS[model].partition(" (")[0].lower()
    return Sign(words, "hollow" if hollow else "dot", role, marker)


def _mark(canvas: "Canvas", model: Model, x: float, y: float, *, chosen: Model) -> None:
    marker, role, hollow = MARKS[model]
    size = 9 if model is chosen else 7
    canvas.dot(x, y, role, size=size, hollow=hollow, marker=marker).set_gid(model.value)


def _words(earner: Earner, results: Results) -> str:
    each = (
        f"{model_words(model)} {round_words(credit, results.currency)}"
        for model, credit in earner.credits.items()
    )
    return f"{earner.name}: {', '.join(each)}"


def _finding(results: Results) -> str:
    earners = compared(results)
    if not earners:
        return "No fee is credited to a campaign yet."
    widest = max(earners, key=_range)
    low, high = min(widest.credits.values()), max(widest.credits.values())
    words = round_words(low, results.currency), round_words(high, results.currency)
    said = f"The ways differ most for {widest.name}: {words[0]} to {words[1]}."
    return " ".join([said, *remarks(results)])


def _range(earner: Earner) -> int:
    return max(earner.credits.values()) - min(earner.credits.values())


def _height(results: Results, width: float) -> int:
    lines = sum(len(wrapped(sentence, 11, width)) for sentence in remarks(results))
    return HEAD + LEGEND + ROW * max(len(compared(results)), 3) + FOOT + LINE * lines + 4


MODELS: Final = Chart("ways-of-sharing", "Ways of sharing the credit", _height, draw, _finding)
