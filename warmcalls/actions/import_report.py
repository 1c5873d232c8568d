"""What became of one imported file."""

from dataclasses import dataclass, field

from warmcalls.domain.incoming import Problem
from warmcalls.domain.incoming_rules import FieldChange


@dataclass(frozen=True, slots=True)
class Likeness:
    """A new client that looks like another one.

    Attributes:
        new, like: their names, with the town where one is known.
        why: what they share.
    """

    new: str
    like: str
    why: str

    def __str__(self) -> str:
        """Return it as one sentence."""
        return f"{self.new} looks like {self.like}: {self.why}"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file; `added`, `changed`, `known` and `left_out` add up to `read`.

    Attributes:
        problems: lines that could not be read, and cells that their lines come in without.
        import_id: 0 for a dry run.
        notes: sentences about what was not taken over, and what to do about it.
        made: how many clients are new; one line may add a contact to a known one.
        duplicates: how many of the new clients may be here already.
        pairs: the first of those.
        matched: of the signals added, how many found a client, and how many stay visitors.
    """

    file: str
    format: str
    kind: str
    read: int
    added: int
    changed: int
    known: int
    left_out: dict[str, int]
    problems: tuple[Problem, ...]
    import_id: int
    matched: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    fields: dict[str, int] = field(default_factory=dict)
    examples: tuple[FieldChange, ...] = ()
    rules: dict[str, str] = field(default_factory=dict)
    made: int = 0
    duplicates: int = 0
    pairs: tuple[Likeness, ...] = ()

    @property
    def cells(self) -> int:
        """How many of the problems are of single cells."""
        return sum(bool(problem.field) for problem in self.problems)
