"""One line of the table of what signals are worth: what stands in its cells, and what may."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import DEFAULT_WORTH, Family, Kind, Worth
from warmcalls.domain.points import in_points, points, weight
from warmcalls.domain.weights_learned import Weight
from warmcalls.domain.worth_checks import HEAVIEST, LONGEST, SHORTEST
from warmcalls.ui.settings import checks, weight_words, words
from warmcalls.ui.settings.worth_draft import DAYS, WEIGHT

MOST_POINTS: Final = int(in_points(HEAVIEST))
NOTHING: Final = Worth(0, 1)


class Column(IntEnum):
    """What stands where."""

    NAME = 0
    POINTS = 1
    USUAL = 2
    LEARNED = 3
    OUTCOMES = 4
    SINCE = 5
    DAYS = 6


FIELDS: Final = {Column.POINTS: WEIGHT, Column.DAYS: DAYS}


@dataclass(frozen=True, slots=True)
class WorthLine:
    """One row: a family's name, or a kind with what it is worth.

    Attributes:
        worth: as it stands here, typed or kept.
        kept: as it is saved.
        found: what the outcomes made of it, None before that is known.
    """

    family: Family
    kind: Kind | None = None
    worth: Worth = NOTHING
    kept: Worth = NOTHING
    found: Weight | None = None

    def changed(self, column: int) -> bool:
        """Tell whether a value is another than the usual one."""
        if self.kind is None or column not in FIELDS:
            return False
        field = FIELDS[Column(column)]
        return bool(getattr(self.worth, field) != getattr(DEFAULT_WORTH[self.kind], field))

    def unsaved(self, column: int) -> bool:
        """Tell whether a value was typed and not saved."""
        if column not in FIELDS:
            return False
        field = FIELDS[Column(column)]
        return bool(getattr(self.worth, field) != getattr(self.kept, field))

    def text(self, column: int) -> str:
        """Return what a cell shows."""
        if self.kind is None:
            return words.FAMILIES[self.family] if column == Column.NAME else ""
        match column:
            case Column.NAME:
                return words.KINDS[self.kind]
            case Column.POINTS:
                return weight_words.signed(points(self.worth.weight))
            case Column.USUAL:
                return weight_words.signed(points(DEFAULT_WORTH[self.kind].weight))
            case Column.DAYS:
                days = f"{self.worth.half_life_days:g}"
                return f"{days} day" if days == "1" else f"{days} days"
        return self._found_text(column)

    def value(self, column: int) -> str:
        """Return what stands in a value's field."""
        return self.text(column).split(" ")[0]

    def _found_text(self, column: int) -> str:
        if self.found is None:
            return ""
        if column == Column.OUTCOMES:
            return f"{self.found.outcomes:,}"
        if not self.found.can_tell:
            few = column == Column.LEARNED and self.found.outcomes
            return weight_words.FEW if few else ""
        if column == Column.LEARNED:
            return weight_words.signed(points(self.found.learned))
        return weight_words.with_sign(round(in_points(self.found.since_last_month)))

    def said(self, column: int, head: str) -> str:
        """Return what a screen reader says of a cell."""
        if self.kind is None:
            return words.FAMILIES[self.family]
        said = f"{words.KINDS[self.kind]}: {head} {self.text(column) or 'nothing'}"
        if column == Column.LEARNED and self.found is not None:
            return f"{said}, {weight_words.likely(self.found)}"
        if self.changed(column):
            said = f"{said}, usually {self.usual(column)}"
        if self.unsaved(column):
            said = f"{said}, not saved"
        if column == Column.POINTS and self.found is not None:
            learned = self.text(Column.LEARNED)
            said = f"{said}; learned {learned}, {weight_words.likely(self.found)}"
        return said

    def usual(self, column: int) -> str:
        """Return the usual value of a cell that can be edited."""
        assert self.kind is not None
        usual = replace(self, worth=DEFAULT_WORTH[self.kind])
        return usual.text(column)

    def typed(self, column: int, text: str) -> float:
        """Return the value that was typed, as a weight or in days.

        Raises:
            RefusedError: it cannot be.
        """
        assert self.kind is not None
        if column == Column.POINTS:
            said = checks.whole(text.strip(), "Points")
            if abs(said) > MOST_POINTS:
                minus = checks.MINUS
                raise RefusedError(f"Points lie between {minus}{MOST_POINTS} and {MOST_POINTS}.")
            if said == points(self.kept.weight):
                return self.kept.weight
            return weight(self.kind, said)
        days = checks.whole(text.removesuffix("s").removesuffix("day").strip(), "A half-life")
        if not SHORTEST <= days <= LONGEST:
            raise RefusedError("A half-life lies between 1 day and 3,650 days, ten years.")
        return float(days)
