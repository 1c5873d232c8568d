"""The Ranking page in words: whether the list keeps its word, and what it is worth."""

from typing import Final

from warmcalls.domain.chances import chance_words
from warmcalls.domain.observed import EARLY, Bin, Observed, View
from warmcalls.domain.ranking_report import RankingReport
from warmcalls.domain.warm_against_cold import Share

WHOLE: Final = 100.0  # from which on a sum of chances has no decimals
ROUND: Final = 50  # test calls: from where on they are told in fifties
VERDICTS: Final = {
    0: "The list keeps its word",
    1: "The list promises too little",
    -1: "The list promises too much",
}
WHAT_A_TEST_IS: Final = (
    "A test call rings a client drawn at random among those the list left out, "
    "so that the list has something to be held against."
)


def headline(report: RankingReport) -> tuple[str, str]:
    """Return what the figure is of, and the sentence: "The list keeps its word: …"."""
    found = report.calls
    noun = "call" if found.worth == 1 else "calls"
    said = (
        f"{worth_words(found.worth, noun)}, "
        f"{sum_words(found.promised)} {were(found.promised)} promised"
    )
    begins = "Too early to tell" if found.too_early else VERDICTS[found.verdict]
    return f"Calls of the list, {report.period.words}", f"{begins}: {said}"


def doubt(report: RankingReport) -> str:
    """Return how far luck alone may have carried it: "From 412 calls; with better …"."""
    found = report.calls
    low, high = round(found.low * found.calls), round(found.high * found.calls)
    said = (
        f"From {counted(found.calls, 'call', 'calls')}; "
        f"with better or worse luck likely between {low:,} and {high:,}"
    )
    if found.too_early:
        return f"{said}. It takes about {EARLY:.0f} good ones to tell"
    return f"{said}. New promises are corrected by it" if found.verdict else said


def apart(report: RankingReport) -> str:
    """Return what is not held against a promise, and why; empty where there is nothing."""
    left = report.apart
    parts = [
        (left.callbacks, "promised callback", "promised callbacks"),
        (report.against.cold.calls, "test call", "test calls"),
        (left.samples, "sample for a campaign", "samples for a campaign"),
    ]
    said = [counted(count, one, many) for count, one, many in parts if count]
    sentences = []
    if said:
        whom = "The list did not choose them by their chance"
        sentences.append(f"Not counted here: {listed(said)}. {whom}.")
    if left.rejected:
        refused = counted(left.rejected, "client was", "clients were")
        sentences.append(f"{refused} refused before anybody rang.")
    if left.undecided:
        talks = counted(left.undecided, "conversation has", "conversations have")
        sentences.append(f"{talks} no verdict.")
    return " ".join(sentences)


def against(report: RankingReport) -> str:
    """Return how much more a call of the list is worth than one at random, or why not yet."""
    found, warm, cold = report.against, report.against.warm, report.against.cold
    if not cold.calls:
        share = "" if report.test_share else " No call of the list is one now."
        return f"No test call has an outcome yet, so nothing tells what chance would bring.{share}"
    if not warm.calls:
        return "No call of the list has an outcome in these months."
    if found.too_early:
        more = f"It takes about {round_count(found.more_needed)} more test calls"
        return f"Too early to tell what the list is worth: {_so_far(warm, cold)}. {more}."
    if found.ratio is None:
        better = f"The list is better than chance, likely more than {times(found.low)} times"
        whole = "Nothing tells the list from chance" if found.low <= 1.0 else better
        return f"{whole}; {_so_far(warm, cold)}."
    return (
        f"A call from the list was worth the time {times(found.ratio)} times as often as a call "
        f"at random: likely between {times(found.low)} and {times(found.high)} times, from "
        f"{counted(warm.calls, 'call', 'calls')} of the list and "
        f"{counted(cold.calls, 'test call', 'test calls')}."
    )


def share_words(report: RankingReport) -> str:
    """Return how many calls of a list are test calls: "1 call in 20 is a test call."."""
    if report.test_share <= 0:
        return "No call of the list is a test call now."
    return f"1 call in {round(1 / report.test_share):,} is a test call."


def bin_words(each: Bin, view: View) -> str:
    """Return what a group of calls promised and came to."""
    noun = noun_of(view)
    said = (
        f"{counted(each.calls, noun, f'{noun}s')}, "
        f"promised {chance_words(each.predicted)} each ({percent(each.predicted)}): "
        f"{worth_words(each.worth)}, {percent(each.observed)}, "
        f"likely between {percent(each.low)} and {percent(each.high)}"
    )
    return f"{said}; too few to tell" if each.too_few else said


def calibration_finding(found: Observed, view: View) -> str:
    """Return in how many groups what came agrees with what was promised."""
    if not found.bins:
        return "No call of the list has an outcome in these months."
    agree = sum(each.low <= each.predicted <= each.high for each in found.bins)
    top, groups = found.bins[-1], len(found.bins)
    which = "the most promising" if groups > 1 else "all"
    said = (
        f"Of {which} {noun_of(view)}s {percent(top.predicted)} were promised "
        f"and {percent(top.observed)} came true."
    )
    return (
        f"{agree} of {groups} groups came to what was promised of them. {said}"
        if groups > 1
        else said
    )


def noun_of(view: View) -> str:
    """Return what a view is of: "call", "conversation"."""
    return "call" if view is View.CALLS else "conversation"


def percent(share: float) -> str:
    """Return a share: "8.3 %", "26 %"."""
    said = f"{100 * share:.1f}" if share < 0.1 else f"{100 * share:.0f}"  # noqa: PLR2004
    return f"{said.removesuffix('.0')} %"


def times(ratio: float) -> str:
    """Return how many times as much: "2.9", "14"."""
    return f"{ratio:.1f}" if ratio < 10 else f"{ratio:.0f}"  # noqa: PLR2004


def sum_words(promised: float) -> str:
    """Return a sum of chances: "38.6", "412"."""
    return f"{promised:,.0f}" if promised >= WHOLE else f"{promised:.1f}"


def worth_words(worth: float, noun: str = "") -> str:
    """Return how many were worth the time: "41 calls were worth the time", "1 was …"."""
    return " ".join(filter(None, (number(worth), noun, were(worth), "worth the time")))


def were(count: float) -> str:
    """Return the verb that a number takes."""
    return "was" if count == 1 else "were"


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{count:,} {one if count == 1 else many}"


def listed(parts: list[str]) -> str:
    """Return parts as a sentence lists them."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def round_count(count: int) -> str:
    """Return a count as one says it that is only about right: "30", "250", "2,000"."""
    step = 10 if count < 2 * ROUND else ROUND if count < 10 * ROUND else 10 * ROUND
    return f"{max(step * round(count / step), 10):,}"


def _so_far(warm: Share, cold: Share) -> str:
    ours = f"{number(warm.worth)} of {counted(warm.calls, 'call', 'calls')} from the list"
    theirs = f"{number(cold.worth)} of {counted(cold.calls, 'test call', 'test calls')}"
    return f"so far {ours} were worth the time, and {theirs}"


def number(worth: float) -> str:
    """Return a count that may have a half: "41", "40.5"."""
    return f"{worth:,.1f}".removesuffix(".0")
