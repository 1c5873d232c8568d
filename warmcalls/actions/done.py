"""What every action returns."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Done:
    """An action that was carried out.

    Attributes:
        said: the sentence for the toast and the terminal.
        changed: topics that changed; pages that watch one of them refresh.
        undo: the journal entry that `undo` takes back, None where there is nothing to undo.
        id: of what was made, where something was.
    """

    said: str
    changed: frozenset[str] = field(default_factory=frozenset)
    undo: int | None = None
    id: int = 0
