"""The colours of a chart; those of the window's theme, or of paper."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True, slots=True)
class Look:
    """The colour of every role that charts use, "#RRGGBB"; the roles are the window's."""

    surface: str
    sunken: str
    line: str
    text: str
    text2: str
    text3: str
    good: str
    good_soft: str
    notice: str
    data1: str
    data2: str
    spend: str


PAPER: Final = Look(
    surface="#FFFFFF",
    sunken="#F9F7F5",
    line="#DED9D2",
    text="#211D19",
    text2="#574F47",
    text3="#6A6259",
    good="#1C7350",
    good_soft="#E3F1EA",
    notice="#7A5200",
    data1="#6F675E",
    data2="#ADA499",
    spend="#8A8278",
)
"""The light theme's colours, for files and for printing."""


def look_of(colours: Mapping[str, str]) -> Look:
    """Return the colours of a theme by the names of its roles."""
    return Look(**{each.name: colours[each.name] for each in fields(Look)})
