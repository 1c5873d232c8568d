"""Every colour can be read on every surface, light and dark."""

import pytest

from warmcalls.ui.theme import DARK, LIGHT, Tokens

SURFACES = ("window", "rail", "surface", "sunken", "hover", "selected")
ON_SURFACES = {
    **dict.fromkeys(("text", "text2", "text3", "accent", "good", "bad", "notice"), 4.5),
    "control": 3.0,
}
PAIRS = (
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("good", "good_soft", 4.5),
    ("bad", "bad_soft", 4.5),
    ("notice", "notice_soft", 4.5),
    ("on_ink", "ink", 4.5),
    ("surface", "data1", 4.5),
    ("surface", "text", 4.5),
    ("spend", "surface", 3.0),
)
BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(tokens: Tokens, role: str) -> float:
    colour = tokens.colour(role)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(tokens: Tokens, one: str, other: str) -> float:
    light, dark = sorted((luminance(tokens, one), luminance(tokens, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@BOTH
@pytest.mark.parametrize(("role", "least"), ON_SURFACES.items())
def test_a_colour_can_be_read_on_every_surface(tokens: Tokens, role: str, least: float) -> None:
    worst = {surface: contrast(tokens, role, surface) for surface in SURFACES}
    assert min(worst.values()) >= least, worst


@BOTH
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_a_pair_can_be_read(tokens: Tokens, ink: str, ground: str, least: float) -> None:
    assert contrast(tokens, ink, ground) >= least
