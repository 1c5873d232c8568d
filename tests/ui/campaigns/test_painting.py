"""What is painted in a row: bars on one scale, numbers that can be read, dashes at the normal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.campaigns.sheets_world import figures
from tests.ui.test_contrast import contrast
from warmcalls.domain.campaigns import Alert, CampaignFigures, LeadState, Rate
from warmcalls.ui.campaigns.painting import Scale, colours, paint_interval, pieces
from warmcalls.ui.campaigns.words import OTHERS, chip_of, counts_words
from warmcalls.ui.theme import Theme

AREA = QRectF(0, 0, 200, 40)
STRIP = 200


def drawn(theme: Theme, rate: Rate, scale: Scale, *, few: bool = False) -> QImage:
    image = QImage(STRIP, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    paint_interval(painter, QRectF(0, 0, STRIP, 40), rate, scale, theme, few=few)
    painter.end()
    return image


def inked(image: QImage, y: int) -> list[int]:
    """The pixels of one line that are not left as they were."""
    ground = QColor(Qt.GlobalColor.magenta).name()
    return [x for x in range(image.width()) if image.pixelColor(x, y).name() != ground]


def test_bars_lie_on_one_scale(theme: Theme) -> None:
    large, small = figures(1, "Large", leads=100, unworked=60), figures(2, "Small", leads=50)
    one, other = pieces(large, AREA, 100, theme), pieces(small, AREA, 100, theme)
    assert [piece.state for piece in one] == [LeadState.CALLED, LeadState.UNWORKED]
    assert sum(piece.area.width() for piece in one) == AREA.width()
    assert sum(piece.area.width() for piece in other) == AREA.width() / 2
    assert one[0].area.right() == one[1].area.left()
    assert pieces(CampaignFigures(large.campaign), AREA, 100, theme) == []


@pytest.mark.parametrize("state", LeadState)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_in_pieces_can_be_read(theme: Theme, state: LeadState, scheme: str) -> None:
    theme.choose(scheme)
    fill, ink = colours(state, theme)
    seen = contrast(theme.tokens, ink, fill)
    theme.choose("light")
    assert seen >= 4.5


def test_an_interval_reaches_from_low_to_high(theme: Theme) -> None:
    image = drawn(theme, Rate(10, 40, 0.26, 0.2, 0.4), Scale(0.8, 0.6))
    xs = inked(image, 20)
    assert xs[0] == pytest.approx(STRIP * 0.2 / 0.8, abs=2)
    ends = [x for x in xs if x < STRIP * 0.7]
    assert ends[-1] == pytest.approx(STRIP * 0.4 / 0.8, abs=2)
    (dashes,) = {x for y in range(8, 14) for x in inked(image, y)}
    assert dashes == pytest.approx(STRIP * 0.6 / 0.8, abs=1)


def test_too_few_is_a_hollow_dot(theme: Theme) -> None:
    rate, scale = Rate(1, 2, 0.5, 0.2, 0.8), Scale(1.0, 0.0)
    middle = drawn(theme, rate, scale, few=True).pixelColor(100, 20).name()
    assert middle == theme.tokens.surface.lower()
    assert drawn(theme, rate, scale).pixelColor(100, 20).name() == theme.tokens.text.lower()
    assert inked(drawn(theme, Rate(0, 0, 0, 0, 1), scale), 20) == []


def test_reasons_add_up_where_there_is_no_room() -> None:
    reasons = [("A candidate", 14), ("Not our market", 10), ("Wrong data", 4), ("Other", 2)]
    assert counts_words(reasons, 4)[-1] == ("Other", "2")
    assert counts_words(reasons, 3) == [
        ("A candidate", "14"), ("Not our market", "10"), ("Other reasons", "6"),
    ]  # fmt: skip


def test_reasons_that_are_no_reasons_are_added_up_once() -> None:
    counts = [("No need", 20), ("Other", 17), ("Bad fit", 9), ("No say", 8), ("Duplicate", 1)]
    assert counts_words(counts, 3) == [("No need", "20"), ("Bad fit", "9"), (OTHERS, "26")]
    assert counts_words(counts[:2], 3) == [("No need", "20"), ("Other", "17")]


def test_a_stopped_campaign_is_stopped_whatever_is_known_of_it() -> None:
    row = figures(1, "Ads")
    stopped = replace(row, warning=Alert.STOP, campaign=replace(row.campaign, stopped_why="dear"))
    assert chip_of(stopped)[1] == "Stopped"
    assert chip_of(replace(row, warning=Alert.STOP))[1] == "Stop"
