"""Charts: what stands on the figure is what the results say, whatever they are called."""

import math
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from tests.reports import examples
from warmcalls.domain.behind import Rows
from warmcalls.domain.campaigns import Return
from warmcalls.domain.results import Earner, FunnelStep, Month, Results
from warmcalls.reports.charts import drawing
from warmcalls.reports.charts.axis import month_names, ticks
from warmcalls.reports.charts.canvas import fitted
from warmcalls.reports.charts.catalogue import chart
from warmcalls.reports.charts.cumulative import spread
from warmcalls.reports.charts.drawing import Drawn, drawn
from warmcalls.reports.charts.forecast import waiting
from warmcalls.reports.charts.kinds import Kind
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.charts.months import unripe
from warmcalls.reports.charts.setting_up import MISSING, plain, width_of

WIDTH = 668


def draw(kind: Kind, results: Results, width: float = WIDTH) -> Drawn:
    return drawn(chart(kind, results), results, PAPER, width)


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def bars(figure: Figure, name: str) -> list[Any]:
    return [patch for patch in figure.axes[0].patches if patch.get_gid() == name]


def marked(figure: Figure, gid: str) -> list[Any]:
    return [artist for artist in figure.get_children() if artist.get_gid() == gid]


def test_bars_are_as_high_as_fees_spend_and_what_is_to_come() -> None:
    results = examples.full()
    figure = draw(Kind.MONTHS, results).figure
    assert [bar.get_height() for bar in bars(figure, "fees")] == [m.fees for m in results.months]
    assert [bar.get_height() for bar in bars(figure, "spend")] == [m.spend for m in results.months]
    waiting = [m for m in results.months if m.to_come]
    above = bars(figure, "to come")
    assert [(b.get_y(), b.get_height()) for b in above] == [(m.fees, m.to_come) for m in waiting]
    assert {bar.get_hatch() for bar in above} == {"////"}


def test_the_owners_line_stands_over_every_month_at_its_height() -> None:
    results = examples.full()
    figure = draw(Kind.MONTHS, results).figure
    plot = figure.axes[0]
    found = [
        line.get_transform().transform(line.get_xydata())[0][1] for line in marked(figure, "line")
    ]
    wanted = [plot.transData.transform((0, 2 * m.spend))[1] for m in results.months]
    assert found == pytest.approx(wanted, abs=0.01)


def test_months_that_are_not_ripe_lie_on_a_band_with_the_words() -> None:
    results = examples.full()
    assert unripe(results.months) == [(8, 4)]
    assert "not ripe yet" in words(draw(Kind.MONTHS, results).figure)
    assert "not ripe yet" not in words(draw(Kind.MONTHS_INVOICED, results).figure)
    assert unripe((Month("a", ripe=0.1), Month("b"), Month("c", ripe=0.2))) == [(0, 1), (2, 1)]


def test_invoiced_and_paid_are_all_fees_of_the_agency() -> None:
    results = examples.full()
    figure = draw(Kind.INVOICED_PAID, results).figure
    assert [b.get_height() for b in bars(figure, "invoiced")] == [
        m.invoiced for m in results.months
    ]
    assert [b.get_height() for b in bars(figure, "paid")] == [m.paid for m in results.months]
    assert not marked(figure, "line")


def test_a_credit_note_goes_under_nought() -> None:
    months = (Month("2026-01", 10_000, -50_000, 20_000), Month("2026-02", 10_000, 90_000))
    figure = draw(Kind.MONTHS, Results(examples.ASKED, "GBP", 2.0, months)).figure
    assert figure.axes[0].get_ylim()[0] <= -50_000
    assert bars(figure, "to come")[0].get_y() == 0


def test_lines_add_up_and_are_labelled_at_their_ends() -> None:
    results = examples.full()
    figure = draw(Kind.ADDED_UP, results).figure
    lines = {
        str(line.get_gid()): np.asarray(line.get_ydata()).tolist() for line in figure.axes[0].lines
    }
    spent = list(accumulate(m.spend for m in results.months))
    assert lines["fees"] == list(accumulate(m.fees for m in results.months))
    assert lines["spend"] == spent
    assert lines["your line"] == [2 * each for each in spent]
    assert {"fees £161k", "your line £139k", "spend £70k"} <= set(words(figure))


def test_returns_are_sorted_and_too_few_is_hollow() -> None:
    results = examples.full()
    figure = draw(Kind.CAMPAIGNS, results).figure
    dots = marked(figure, "dot")
    places = [float(dot.get_xdata()[0]) for dot in dots]
    assert places == sorted(places, reverse=True)
    hollow = [dot.get_markerfacecolor() == PAPER.surface for dot in dots]
    assert hollow == [True, False, False, False, False, False, True, False]
    said = words(figure)
    names = [e.name for e in sorted(results.campaigns, key=lambda e: -(e.returns.so_far or 0))]
    assert [each for each in said if each in names] == names
    assert {"£7.20", "3 fees · too few", "£0.00", "0 fees"} <= set(said)


def earners(*figures: tuple[float, float, float]) -> Results:
    """Campaigns that brought so much so far, with what they likely come to."""
    made = tuple(
        examples.earner(n, f"Campaign {n}", "Mail", 1_000, each, 9)
        for n, each in enumerate(figures, start=1)
    )
    return Results(examples.ASKED, "GBP", 2.0, campaigns=made)


def test_dots_stand_at_what_came_in_so_far_on_one_scale_with_the_intervals() -> None:
    figure = draw(Kind.CAMPAIGNS, earners((4, 3, 6), (2, 1, 3), (1, 0.5, 2))).figure
    nought, two = (_tick(figure, words) for words in ("£0", "your line £2"))
    dots = [dot.get_xdata()[0] for dot in marked(figure, "dot")]
    unit = (two - nought) / 2
    assert [(x - nought) / unit for x in dots] == pytest.approx([4, 2, 1], abs=0.02)
    ends = [line.get_xdata() for line in marked(figure, "interval")]
    assert [[(x - nought) / unit for x in pair] for pair in ends] == [
        pytest.approx(pair, abs=0.02) for pair in ([3, 6], [1, 3], [0.5, 2])
    ]
    assert marked(figure, "line")[0].get_xdata()[0] == pytest.approx(two, abs=0.6)


def _tick(figure: Figure, words: str) -> float:
    """Return the middle of a label under the axis."""
    text = next(each for each in figure.findobj(Text) if each.get_text() == words)
    return float(text.get_position()[0]) + width_of(words, 11) / 2


def test_a_dot_under_its_interval_is_led_to_it() -> None:
    figure = draw(Kind.CAMPAIGNS, earners((1, 2, 4), (3, 2, 4), (0.5, 0.5, 1))).figure
    (way,) = marked(figure, "way")
    dot = marked(figure, "dot")[1].get_xdata()[0]
    low = marked(figure, "interval")[1].get_xdata()[0]
    assert list(way.get_xdata()) == [dot, low]
    assert way.get_linestyle() == ":" or way.is_dashed()


def test_one_campaign_far_out_does_not_press_the_others_together() -> None:
    others = [(n, n / 2, n * 2) for n in (6.5, 6.1, 4.2, 3.8, 1.5, 1.5, 0.9, 0.4)]
    plain = draw(Kind.CAMPAIGNS, earners(*others)).figure
    figure = draw(Kind.CAMPAIGNS, earners((90, 40, 400), *others)).figure
    near = [dot.get_xdata()[0] for dot in marked(plain, "dot")]
    found = [dot.get_xdata()[0] for dot in marked(figure, "dot")]
    assert found[1:] == pytest.approx(near, abs=12)  # its figure is a little wider
    assert found[0] == max(found)
    assert "£90.00" in words(figure)
    assert marked(figure, "line")


def test_the_signs_of_the_returns_stand_in_a_row_of_their_own_where_it_is_narrow() -> None:
    results = examples.full()
    wide, narrow = (draw(Kind.CAMPAIGNS, results, room).figure for room in (668, 420))
    for figure in (wide, narrow):
        assert {"so far", "90 % likely in the end", "without the largest fee"} <= set(words(figure))
    assert narrow.get_size_inches()[1] > wide.get_size_inches()[1]


def test_the_owners_line_and_what_comes_without_the_largest_fee_are_drawn() -> None:
    figure = draw(Kind.CAMPAIGNS, examples.full()).figure
    assert len(marked(figure, "line")) == 1
    assert len(marked(figure, "without")) == 6  # two of the eight have no second fee


def test_an_interval_that_runs_on_ends_in_an_arrow_and_nothing_spent_is_said() -> None:
    figure = draw(Kind.CAMPAIGNS, examples.few()).figure
    assert ">" in {line.get_marker() for line in figure.findobj(Line2D)}
    assert "no spend" in words(figure)


def test_only_ten_campaigns_stand_on_the_page_and_all_where_asked() -> None:
    many = tuple(
        Earner(n, f"Campaign {n}", "Mail", 100, 100, Return(n / 10, n / 10), {})
        for n in range(1, 31)
    )
    results = Results(examples.ASKED, "GBP", 2.0, campaigns=many)
    assert len(draw(Kind.CAMPAIGNS, results).parts) == 10
    assert len(draw(Kind.ALL_CAMPAIGNS, results).parts) == 30


def test_the_funnel_is_drawn_to_scale_with_shares_and_days() -> None:
    results = examples.full()
    figure = draw(Kind.FUNNEL, results).figure
    wide = {step.id: marked(figure, step.id)[0].get_width() for step in results.funnel}
    assert wide["leads"] / wide["signals"] == pytest.approx(418 / 1184)
    tiny = (FunnelStep("signals", "Seen", 100_000), FunnelStep("paid", "Paid", 1))
    small = draw(Kind.FUNNEL, Results(examples.ASKED, "GBP", 2.0, funnel=tiny)).figure
    assert marked(small, "paid")[0].get_width() == 3  # too small for the scale, and still seen
    assert {"1,184", "35 %", "34 days", "of the last", "takes"} <= set(words(figure))


def test_cohorts_say_what_came_in_by_age_and_what_is_not_ripe() -> None:
    results = examples.full()
    said = words(draw(Kind.COHORTS, results).figure)
    assert "Mar 2025" in said
    assert "£11k" in said
    assert any(each.startswith("not ripe: 8 % should be in") for each in said)
    filled = [fees > 0 for cohort in results.cohorts for fees in cohort.fees]
    assert len(marked(draw(Kind.COHORTS, results).figure, "cell")) == sum(filled)


def test_the_forecast_has_its_range() -> None:
    made = draw(Kind.FORECAST, examples.full())
    assert "£50k" in words(made.figure)
    assert made.finding == "About £50k of fees still to come, likely between £21k and £96k."
    dot, interval = marked(made.figure, "dot")[0], marked(made.figure, "interval")[0]
    low, high = interval.get_xdata()
    assert low < dot.get_xdata()[0] < high


def test_what_is_to_come_is_told_of_every_month_the_oldest_ones_together() -> None:
    rows = tuple(Month(f"{2024 + n // 12}-{n % 12 + 1:02}", to_come=n + 1) for n in range(26))
    results = replace(examples.full(), months=rows)
    found = waiting(results)
    assert len(found) == 12
    assert sum(amount for *_, amount in found) == sum(row.to_come for row in rows)
    assert found[0] == ("2024-01", "2025-03", sum(range(1, 16)))
    said = [part.words for part in draw(Kind.FORECAST, results).parts]
    assert "Up to March 2025: about £1 still to come" in said


def test_the_month_of_a_c_and_its_average_are_named() -> None:
    said = words(draw(Kind.FOUR_CS, examples.full(), 470).figure)
    assert {"Feb 2026", "217", "+77 since March", "23.5 a month on average"} <= set(said)


def test_a_missing_month_breaks_the_line_of_a_c() -> None:
    results = examples.full()
    figure = draw(Kind.FOUR_CS, results).figure
    assert len(marked(figure, "Candidates")) == 11
    assert len(marked(figure, "Cash")) == 7
    said = " ".join(words(draw(Kind.FOUR_CS, examples.few()).figure))
    assert said.count("Not recorded yet Type it in with the month figures, or import it.") == 4


def test_every_way_of_sharing_has_its_mark_and_noise_is_called_noise() -> None:
    results = examples.full()
    figure = draw(Kind.MODELS, results).figure
    credited = [e for e in results.campaigns if any(e.credits.values())]
    for model in results.campaigns[0].credits:
        assert len(marked(figure, model.value)) == len(credited)
    assert "The removal effect says little under 300 fees; here are 31." in words(figure)
    assert results.noise in " ".join(words(figure))


@pytest.mark.parametrize("results", [examples.full(), examples.few()], ids=["full", "few"])
@pytest.mark.parametrize("kind", list(Kind))
def test_every_part_lies_on_the_chart_and_says_something(kind: Kind, results: Results) -> None:
    made = draw(kind, results)
    wide, high = (inches * 96 for inches in made.figure.get_size_inches())
    assert made.parts
    for part in made.parts:
        left, top, width, height = part.box
        assert left >= -0.01
        assert left + width <= wide + 0.01
        assert top >= -0.01
        assert top + height <= high + 0.01
        assert part.words
        assert part.behind is not None or kind is Kind.FOUR_CS
    assert made.finding.endswith(".")


@pytest.mark.parametrize(
    "results",
    [examples.full(), examples.few(), examples.hostile(), examples.empty()],
    ids=["full", "few", "hostile", "empty"],
)
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("width", [280, 470, 1000])
def test_nothing_is_written_outside_the_chart(kind: Kind, results: Results, width: int) -> None:
    figure = draw(kind, results, width).figure
    drawing.picture(figure)
    room = figure.bbox
    for text in figure.findobj(Text):
        if text.get_text():
            box = text.get_window_extent()
            assert box.x0 >= -1, text
            assert box.x1 <= room.x1 + max(4, 0.03 * box.width), text
            assert box.y0 >= -2, text
            assert box.y1 <= room.y1 + 2, text


def test_names_are_never_mathematics_nor_markup() -> None:
    figure = draw(Kind.CAMPAIGNS, examples.hostile(), 1000).figure
    assert not any(text.get_parse_math() for text in figure.findobj(Text))
    said = words(figure)
    assert "$x$ and $\\frac{1}{0}$" in said
    assert "<b>bold</b> & <img src=x>" in said
    assert "one two three four" in said
    assert not any("\n" in each or "\u202e" in each for each in said)
    assert any(each.startswith("Salary Guide Salary Guide") and each.endswith("…") for each in said)


def test_what_no_face_has_is_a_box() -> None:
    assert plain("a\x00b\u200bc\ud800") == "abc"
    assert plain("\U000e0fff\ue000") == ""
    assert set(plain("\U00012000")) == {MISSING}


@given(name=st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_name_can_be_drawn(name: str) -> None:
    one = examples.CAMPAIGNS[0]
    named = Earner(1, name, name, one.spend, one.fees, one.returns, one.credits)
    results = Results(examples.ASKED, "GBP", 2.0, campaigns=(named,), noise=name)
    for kind in (Kind.CAMPAIGNS, Kind.MODELS):
        assert any(drawing.picture(draw(kind, results).figure).pixels)


@given(text=st.text(max_size=80), room=st.floats(20, 300))
@settings(deadline=None)
def test_fitted_text_fits(text: str, room: float) -> None:
    said = fitted(plain(text), 11, room)
    assert width_of(said, 11) <= max(room, width_of("…", 11))


@given(low=st.floats(-1e9, 0), high=st.floats(0, 1e9), most=st.integers(2, 6))
def test_ticks_reach_over_everything_in_few_even_steps(low: float, high: float, most: int) -> None:
    at = ticks(low, high, most)
    assert 2 <= len(at) <= most + 1
    step = at[1] - at[0]
    assert at[0] <= low + 1e-6 * step
    assert at[-1] >= high - 1e-6 * step
    assert any(math.isclose(each, 0, abs_tol=1e-9 * step) for each in at)


@given(st.lists(st.floats(0, 300), min_size=1, max_size=4))
def test_labels_are_spread_and_keep_their_order(places: list[float]) -> None:
    found = spread(places, 16)
    ordered = sorted(range(len(places)), key=lambda i: places[i])
    moved = [found[i] for i in ordered]
    assert all(b - a > 15.4 for a, b in pairwise(moved))


def test_months_are_named_as_room_allows() -> None:
    year = examples.MONTHS
    assert month_names(year, 48) == "Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb".split()
    assert [name for name in month_names(year, 12) if name] == ["Mar", "Jun", "Sep", "Dec"]
    five = [f"{2021 + n // 12}-{n % 12 + 1:02}" for n in range(60)]
    assert [name for name in month_names(five, 4) if name] == "2021 2022 2023 2024 2025".split()


def test_leads_wait_behind_what_is_to_come_and_spend_behind_spend() -> None:
    made = draw(Kind.MONTHS, examples.full())
    by_rows = {part.behind.rows for part in made.parts if part.behind}
    assert by_rows == {Rows.FEES, Rows.SPEND, Rows.LEADS}
    said = [part.words for part in made.parts]
    assert "November 2025: fees £13,100, not ripe yet: 61 % should be in" in said
    assert "November 2025: about £6.2k still to come" in said


def test_findings_name_what_matters() -> None:
    full = examples.full()
    assert draw(Kind.MONTHS, full).finding == (
        "March 2025 to February 2026: fees £161,100, spend £69,500. 7 of 12 months reach your line "
        "of £2 per £1. 4 months are not ripe yet."
    )
    assert draw(Kind.CAMPAIGNS, full).finding == (
        "Former candidates brings back most: £7.20 per £1. 3 of 8 campaigns are below your line."
    )
    assert draw(Kind.FUNNEL, full).finding == (
        "Of 1,184 clients with signals, 16 came to paid. Most are lost at: leads."
    )


def test_the_same_chart_is_drawn_at_every_resolution() -> None:
    small = drawing.picture(draw(Kind.FUNNEL, examples.full()).figure, 96)
    large = drawing.picture(draw(Kind.FUNNEL, examples.full()).figure, 192)
    assert (large.width, large.height) == (2 * small.width, 2 * small.height)
    assert len(small.pixels) == 4 * small.width * small.height
