"""Every figure of every chart is the sum of the rows that it opens."""

from pathlib import Path

import pytest

from tests.actions import money_world
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.domain.behind import FeeLine, Rows, SpendLine
from warmcalls.domain.money import amount_words, round_words
from warmcalls.domain.results import Model
from warmcalls.reports.charts.catalogue import chart
from warmcalls.reports.charts.drawing import drawn
from warmcalls.reports.charts.kinds import Kind
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.charts.parts import Part
from warmcalls.store.engine import Writer
from warmcalls.ui.results import asking
from warmcalls.ui.results.behind_shape import Frame, credited, frame_of, total

FORESEEN = "still to come"


def figures(
    part: Part, found: asking.Found, lines: list[asking.Line], frame: Frame
) -> tuple[str, ...]:
    """What a part would say, were it worked out from its rows."""
    assert part.behind is not None
    if part.behind.rows is Rows.LEADS:
        return (f" {len(lines):,}",)
    amounts = 0
    for line in lines:
        if isinstance(line, FeeLine):
            amounts += credited(line, frame) if part.behind.credited else line.amount
        elif isinstance(line, SpendLine):
            amounts += line.amount
    currency = found.results.currency
    return (amount_words(amounts, currency), round_words(amounts, currency))


@pytest.mark.parametrize(
    "wanted",
    [
        asking.Wanted(),
        asking.Wanted(model=Model.FIRST, channel="E-mail"),
        asking.Wanted(model=Model.DECAY, campaign_id=3, sector="Care"),
    ],
    ids=["all", "channel", "campaign and sector"],
)
def test_every_figure_is_the_sum_of_its_rows(local_db: Writer, wanted: asking.Wanted) -> None:
    money_world.build(Agency(local_db, NOW), 11)
    found = asking.read(local_db, wanted, NOW)
    checked = set()
    for kind in Kind:
        made = drawn(chart(kind, found.results), found.results, PAPER, 700)
        for part in made.parts[::3]:
            if part.behind is None or FORESEEN in part.words or kind is Kind.FORECAST:
                continue
            lines = list(asking.rows_behind(local_db, found.results.asked, part.behind, NOW))
            frame = frame_of(found.results, part.behind, found.zone)
            assert any(each in part.words for each in figures(part, found, lines, frame)), (
                part.words,
                total(part.behind, lines, frame),
            )
            checked.add(kind)
    assert len(checked) >= 10


def test_clients_that_never_became_leads_stand_behind_the_first_step(local_db: Writer) -> None:
    money_world.build(Agency(local_db, NOW), 12)
    found = asking.read(local_db, asking.Wanted(), NOW)
    parts = drawn(chart(Kind.FUNNEL, found.results), found.results, PAPER, 700).parts
    asked, frame = found.results.asked, Frame("GBP", found.zone)
    assert parts[0].behind is not None
    lines = asking.rows_behind(local_db, asked, parts[0].behind, NOW)
    steps = {step.id: step.count for step in found.results.funnel}
    assert len(lines) == steps["signals"]
    assert (
        sum(not getattr(line, "state", "x") for line in lines) == steps["signals"] - steps["leads"]
    )
    assert total(parts[0].behind, lines, frame) == f"{steps['signals']} clients"


def test_what_can_be_chosen_is_read_in_order(local_db: Writer) -> None:
    agency = Agency(local_db, NOW)
    money_world.build(agency, 11, clients=4)
    agency.recruiter("Zoe Ward")
    agency.recruiter("Adam Lee")
    found = asking.read(local_db, asking.Wanted(), NOW)
    assert [name for _, name in found.choices.people] == ["Adam Lee", "Zoe Ward"]
    assert "E-mail" in found.choices.channels
    assert list(found.choices.campaigns) == sorted(
        found.choices.campaigns, key=lambda pair: pair[1].lower()
    )
    assert set(found.choices.sectors) <= {"Build", "Care"}
    assert found.period.last == "2026-03-31"


def test_reading_choices_needs_nothing(local_db: Writer, tmp_path: Path) -> None:
    del tmp_path
    found = asking.read(local_db, asking.Wanted(), NOW)
    assert found.choices.channels == ()
    assert found.results.spend == 0
