"""What became of one imported file."""

from dataclasses import dataclass, field

from warmcalls.domain.incoming import Problem
from warmcalls.domain.incoming_rules import FieldChange


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file; `added`, `changed`, `known` and `left_out` add up to `read`.

    Attributes:
        import_id: 0 for a dry run.
        notes: sentences about what was not taken over, and what to do about it.
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
    duplicates: int = 0
