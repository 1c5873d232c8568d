"""The ranking in words, in charts and in files."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from warmcalls.domain.behind import Calls, CallsBehind
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.observed import MonthKept, Observed, View, likely, observed
from warmcalls.domain.periods import Period
from warmcalls.domain.ranking_report import Apart, RankingReport
from warmcalls.domain.warm_against_cold import share, warm_against_cold
from warmcalls.reports import ranking_words
from warmcalls.reports.charts.catalogue import RANKING
from warmcalls.reports.charts.drawing import drawn
from warmcalls.reports.charts.kinds import RankingKind
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.ranking_tables import tables
from warmcalls.reports.saving import save_ranking

YEAR = Period("2025-04-01", "2026-03-31")
NOTHING = RankingReport(
    YEAR, Observed(), Observed(), (), warm_against_cold(share(0, 0, 0), share(0, 0, 0)), 0.05
)
LOT = np.random.default_rng(3)
PROMISED = LOT.beta(1.2, 12.0, 900)
CAME = (LOT.random(900) < PROMISED).astype(np.float64)
MONTHS = tuple(MonthKept(f"2025-{m:02}", 100, 8.5, 9.0 + m % 3) for m in range(4, 13))
FULL = RankingReport(
    YEAR,
    observed(PROMISED, CAME),
    observed(PROMISED[:300] * 2, CAME[:300]),
    MONTHS,
    warm_against_cold(share(900, 320, float(CAME.sum())), share(400, 140, 12)),
    0.05,
    Apart(40, 6, 2, 1),
    320,
)
TOLD = (
    "A call from the list was worth the time 2.8 times as often as a call at random: likely "
    "between 1.6 and 5.1 times, from 412 calls of the list and 320 test calls."
)
NONE = (
    "The list is better than chance, likely more than 8.5 times; so far 190 of 3,000 calls from the "
    "list were worth the time, and 0 of 400 test calls."
)
EARLY = (
    "Too early to tell what the list is worth: so far 2 of 60 calls from the list were worth the "
    "time, and 1 of 5 test calls. It takes about 500 more test calls."
)


def of(promised: float, worth: float, calls: int) -> RankingReport:
    low, high = likely(worth, calls)
    return replace(NOTHING, calls=Observed((), calls, promised, worth, low, high))


@pytest.mark.parametrize(
    ("promised", "worth", "calls", "said"),
    [
        (
            38.6,
            41,
            412,
            "The list keeps its word: 41 calls were worth the time, 38.6 were promised",
        ),
        (80.2, 41, 412, "The list promises too much: 41 calls were worth the time, 80.2 were"),
        (20.0, 41, 412, "The list promises too little: 41 calls were worth the time, 20.0 were"),
        (1.0, 1, 12, "Too early to tell: 1 call was worth the time, 1.0 was promised"),
        (412.4, 400.5, 5000, "The list keeps its word: 400.5 calls were worth the time, 412 were"),
    ],
)
def test_the_headline_is_the_answer(promised: float, worth: float, calls: int, said: str) -> None:
    assert ranking_words.headline(of(promised, worth, calls))[1].startswith(said)


def test_the_doubt_is_what_luck_may_do() -> None:
    low, high = likely(41, 412)
    said = ranking_words.doubt(of(38.6, 41, 412))
    assert said.startswith("From 412 calls; ")
    assert said.endswith(f"likely between {round(412 * low)} and {round(412 * high)}")
    assert ranking_words.doubt(of(80.2, 41, 412)).endswith(". New promises are corrected by it")
    assert ranking_words.doubt(of(1.0, 1, 12)).endswith(". It takes about 10 good ones to tell")


@pytest.mark.parametrize(
    ("warm", "cold", "said"),
    [
        ((412, 150, 33), (320, 90, 9), TOLD),
        ((60, 24, 2), (5, 3, 1), EARLY),
        ((3000, 1000, 190), (400, 130, 0), NONE),
        ((3000, 1000, 190), (160, 50, 0), "Too early to tell what the list is worth: so far 190 "),
        ((300, 100, 20), (0, 0, 0), "No test call has an outcome yet"),
        ((0, 0, 0), (20, 8, 1), "No call of the list has an outcome"),
    ],
)
def test_warm_against_cold_is_a_sentence_or_says_why_not(
    warm: tuple[int, int, float], cold: tuple[int, int, float], said: str
) -> None:
    found = replace(NOTHING, against=warm_against_cold(share(*warm), share(*cold)))
    assert ranking_words.against(found).startswith(said)


def test_without_a_share_nobody_is_told_to_wait_for_test_calls() -> None:
    none = replace(NOTHING, test_share=0.0)
    assert "No call of the list is one now." in ranking_words.against(none)
    assert ranking_words.share_words(none) == "No call of the list is a test call now."
    assert ranking_words.share_words(FULL) == "1 call in 20 is a test call."


def test_what_is_not_counted_is_named() -> None:
    assert ranking_words.apart(NOTHING) == ""
    assert ranking_words.apart(FULL) == (
        "Not counted here: 40 promised callbacks, 400 test calls and 6 samples for a campaign. "
        "The list did not choose them by their chance. 1 client was refused before anybody rang. "
        "2 conversations have no verdict."
    )


@pytest.mark.parametrize("kind", RankingKind)
@pytest.mark.parametrize("report", [FULL, NOTHING, of(1.0, 1, 12)])
@pytest.mark.parametrize("width", [320.0, 640.0])
def test_every_chart_is_drawn_whatever_there_is(
    kind: RankingKind, report: RankingReport, width: float
) -> None:
    made = drawn(RANKING[kind], report, PAPER, width)
    assert made.finding.endswith(".")
    for part in made.parts:
        assert part.box.width > 0
        assert part.box.height > 0
        assert part.box.left + part.box.width <= width + 1


def test_a_dot_stands_where_it_was_promised_and_what_came() -> None:
    made = drawn(RANKING[RankingKind.CALLS], FULL, PAPER, 640)
    dots = [a for a in made.figure.get_children() if a.get_gid() == "dot"]
    spans = [a for a in made.figure.get_children() if a.get_gid() == "interval"]
    bins = FULL.calls.bins
    assert len(dots) == len(spans) == len(made.parts) == len(bins) == 8
    across = [float(dot.get_xdata()[0]) for dot in dots]  # type: ignore[attr-defined]
    scale = (across[-1] - across[0]) / (bins[-1].predicted - bins[0].predicted)
    for x, dot, each in zip(across, dots, bins, strict=True):
        assert x - across[0] == pytest.approx(scale * (each.predicted - bins[0].predicted))
        surface = PAPER.surface.lower()
        hollow = str(dot.get_markerfacecolor()).lower() == surface  # type: ignore[attr-defined]
        assert hollow is each.too_few


def test_every_part_says_its_figures_and_opens_its_calls() -> None:
    calls = drawn(RANKING[RankingKind.CALLS], FULL, PAPER, 640).parts
    assert [part.behind.number for part in calls] == list(range(8))
    top = FULL.calls.bins[-1]
    assert f"{top.calls} calls, promised about 1 in" in calls[-1].words
    talks = drawn(RANKING[RankingKind.CONVERSATIONS], FULL, PAPER, 640).parts
    assert {part.behind.calls for part in talks} == {Calls.CONVERSATIONS}
    warm, cold = drawn(RANKING[RankingKind.WARM_AND_COLD], FULL, PAPER, 480).parts
    assert (warm.behind.calls, cold.behind.calls) == (Calls.LIST, Calls.TESTS)
    months = drawn(RANKING[RankingKind.MONTHS], FULL, PAPER, 640).parts
    assert months[0].behind == CallsBehind(Calls.LIST, "Calls in April 2025", month="2025-04")
    assert months[0].words == "April 2025: 10 of 100 calls were worth the time, 8.5 promised"


def test_the_finding_counts_the_groups_that_came_true() -> None:
    bins = FULL.calls.bins
    agree = sum(each.low <= each.predicted <= each.high for each in bins)
    said = ranking_words.calibration_finding(FULL.calls, View.CALLS)
    assert said.startswith(f"{agree} of 8 groups came to what was promised of them.")


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
@pytest.mark.parametrize("kind", [None, RankingKind.CALLS])
def test_page_and_chart_are_saved_as_pictures(
    tmp_path: Path, ending: str, kind: RankingKind | None
) -> None:
    path = tmp_path / f"ranking.{ending}"
    save_ranking(FULL, path, kind)
    starts = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    assert path.read_bytes().startswith(starts[ending])
    if ending == "svg":
        words = path.read_text(encoding="utf-8")
        assert "as promised" in words
        assert ("The list keeps its word" in words) is (kind is None)


def test_the_table_has_every_bin_and_every_month(tmp_path: Path) -> None:
    path = tmp_path / "ranking.csv"
    save_ranking(FULL, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        flat = [cell for row in csv.reader(file) for cell in row]
    for each in (*FULL.calls.bins, *FULL.conversations.bins):
        assert str(round(each.predicted, 5)) in flat
    assert {month.month for month in MONTHS} <= set(flat)
    assert [table.name for table in tables(FULL)] == [
        "Summary", "Calls", "Conversations", "Months", "Warm and cold",
    ]  # fmt: skip


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "ranking.docx"
    with pytest.raises(RefusedError, match=r"ranking\.docx"):
        save_ranking(FULL, path)
    assert not path.exists()
