"""Questions to the list of clients: what is looked for, filtered and sorted by."""

from dataclasses import dataclass, field
from enum import StrEnum


class Op(StrEnum):
    """How a condition compares a column with its values.

    `IS` and `IS_NOT` take several values, any of which counts; `HAS` is part of a text, whatever
    the case; `WITHIN` and `NOT_WITHIN` take a number of days back from now.
    """

    IS = "is"
    IS_NOT = "is not"
    HAS = "has"
    EMPTY = "is empty"
    FILLED = "is filled"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    WITHIN = "within days"
    NOT_WITHIN = "not within days"


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter on one column; values are texts as a person types them.

    Attributes:
        column: the id of a column of `client_columns.COLUMNS`.
    """

    column: str
    op: Op
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A column to sort by; what is not known stands last either way."""

    column: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the list of clients.

    Attributes:
        text: words that names, notes, contacts or identifiers begin with; all of them must fit.
        where: conditions that all must hold.
        order: what it is sorted by; names settle what is equal.
    """

    text: str = ""
    where: tuple[Condition, ...] = ()
    order: Order = field(default_factory=Order)

    def finds_as(self, other: "Question") -> bool:
        """Tell whether another question finds the same clients, in whichever order."""
        return (self.text, self.where) == (other.text, other.where)
